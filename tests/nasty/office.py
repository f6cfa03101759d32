"""Word and Excel files with and without something to hide."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
import openpyxl
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word(*lines: str, author: str = "", change: Callable[[docx.document.Document], None] | None = None) -> bytes:
    """A Word file of some paragraphs."""
    document = docx.Document()
    document.core_properties.author = author
    for line in lines:
        document.add_paragraph(line)
    if change is not None:
        change(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def commented(line: str) -> bytes:
    """A paragraph with a comment."""

    def change(document: docx.document.Document) -> None:
        document.add_comment(document.add_paragraph("hello").runs, text=line, author="示例")

    return word(change=change)


def tracked(line: str) -> bytes:
    """A paragraph with a deletion that was not accepted."""

    def change(document: docx.document.Document) -> None:
        deleted, run, letters = (OxmlElement(f"w:{tag}") for tag in ("del", "r", "delText"))
        letters.text = line
        run.append(letters)
        deleted.append(run)
        document.add_paragraph("hello")._p.append(deleted)

    return word(change=change)


def vanished(line: str, *, by_style: bool = False) -> bytes:
    """A line that is set to be hidden."""

    def change(document: docx.document.Document) -> None:
        if by_style:
            document.styles.add_style("Gone", WD_STYLE_TYPE.PARAGRAPH).font.hidden = True
            document.add_paragraph(line, style="Gone")
        else:
            document.add_paragraph().add_run(line).font.hidden = True

    return word("hello", change=change)


def headed(line: str) -> bytes:
    """A line in the header, split over three runs."""

    def change(document: docx.document.Document) -> None:
        paragraph = document.sections[0].header.paragraphs[0]
        for part in (line[:5], line[5:9], line[9:]):
            paragraph.add_run(part)

    return word("hello", change=change)


def with_picture(picture: bytes) -> bytes:
    """A Word file with a picture."""
    return word("hello", change=lambda document: document.add_picture(io.BytesIO(picture)))


def rewritten(data: bytes, changes: dict[str, bytes | None], more: dict[str, bytes] | None = None) -> bytes:
    """The file with some parts replaced (None: left out) and others added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = changes.get(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
        for name, content in (more or {}).items():
            new.writestr(name, content)
    return out.getvalue()


def replaced(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """The file with one thing in one part written differently."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content = archive.read(part)
    assert old in content
    return rewritten(data, {part: content.replace(old, new)})


def entity_bomb() -> bytes:
    """A part whose entities multiply."""
    lines = ['<!ENTITY a "ha">', *(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))]
    part = f'<?xml version="1.0"?><!DOCTYPE d [{"".join(lines)}]><w:document xmlns:w="{W}"><w:body>&j;</w:body></w:document>'
    return rewritten(word("hello"), {"word/document.xml": part.encode()})


def zip_bomb(size: int) -> bytes:
    """A part that unpacks to ``size`` bytes."""
    part = f'<w:document xmlns:w="{W}"><w:body>{" " * size}</w:body></w:document>'
    return rewritten(word("hello"), {"word/document.xml": part.encode()})


def macro() -> bytes:
    """A Word file with a macro, under a harmless name."""
    return rewritten(word("hello"), {}, {"word/vbaProject.bin": b"macro"})


def excel(change: Callable[[openpyxl.Workbook, Worksheet], None], author: str = "") -> bytes:
    """An Excel file with one sheet 台账."""
    book = openpyxl.Workbook()
    book.properties.creator = author
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "台账"
    sheet["A1"] = "名称"
    change(book, sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def cell(value: object, name: str = "B7") -> bytes:
    """A value in a cell that everybody sees."""
    return excel(lambda _book, sheet: sheet.__setitem__(name, value))


def hidden_sheet(value: object, state: str = "hidden") -> bytes:
    """A value in a hidden sheet."""

    def change(book: openpyxl.Workbook, _sheet: Worksheet) -> None:
        other = book.create_sheet("底稿")
        other["C2"] = value
        other.sheet_state = state

    return excel(change)


def hidden_row(value: object) -> bytes:
    """A value in a hidden row."""

    def change(_book: openpyxl.Workbook, sheet: Worksheet) -> None:
        sheet["B3"] = value
        sheet.row_dimensions[3].hidden = True

    return excel(change)


def hidden_column(value: object) -> bytes:
    """A value in a hidden column."""

    def change(_book: openpyxl.Workbook, sheet: Worksheet) -> None:
        sheet["AB2"] = value
        sheet.column_dimensions["AB"].hidden = True

    return excel(change)


def noted(value: str) -> bytes:
    """A cell with a comment."""

    def change(_book: openpyxl.Workbook, sheet: Worksheet) -> None:
        sheet["A1"].comment = Comment(value, "示例")

    return excel(change)


def cached(value: str) -> bytes:
    """The table behind a pivot table whose sheet is gone."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.pivotCacheRecords+xml"
    part = "xl/pivotCache/pivotCacheRecords1.xml"
    with zipfile.ZipFile(io.BytesIO(cell("hello"))) as archive:
        types = archive.read("[Content_Types].xml")
    types = types.replace(b"</Types>", f'<Override PartName="/{part}" ContentType="{kind}"/></Types>'.encode())
    return rewritten(cell("hello"), {"[Content_Types].xml": types}, {part: f"<r><s>{value}</s></r>".encode()})
