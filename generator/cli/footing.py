"""What relief stands on: the content, settings and theme that are live, taken from their commit, so that nothing since is in its way.

Where that commit is not to be had, it is the content at hand without its new acts, and the live release's own data tell whether anything
else changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.cli.options import read_settings
from generator.cli.output import note
from generator.cli.publishing import PUBLISH_SETTINGS, content_of, repository, settings_of, unproven
from generator.model.kinds import all_kinds
from generator.model.placement import ATTACHMENTS, Placement, place
from generator.model.record import Lifecycle
from generator.publish.assemble import Origin
from generator.publish.books import open_books
from generator.publish.manifest import Manifest
from generator.publish.target import Target
from generator.reading.entry import TreeError
from generator.reading.graft import PrunedTree, write_out
from generator.reading.tree import DirectoryTree, GitTree, Tree
from generator.writing.stage import Refusal

#: Where acts lie.
ACT_FOLDERS = frozenset(kind.KIND.folder for kind in all_kinds() if kind.KIND.lifecycle is Lifecycle.ACT)


@dataclass(frozen=True)
class Footing:
    """See the module."""

    manifest: Manifest
    tree: Tree
    content: DirectoryTree
    """What is at hand."""
    settings: tuple[Path, ...]
    """Tried in this order."""
    as_of: date
    is_live: bool
    """Whether ``tree`` is what the live release was made from."""

    @property
    def unproven(self) -> frozenset[str] | None:
        """See :data:`generator.publish.publishing.Vet`."""
        return unproven(self.manifest) if self.is_live else None

    def origin(self, new: Iterable[str], head: Tree) -> Origin:
        """What a release of ``tree`` with these files of ``head`` is made from."""
        if not self.is_live:
            return Origin("", {}, self.as_of)
        return Origin(self.manifest.commit, {**self.manifest.uncommitted, **self._commits(new, head)}, self.as_of)

    def _commits(self, paths: Iterable[str], head: Tree) -> Mapping[str, str]:
        """The checked-out commit for each of the files that it has as ``head`` has them; empty for the others."""
        git = repository(self.content.root)
        assert git is not None, "the live content was found in it"
        if not git.has_commits():
            return dict.fromkeys(paths, "")
        top, prefix = git.top()
        with GitTree(top, "HEAD", prefix) as tree:
            same = same_files(paths := frozenset(paths), tree, head)
            return {path: tree.commit if path in same else "" for path in sorted(paths)}


def same_files(paths: frozenset[str], one: Tree, other: Tree) -> frozenset[str]:
    """At which of the paths two trees have the same bytes, or both nothing."""
    here, there = (paths.intersection(entry.path for entry in tree.entries() if entry.fault is None) for tree in (one, other))
    return paths - (here ^ there) - {path for path in here & there if one.read(path) != other.read(path)}


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
        return Footing(live, PrunedTree(content, _new_acts(live, content)), content, (present,), day, is_live=False)
    _require_carried(live, content)
    # The settings of what is published may be missing now, and what stands in for them would publish the samples.
    names = (present.name,) if settings is not None else (PUBLISH_SETTINGS, present.name)
    then = _settings_then(live, content.root, present, names, folder)
    return Footing(live, tree, content, (present,) if then is None else (then, present), day, is_live=True)


def _new_acts(live: Manifest, content: Tree) -> frozenset[str]:
    """The files of acts that the live release does not have."""
    found = (entry.path for entry in content.entries() if entry.path.split("/")[0] in ACT_FOLDERS)
    return frozenset(path for path in found if not (isinstance(at := place(path), Placement) and at.origin.id in live.records))


def _require_carried(live: Manifest, content: DirectoryTree) -> None:
    there = {entry.path for entry in content.entries()}
    for path, commit in live.uncommitted.items():
        # A file of a record may have been taken away by what it goes with.
        if not commit and path not in there and not path.startswith(f"{ATTACHMENTS}/"):
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
