"""What the privacy rules share: what may be public although it looks personal, and whose record or file a text belongs to.

Finds nothing itself (generator/primitives/privacy.py), and never passes a value on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import cache

from generator.finding import KeyPath, Span
from generator.model.declaration import Group, Privacy, Slot, slots
from generator.model.draft import AttachmentFile, Draft, Fragment
from generator.model.kinds.bodies import EnforcementBody
from generator.model.kinds.guides import ServiceGuide
from generator.model.kinds.rosters import HeldCertificate
from generator.model.parts import Party
from generator.model.record import Record
from generator.model.register import Register
from generator.model.scalars import MARKER, parse_text
from generator.model.walk import groups, leaves
from generator.primitives.privacy import NOTHING_ALLOWED, Allowed, Hit, Sort, allow, may_hold
from generator.reading.positions import Lines
from generator.rules.once import once_per_register

LAW = "《个人信息保护法》第三十四条；《政府信息公开条例》第十五条；《行政处罚法》第五十条"

#: How the clerk mends it; what is not named here is simply taken out.
_MENDS = {
    Sort.LANDLINE: "删去；是机关对外公开的办公电话的，先写进执法主体（bodies）或者服务指南（guides）的电话项",
    Sort.MAIL: "删去；是机关对外公开的邮箱的，先写进执法主体（bodies）的“电子邮箱”",
    Sort.HOME: "自然人的住址只写到乡镇（街道），后面的删去",
    Sort.BANK_CARD: "删去；缴纳罚款的账户写明“财政专户”或者“罚没收入专户”，不会误报",
    Sort.RESIDENT_ID: "删去，或者改为“【依法隐去】”；不要只遮住几位，出生日期也不能公开",
}
_MEND = "删去，或者改为“【依法隐去】”"
_MORE = "；已经公开过的，还要登记隐私处理（redactions）"


def mend(sort: Sort) -> str:
    """What to do about a finding of this sort."""
    return _MENDS.get(sort, _MEND) + _MORE


@once_per_register
def allowed(register: Register) -> Allowed:
    """What the offices declared: their telephones, e-mail and addresses, and the certificate numbers of the rosters.

    A mobile number counts as declared only under a key that asks for a telephone.
    """
    contacts: list[str] = []
    places: list[str] = []
    for kind in (EnforcementBody, ServiceGuide):
        for record in register.of_kind(kind):
            for _where, slot, value in leaves(record):
                if isinstance(value, str) and ("电话" in slot.key or "邮箱" in slot.key or slot.key == "说明"):
                    contacts.append(value)
                if isinstance(value, str) and slot.key in ("地址", "办理地点"):
                    places.append(value)
    contacts += [found.number for record in register.records for _where, found in groups(record, HeldCertificate)]
    return allow(contacts=contacts, places=places)


def own(record: Record | None) -> Allowed:
    """What this very record may say: its figures, and the premises of a party that is no natural person."""
    if record is None:
        return NOTHING_ALLOWED
    figures = [format(value, "f") for _where, _slot, value in leaves(record) if isinstance(value, Decimal)]
    places = [
        party.address for _where, party in groups(record, Party)
        if party.address is not None and party.sort == "法人及非法人组织"
    ]
    return allow(contacts=figures, places=places)


def is_about_person(record: Record | None) -> bool:
    """Whether a party of the record is a natural person."""
    return record is not None and any(party.sort == "自然人" for _where, party in groups(record, Party))


def texts(record: Record) -> Iterator[tuple[KeyPath, Slot, str]]:
    """The free texts of a record by its declarations: every key that takes more than a choice."""
    for where, slot, value in leaves(record):
        if isinstance(value, str) and slot.scalar is not None and not slot.scalar.options and value != MARKER:
            yield where, slot, value


def public_prose(record: Record, without: frozenset[str] = frozenset()) -> list[tuple[KeyPath, str]]:
    """The public texts of a record, entering only groups that can hold one; ``without`` names top keys to leave out."""
    found: list[tuple[KeyPath, str]] = []
    _add_prose(record, without, (), found)
    return found


def _add_prose(group: Group, without: frozenset[str], prefix: KeyPath, found: list[tuple[KeyPath, str]]) -> None:
    for slot in _prose_slots(type(group), without):
        value = getattr(group, slot.name)
        if value is None or value == ():
            continue
        where = (*prefix, slot.key)
        for path, item in [((*where, index), item) for index, item in enumerate(value)] if slot.many else ((where, value),):
            if slot.group is None:
                found.append((path, item))
            else:
                _add_prose(item, frozenset(), path, found)


@cache
def _prose_slots(model: type[Group], without: frozenset[str]) -> tuple[Slot, ...]:
    return tuple(
        slot
        for slot in slots(model)
        if slot.declaration.privacy is not Privacy.INTERNAL and slot.key not in without
        and (
            slot.scalar.parse is parse_text if slot.scalar is not None
            else slot.group is not None and _prose_slots(slot.group, frozenset())
        )
    )  # fmt: skip


def spans(draft: Draft, hits: Iterable[Hit]) -> Iterator[tuple[Sort, Span]]:
    """Where hits in a draft's Markdown stand in its file; of one sort only the first of each line."""
    lines: Lines | None = None
    seen: set[tuple[Sort, int]] = set()
    for hit in hits:
        lines = lines or Lines(draft.body, draft.body_line)
        span = lines.span(hit.start, hit.end)
        if (hit.sort, span.line) not in seen:
            seen.add((hit.sort, span.line))
            yield hit.sort, span


def holder(register: Register, file: AttachmentFile) -> Record | None:
    """The record or newest edition that a file belongs to."""
    return register.get(file.record_id) or next(reversed(register.editions(file.record_id)), None)


def is_suspect(fragments: tuple[Fragment, ...]) -> bool:
    """Whether any of an attachment's texts bears a sign that the detectors look for."""
    return may_hold("\n".join(fragment.text for fragment in fragments))


def places_of(fragments: Iterable[Fragment], find: Callable[[str], tuple[Hit, ...]]) -> dict[Sort, list[str]]:
    """Sort → the place of each hit in an attachment, as often as there are hits."""
    found: dict[Sort, list[str]] = defaultdict(list)
    for fragment in fragments:
        for hit in find(fragment.text):
            found[hit.sort].append(fragment.place)
    return found


def named_places(places: Iterable[str]) -> str:
    """Places in words, the first five of them."""
    listed = list(dict.fromkeys(places))
    return "、".join(listed[:5]) + (f"等 {len(listed)} 个地方" if len(listed) > 5 else "")
