"""What may not stop relief: what is wrong with the live content by itself, and what else still tells of the records that are hidden.

Only ``publish --acts-only`` and ``takedown`` make one. It lets nothing new through: each error and each record in it is live already.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.finding import Finding, Severity

#: Rule, path and message of an error.
_Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Allowance:
    """How often each error is in the live content, and what the new acts are about."""

    errors: Mapping[_Key, int]
    records: frozenset[str]
    files: Mapping[str, str]
    """SHA-256 of each file of the live site: a file that stays as it is brings nothing before the public."""

    @staticmethod
    def of(findings: Iterable[Finding], records: Iterable[str] = (), files: Mapping[str, str] | None = None) -> Allowance:
        """The allowance for relief on ``records``, from the findings of the live content alone and the files of the live site."""
        errors = Counter(_key(found) for found in findings if found.severity is Severity.ERROR)
        return Allowance(errors, frozenset(records), files or {})

    def but_in(self, paths: Iterable[str], label: str) -> Allowance:
        """The same without the errors in these files of the content ``label``: of a record that comes back nothing is live now."""
        left_out = {f"{label}/{path}" for path in paths}
        return replace(self, errors={key: count for key, count in self.errors.items() if key[1] not in left_out})

    def eased(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings, with the errors among them that are live already as warnings: as many as there are live, and no more."""
        left = Counter(self.errors)
        eased = []
        for found in findings:
            is_live = found.severity is Severity.ERROR and left[_key(found)] > 0
            left[_key(found)] -= is_live
            eased.append(replace(found, severity=Severity.WARNING) if is_live else found)
        return tuple(eased)


def _key(found: Finding) -> _Key:
    return (found.rule, found.path, found.message)
