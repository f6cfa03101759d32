"""``docs/fields.md``: every key that a record may have, what it means, how it is written, who sees it. Made from the declarations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.declaration import Group, Slot, slots
from generator.model.kinds import all_kinds
from generator.model.record import Lifecycle, Record
from generator.model.references import STEM

_HEAD = """\
# 记录的键

本页由程序按 `generator/model/kinds/` 中的声明生成，请不要手工修改；改了声明以后运行 `make docs`。

- 每一类都有一份空白表，在 `docs/templates/`：复制到 `content/` 里的相应位置，照说明填写。
- 键名照抄，冒号用半角 `:`，后面空一格。缩进用空格，不用 Tab。值不用加引号；不填的键可以空着，也可以不写；一组键全部空着，就当没有写这一组。
- 键里的数字是列表中的第几项，从 1 数起：`调查数据.1.上报数` 是第一行的上报数，`调查数据.2.上报数` 是第二行的。更正时 `字段` 也这样写。
- 必填：“是”是一定要填；写了条件的，符合条件时要填。属于某一组的键，写了这一组才要填。
- 后补：“可”是公开以后可以直接补填，不用更正；已经填了的不能再改。
- 公开范围：标识在撤下以后仍然保留；内部的内容不进入网站的任何文件。
- 导出：行政处罚公示数据标准（双公示）中的字段代码。
"""
_COLUMNS = ("键", "说明", "写法", "必填", "后补", "公开范围", "导出", "例")
_FILES = {
    Lifecycle.DOCUMENT: "{folder}/年份/{name}{suffix}",
    Lifecycle.ACT: "{folder}/年份/{name}{suffix}",
    Lifecycle.LIST: "{folder}/清单名/版次{suffix}",
    Lifecycle.POLICY: "{folder}/{name}{suffix}",
}


def fields_page() -> str:
    """The whole page, Markdown."""
    return "\n".join([_HEAD, *(_section(kind) for kind in all_kinds())])


def file_pattern(kind: type[Record]) -> str:
    """Where the kind's files lie under ``content/``, in words: ``penalties/年份/文件名.md``."""
    info = kind.KIND
    name = info.stems if re.fullmatch(STEM, info.stems) else "文件名"
    return _FILES[info.lifecycle].format(folder=info.folder, name=name, suffix=info.suffix)


def condition(model: type[Group], slot: Slot) -> str:
    """When a field is required that is not always so, in words that end in 时; "" if never."""
    if slot.required or slot.declaration.needed_when is None:
        return ""
    name, values = slot.declaration.needed_when
    key = next(other.key for other in slots(model) if other.name == name)
    return f"{key}为{'或'.join(values)}时"


def _section(kind: type[Record]) -> str:
    info = kind.KIND
    body = "文件开头两行 `---` 之间写下面的键，之后写正文（Markdown）。" if info.prose else "整个文件写下面的键。"
    rows = (_COLUMNS, ("---",) * len(_COLUMNS), *_rows(kind))
    lines = [f"## {info.title}", "", info.summary, "", f"文件：`content/{file_pattern(kind)}`。{body}", ""]
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rows), ""])


def _rows(model: type[Group], prefix: str = "") -> Iterator[tuple[str, ...]]:
    for slot in slots(model):
        path = prefix + slot.key
        yield tuple(cell.replace("|", "\\|") for cell in _row(model, slot, path))
        if slot.group is not None:
            yield from _rows(slot.group, f"{path}.1." if slot.many else f"{path}.")


def _row(model: type[Group], slot: Slot, path: str) -> tuple[str, ...]:
    told = slot.declaration
    return (
        f"`{path}`",
        told.description if told.label == told.key else f"{told.label}：{told.description}",
        _form(slot),
        "是" if slot.required else condition(model, slot),
        "可" if told.late else "",
        told.privacy.label,
        f"`{told.export}`" if told.export else "",
        f"`{told.example}`" if told.example else "",
    )


def _form(slot: Slot) -> str:
    if slot.group is not None:
        return "列表，每项一组键" if slot.many else "一组键"
    assert slot.scalar is not None
    name, form = slot.scalar.name, slot.scalar.form
    if not slot.scalar.options and name not in form:
        form = f"{name}：{form}"
    return f"列表，每项是{form}" if slot.many else form
