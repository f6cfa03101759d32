"""A proposed change: the register that is public now beside the one that is proposed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.finding import KeyPath
from generator.model.comparison import Comparison, quoted_paths
from generator.model.declaration import slots
from generator.model.kinds.code_lists import CodeList
from generator.model.kinds.redactions import Redaction
from generator.model.record import Act, Document, Record
from generator.model.references import Target
from generator.model.register import Register
from generator.model.standing import Standing, fold, is_public
from generator.model.terms import PORTAL, term_of
from generator.model.walk import references


@dataclass(frozen=True, slots=True)
class Baseline:
    """The register of the base, and the day on which it stood in public."""

    register: Register
    day: date
    """Commit day of a git base; the build's ``as_of`` for a folder."""
    label: str
    """How messages call the base."""
    files: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of each attachment by its path."""
    is_release: bool = False
    """What is live, not what a proposal started from."""


@dataclass(frozen=True, slots=True)
class Recoded:
    """A code whose name is another one now, in the list at ``path``, and the public records that use it."""

    path: str
    number: str
    records: tuple[Record, ...]


@dataclass(frozen=True)
class Transition:
    """Base and head, compared as of a day."""

    base: Baseline
    head: Register
    as_of: date
    files: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of each attachment of the head by its path."""

    @property
    def day(self) -> date:
        """The day on which the base counts as seen: the earlier of its own and ``as_of`` (DESIGN §3)."""
        return min(self.base.day, self.as_of)

    def was_public(self, record: Record) -> bool:
        """In the base, and come before the public by :attr:`day`."""
        return is_public(record, self.day)

    def is_new(self, act: Act) -> bool:
        """Whether the base lacks the act."""
        return self.base.register.get(act.ref) is None

    def new_acts(self, ref: str) -> tuple[Act, ...]:
        """The acts on a record that the base lacks, oldest first."""
        return tuple(act for act in self.head.acts_on(ref) if self.is_new(act))

    @cached_property
    def comparisons(self) -> tuple[Comparison, ...]:
        """Every public record that is still there and differs or has new acts, in the order of the base."""
        return tuple(self._comparisons())

    def _comparisons(self) -> Iterator[Comparison]:
        for record in self.base.register.records:
            head = self.head.get(record.ref)
            if self.base.register.get(record.ref) is not record or type(head) is not type(record) or not self.was_public(record):
                continue
            assert head is not None
            acts = self.new_acts(record.ref)
            if not acts and _is_same(record, head):
                continue
            if isinstance(record, Act):
                yield Comparison(record, head, acts, *self._scrubbed(record))
            else:
                yield Comparison(record, head, acts)

    @cached_property
    def lapses(self) -> tuple[tuple[Document, bool], ...]:
        """The public documents that the table of terms alone ends (True) or brings back (False) on this day, in the order of the head."""
        return tuple(self._lapses()) if self.base.register.policy.terms != self.head.policy.terms else ()

    def _lapses(self) -> Iterator[tuple[Document, bool]]:
        for record in self.head.documents:
            if self.base.register.get(record.ref) is None or not self.was_public(record):
                continue
            terms = (term_of(record, PORTAL, register.policy, self.head.settings) for register in (self.base.register, self.head))
            acts = self.head.acts_on(record.ref)
            before, after = (fold(record, acts, self.as_of, term).standing is Standing.EXPIRED for term in terms)
            if before != after:
                yield record, after

    @cached_property
    def recoded(self) -> tuple[Recoded, ...]:
        """The codes that public records use and that say something else now, in the order of the base's lists."""
        return tuple(self._recoded())

    def _recoded(self) -> Iterator[Recoded]:
        for codes in self.base.register.of_kind(CodeList):
            assert isinstance(codes, CodeList)
            head = self.head.get(codes.ref)
            names = {row.number: row.name for row in head.rows} if isinstance(head, CodeList) else {}
            changed = {row.number for row in codes.rows if names.get(row.number) != row.name}
            users = [found.record for found in self.base.register.referrers(codes.id)] if changed else []
            for number in (row.number for row in codes.rows if row.number in changed):
                using = [user for user in dict.fromkeys(users) if self.was_public(user) and _uses(user, codes.id, number)]
                if using:
                    yield Recoded(codes.origin.path, number, tuple(using))

    def _scrubbed(self, act: Act) -> tuple[tuple[str, ...], frozenset[KeyPath]]:
        """What new redactions took out of the record that an act is about, and where the act quotes it."""
        ref = str(act.target)
        acts = self.new_acts(ref)
        base, head = self.base.register.get(ref), self.head.get(ref)
        if base is None or head is None or not any(isinstance(new, Redaction) for new in acts):
            return (), frozenset()
        target = Comparison(base, head, acts)
        return target.hidden, quoted_paths(act, target.parts)


def _uses(record: Record, codes: str, number: str) -> bool:
    found = (target for _where, _slot, target in references(record) if isinstance(target, Target))
    return any(target.id == codes and target.row == number for target in found)


def _is_same(base: Record, head: Record) -> bool:
    if base.body != head.body or base.model_fields_set != head.model_fields_set:
        return False
    return all(getattr(base, slot.name) == getattr(head, slot.name) for slot in slots(type(base)))
