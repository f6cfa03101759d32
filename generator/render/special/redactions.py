"""What was hidden by law, in words: the field or the part of the text, and why. Never what stood there."""

from __future__ import annotations

from generator.model.declaration import Privacy
from generator.model.kinds.redactions import RedactedPart, Redaction
from generator.model.record import Record
from generator.render.changes import INTERNAL, place_at
from generator.render.inline import Text
from generator.render.values import Desk
from generator.render.view_types import Column, Row, Section, Table

_COLUMNS = (Column("隐去的内容"), Column("原因"))


def _parts(redaction: Redaction, parts: tuple[RedactedPart, ...], desk: Desk) -> list[Section]:
    target = desk.site.target_of(redaction)
    rows = tuple(Row((Text(_where(part, target)), Text(part.sort))) for part in parts)
    return [Section("parts", "处理事项", table=Table("处理事项", _COLUMNS, rows))]


def _where(part: RedactedPart, target: Record | None) -> str:
    """The field, or the part of the text; a page says whatever is there."""
    told = []
    if part.path is not None:
        told.append(_field(part.path, target))
    if part.in_body or part.heading is not None or part.places is not None:
        heading = f"“{part.heading}”部分" if part.heading is not None else ""
        told.append(f"正文{heading}" + (f"，{part.places} 处" if part.places is not None else ""))
    return "；".join(told)


def _field(path: str, target: Record | None) -> str:
    place = place_at(type(target), path) if target is not None else None
    if place is None:
        return path
    return place.label if place.privacy is not Privacy.INTERNAL else INTERNAL.text


FIELDS = {"parts": _parts}
