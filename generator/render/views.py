"""What the public sees of a record in each standing: the one table, and the one function that reads it.

The only place that knows standings and privacy classes (DESIGN §6). It words nothing and builds no page: pages ask :func:`shown`
and print what they are allowed to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from generator.model.declaration import Group, Privacy, Slot, slots, walk_slots
from generator.model.kinds.penalties import SurveyFigure
from generator.model.record import Document, Edition, Record
from generator.model.standing import Standing, State


class Showing(StrEnum):
    """Where something of a record can be shown."""

    PAGE = "page"
    """Its own page; for a list the edition that is in force."""
    PAST = "past"
    """The page of an edition that is no longer in force."""
    ROW = "row"
    """A row of a list, the home page, a link's words."""
    FILES = "files"
    """Its attachments."""
    INDEX = "index"
    """Search engines: sitemap and robots."""


_NOTHING: frozenset[Privacy] = frozenset()
_IDENTITY = frozenset({Privacy.IDENTITY})
_IMPERSONAL = frozenset({Privacy.IDENTITY, Privacy.PUBLIC})
_OPEN = frozenset({Privacy.IDENTITY, Privacy.PUBLIC, Privacy.PERSONAL})

_LIVE: Mapping[Showing, frozenset[Privacy]] = {
    Showing.PAGE: _OPEN,
    Showing.PAST: _IMPERSONAL,
    Showing.ROW: _OPEN,
    Showing.FILES: _OPEN,
    Showing.INDEX: _IDENTITY,
}
_TOMBSTONE: Mapping[Showing, frozenset[Privacy]] = {
    Showing.PAGE: _IDENTITY,
    Showing.PAST: _IDENTITY,
    Showing.ROW: _IDENTITY,
    Showing.FILES: _NOTHING,
    Showing.INDEX: _NOTHING,
}
_ABSENT: Mapping[Showing, frozenset[Privacy]] = dict.fromkeys(Showing, _NOTHING)

#: The table: standing × showing → the privacy classes that may be shown. ``INTERNAL`` stands in none of them.
SHOWS: Mapping[Standing, Mapping[Showing, frozenset[Privacy]]] = MappingProxyType(
    {
        Standing.PENDING: _ABSENT,
        Standing.CURRENT: _LIVE,
        Standing.CORRECTED: _LIVE,
        Standing.WITHDRAWN: _TOMBSTONE,
        Standing.EXPIRED: _TOMBSTONE,
    }
)


class Extent(StrEnum):
    """How much of a record some classes show, from all that may be public to nothing."""

    ALL = "all"
    IMPERSONAL = "impersonal"
    IDENTITY = "identity"
    NOTHING = "nothing"


def extent_of(classes: frozenset[Privacy]) -> Extent:
    """How much these classes show; only what the table has is known."""
    return {_OPEN: Extent.ALL, _IMPERSONAL: Extent.IMPERSONAL, _IDENTITY: Extent.IDENTITY, _NOTHING: Extent.NOTHING}[classes]


#: What the columns of a list may be made of; each row then shows what its record's standing allows.
COLUMNS = _LIVE[Showing.ROW]

#: What is counted of records whose text is gone: statistics keep them (DESIGN §6), and never tell whose they were.
COUNTED = _IMPERSONAL

#: 微观数据.处理 → the figures of a row that are withheld; None withholds the rows altogether (统计法 2024 第二十八条).
_WITHHELD: Mapping[str, frozenset[str] | None] = MappingProxyType(
    {
        "全部": frozenset(),
        "仅比率": frozenset({"reported", "verified", "difference"}),
        "隐去": None,
    }
)
#: Where the record does not say: the narrowest handling that still tells something.
_UNSAID = "仅比率"


@dataclass(frozen=True, slots=True)
class Shown:
    """What may be shown of one record in one place.

    ``classes`` are the visible privacy classes, ``body`` tells whether the full text is, ``withheld`` names the attributes of a row
    of survey figures that are not (None: no row is shown).
    """

    classes: frozenset[Privacy]
    body: bool
    withheld: frozenset[str] | None = frozenset()

    def allows(self, privacy: Privacy) -> bool:
        """Whether a field of this class is visible."""
        return privacy in self.classes

    @property
    def is_nothing(self) -> bool:
        """Nothing at all may be shown."""
        return not self.classes


def shown(record: Record, state: State, showing: Showing) -> Shown:
    """What of ``record``, in this state, is shown in this place."""
    if isinstance(record, Document) and record.is_secret:
        return _seen(_NOTHING, None)
    return _seen(SHOWS[state.standing][showing], _withheld_of(record))


@cache
def _seen(classes: frozenset[Privacy], withheld: frozenset[str] | None) -> Shown:
    """What these classes let be seen: the same for thousands of records. With the text go the rows of figures."""
    opened = classes >= _IMPERSONAL
    return Shown(classes, body=opened, withheld=withheld if opened else None)


def _withheld_of(record: Record) -> frozenset[str] | None:
    if slot_named(type(record), "microdata") is None:
        return frozenset()
    microdata = record.microdata  # type: ignore[attr-defined]
    return _WITHHELD[microdata.handling if microdata is not None else _UNSAID]


_ORDER = (Privacy.IDENTITY, Privacy.PUBLIC, Privacy.PERSONAL, Privacy.INTERNAL)


def narrower(outer: Privacy, inner: Privacy) -> Privacy:
    """The class of a field inside a group: a part is never more visible than the whole."""
    return max(outer, inner, key=_ORDER.index)


def withheld_fields(group: type[Group], sight: Shown) -> frozenset[str] | None:
    """The attributes of a row of this type whose values are withheld; None: the rows themselves."""
    return sight.withheld if group is SurveyFigure else frozenset()


@cache
def slot_named(group: type[Group], name: str) -> Slot | None:
    """The declared field behind an attribute, or None."""
    return next((slot for slot in slots(group) if slot.name == name), None)


@cache
def tells_of_persons(group: type[Group]) -> bool:
    """Whether a record or row of this type says anything about a person or party."""
    return any(slot.declaration.privacy is Privacy.PERSONAL for _path, slot in walk_slots(group))


def may_be_named(record: Record, state: State, by: Privacy) -> bool:
    """Whether a neighbour may say which record it means, in a field of class ``by``.

    A neighbour that names its own party would tell whose withdrawn record it is. Acts name what they are about, and successors: their
    fields identify them.
    """
    if by is Privacy.IDENTITY or not tells_of_persons(type(record)):
        return True
    return shown(record, state, Showing.ROW).allows(Privacy.PERSONAL)


def rows_are_listed(row: type[Group], sight: Shown) -> bool:
    """Whether rows of this type stand one by one. Rows about persons are only counted where persons are not shown.

    A post and an area tell who somebody was, so leaving out the name alone would not do (DESIGN §6, earlier roster editions).
    """
    return sight.allows(Privacy.PUBLIC) and (sight.allows(Privacy.PERSONAL) or not tells_of_persons(row))


def showing_of(record: Record, *, in_force: bool) -> Showing:
    """Which place a record's own page is: editions out of force are shown without persons."""
    return Showing.PAST if isinstance(record, Edition) and not in_force else Showing.PAGE
