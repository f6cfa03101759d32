"""What the commands that publish share: their options, where the content comes from, and how the site is built for a release.

The steps of a release are those of :mod:`generator.publish`.
"""

from __future__ import annotations

import os
import pwd
import socket
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import click

from generator import flow
from generator.cli.options import SETTINGS_FILE, settings_file
from generator.cli.output import print_findings
from generator.model.allowance import Allowance
from generator.model.ledger_days import LedgerDays
from generator.model.placement import Placement, place
from generator.model.settings import Settings
from generator.model.transition import Baseline
from generator.primitives import clock
from generator.publish.assemble import Origin
from generator.publish.manifest import Manifest
from generator.publish.publishing import MakeSite, Vet
from generator.publish.release import Way
from generator.publish.signature import Signer
from generator.publish.targets import target_of
from generator.reading.git import Git
from generator.reading.graft import GraftTree
from generator.reading.tree import DirectoryTree, GitTree, Tree, TreeError
from generator.writing.stage import Refusal

#: The settings of what is published, looked for before the usual ones.
PUBLISH_SETTINGS = "publishconf.py"
#: The key of the salts: outside git, the same for every release (DESIGN §10).
KEY = "DISCLOSURE_SALT_KEY"
_SHORTEST_KEY = 32


def whole(name: str, least: int) -> Callable[[str], int]:
    """A whole number of at least so much, for the option ``name``."""

    def convert(value: str) -> int:
        if value.isascii() and value.isdigit() and int(value) >= least:
            return int(value)
        raise Refusal(f"{name} 的值“{value}”不对", f"写 {least} 以上的整数")

    return convert


def _url(value: str) -> str:
    if not value.startswith(("https://", "http://")):
        raise Refusal(f"--url 的值“{value}”不是网址", "写栏目的网址，如 https://example.gov.cn/zfgs/")
    return value if value.endswith("/") else f"{value}/"


target_option = click.option("--to", "target", type=target_of, required=True, metavar="目标", help="发布到哪里，如 /srv/www/xzzf【必填】")
publish_settings_option = click.option(
    "--settings", metavar="文件", help=f"设置文件，不写就用 content 旁边或者当前目录里的 {PUBLISH_SETTINGS}"
)
signer_option = click.option(
    "--sign-key", "signer", type=lambda value: Signer(Path(value)), metavar="文件", help="用这个 SSH 私钥给文件清单签名"
)
_WAY = (
    click.option(
        "--keep", type=whole("--keep", 1), default="5", metavar="个数",
        help="保留几个版本，线上的也算，不写就是 5；撤下或者隐去过内容的，以前的版本立即删除",
    ),
    click.option("--url", type=_url, default=None, metavar="网址", help="启用后访问这个网址，回答不对就自动退回"),
    click.option("--clean", is_flag=True, help="全部文件重新写，不与上一版共用没有变化的文件"),
    signer_option,
    click.option("--full-text", is_flag=True, help="同时做全文索引；没有装 Pagefind 的，照常发布并说明"),
)


