"""What changed between two states of one public record, and which of it the new acts account for (DESIGN §2.3).

Pure functions over two records and the acts that are new. What is a fault, and how it is worded, is for the rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.finding import KeyPath
from generator.model.declaration import Privacy, slot_by_key
from generator.model.editions import Flaw, Step, Wording, is_scrubbed, rewind, wording_of
from generator.model.kinds.corrections import Change, Correction
from generator.model.kinds.redactions import RedactedPart, Redaction
from generator.model.parts import Attachment
from generator.model.passages import hidden_parts, markers_under, settled
from generator.model.paths import ABSENT, Place, parse_path, place_at
from generator.model.record import Act, Record
from generator.model.scalars import MARKER

#: Stands for the Markdown where a path stands for a field.
BODY: KeyPath = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """One field, or the text (:data:`BODY`), that says something else. A value that is not there is （空）."""

    path: KeyPath
    was: str
    now: str
    place: Place | None
    """None for the text."""

    @property
    def is_public(self) -> bool:
        """Whether the public could see it change."""
        return self.place is None or self.place.privacy is not Privacy.INTERNAL


@dataclass(frozen=True, slots=True)
class WrongWas:
    """A change of a new correction whose 原 is not what the base says; ``base`` is None for a passage of the text."""

    correction: Correction
    index: int
    base: Difference | None


@dataclass(frozen=True)
class Comparison:
    """A public record in base and head, and the acts on it that are new."""

    base: Record
    head: Record
    acts: tuple[Act, ...] = ()
    quotes: tuple[str, ...] = ()
    """Of an act: what new redactions took out of the record that it is about."""
    quoted: frozenset[KeyPath] = frozenset()
    """Of a correction: the paths of 原 and 现 that new redactions of its record take away."""

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """The new corrections, the oldest first."""
        return tuple(act for act in self.acts if isinstance(act, Correction))

    @property
    def parts(self) -> tuple[RedactedPart, ...]:
        """What the new redactions name."""
        return tuple(part for act in self.acts if isinstance(act, Redaction) for part in act.parts)

    @cached_property
    def named(self) -> frozenset[KeyPath]:
        """The fields that the new redactions name."""
        return frozenset(parse_path(part.path) for part in self.parts if part.path is not None)

    @cached_property
    def public(self) -> tuple[Difference, ...]:
        """All that the public would see change, with or without an act."""
        return tuple(item for item in differences(wording_of(self.base), wording_of(self.head), type(self.head)) if item.is_public)

    @cached_property
    def unaccounted(self) -> tuple[Difference, ...]:
        """What still differs after the new corrections are undone, but for late additions and what new redactions hide."""
        return tuple(item for item in self._left if not self._is_corrected(item) and not is_addition(item))

    @cached_property
    def additions(self) -> tuple[Difference, ...]:
        """Late fields that were filled (补充)."""
        return tuple(item for item in self._left if not self._is_corrected(item) and is_addition(item))

    @cached_property
    def wrong(self) -> tuple[WrongWas, ...]:
        """The changes of new corrections that begin with something else than the base."""
        return tuple(self._wrong())

    @cached_property
    def hidden(self) -> tuple[str, ...]:
        """The texts that new redactions took away."""
        return tuple(text for item in self._undone if self._is_excused(item) for text in taken_away(item))

    @cached_property
    def _steps(self) -> tuple[Step, ...]:
        return rewind(self.head, self.acts)

    @cached_property
    def _undone(self) -> tuple[Difference, ...]:
        start = self._steps[-1].before if self._steps else wording_of(self.head)
        return tuple(item for item in differences(wording_of(self.base), start, type(self.head)) if item.is_public)

    @cached_property
    def _left(self) -> tuple[Difference, ...]:
        return tuple(item for item in self._undone if not self._is_excused(item))

    @cached_property
    def _corrected(self) -> frozenset[KeyPath]:
        changes = [change for correction in self.corrections for change in correction.changes]
        return frozenset(BODY if change.path is None else parse_path(change.path) for change in changes)

    def _is_excused(self, item: Difference) -> bool:
        """Whether new redactions allow just this: the marker in the place of what they name, and nothing else."""
        if item.path == BODY:
            return self._body_is_excused(item)
        if item.path in self.named and _is_attachment(item):
            return True
        parts = taken_away(item)
        if not parts:
            return False
        return item.path in self.named | self.quoted or all(any(part in quote for quote in self.quotes) for part in parts)

    def _body_is_excused(self, item: Difference) -> bool:
        """Whether markers were added under the headings that are named, as many as 处数 says, and nothing else was changed."""
        scopes: dict[str | None, list[int | None]] = {}
        for part in self.parts:
            if part.path is None:
                scopes.setdefault(part.heading, []).append(part.places)
        if not scopes or not taken_away(item):
            return False
        added = {heading: _added(item, heading) for heading in scopes}
        total, told = _added(item, None), [places for each in scopes.values() for places in each]
        for heading, places in scopes.items():
            if added[heading] < sum(filter(None, places)):
                return False
        if None not in told:
            return total == sum(filter(None, told))
        return None in scopes or total <= sum(added.values())

    def _is_corrected(self, item: Difference) -> bool:
        """Whether a new correction is about it, so that something is wrong with the correction, not with its absence."""
        if item.path == BODY:
            return any(wrong.base is None for wrong in self.wrong) or self._has_body_flaw
        return item.path in self._corrected

    @cached_property
    def _has_body_flaw(self) -> bool:
        """A passage that cannot be found is a fault of the correction, which the register's rules tell."""
        return any(
            step.act.changes[misfit.index].path is None and misfit.flaw is not Flaw.HIDDEN  # type: ignore[attr-defined]
            for step in self._steps for misfit in step.misfits
        )

    def _wrong(self) -> Iterator[WrongWas]:
        left = {item.path: item for item in self._left}
        for correction in self.corrections:
            for index, change in enumerate(correction.changes):
                path = BODY if change.path is None else parse_path(change.path)
                if path == BODY and path in left and not self._begins_from(change):
                    yield WrongWas(correction, index, None)
                elif path != BODY and path in left:
                    yield WrongWas(correction, index, left.pop(path))

    def _begins_from(self, change: Change) -> bool:
        """Whether the base's text has the passage that the change begins with."""
        return is_scrubbed(change) or change.was == ABSENT or self.base.body.count(change.was) == 1


