"""Relief that no error elsewhere can stop: the content that is live, with the acts that have been written since.

Corrections and redactions bring the file that they are about along. What would bring an error stays out, and is reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator import flow
from generator.cli.footing import Footing
from generator.cli.options import read_settings
from generator.finding import Finding, Severity
from generator.model.allowance import Allowance
from generator.model.kinds import all_kinds
from generator.model.placement import Placement, place
from generator.model.record import Act, Edition, Effect, Lifecycle
from generator.model.register import Register
from generator.model.settings import Settings
from generator.model.transition import Baseline
from generator.publish.assemble import Origin
from generator.reading.graft import GraftTree
from generator.reading.tree import DirectoryTree, Tree

#: Where acts lie.
ACT_FOLDERS = frozenset(kind.KIND.folder for kind in all_kinds() if kind.KIND.lifecycle is Lifecycle.ACT)
_UNBOUND = "读不懂这份说明，先运行 disclosure check"
_UNREADABLE = "打不开这个文件，检查它的权限"

#: Files that stand or fall together, and the record that they are about.
Group = tuple[str, frozenset[str]]


@dataclass(frozen=True)
class Relief:
    """The tree to release, what it is made from, the files taken over, those left out with the reason, and the records concerned."""

    tree: Tree
    origin: Origin
    taken: tuple[str, ...]
    left_out: tuple[tuple[str, str], ...]
    records: frozenset[str]

    def told(self) -> Iterator[str]:
        """What to tell whoever publishes."""
        yield f"在线上的内容（提交 {self.origin.commit[:12] or '不明'}）上加 {len(self.taken)} 个文件：{'、'.join(self.taken) or '没有'}"
        yield from (f"这次没有发布 {path}：{reason}" for path, reason in self.left_out)


def relief_of(footing: Footing, content: DirectoryTree) -> Relief:
    """Put together what may be released upon what is live."""
    if not footing.is_live:
        new = [path for path in _act_paths(content) if _ref(path) not in footing.manifest.records]
        return Relief(content, Origin("", (), footing.as_of), tuple(new), (), frozenset(_targets(content, new)))
    return _Selection(footing, content).relief()


class _Selection:
    """Which of the acts in ``head`` may be added to what is live."""

    def __init__(self, footing: Footing, head: DirectoryTree) -> None:
        self._footing, self._base, self._head = footing, footing.tree, head
        self._known = {entry.path for entry in self._base.entries()}
        self._there = {entry.path for entry in head.entries() if entry.fault is None}
        self._left_out: list[tuple[str, str]] = []

    def relief(self) -> Relief:
        """The acts that bring no error, and the others with what is wrong with them."""
        kept = self._without_errors(list(self._groups()))
        paths = frozenset(path for _, group in kept for path in group)
        new = tuple(sorted(path for path in paths if self._differs(path)))
        origin = Origin(self._footing.manifest.commit, tuple(sorted({*new, *self._footing.carried})), self._footing.as_of)
        return Relief(
            GraftTree(self._base, self._head, paths), origin, new, tuple(self._left_out), frozenset(ref for ref, _ in kept)
        )

    def _groups(self) -> Iterator[Group]:
        """The files of all new acts, those together that are about one record; with the record's own where an act changes it."""
        new = [path for path in _act_paths(self._head) if path not in self._known and self._can_read(path)]
        register = Register(flow.read(GraftTree(self._base, self._head, frozenset(new))), self._settings)
        acts = [act for act in register.acts if act.origin.path in new]
        bound = {act.origin.path for act in acts}
        self._left_out += [(path, _UNBOUND) for path in new if path not in bound]
        for ref in sorted({str(act.target) for act in acts}):
            files = frozenset(self._files(ref, [act for act in acts if str(act.target) == ref], register))
            if all(path not in self._there or self._can_read(path) for path in sorted(files)):
                yield ref, files

    def _can_read(self, path: str) -> bool:
        try:
            self._head.read(path)
        except OSError:
            self._left_out.append((path, _UNREADABLE))
            return False
        return True

    def _files(self, ref: str, acts: list[Act], register: Register) -> Iterator[str]:
        yield from (act.origin.path for act in acts)
        for act in acts:
            successor = getattr(act, "successor", None)
            if successor is not None:
                yield from self._paths.get(successor.id, ())
        target = register.get(ref)
        if target is not None and any(act.EFFECT in (Effect.CORRECT, Effect.REDACT) for act in acts):
            yield target.origin.path
            if not isinstance(target, Edition):
                yield from (path for path in self._there | self._known if path.startswith(f"attachments/{target.id}/"))
            # A redaction takes the value out of the acts that quote it, too.
            yield from (act.origin.path for act in register.acts_on(ref))

    @cached_property
    def _paths(self) -> dict[str, list[str]]:
        """The files in hand by the id that they have."""
        found: dict[str, list[str]] = {}
        for path in sorted(self._there):
            if isinstance(placed := place(path), Placement):
                found.setdefault(placed.origin.id, []).append(path)
        return found

    def _without_errors(self, kept: list[Group]) -> list[Group]:
        while kept and (errors := self._errors(kept)):
            blamed = [group for group in kept if any(self._path(error) in group[1] for error in errors)]
            if not blamed:
                return self._one_by_one(kept)
            for group in blamed:
                kept.remove(group)
                self._leave(group, [error for error in errors if self._path(error) in group[1]])
        return kept

    def _one_by_one(self, groups: list[Group]) -> list[Group]:
        """The same where an error stands elsewhere than in the files that bring it."""
        kept: list[Group] = []
        for group in groups:
            errors = self._errors([*kept, group])
            if errors:
                self._leave(group, errors)
            else:
                kept.append(group)
        return kept

    def _leave(self, group: Group, errors: list[Finding]) -> None:
        self._left_out.append(("、".join(sorted(group[1])), errors[0].message))

    def _errors(self, groups: Iterable[Group]) -> list[Finding]:
        """The errors that these groups bring: not those that what is live has by itself."""
        tree = GraftTree(self._base, self._head, frozenset(path for _, group in groups for path in group))
        found = _errors_of(flow.check(tree, self._settings, self._footing.as_of, base=self._baseline).findings)
        return _errors_of(self._allowance.eased(found)) if found else []

    @cached_property
    def _baseline(self) -> Baseline:
        return flow.released(self._base, self._settings, self._footing.manifest.as_of)

    @cached_property
    def _allowance(self) -> Allowance:
        return Allowance.of(flow.check(self._base, self._settings, self._footing.as_of).findings, ())

    @cached_property
    def _settings(self) -> Settings:
        return read_settings(str(self._footing.settings[0]), self._head.root)

    def _differs(self, path: str) -> bool:
        if path not in self._known or path not in self._there:
            return (path in self._known) != (path in self._there)
        return self._head.read(path) != self._base.read(path)

    def _path(self, finding: Finding) -> str:
        return finding.path.removeprefix(f"{self._head.label}/")


def _errors_of(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def _act_paths(tree: Tree) -> list[str]:
    return [entry.path for entry in tree.entries() if entry.fault is None and entry.path.split("/")[0] in ACT_FOLDERS]


def _ref(path: str) -> str:
    placed = place(path)
    return placed.origin.id if isinstance(placed, Placement) else ""


def _targets(tree: Tree, paths: Iterable[str]) -> Iterator[str]:
    """The records that the acts in these files are about."""
    register = Register(flow.read(tree), Settings())
    chosen = frozenset(paths)
    yield from (str(act.target) for act in register.acts if act.origin.path in chosen)
