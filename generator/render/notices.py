"""The boxes before the title that tell what happened to a record, and the history that lists every event of its public life."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.history.timeline import Event, Happening, events_of
from generator.model.kinds.corrections import Correction
from generator.model.record import Act, Document, Edition, Effect, Record
from generator.model.references import Target
from generator.model.standing import Standing, State
from generator.model.terms import Term
from generator.render import wording
from generator.render.addresses import address_of, to_page
from generator.render.changes import changes_table
from generator.render.inline import Link, Pair, Phrase, Text, Value
from generator.render.names import edition_name, link_to, naming_slot
from generator.render.site import Site
from generator.render.values import Desk, visible
from generator.render.view_types import HistoryLine, Mark, Notice
from generator.render.views import Showing, rows_are_listed, shown, slot_named

SAMPLE = Mark("示例", "sample")
#: Of an act: what the box's title and place tell already.
_TOLD_BY_BOX = frozenset({"target", "day", "sample"})
#: Of a correction: what its own page tells to those who want to know.
_DETAILS = frozenset({"found_on", "matches_original"})
#: 更正说明; after 隐私处理 and 恢复公示 the label would not fit.
_SHORT_TITLE = 2
_EXPIRED = Text("期满后不再提供原文；决定本身的效力不受影响。")
_LATEST = Text("下文是更正后的内容。此前还作过更正，")
_EARLIER = Link("见公开历史", "#history")
_TOLD_BY_DAY = {
    Happening.PUBLISHED: "在本栏目公开",
    Happening.EXPIRED: "公示期限届满，不再提供原文",
}
_HOW_TO_ASK = Text("撤下后不再提供原文。需要了解情况或者对撤下有异议的，可以按照公示机关公布的渠道提出：")


def marks_of(record: Record, site: Site, *, in_force: bool = True) -> tuple[Mark, ...]:
    """The words that tell a record's standing."""
    state = site.state(record)
    standing = Mark(state.standing.label, state.standing.value)
    if isinstance(record, Edition) and state.standing is Standing.CURRENT:
        standing = Mark("现行有效", "current") if in_force else Mark("历史版本", "past")
    if isinstance(record, Act) and state.standing is Standing.CURRENT:
        return (SAMPLE,) if record.is_sample else ()
    return (standing, SAMPLE) if record.is_sample else (standing,)


def notices_of(record: Record, site: Site, root: str, *, in_force: bool = True) -> tuple[Notice, ...]:
    """The boxes of a record's page, the weightiest first."""
    state = site.state(record)
    if state.standing is Standing.WITHDRAWN:
        return (_withdrawn(record, state, site, root),)
    if state.term is not None and state.term.end is not None:
        return (_expired(state.term, state.term.end),)
    if isinstance(record, Document) and not state.acts:
        return (_unchanged(record),)
    boxes = [_corrected(act, site, root) for act in _told_on_top(record, state)]
    if len(boxes) < sum(isinstance(act, Correction) for act in state.acts):
        boxes = [box._replace(text=_LATEST, link=_EARLIER) for box in boxes]
    boxes = [*(_redacted(act, site, root) for act in reversed(state.acts) if act.EFFECT is Effect.REDACT), *boxes]
    if state.decisive is not None and state.decisive.EFFECT is Effect.REINSTATE:
        boxes.insert(0, _reinstated(state.decisive, site, root))
    if isinstance(record, Edition) and not in_force:
        boxes.append(_superseded(record, site, root))
    return tuple(boxes)


def _told_on_top(record: Record, state: State) -> list[Correction]:
    """The corrections that have a box, newest first: of a document the last one, since its history tells those before it."""
    found = [act for act in reversed(state.acts) if isinstance(act, Correction)]
    return found[:1] if isinstance(record, Document) else found


def _unchanged(record: Document) -> Notice:
    words = (wording.day(record.published_on), Text("公开，公开以来没有更正和撤下。"))
    return Notice("current", Text(Standing.CURRENT.label), Phrase(words))


def _redacted(act: Act, site: Site, root: str) -> Notice:
    title = Phrase((Text("本条信息的部分内容已于"), wording.day(act.day), Text("依法隐去", nowrap=True)))
    return Notice("corrected", title, Text("隐去的地方标有“【依法隐去】”。"), tuple(_act_pairs(act, site, root)))


def _reinstated(act: Act, site: Site, root: str) -> Notice:
    title = Phrase((Text("本条信息撤下后，已于"), wording.day(act.day), Text("恢复公示", nowrap=True)))
    return Notice("past", title, Text("下文是恢复公示的内容。"), tuple(_act_pairs(act, site, root)))