def with_way(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options on how to publish; it is called with a :class:`Way` in their place."""

    def run(keep: int, url: str | None, clean: bool, signer: Signer | None, full_text: bool, **rest: object) -> int:
        return command(way=Way(keep, url or "", clean, signer, full_text), **rest)

    run.__click_params__ = getattr(command, "__click_params__", [])  # type: ignore[attr-defined]
    wrapped: Callable[..., int] = run
    for option in reversed(_WAY):
        wrapped = option(wrapped)
    return wrapped


def salt_key() -> bytes:
    """The key in the environment; empty if there is none. Raises :class:`Refusal` if it could be guessed."""
    key = os.environ.get(KEY, "").strip().encode()
    if key and len(key) < _SHORTEST_KEY:
        raise Refusal(f"{KEY} 太短，少于 {_SHORTEST_KEY} 个字符", "用 openssl rand -hex 32 生成一个，妥善保存")
    return key


def holder() -> str:
    """Who publishes, for others who find the target locked."""
    number = os.getuid()
    try:
        user = pwd.getpwuid(number).pw_name
    except KeyError:  # a container may run as a number that nobody has
        user = str(number)
    return f"{user}@{socket.gethostname()}，进程 {os.getpid()}，{clock.moment()} 开始"


def settings_of(given: str | None, content: Path) -> Path:
    """The settings file of a release. Raises :class:`Refusal` if there is none."""
    for folder in (content.resolve().parent, Path()):
        if given is None and (folder / PUBLISH_SETTINGS).is_file():
            return folder / PUBLISH_SETTINGS
    file = settings_file(given, content)
    if file is None:
        raise Refusal(
            f"没有找到设置文件 {PUBLISH_SETTINGS} 或者 {SETTINGS_FILE}", "用 --settings 写明它在哪里，例如 --settings publishconf.py"
        )
    return file


def repository(content: Path) -> Git | None:
    """The repository that holds the content; None if it is in none."""
    folder = content.resolve()
    return Git(content) if any((above / ".git").exists() for above in (folder, *folder.parents)) else None


def committed(content: DirectoryTree, settings: Path, as_of: date) -> Origin:
    """Where a release of the checked-out commit comes from. Raises :class:`Refusal` if anything of it is not committed."""
    git = repository(content.root)
    if git is None:
        return Origin("", {}, as_of)
    if not git.has_commits():
        raise Refusal("仓库里还没有提交", "先 git add、git commit 再发布：发布的内容要能从提交重新生成")
    commit, top = git.commit("HEAD"), git.top()[0]
    beside = settings.resolve().parent
    # Settings may import others that lie beside them.
    paths = (content.root.resolve(), settings.resolve(), beside / "theme", *sorted(beside.glob("*.py")))
    changed = git.changed(*(str(path) for path in paths if _is_inside(path, top)))
    if changed:
        raise Refusal(
            f"有没有提交的改动：{listed_files(changed)}",
            "先 git add、git commit 再发布：发布的内容要能从提交重新生成。急着撤下的，用 disclosure takedown",
        )
    seen = {entry.path for entry in content.entries()}
    overlooked = [path for path in git.overlooked() if path in seen]
    if overlooked:
        raise Refusal(
            f"{content.label} 里有 git 不看的文件：{listed_files(overlooked)}",
            "发布的内容要能从提交重新生成：.gitignore 排除了的，移到别处，或者用 git add -f 加进来再提交；"
            "标记过不看的，运行 git update-index --no-assume-unchanged --no-skip-worktree 文件",
        )
    return Origin(commit, {}, as_of)


def listed_files(paths: Sequence[str]) -> str:
    """The first of them, and how many there are."""
    return "、".join(paths[:3]) + (f" 等 {len(paths)} 个" if len(paths) > 3 else "")


def _is_inside(path: Path, top: Path) -> bool:
    return path.exists() and path.resolve().is_relative_to(top.resolve())


def vetting(content: DirectoryTree, origin: Origin, accept_changed: bool) -> Vet:
    """Refuses to put an older commit in the place of a newer one: a slow run that ends late must not win."""

    def vet(live: Manifest) -> frozenset[str] | None:
        git = repository(content.root)
        if git is not None and live.commit and origin.commit and live.commit != origin.commit:
            older = git.is_ancestor(origin.commit, live.commit)
            if older:
                raise Refusal(
                    f"线上的网站来自更新的提交 {live.commit[:12]}",
                    "先取回最新的内容（git pull）再发布；要回到以前的版本，用 disclosure rollback",
                )
            if older is None and git.is_shallow():
                raise Refusal(
                    f"仓库只取了最近的历史，看不出线上的提交 {live.commit[:12]} 是新是旧",
                    "运行 git fetch --unshallow；在持续集成中把 fetch-depth 设为 0",
                )
        if accept_changed:
            return frozenset()
        return None if _content_or_none(live, content) is None else unproven(live)

    return vet


def unproven(live: Manifest) -> frozenset[str]:
    """The ids of the records whose files, as they were published, are in no commit: those at hand may have been edited since."""
    placed = (place(path) for path, commit in live.uncommitted.items() if not commit)
    return frozenset(at.origin.id for at in placed if isinstance(at, Placement))


def content_of(live: Manifest, content: DirectoryTree) -> Tree:
    """The content that the live release was made from. Raises :class:`TreeError` if the repository does not have it.

    What relief took over is not in its commit: it comes from the commit that had it, or else from the content at hand.
    """
    git = repository(content.root)
    if git is None or not live.commit:
        raise TreeError("内容不在 git 仓库里", "在内容仓库的克隆里运行")
    top, prefix = git.top()
    tree: Tree = GitTree(top, live.commit, prefix)
    if not tree.entries():
        raise TreeError(f"线上版本的提交里没有 {prefix} 这个文件夹", "文件夹改过名的，核对每条记录")
    for commit in sorted({*live.uncommitted.values()}):
        paths = frozenset(path for path, found in live.uncommitted.items() if found == commit)
        tree = GraftTree(tree, GitTree(top, commit, prefix) if commit else content, paths)
    return tree


def _content_or_none(live: Manifest, content: DirectoryTree) -> Tree | None:
    try:
        return content_of(live, content)
    except TreeError:
        return None


def site_maker(content: DirectoryTree, settings: Path, origin: Origin) -> MakeSite:
    """Builds the site of the content, and holds the records against those of the live release."""

    def make(output: Path, ledger: LedgerDays | None, live: Manifest | None) -> int:
        is_same = live is not None and live.commit == origin.commit and not live.uncommitted
        tree = _content_or_none(live, content) if live is not None and not is_same else None
        return build_site(content.root, output, settings, origin.as_of, ledger, live=live, tree=tree)

    return make


def build_site(
    content: Path, output: Path, settings: Path, as_of: date, ledger: LedgerDays | None, *, live: Manifest | None = None,
    tree: Tree | None = None, allowance: Allowance | None = None,
) -> int:  # fmt: skip
    """Build; the exit code. ``tree`` is the content of the release ``live``, where the records are to be held against it."""
    # Pelican takes its time: whoever asks for help need not wait for it.
    from generator.plugin import build

    def base(chosen: Settings) -> Baseline:
        assert tree is not None and live is not None, "asked for where there is something to compare with"
        return flow.released(tree, chosen, live.as_of)

    jobs = os.cpu_count() or 1
    return build(
        content, output, settings, as_of, jobs, print_findings, ledger, base=base if tree is not None else None, allowance=allowance
    )
