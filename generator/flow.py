"""The one flow from records to a site: ``read() → check() → plan()``. Start reading here.

Tree ─read→ Reading ─check→ CheckedRegister ─plan→ SitePlan ─Pelican→ files ─verify→ findings. Nothing here knows Pelican or prints.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.finding import Finding, Severity
from generator.history.baseline import base_day, digests, file_digests, open_whole_base
from generator.model.allowance import Allowance
from generator.model.checked import CheckedRegister, admit
from generator.model.draft import Reading
from generator.model.ledger_days import LedgerDays
from generator.model.register import Register
from generator.model.settings import Settings
from generator.model.site import FinishedSite, SitePlan
from generator.model.transition import Baseline, Transition
from generator.model.tree_changes import TreeChanges, Version, tree_changes
from generator.primitives.collector import resting_collector
from generator.primitives.workers import spread
from generator.reading.attachments import with_contents
from generator.reading.load import read_tree
from generator.reading.locator import Locator
from generator.reading.share import read_shared
from generator.reading.tree import DirectoryTree, GitTree, Tree, open_version
from generator.render.plan import plan_site
from generator.rules.engine import Reported, findings_of, problems_of, run
from generator.rules.registry import Scope, all_rules, rules_of
from generator.rules.waivers import settle

#: So many records are worth several processes: with fewer, one is done before two have begun.
_LARGE = 1000


@dataclass(frozen=True, slots=True)
class Verdict:
    """All findings, sorted, and the register that may be built: None if there is at least one error."""

    findings: tuple[Finding, ...]
    checked: CheckedRegister | None

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)


def read(tree: Tree, jobs: int = 1) -> Reading:
    """Read every file under the tree's content root, a folder in up to ``jobs`` processes; nothing is judged."""
    return _read(tree, jobs, _nothing)[0]


def _nothing(_part: Reading) -> list[Reported]:
    return []


def _record_problems(part: Reading) -> list[Reported]:
    """What the rules over single records report: asked where the records are read, which is in several processes at once."""
    return problems_of(rules_of(Scope.RECORD), ((draft.path, draft) for draft in part.drafts))


def _read(tree: Tree, jobs: int, look: Callable[[Reading], list[Reported]]) -> tuple[Reading, list[Reported]]:
    with resting_collector(kept=True):
        if isinstance(tree, DirectoryTree):
            reading, seen = read_shared(tree, jobs, look)
            return reading, [reported for some in seen for reported in some]
        reading = read_tree(tree)
        return reading, look(reading)


def check(
    tree: Tree, settings: Settings, as_of: date, *, reading: Reading | None = None, base: Baseline | None = None,
    ledger: LedgerDays | None = None, jobs: int = 1, allowance: Allowance | None = None,
) -> Verdict:
    """Hold a tree against all rules, in up to ``jobs`` processes; with ``base`` also the change against the rules of change.

    All findings of all files come out at once. Only a tree without errors yields a :class:`CheckedRegister`. ``reading`` saves
    reading a tree that was read before. ``ledger`` tells when each record first came before the public, where that is known. Relief is
    not stopped by errors that an ``allowance`` names.
    """
    # Whatever is forked from here on finds the rules at hand, and need not import them itself.
    all_rules()
    reading, reported = _read(tree, jobs, _record_problems) if reading is None else (reading, _record_problems(reading))
    reading = with_contents(reading, tree)
    register = Register(reading, settings, ledger if settings.include_samples else _of_published(ledger, reading))
    reported += _register_problems(register, as_of, jobs)
    locate = Locator(tree)
    label = reading.label
    found = findings_of(reported, label, locate)
    settlement = settle(found, register)
    found = [*settlement.kept, *run(rules_of(Scope.WAIVER), [("", settlement)], label, locate)]
    if base is not None:
        known = (file for file in reading.attachments if file.path in base.files)
        change = Transition(base, register, as_of, file_digests(tree, known))
        # No waiver lets a silent edit pass: whoever makes it could write the waiver, too.
        rules = (rule for rule in rules_of(Scope.CHANGE) if not (base.is_release and rule.of_proposal))
        found += run(rules, [("", change)], label, locate)
    if allowance is not None:
        found = list(allowance.eased(found))
    findings = tuple(sorted(found, key=lambda finding: finding.order))
    if any(finding.severity is Severity.ERROR for finding in findings):
        return Verdict(findings, None)
    public = register if settings.include_samples else Register(_without_samples(reading), settings, ledger)
    left_out = len(register.records) - len(public.records)
    return Verdict(findings, admit(public, as_of, findings, left_out))