def differences(base: Wording, head: Wording, kind: type[Record]) -> Iterator[Difference]:
    """Every leaf that says something else, in the order of the base and then of the head, and the text."""
    for path in dict.fromkeys((*base.said, *head.said)):
        was, now = base.said.get(path, ABSENT), head.said.get(path, ABSENT)
        if was != now:
            yield Difference(path, was, now, place_at(kind, path))
    was, now = settled(base.body), settled(head.body)
    if was != now:
        yield Difference(BODY, was, now, None)


def is_addition(item: Difference) -> bool:
    """Whether a late field was filled that was empty."""
    return item.place is not None and item.place.late and item.was == ABSENT


def taken_away(item: Difference) -> tuple[str, ...]:
    """The texts for which the marker now stands; empty if anything else was changed."""
    if item.was == ABSENT or MARKER not in item.now:
        return ()
    return hidden_parts(item.was, item.now) or ()


def quoted_paths(correction: Record, parts: Iterable[RedactedPart]) -> frozenset[KeyPath]:
    """Where a correction quotes what redactions of its record name: the paths of 原 and 现 of those changes."""
    if not isinstance(correction, Correction):
        return frozenset()
    known = list(parts)
    fields = {parse_path(part.path) for part in known if part.path is not None}
    has_body = any(part.path is None for part in known)
    return frozenset(
        ("更正事项", index, key)
        for index, change in enumerate(correction.changes)
        for key in ("原", "现")
        if (has_body if change.path is None else parse_path(change.path) in fields)
    )


def _is_attachment(item: Difference) -> bool:
    """Whether this is the name of a file: a redaction replaces the file, and its old name may give it away."""
    return item.place is not None and item.place.slot is slot_by_key(Attachment, "文件")


def _added(item: Difference, heading: str | None) -> int:
    """How many markers more there are under a heading, or in the whole text."""
    return (markers_under(item.now, heading) or 0) - (markers_under(item.was, heading) or 0)
