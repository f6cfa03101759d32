"""The differences of two trees for people and for programs: as text, as Markdown, as JSON.

It words what :mod:`generator.model.tree_changes` found and finds nothing itself.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from generator.finding import path_text
from generator.model.declaration import slots
from generator.model.record import Act, Edition, Record
from generator.model.references import Target
from generator.model.tree_changes import RecordChange, RowChange, Told, TreeChanges, What
from generator.reports.findings_text import harmless

#: Stands for what a redaction took away, whichever tree still has it.
HIDDEN = "依法隐去，不显示原来的内容"


class Line(NamedTuple):
    """A line of the report; ``depth`` 0 is a record's heading."""

    depth: int
    text: str


def text_diff(changes: TreeChanges) -> str:
    """The report with a record's lines indented below its heading."""
    lines = [f"{'  ' * line.depth}{line.text}\n" if line.depth else f"\n{line.text}\n" for line in _lines(changes)]
    return "".join((*lines, "\n" if lines else "", f"{summary(changes)}\n")).lstrip("\n")


def markdown_diff(changes: TreeChanges) -> str:
    """The report as headings and lists, for the page of a proposal."""
    found = [f"## {summary(changes)}"]
    for line in _lines(changes):
        escaped = "".join(f"\\{char}" if char in "\\`*_[]<>#|~" else char for char in line.text)
        found.append(f"\n### {escaped}\n" if line.depth == 0 else f"{'  ' * (line.depth - 1)}- {escaped}")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(found)).rstrip("\n") + "\n"


def json_diff(changes: TreeChanges) -> str:
    """``{"records": […], "files": […], "unread": […], "summary": {"added": n, "removed": n, "changed": n}}``."""
    counted = Counter(change.what for change in changes.records)
    report = {
        "records": [_record_json(change) for change in changes.records],
        "files": [{"path": path, "what": what.value} for path, what in changes.files],
        "unread": list(changes.unread),
        "summary": {what.value: counted[what] for what in What},
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


DIFFS: Mapping[str, Callable[[TreeChanges], str]] = MappingProxyType(
    {"text": text_diff, "markdown": markdown_diff, "json": json_diff}
)


def summary(changes: TreeChanges) -> str:
    """``新增 1 条，修改 2 条；其中有新的说明 1 份``."""
    counted = Counter(change.what for change in changes.records)
    acts = sum(len(change.acts) for change in changes.records)
    parts = [
        "，".join(f"{what.label} {counted[what]} 条" for what in What if counted[what]),
        f"其中有新的说明 {acts} 份" if acts else "",
        f"另有 {len(changes.files)} 个附件或者页面不同" if changes.files else "",
        f"{len(changes.unread)} 个文件读不懂，没有比较" if changes.unread else "",
    ]
    return "；".join(part for part in parts if part) or "没有差别"


def _lines(changes: TreeChanges) -> Iterator[Line]:
    for change in changes.records:
        yield Line(0, f"{change.what.label}  {change.record.ref}{_name(change.record)}")
        if isinstance(change.record, Edition) and change.what is What.ADDED:
            yield Line(1, f"{change.record.effective_on} 起生效；调整原因：{harmless(change.record.reason)}")
            if change.before is not None:
                yield Line(1, f"与 {change.before.ref} 相比：")
        yield from (Line(1, _act(act)) for act in change.acts)
        yield from (line for told in change.told for line in _told(told, 1))
        for row in change.rows:
            yield Line(1, f"{row.what.label}的行：{row.number}")
            yield from (line for told in row.told for line in _told(told, 2))
    yield from (Line(0, f"{what.label}文件  {harmless(path)}") for path, what in changes.files)
    yield from (Line(0, f"读不懂  {harmless(path)}（运行 disclosure check 看问题在哪里）") for path in changes.unread)


def _name(record: Record) -> str:
    """The record's caption, where it has one in words."""
    slot = next((slot for slot in slots(type(record)) if slot.name == record.KIND.caption), None)
    value = getattr(record, slot.name) if slot is not None else None
    return f"  {harmless(str(value))}" if value is not None and not isinstance(value, Target) else f"  {record.KIND.title}"


def _act(act: Act) -> str:
    return f"{act.KIND.title}（{act.ref}，{act.day}）：{harmless(act.reason)}"


def _told(told: Told, depth: int) -> Iterator[Line]:
    notes = [*(["补充"] if told.is_addition else []), *([] if told.difference.is_public else ["不公开"])]
    yield Line(depth, _field(told) + (f"（{'、'.join(notes)}）" if notes else ""))
    if told.is_hidden:
        yield Line(depth + 1, HIDDEN)
    else:
        yield Line(depth + 1, f"原：{_line_of(told.difference.was)}")
        yield Line(depth + 1, f"现：{_line_of(told.difference.now)}")


def _field(told: Told) -> str:
    return path_text(told.difference.path) if told.difference.place is not None else "正文"


def _line_of(text: str) -> str:
    return " ".join(map(harmless, text.split()))


def _record_json(change: RecordChange) -> dict[str, Any]:
    return {
        "ref": change.record.ref,
        "what": change.what.value,
        "path": change.record.origin.path,
        "compared_with": change.before.ref if change.before is not None and change.before.ref != change.record.ref else None,
        "acts": [{"ref": act.ref, "kind": act.KIND.title, "day": str(act.day), "reason": act.reason} for act in change.acts],
        "fields": [_told_json(told) for told in change.told],
        "rows": [_row_json(row) for row in change.rows],
    }


def _row_json(row: RowChange) -> dict[str, Any]:
    return {"number": row.number, "what": row.what.value, "fields": [_told_json(told) for told in row.told]}


def _told_json(told: Told) -> dict[str, Any]:
    texts: Sequence[str | None] = (None, None) if told.is_hidden else (told.difference.was, told.difference.now)
    return {
        "field": _field(told), "was": texts[0], "now": texts[1], "hidden": told.is_hidden, "addition": told.is_addition,
        "public": told.difference.is_public,
    }
