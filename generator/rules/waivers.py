"""Sets the findings that a record's own waivers let pass aside, and remembers which waivers did something.

Also notes the files that could not be read and of which no finding says why. It words nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.finding import Finding, Severity
from generator.model.record import Record, Waiver
from generator.model.register import Register


@dataclass(frozen=True, slots=True)
class Held:
    """A waiver with the record that holds it and its place there."""

    record: Record
    index: int
    waiver: Waiver


@dataclass(frozen=True, slots=True)
class Settlement:
    """The findings that stay, and the waivers of the register with those among them that let something pass."""

    kept: tuple[Finding, ...]
    held: tuple[Held, ...]
    used: frozenset[tuple[str, str]]
    """(path of the record, rule) of every waiver that let a finding pass."""
    unexplained: tuple[str, ...] = ()
    """Paths of the files that hold no readable record though no error stands at them."""


def waivers_of(register: Register) -> Iterator[Held]:
    """Every waiver of every record, in the order of files."""
    for record in register.records:
        for index, waiver in enumerate(getattr(record, "waivers", ())):
            yield Held(record, index, waiver)


def settle(findings: Iterable[Finding], register: Register) -> Settlement:
    """Drop the findings whose rule the record waives: at its own path, or at that of a file in its attachment folder.

    截止 does not matter here: an old waiver keeps working.
    """
    held = tuple(waivers_of(register))
    prefix = f"{register.label}/" if register.label else ""
    waived = {
        (f"{prefix}{path}", item.waiver.rule): item.record.origin.path for item in held for path in _paths(item.record, register)
    }
    kept, used = [], set()
    for finding in findings:
        path = waived.get((finding.path, finding.rule))
        if path is None:
            kept.append(finding)
        else:
            used.add((path, finding.rule))
    told = {finding.path for finding in kept if finding.severity is Severity.ERROR}
    unread = (draft.path for draft in register.drafts if draft.record is None and (draft.kind is not None or draft.faults))
    unexplained = tuple(path for path in unread if f"{prefix}{path}" not in told)
    return Settlement(tuple(kept), held, frozenset(used), unexplained)


def _paths(record: Record, register: Register) -> tuple[str, ...]:
    """Where findings on a record stand: in its file, and in the files of its attachment folder."""
    return (record.origin.path, *(file.path for file in register.attachments_of(record.id)))
