"""Relief that no error elsewhere can stop: the content that was last released, with the acts that have been written since.

Corrections and redactions bring the file that they are about along. What would bring an error stays out, and is reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import flow
from generator.cli.options import read_settings
from generator.cli.publishing import repository
from generator.finding import Finding, Severity
from generator.model.kinds import all_kinds
from generator.model.record import Act, Effect, Lifecycle
from generator.model.register import Register
from generator.model.settings import Settings
from generator.publish.assemble import Origin
from generator.publish.books import open_books
from generator.publish.guard import refuse_earlier_day
from generator.publish.manifest import Manifest
from generator.publish.target import Target
from generator.reading.graft import GraftTree, write_out
from generator.reading.tree import DirectoryTree, GitTree, Tree
from generator.writing.stage import Refusal

#: Where acts lie.
ACT_FOLDERS = frozenset(kind.KIND.folder for kind in all_kinds() if kind.KIND.lifecycle is Lifecycle.ACT)
_UNREAD = "读不懂这份说明，先运行 disclosure check"
_BY_HAND = "把错误全部改好，再运行 disclosure publish"


@dataclass(frozen=True)
class Relief:
    """The tree to release, what it is made from, the files taken over, and those left out with the reason."""

    tree: Tree
    origin: Origin
    taken: tuple[str, ...]
    left_out: tuple[tuple[str, str], ...]

    def told(self) -> Iterator[str]:
        """What to tell whoever publishes."""
        yield f"在提交 {self.origin.commit[:12]} 的内容上加 {len(self.taken)} 个文件：{'、'.join(self.taken) or '没有'}"
        yield from (f"这次没有发布 {path}：{reason}" for path, reason in self.left_out)

    def write_out(self, folder: Path) -> Path:
        """Write the tree as a content folder below ``folder``; returns it."""
        content = folder / self.tree.label
        write_out(self.tree, content)
        return content


def released(target: Target, content: Path) -> tuple[Manifest, GitTree]:
    """The live release, and the content that it was made from. Raises :class:`Refusal` where that cannot be had."""
    live = open_books(target).live
    if live is None:
        raise Refusal(f"{target.label} 还没有发布过，没有可以加说明的版本", "先运行 disclosure publish")
    git = repository(content)
    if git is None or not live.commit:
        raise Refusal("内容不在 git 仓库里，取不出线上的版本", _BY_HAND)
    top, prefix = git.top()
    return live, GitTree(top, live.commit, prefix)


def relief_of(target: Target, content: DirectoryTree, settings_file: Path, as_of: date) -> Relief:
    """Put together what may be released. Raises :class:`Refusal`, and TreeError where git lacks the live commit."""
    live, base = released(target, content.root)
    refuse_earlier_day(live, as_of)
    with base:
        settings = read_settings(str(settings_file), content.root)
        kept, left_out = _valid(_groups(content, base, settings), content, base, settings, as_of)
    paths = frozenset(path for group in kept for path in group)
    new = tuple(sorted(path for path in paths if _differs(path, content, base)))
    return Relief(GraftTree(base, content, paths), Origin(live.commit, new, as_of), new, tuple(left_out))


def _differs(path: str, head: Tree, base: Tree) -> bool:
    there = {entry.path for entry in base.entries()}
    return path not in there or head.read(path) != base.read(path)


def _groups(head: DirectoryTree, base: GitTree, settings: Settings) -> list[frozenset[str]]:
    """The files of all new acts, those together that are about one record; with the record's own where an act changes it."""
    known = {entry.path for entry in base.entries()}
    register = Register(flow.read(head), settings)
    new = [act for act in register.acts if act.origin.path not in known]
    targets = {str(act.target) for act in new}
    return [frozenset(_files(ref, [act for act in new if str(act.target) == ref], register)) for ref in sorted(targets)]


def _files(ref: str, acts: list[Act], register: Register) -> Iterator[str]:
    yield from (act.origin.path for act in acts)
    for act in acts:
        successor = getattr(act, "successor", None)
        replaced = register.get(successor.id) if successor is not None else None
        if replaced is not None:
            yield replaced.origin.path
    target = register.get(ref)
    if target is not None and any(act.EFFECT in (Effect.CORRECT, Effect.REDACT) for act in acts):
        yield target.origin.path
        yield from (file.path for file in register.attachments_of(target.id))
        # A redaction takes the value out of the acts that quote it, too.
        yield from (act.origin.path for act in register.acts_on(ref))


def _valid(
    groups: list[frozenset[str]], head: Tree, base: Tree, settings: Settings, as_of: date
) -> tuple[list[frozenset[str]], list[tuple[str, str]]]:
    """The groups that bring no error together, and the others with what is wrong with them."""
    left_out = [(path, _UNREAD) for path in _unread(head, base, groups)]
    kept = list(groups)
    while kept:
        errors = _errors(frozenset().union(*kept), head, base, settings, as_of)
        if not errors:
            break
        blamed = [group for group in kept if any(_path(error, head) in group for error in errors)] or kept[-1:]
        for group in blamed:
            kept.remove(group)
            reasons = [error.message for error in errors if _path(error, head) in group] or [errors[0].message]
            left_out.append(("、".join(sorted(group)), reasons[0]))
    return kept, left_out


def _errors(paths: frozenset[str], head: Tree, base: Tree, settings: Settings, as_of: date) -> list[Finding]:
    tree = GraftTree(base, head, paths)
    return [finding for finding in flow.check(tree, settings, as_of).findings if finding.severity is Severity.ERROR]


def _path(finding: Finding, head: Tree) -> str:
    return finding.path.removeprefix(f"{head.label}/")


def _unread(head: Tree, base: Tree, groups: list[frozenset[str]]) -> Iterator[str]:
    """New files in the folders of acts that are in no group: they could not be read as acts."""
    known = {entry.path for entry in base.entries()}.union(*groups)
    yield from (entry.path for entry in head.entries() if entry.path.split("/")[0] in ACT_FOLDERS and entry.path not in known)

