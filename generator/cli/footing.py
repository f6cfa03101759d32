"""What relief stands on: the content, settings and theme that are live, taken from their commit, so that nothing since is in its way.

Where that commit is not to be had, it is the content at hand, and the live release's own data tell whether anything but acts changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import flow
from generator.cli.options import read_settings
from generator.cli.output import note
from generator.cli.publishing import PUBLISH_SETTINGS, build_site, content_of, repository, settings_of
from generator.model.allowance import Allowance
from generator.model.ledger_days import LedgerDays
from generator.publish.books import open_books
from generator.publish.manifest import Manifest
from generator.publish.publishing import MakeSite
from generator.publish.target import Target
from generator.reading.entry import TreeError
from generator.reading.graft import write_out
from generator.reading.tree import DirectoryTree, GitTree, Tree
from generator.writing.stage import Refusal

_CONTENT_ERRORS, _INTERRUPTED = 1, 130


@dataclass(frozen=True)
class Footing:
    """See the module. ``settings`` are tried in this order; ``carried`` are acts that are live and not committed yet."""

    manifest: Manifest
    tree: Tree
    settings: tuple[Path, ...]
    as_of: date
    carried: tuple[str, ...]
    is_live: bool


def footing_of(target: Target, content: DirectoryTree, settings: str | None, as_of: date, folder: Path) -> Footing:
    """What relief on ``target`` stands on; the live settings and theme are written below ``folder``. Raises :class:`Refusal`."""
    live = open_books(target).live
    if live is None:
        raise Refusal(f"{target.label} 还没有发布过，公众什么都看不到，没有要撤下、更正的", "先运行 disclosure publish")
    if as_of < live.as_of:
        note(f"线上的网站已经算到 {live.as_of}，这次也按这一天（今天是 {as_of}：电脑的日期不对的，改好它）")
    day = max(as_of, live.as_of)
    present = settings_of(settings, content.root)
    try:
        tree = content_of(live, content)
    except TreeError as error:
        note(
            f"取不出线上版本的内容（{error.message_zh}）：用手里的，其他记录与线上的必须一样。"
            "想取回的，运行 git fetch --unshallow 或者 git fetch origin 提交号"
        )
        return Footing(live, content, (present,), day, (), is_live=False)
    _require_carried(live, content)
    # The settings of what is published may be missing now, and what stands in for them would publish the samples.
    names = (present.name,) if settings is not None else (PUBLISH_SETTINGS, present.name)
    then = _settings_then(live, content.root, present, names, folder)
    chosen = (present,) if then is None else (then, present)
    return Footing(live, tree, chosen, day, live.uncommitted, is_live=True)


def _require_carried(live: Manifest, content: DirectoryTree) -> None:
    there = {entry.path for entry in content.entries()}
    for path in live.uncommitted:
        if path not in there:
            raise Refusal(
                f"线上的版本用到的 {content.label}/{path} 不见了，没有它，撤下的内容会重新出现",
                "从写它的那台电脑或者备份取回这个文件；取不回的，照线上这份说明的页面重写一份，补上批准人，放在原来的位置，再运行一次",
            )


def _settings_then(live: Manifest, content: Path, present: Path, names: tuple[str, ...], folder: Path) -> Path | None:
    """The settings of the live commit, written out with all that lies beside them (the theme); None where it has none that can be used."""
    git = repository(content)
    assert git is not None, "the live content was found in it"
    top, prefix = git.top()
    if not present.resolve().is_relative_to(top.resolve()):
        return None
    try:
        write_out(GitTree(top, live.commit, ""), folder, lambda path: not prefix or not path.startswith(f"{prefix}/"))
        place = folder / present.resolve().parent.relative_to(top.resolve())
        found = next((place / name for name in names if (place / name).is_file()), None)
        if found is not None:
            read_settings(str(found), content)
        return found
    except (TreeError, Refusal) as error:
        note(f"线上版本的设置用不上（{error}），用现在的")
        return None


def relief_maker(source: Path, footing: Footing, records: frozenset[str]) -> MakeSite:
    """Builds the site of the content folder ``source`` for relief on these records: with the live settings, then with those at hand.

    What is wrong with the live content by itself is told and does not stop it.
    """

    def make(output: Path, ledger: LedgerDays | None, _live: Manifest | None) -> int:
        code = _CONTENT_ERRORS
        for settings in footing.settings:
            code = build_site(source, output, settings, footing.as_of, ledger)
            if code == _CONTENT_ERRORS:
                allowance = _allowance(footing, settings, ledger, records)
                note("上面的错误里，线上早已有的、或者撤下以后别处还留着的，这次只作提示；再生成一次")
                code = build_site(source, output, settings, footing.as_of, ledger, allowance=allowance)
            if code in (0, _INTERRUPTED):
                return code
            note(f"用设置 {settings.name} 和它的主题没有生成成功")
        commit = footing.manifest.commit if footing.is_live else ""
        note(
            "怎么办：按上面的提示改。急着撤下而改不好的，用生成线上版本的那个程序："
            f"git worktree add ../emergency {commit[:12]}，在那里运行 make check，再运行同样的命令"
            if commit else "怎么办：按上面的提示改，再运行一次"
        )
        return code

    return make


def _allowance(footing: Footing, settings: Path, ledger: LedgerDays | None, records: frozenset[str]) -> Allowance:
    if not footing.is_live:
        return Allowance.of((), records)
    found = flow.check(footing.tree, read_settings(str(settings), Path(footing.tree.label)), footing.as_of, ledger=ledger).findings
    return Allowance.of(found, records)
