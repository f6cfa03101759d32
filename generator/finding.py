"""What can be wrong, and where: the vocabulary shared by every layer.

A *fault* is what reading or binding noticed, as data without words. A *finding* is what a rule says
of it to the clerk. This module holds no wording and knows no file format.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any

#: Names a value inside a record: mapping keys and 0-based list indexes, ``("调查数据", 0, "上报数")``.
KeyPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file's decoded text. Line and column start at 1 and count characters."""

    line: int
    column: int
    length: int = 1


class Severity(StrEnum):
    """How grave a finding is. Only ``ERROR`` stops a build (exit code 1)."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"

    @property
    def label(self) -> str:
        """The word that the clerk reads."""
        return {"error": "错误", "warning": "警告", "notice": "提示"}[self.value]

    @property
    def rank(self) -> int:
        """0 for the gravest: the order in which findings of one place are printed."""
        return list(Severity).index(self)


#: Where a fault sits: a key path (its line is looked up only if somebody asks), a span of the file's
#: text, or None for the file as a whole.
Where = KeyPath | Span | None


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that reading or binding could not accept.

    ``code`` names it (``yaml-key-duplicate``, ``missing`` …); exactly one rule owns each code and holds its
    Chinese wording. ``context`` fills that wording and never holds a suspected personal value.
    """

    code: str
    where: Where = None
    context: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule reports: place, fault, reason and mend, ready to be printed.

    ``path`` is relative to the folder that holds the content folder, with ``/``. ``excerpt`` is the source line, or None
    where the rule forbids quoting (personal data) or there is no line.
    """

    rule: str
    severity: Severity
    path: str
    span: Span | None
    message: str
    hint: str
    basis: str
    excerpt: str | None = None

    @property
    def order(self) -> tuple[str, int, int, int, str, str]:
        """Sort key: findings are printed file by file, from top to bottom."""
        line, column = (self.span.line, self.span.column) if self.span else (0, 0)
        return (self.path, line, column, self.severity.rank, self.rule, self.message)


def path_text(path: KeyPath) -> str:
    """Write a key path as clerks do: ``调查数据.1.上报数``, rows counted from 1 (DESIGN §3)."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
