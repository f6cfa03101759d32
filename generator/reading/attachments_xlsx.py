"""Reads the cells of an Excel file, those in hidden sheets, rows and columns too, and its comments.

Older Excel formats and files with macros are not read at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from lxml import etree

from generator.finding import Fault
from generator.model.draft import AttachmentContent, Fragment
from generator.reading.attachments_office import inclosures, properties
from generator.reading.attachments_zip import Package, RefusedError

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CELLS = (f"{_S}sheetData", f"{_S}cols")
_ON = ("1", "true", "on")
_COLUMN = re.compile(r"[A-Z]+")
_QUOTED = re.compile(r'"([^"]+)"')
#: Copies of data that no sheet shows: behind pivot tables, links to other files, queries.
_CACHES = {
    "pivotCacheRecords+xml": "数据透视表的缓存",
    "pivotCacheDefinition+xml": "数据透视表的缓存",
    "externalLink+xml": "外部链接的缓存",
    "connections+xml": "外部数据连接",
}


def read_xlsx(sort: str, data: bytes) -> AttachmentContent:
    """The cells, comments and properties, and faults for everything hidden."""
    fragments: list[Fragment] = []
    faults: list[Fault] = []
    try:
        for found in _told(Package(data)):
            (fragments if isinstance(found, Fragment) else faults).append(found)  # type: ignore[arg-type]
    except RefusedError as refusal:
        faults.append(refusal.fault)
    return AttachmentContent(sort, tuple(fragments), tuple(faults))


def _told(package: Package) -> Iterator[Fragment | Fault]:
    book = next(iter(package.of_type("spreadsheetml.sheet.main+xml")), "")
    read = {book, *package.of_type("sharedStrings+xml"), *package.of_type("spreadsheetml.styles+xml")}
    shared = [_text(item) for name in package.of_type("sharedStrings+xml") for item in package.xml(name).iter(f"{_S}si")]
    targets = {key: target for key, _type, target, _outside in package.relations(book)}
    for entry in package.xml(book).iter(f"{_S}sheet"):
        name = targets.get(entry.get(_ID, ""), "")
        read.add(name)
        sheet = _Sheet(f"工作表“{entry.get('name', '')}”", package.xml(name), shared)
        yield from sheet.told(is_hidden=entry.get("state", "visible") != "visible")
        yield from _comments(package, name, sheet.place, read)
    for ending, label in _CACHES.items():
        if package.of_type(ending):
            yield Fault("hidden-cache", None, {"place": label})
    yield from properties(package, read)
    yield from inclosures(package)
    yield from package.rest(read)


class _Sheet:
    """One sheet: what its cells say and which of them are hidden."""

    def __init__(self, place: str, root: etree._Element, shared: list[str]) -> None:
        self.place = place
        self._root = root
        self._shared = shared
        self._columns = [
            (int(column.get("min", "0")), int(column.get("max", "0")))
            for column in root.iter(f"{_S}col")
            if column.get("hidden") in _ON or column.get("width") == "0"
        ]

    def told(self, *, is_hidden: bool) -> Iterator[Fragment | Fault]:
        """Every filled cell, other texts, and the hidden rows and columns that hold something."""
        rows: dict[str, None] = {}
        columns: dict[str, None] = {}
        name = ""
        for row, cell, text in self._filled():
            name = cell.get("r", "")
            yield Fragment(self.place + name, text)
            if row.get("hidden") in _ON or row.get("ht") == "0":
                rows[row.get("r", "")] = None
            letters = _COLUMN.match(name)
            if letters and any(low <= _number(letters[0]) <= high for low, high in self._columns):
                columns[letters[0]] = None
        for part in self._root:
            if part.tag not in _CELLS and (text := _text(part)).strip():
                yield Fragment(f"{self.place}的页眉页脚或者设置", text)
        if is_hidden and name:
            yield Fault("hidden-sheet", None, {"place": self.place})
        if rows:
            yield Fault("hidden-row", None, {"place": self.place, "which": tuple(rows)})
        if columns:
            yield Fault("hidden-column", None, {"place": self.place, "which": tuple(columns)})

    def _filled(self) -> Iterator[tuple[etree._Element, etree._Element, str]]:
        for row in self._root.iter(f"{_S}row"):
            for cell in row.iter(f"{_S}c"):
                text = self._written(cell)
                if text.strip():
                    yield row, cell, text

    def _written(self, cell: etree._Element) -> str:
        """What a cell shows, and the texts within its formula."""
        value = cell.findtext(f"{_S}v") or ""
        formula = cell.findtext(f"{_S}f") or ""
        match cell.get("t", "n"):
            case "s":
                shown = self._shared[int(value)] if value.isdigit() and int(value) < len(self._shared) else ""
            case "inlineStr":
                shown = _text(cell)
            case "n":
                shown = _plain(value)
            case _:
                shown = value
        return "\n".join([shown, *_QUOTED.findall(formula)])


def _comments(package: Package, sheet: str, place: str, read: set[str]) -> Iterator[Fragment | Fault]:
    count = 0
    for _key, kind, target, outside in package.relations(sheet):
        if outside or not kind.endswith(("/comments", "/threadedComment")) or target not in package.names:
            continue
        read.add(target)
        for comment in package.xml(target).iter("{*}comment", "{*}threadedComment"):
            count += 1
            yield Fragment(f"{place}{comment.get('ref', '')}的批注", "".join(map(str, comment.itertext())))
    if count:
        yield Fault("hidden-comment", None, {"place": place, "count": count})


def _text(item: etree._Element) -> str:
    return "".join(map(str, item.itertext()))


def _plain(value: str) -> str:
    """A number as it was typed: Excel writes long ones as 1.3800138E10."""
    if "E" not in value.upper():
        return value
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    return format(number, "f") if -20 < number.adjusted() < 40 else value


def _number(letters: str) -> int:
    """The number of a column: A is 1, AA 27."""
    total = 0
    for letter in letters:
        total = total * 26 + ord(letter) - ord("A") + 1
    return total
