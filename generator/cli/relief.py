"""Relief that no error elsewhere can stop: the content that is live, with the acts that have been written since.

Corrections and redactions bring the file that they are about along. What would bring an error stays out, and is reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator import flow
from generator.cli.footing import ACT_FOLDERS, Footing, same_files
from generator.cli.options import read_settings
from generator.finding import Finding, Severity
from generator.model.allowance import Allowance
from generator.model.placement import ATTACHMENTS, Placement, place
from generator.model.record import Act, Edition, Effect, Record
from generator.model.register import Register
from generator.model.settings import Settings
from generator.model.transition import Baseline
from generator.publish.assemble import Origin
from generator.reading.graft import GraftTree
from generator.reading.tree import Tree

_UNBOUND = "读不懂这份说明，先运行 disclosure check"
_UNREADABLE = "打不开这个文件，检查它的权限"
_NO_FILE = "不是普通文件，或者文件名不能用，先运行 disclosure check"
_AHEAD = "日期在以后，到那一天再发布"
_URGENT = "（急着撤下的，用 disclosure takedown，它只写一份撤下说明）"


@dataclass(frozen=True)
class Relief:
    """The tree to release, what it is made from, the files taken over, and those left out with the reason."""

    tree: Tree
    origin: Origin
    taken: tuple[str, ...]
    left_out: tuple[tuple[str, str], ...]
    records: frozenset[str]
    """What the acts are about."""
    shown: frozenset[str] = frozenset()
    """The files of what the public will see again: nothing that is wrong there is live already."""
    unwritten: Mapping[str, str] = field(default_factory=dict)
    """Acts that the content at hand does not have yet: path and text."""

    def told(self) -> Iterator[str]:
        """What to tell whoever publishes."""
        yield f"在线上的内容（提交 {self.origin.commit[:12] or '不明'}）上加 {len(self.taken)} 个文件：{'、'.join(self.taken) or '没有'}"
        yield from (f"这次没有发布 {path}：{reason}" for path, reason in self.left_out)


def relief_of(footing: Footing, head: Tree) -> Relief:
    """Put together which of the acts in ``head`` may be released upon what is live."""
    return _Selection(footing, head).relief()


@dataclass(frozen=True)
class _Group:
    """The new acts on one record, and the files that come with them: they stand or fall together."""

    ref: str
    acts: tuple[Act, ...]
    files: frozenset[str]


class _Selection:
    """Which of the acts in ``head`` may be added to what is live."""

    def __init__(self, footing: Footing, head: Tree) -> None:
        self._footing, self._base, self._head = footing, footing.tree, head
        self._known = {entry.path for entry in self._base.entries()}
        self._there = {entry.path for entry in head.entries() if entry.fault is None}
        self._left_out: list[tuple[str, str]] = []

    def relief(self) -> Relief:
        """The acts that bring no error, and the others with what is wrong with them."""
        kept = self._without_errors(list(self._groups()))
        paths = frozenset(path for group in kept for path in group.files)
        new = tuple(sorted(paths - same_files(paths, self._head, self._base)))
        return Relief(
            GraftTree(self._base, self._head, paths), self._footing.origin(new, self._head), new, tuple(self._left_out),
            frozenset(group.ref for group in kept), self._shown(kept),
        )

    def _groups(self) -> Iterator[_Group]:
        """All new acts, those together that are about one record."""
        new = [path for path in self._new_act_paths() if self._can_read(path)]
        acts = [act for act in self._register(new).acts if act.origin.path in new]
        bound = {act.origin.path for act in acts}
        self._left_out += [(path, _UNBOUND) for path in new if path not in bound]
        for ref in sorted({str(act.target) for act in acts}):
            group = self._group(ref, [act for act in acts if str(act.target) == ref])
            if any(self._is_ahead(act) for act in group.acts):
                yield from self._leave(group, _AHEAD)
            elif all(path not in self._there or self._can_read(path) for path in sorted(group.files)):
                yield group

    def _is_ahead(self, act: Act) -> bool:
        return act.day > self._footing.as_of

    def _new_act_paths(self) -> Iterator[str]:
        for entry in self._head.entries():
            if entry.path in self._known or entry.path.split("/")[0] not in ACT_FOLDERS:
                continue
            if entry.fault is None:
                yield entry.path
            else:
                self._left_out.append((entry.path, _NO_FILE))

    def _register(self, new: Iterable[str]) -> Register:
        """What is live, with these files."""
        return Register(flow.read(GraftTree(self._base, self._head, frozenset(new))), self._settings)

    def _can_read(self, path: str) -> bool:
        try:
            self._head.read(path)
        except OSError:
            self._left_out.append((path, _UNREADABLE))
            return False
        return True

    def _group(self, ref: str, acts: list[Act]) -> _Group:
        files = {act.origin.path for act in acts}
        for act in acts:
            files.update(self._successor(act))
        target = self._live.get(ref)
        effects = {act.EFFECT for act in acts}
        if target is not None and effects & {Effect.CORRECT, Effect.REDACT}:
            files.add(target.origin.path)
            files.update(self._attachments(target))
        if target is not None and Effect.REDACT in effects:
            # The value goes out of the acts that quote it, too.
            files.update(act.origin.path for act in self._live.acts_on(ref))
        return _Group(ref, tuple(acts), frozenset(files))

    def _successor(self, act: Act) -> Iterator[str]:
        """The files of the record that takes the place of a withdrawn one, where it is new: what is live stays as it is."""
        successor = getattr(act, "successor", None)
        if successor is None or successor.id in self._live_ids:
            return
        yield from self._paths.get(successor.id, ())
        yield from (path for path in self._there if path.startswith(f"{ATTACHMENTS}/{successor.id}/"))

    def _attachments(self, target: Record) -> Iterator[str]:
        if not isinstance(target, Edition):
            yield from (path for path in self._there | self._known if path.startswith(f"{ATTACHMENTS}/{target.id}/"))

    @cached_property
    def _live(self) -> Register:
        return self._register(())

    @cached_property
    def _live_ids(self) -> frozenset[str]:
        return frozenset(placed.origin.id for path in self._known if isinstance(placed := place(path), Placement))

    @cached_property
    def _paths(self) -> dict[str, list[str]]:
        """The files in hand by the id that they have."""
        found: dict[str, list[str]] = {}
        for path in sorted(self._there):
            if isinstance(placed := place(path), Placement):
                found.setdefault(placed.origin.id, []).append(path)
        return found

    def _without_errors(self, kept: list[_Group]) -> list[_Group]:
        while kept and (errors := self._errors(kept)):
            blamed = [group for group in kept if any(self._path(error) in group.files for error in errors)]
            if not blamed:
                return self._one_by_one(kept)
            for group in blamed:
                kept.remove(group)
                kept += self._leave(group, next(error.message for error in errors if self._path(error) in group.files))
        return kept

    def _one_by_one(self, groups: list[_Group]) -> list[_Group]:
        """The same where an error stands elsewhere than in the files that bring it."""
        kept: list[_Group] = []
        waiting = list(groups)
        while waiting:
            group = waiting.pop(0)
            if errors := self._errors([*kept, group]):
                waiting += self._leave(group, errors[0].message)
            else:
                kept.append(group)
        return kept

    def _leave(self, group: _Group, reason: str) -> list[_Group]:
        """Leave a group out; its withdrawals are tried without the rest: that can only hide more."""
        hiding = [act for act in group.acts if act.EFFECT is Effect.WITHDRAW and not self._is_ahead(act)]
        rest = [self._group(group.ref, hiding)] if 0 < len(hiding) < len(group.acts) else []
        left = group.files.difference(*(other.files for other in rest))
        urgent = _URGENT if hiding and not rest else ""
        self._left_out.append(("、".join(sorted(left)), reason + urgent))
        return rest

    def _errors(self, groups: Iterable[_Group]) -> list[Finding]:
        """The errors that these groups bring: not those that what is live has by itself."""
        groups = list(groups)
        tree = GraftTree(self._base, self._head, frozenset(path for group in groups for path in group.files))
        found = _errors_of(flow.check(tree, self._settings, self._footing.as_of, base=self._baseline).findings)
        return _errors_of(self._allowance.but_in(self._shown(groups), tree.label).eased(found)) if found else []

    def _shown(self, groups: Iterable[_Group]) -> frozenset[str]:
        refs = {group.ref for group in groups if any(act.EFFECT is Effect.REINSTATE for act in group.acts)}
        records = [record for ref in refs if (record := self._live.get(ref)) is not None]
        return frozenset(path for record in records for path in (record.origin.path, *self._attachments(record)))

    @cached_property
    def _baseline(self) -> Baseline | None:
        """None where the content that is live is not to be had: then its own data tell what changed (publish/silent.py)."""
        if not self._footing.is_live:
            return None
        return flow.released(self._base, self._settings, self._footing.manifest.as_of)

    @cached_property
    def _allowance(self) -> Allowance:
        return Allowance.of(flow.check(self._base, self._settings, self._footing.as_of).findings)

    @cached_property
    def _settings(self) -> Settings:
        return read_settings(str(self._footing.settings[0]), self._footing.content.root)

    def _path(self, finding: Finding) -> str:
        return finding.path.removeprefix(f"{self._head.label}/")


def _errors_of(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity is Severity.ERROR]
