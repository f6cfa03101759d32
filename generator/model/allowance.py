"""What may not stop relief: what is wrong with the live content by itself, and what else still tells of the records that are hidden.

Only ``publish --acts-only`` and ``takedown`` make one. It lets nothing new through: each error and each record in it is live already.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class Allowance:
    """``errors`` are rule, path and message of each error in the live content; ``records`` are what the new acts are about."""

    errors: frozenset[tuple[str, str, str]]
    records: frozenset[str]

    @staticmethod
    def of(findings: Iterable[Finding], records: Iterable[str]) -> Allowance:
        """The allowance for relief on ``records``, from the findings of the live content alone."""
        return Allowance(frozenset(_key(found) for found in findings if found.severity is Severity.ERROR), frozenset(records))

    def eased(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings, with the errors among them that are live already as warnings."""
        return tuple(replace(found, severity=Severity.WARNING) if _key(found) in self.errors else found for found in findings)


def _key(found: Finding) -> tuple[str, str, str]:
    return (found.rule, found.path, found.message)