def _register_problems(register: Register, as_of: date, jobs: int) -> list[Reported]:
    """What the rules over the whole register report, in the order of the rules; of a large register each rule is a task of its own."""
    rules = rules_of(Scope.REGISTER)

    def ask(number: int) -> list[Reported]:
        return problems_of((rules[number],), [("", register)], as_of)

    numbers = sorted(range(len(rules)), key=lambda number: not rules[number].long)
    with resting_collector(kept=True):
        answers = dict(zip(numbers, spread(jobs if len(register.records) >= _LARGE else 1, ask, numbers), strict=True))
    return [reported for number in range(len(rules)) for reported in answers[number]]


def _of_published(ledger: LedgerDays | None, reading: Reading) -> LedgerDays | None:
    """Of samples that are left out a ledger knows no first day: they do not appear with this release, either."""
    samples = (draft.record.ref for draft in reading.drafts if draft.record is not None and draft.record.is_sample)
    return ledger and replace(ledger, backfilled=ledger.backfilled.union(samples))


def _without_samples(reading: Reading) -> Reading:
    kept = tuple(draft for draft in reading.drafts if draft.record is None or not draft.record.is_sample)
    ids = {draft.record.id for draft in kept if draft.record is not None}
    files = tuple(file for file in reading.attachments if file.record_id in ids)
    return Reading(reading.label, kept, reading.pages, files)


def plan(checked: CheckedRegister) -> SitePlan:
    """Every file that the site will have, before any is written."""
    with resting_collector(kept=True):
        return plan_site(checked)


def verify(site: FinishedSite, allowance: Allowance | None = None) -> tuple[Finding, ...]:
    """Hold the finished bytes against the site rules; with an ``allowance`` what would only keep relief back is a warning."""
    if allowance is not None:
        traced = {trace.path: hashlib.sha256((site.root / trace.path).read_bytes()).hexdigest() for trace in site.traces}
        live = frozenset(path for path, digest in traced.items() if allowance.files.get(path) == digest)
        site = replace(site, relieved=allowance.records, live=live)
    found = run(rules_of(Scope.SITE), [("", site)], "", _nowhere)
    return tuple(sorted(found, key=lambda finding: finding.order))


def _nowhere(_path: str, _where: object, _at_key: bool) -> tuple[None, None]:
    return None, None


def baseline(tree: Tree, settings: Settings, day: date) -> Baseline:
    """Read the base of a proposed change. Its own faults do not matter now: what could be bound was public."""
    register = Register(read(tree), settings)
    return Baseline(register, day, tree.label, file_digests(tree, register.attachments))


def base_of(spec: str, content: Path, settings: Settings, as_of: date) -> Baseline:
    """The base that ``--base`` names: a commit stands on its own day, a folder on ``as_of``. Raises :class:`TreeError`."""
    tree = open_whole_base(spec, content)
    with tree if isinstance(tree, GitTree) else nullcontext():
        return baseline(tree, settings, base_day(tree, as_of))


def released(tree: Tree, settings: Settings, day: date) -> Baseline:
    """The content that is live as a base; ``day`` is that of its release."""
    return replace(baseline(tree, settings, day), is_release=True)


def compare(old: str, new: str | None, content: DirectoryTree, settings: Settings) -> TreeChanges:
    """What two versions of the records differ in, each a folder or a commit; None is the content itself. Raises :class:`TreeError`."""
    trees = [open_version(old, content.root), content if new is None else open_version(new, content.root)]
    with ExitStack() as stack:
        versions = [_version(stack.enter_context(tree) if isinstance(tree, GitTree) else tree, settings) for tree in trees]
    return tree_changes(*versions)


def _version(tree: Tree, settings: Settings) -> Version:
    paths = [entry.path for entry in tree.entries() if entry.fault is None and entry.path.startswith(("attachments/", "pages/"))]
    return Version(Register(read(tree), settings), digests(tree, paths))


def count(findings: Iterable[Finding]) -> dict[Severity, int]:
    """How many findings there are of each severity, gravest first."""
    listed = list(findings)
    return {severity: sum(f.severity is severity for f in listed) for severity in Severity}

