"""The blank form of a kind: every key in order, with what it means, how it is written and an example as comments above it.

It is filled in by hand or by the command that makes a new file; a key or a group that stays blank counts as absent.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.declaration import Group, Slot, slots
from generator.model.record import Lifecycle, Record
from generator.model.scalars import parse_text
from generator.reports.field_docs import condition, file_pattern
from generator.reports.schema import schema_name
from generator.writing.canonical import canonical

_HOW = (
    "【必填】的一定要填；写了条件的，符合条件时要填。在一组键里的【必填】，写了这一组才要填；整组空着，就当没有写这一组。",
    "冒号后面空一格写值。不需要的键可以空着，也可以删去。以“#”开头的行是说明，可以删去。",
    "可以写多项的，有的写在方括号里，用半角逗号隔开：[甲, 乙]；有的每一项以“- ”开头，要再写一项，照第一项的样子再写一份。",
)

#: Begins the general example within a form; a field's own example takes its place.
_AS = "，如 "


def scaffold_name(kind: type[Record]) -> str:
    """What a kind's blank form is called: ``penalties.md``."""
    return schema_name(kind) + kind.KIND.suffix


def scaffold(kind: type[Record]) -> str:
    """The blank form of a kind, in canonical form: for a kind with prose the front matter and the headings of the text."""
    lines = [*_head(kind), "", *_keys(kind, "")]
    if kind.KIND.prose:
        lines = ["---", *lines, "---", "", *(line for heading in kind.KIND.outline for line in (heading, ""))]
    return canonical("\n".join(lines).rstrip("\n") + "\n", kind)


def _head(kind: type[Record]) -> Iterator[str]:
    info = kind.KIND
    yield f"# {info.title}：{info.summary}"
    yield f"# 存为 content/{file_pattern(kind)}。"
    if info.lifecycle is Lifecycle.LIST:
        yield "# 每一版都是完整的一份：调整时复制上一版，改版次、生效日期、调整原因和内容，旧的一版不动。"
    for line in _HOW:
        yield f"# {line}"


def _keys(group: type[Group], pad: str) -> Iterator[str]:
    for slot in slots(group):
        yield f"{pad}# {_told(group, slot)}"
        if slot.group is not None:
            yield f"{pad}{slot.key}:"
            inner = list(_keys(slot.group, f"{pad}  "))
            yield from _as_item(inner, f"{pad}  ") if slot.many else inner
        else:
            yield f"{pad}{slot.key}:"
            if slot.many and _is_prose(slot):
                yield f"{pad}  -"


def _as_item(lines: list[str], pad: str) -> Iterator[str]:
    """The lines of a group as one item of a list: the dash before the first key, the rest two columns deeper."""
    first = next(number for number, line in enumerate(lines) if not line.lstrip().startswith("#"))
    yield from lines[:first]
    yield f"{pad}- {lines[first].lstrip()}"
    yield from (f"  {line}" for line in lines[first + 1 :])


def _is_prose(slot: Slot) -> bool:
    """Sentences hold commas: a list of them is written line by line, not in brackets."""
    return slot.scalar is not None and slot.scalar.parse is parse_text


def _told(group: type[Group], slot: Slot) -> str:
    told = slot.declaration
    label = "" if told.label == told.key else f"{told.label}："
    sentences = [f"{_mark(group, slot)}{label}{told.description}", *_form(slot)]
    if told.late:
        sentences.append("公开以后可以补填，已经填了的不能再改")
    if slot.many and slot.scalar is not None and not _is_prose(slot):
        example = told.example or "".join(slot.scalar.options[:1])
        sentences.append(f"例：[{example}]" if example else "写在方括号里")
    elif told.example and not any(told.example in sentence for sentence in sentences):
        sentences.append(f"例：{told.example}")
    return "。".join(sentences)


def _mark(group: type[Group], slot: Slot) -> str:
    if slot.required:
        return "【必填】"
    when = condition(group, slot)
    return f"【{when}必填】" if when else ""


def _form(slot: Slot) -> Iterator[str]:
    if slot.many:
        yield "可以写多项"
    if slot.scalar is None or _is_prose(slot):
        return
    form = slot.scalar.form
    if slot.declaration.example and form.count(_AS) == 1:
        form = form.partition(_AS)[0]
    if form != slot.declaration.description:
        yield form