def _withdrawn(record: Record, state: State, site: Site, root: str) -> Notice:
    act = state.decisive
    when = (wording.day(state.since),) if state.since is not None else ()
    return Notice(
        tone="withdrawn",
        title=Phrase((Text("本条信息已于"), *when, Text("撤下", nowrap=True))),
        text=_HOW_TO_ASK if (body := _body_of(record, site)) is not None else None,
        pairs=tuple(_act_pairs(act, site, root)) if act is not None else (),
        link=link_to(body, site, root) if body is not None else None,
    )


def _expired(term: Term, end: date) -> Notice:
    last = wording.day(end)
    pairs = (Pair("公示期限", Text(f"{term.maximum}个月")), Pair("公示截止期", last), Pair("依据", Text(term.basis)))
    return Notice("past", Text(f"本条信息的公示期限已于{last.text}届满"), _EXPIRED, pairs)


def _act_pairs(act: Act, site: Site, root: str, leave_out: frozenset[str] = frozenset()) -> Iterator[Pair]:
    """What an act says of itself, as far as its own standing shows it, its reason first, and the way to its page."""
    sight = shown(act, site.state(act), Showing.ROW)
    desk = Desk(site, root, act.own_day, sight)
    told = [(field, raw) for field, raw in visible(act, sight) if field.name not in _TOLD_BY_BOX | leave_out]
    for field, raw in sorted(told, key=lambda item: item[0].name != "reason"):
        if field.show is not None:
            yield Pair(field.declaration.label, field.show(raw, desk))
    if site.is_shown(act):
        told = act.KIND.title
        yield Pair(f"{told}说明" if len(told) <= _SHORT_TITLE else "处理说明", link_to(act, site, root))


def _body_of(record: Record, site: Site) -> Record | None:
    """The body that answers for a record: the deciding one, or the one that a list belongs to."""
    if isinstance(record, Act):
        return None
    for slot in (slot_named(type(record), "authority"), naming_slot(type(record))):
        value = getattr(record, slot.name) if slot is not None else None
        if isinstance(value, Target) and (body := site.find(value)) is not None:
            return body
    return None


def _corrected(act: Correction, site: Site, root: str) -> Notice:
    return Notice(
        tone="corrected",
        title=Phrase((Text("本条信息已于"), wording.day(act.day), Text("更正", nowrap=True))),
        text=Text("下文是更正后的内容。"),
        pairs=tuple(_act_pairs(act, site, root, _DETAILS)),
        table=changes_table(act, site, root),
    )


def _superseded(edition: Edition, site: Site, root: str) -> Notice:
    newer = site.shown_editions(edition.id)
    successor = newer[newer.index(edition) - 1] if newer.index(edition) else None
    text: list[Value] = []
    if successor is not None:
        text += [Text("自"), wording.day(successor.effective_on), Text(f"起由{edition_name(successor)}替代。")]
    sight = shown(edition, site.state(edition), Showing.PAST)
    groups = [field.slot.group for field, _ in visible(edition, sight) if field.show is None]
    if any(group is not None and not rows_are_listed(group, sight) for group in groups):
        text.append(Text("历史版本只公开人数和证件号码。"))
    return Notice(
        tone="past",
        title=Text(f"这是{edition_name(edition)}，已不再施行"),
        text=Phrase(tuple(text)),
        link=Link("查看现行版本", to_page(root, f"{edition.id}/")),
    )


def history_of(record: Record, site: Site, root: str) -> tuple[HistoryLine, ...]:
    """Every event of a document's public life that has happened, oldest first."""
    if not isinstance(record, Document):
        return ()
    lines = (_history_line(event, site, root) for event in events_of(record, site.register, site.as_of, site.state(record)))
    return tuple(line for line in lines if line is not None)


def _history_line(event: Event, site: Site, root: str) -> HistoryLine | None:
    """One event in words; None where what it is about may not be shown."""
    day, word = wording.day(event.day), event.happening.label
    if event.act is None and event.happening is not Happening.SUPPLEMENTED:
        return HistoryLine(day, word, _TOLD_BY_DAY[event.happening])
    if event.act is None:
        sight = shown(event.record, site.state(event.record), Showing.PAGE)
        told = [slot.declaration.label for slot in event.fields if sight.allows(slot.declaration.privacy)]
        return HistoryLine(day, word, f"补充填写{'、'.join(told)}") if told else None
    act = event.act
    link = Link(f"{act.KIND.title}说明", to_page(root, address_of(act))) if site.is_shown(act) else None
    line = HistoryLine(day, act.KIND.title, act.reason if site.tells_reason(act) else "", link)
    on_top = _told_on_top(event.record, site.state(event.record))
    if not isinstance(act, Correction) or site.is_tombstone(event.record) or act in on_top:
        return line
    return line._replace(table=changes_table(act, site, root))
