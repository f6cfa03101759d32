"""What identifies a record as a piece of public information: the 政务公开 metadata block, and how to cite the page.

Everything in it is of class IDENTITY, or the body's own public code; so it stands on tombstones too, and keeps the number from being
given again.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.declaration import Privacy
from generator.model.kinds.bodies import EnforcementBody
from generator.model.record import Document, Record
from generator.model.standing import Standing
from generator.render import wording
from generator.render.addresses import address_of
from generator.render.inline import Missing, Pair, Text, Value
from generator.render.names import body_name, is_number, name_of, naming_body
from generator.render.site import Site
from generator.render.view_types import Section
from generator.render.views import Showing, shown, slot_named

#: The day on which a document was made, by the attributes that kinds call it, the first that a kind has.
_MADE = ("decided_on", "adopted_on", "approved_on", "drawn_on", "registered_on")


def identity_section(record: Record, site: Site) -> Section | None:
    """索引号, 发布机构, 名称, 文号, 成文日期, 发布日期, 有效性, and a line to cite; only documents have it."""
    if not isinstance(record, Document):
        return None
    return Section("identity", "信息要素", pairs=tuple(_pairs(record, site)))


def _pairs(record: Document, site: Site) -> Iterator[Pair]:
    name, whose = name_of(record, site), publisher(record, site)
    # A record with a name of its own is called by that, the others are the body's decision of a number.
    title, number = (f"{whose}{record.KIND.title}", name) if is_number(type(record)) else (name, "")
    made = _made_on(record, site)
    yield Pair("索引号", _index_number(record, site))
    yield Pair("发布机构", Text(whose))
    yield Pair("名称", Text(title))
    if number:
        yield Pair("文号", wording.code(number))
    yield Pair("成文日期", made if made is not None else wording.UNMARKED)
    yield Pair("发布日期", wording.day(record.published_on))
    yield Pair("有效性", Text(site.state(record).standing.label))
    if not site.is_tombstone(record):
        yield Pair("引用格式", Text(_citation(record, title, number, site)))


def publisher(record: Record, site: Site) -> str:
    """The body whose record it is, as it was called then; else the column's owner."""
    return body_name(record, site).text or site.settings.owner or site.settings.site_name


def _made_on(record: Document, site: Site) -> Value | None:
    """The day on which it was made, if the record tells it in this standing."""
    sight = shown(record, site.state(record), Showing.PAGE)
    for name in _MADE:
        slot = slot_named(type(record), name)
        if slot is not None:
            day = getattr(record, name)
            return wording.day(day) if day is not None and sight.allows(slot.declaration.privacy) else None
    return None


def _index_number(record: Document, site: Site) -> Text | Missing:
    """By the form in the settings. A number that lacks the body's code is unknown, not shorter. It is longer than a phone is wide."""
    form = site.settings.index_number
    code = _credit_code(record, site)
    if not code and "{信用代码}" in form:
        return wording.UNMARKED
    parts = {"信用代码": code, "年份": record.own_day.year, "类别": record.origin.folder, "编号": record.origin.stem}
    return Text(form.format_map(parts))


def _credit_code(record: Document, site: Site) -> str:
    """The code of the deciding body in its newest public edition: one that became known later counts for older records too."""
    body = naming_body(record)
    edition = site.edition_in_force(body) if body is not None else None
    if not isinstance(edition, EnforcementBody) or not site.is_shown(edition):
        return ""
    opened = shown(edition, site.state(edition), Showing.ROW).allows(Privacy.PUBLIC)
    return edition.credit_code or "" if opened else ""


def _citation(record: Document, title: str, number: str, site: Site) -> str:
    """示例县统计局行政处罚决定，示统罚决字〔2025〕1号，2025年2月25日公开于行政执法公示专栏，https://…/penalties/2025-001/."""
    public = wording.day(record.published_on).text
    told = (title, number, f"{public}公开于{site.settings.site_name}", _place(record, site))
    corrected = "（已更正）" if site.state(record).standing is Standing.CORRECTED else ""
    return "，".join(part for part in told if part) + corrected


def _place(record: Document, site: Site) -> str:
    base = site.settings.site_address
    return f"{base}{address_of(record)}" if base else ""
