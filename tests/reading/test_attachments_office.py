"""What is read out of Word and Excel files, and what lies hidden in them."""

from __future__ import annotations

import pytest

from generator.reading.attachments import content_of
from tests.nasty import files, office
from tests.primitives.constructed import ID, MOBILE
from tests.reading.contents import codes, in_bounds, texts


def test_paragraphs() -> None:
    content = content_of(office.word("甲", "", "乙"))
    assert texts(content)["正文第1段"] == "甲"
    assert texts(content)["正文第3段"] == "乙"
    assert codes(content) == []


def test_a_number_split_over_runs_is_whole() -> None:
    assert texts(content_of(office.headed(MOBILE)))["页眉第1段"] == MOBILE


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (office.commented("示例"), "hidden-comment"),
        (office.tracked("示例"), "hidden-tracked"),
        (office.vanished("示例"), "hidden-text"),
        (office.vanished("示例", by_style=True), "hidden-text"),
        (office.word("示例", author="王小二"), "hidden-author"),
        (office.with_picture(files.jpeg(gps=True)), "hidden-position"),
        (office.rewritten(office.word("x"), {}, {"word/embeddings/oleObject1.bin": b"x"}), "hidden-embedded"),
        (office.rewritten(office.word("x"), {}, {"word/activeX/activeX1.xml": b"<a/>"}), "hidden-script"),
    ],
)
def test_hidden(data: bytes, code: str) -> None:
    assert codes(content_of(data)) == [code]


@pytest.mark.parametrize("make", [office.commented, office.tracked, office.vanished])
def test_hidden_text_is_read(make: object) -> None:
    assert any(ID in text for text in texts(content_of(make(ID))).values())  # type: ignore[operator]


@pytest.mark.parametrize(
    "data",
    [
        office.word("示例", author="示例县统计局"), office.with_picture(files.jpeg()),
        office.replaced(office.vanished("x"), "word/document.xml", b"<w:vanish/>", b'<w:vanish w:val="0"/>'),
    ],
)  # fmt: skip
def test_nothing_hidden(data: bytes) -> None:
    assert codes(content_of(data)) == []


def test_no_part_goes_unread() -> None:
    more = {"customXml/item9.xml": f"<a>{ID}</a>".encode()}
    assert texts(content_of(office.rewritten(office.word("x"), {}, more)))["文件内部（customXml/item9.xml）"] == ID


def test_links_are_read() -> None:
    relation = b'<Relationship Id="rId99" Type="x" Target="mailto:nobody@personal.example" TargetMode="External"/></Relationships>'
    data = office.replaced(office.word("x"), "word/_rels/document.xml.rels", b"</Relationships>", relation)
    assert texts(content_of(data))["文件里的链接"] == "mailto:nobody@personal.example"


def test_the_strict_form() -> None:
    transitional, strict = office.W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    data = office.replaced(office.vanished(ID), "word/document.xml", transitional, strict)
    assert codes(content_of(data)) == ["hidden-text"]
    assert texts(content_of(data))["正文第2段"] == ID


def test_bombs() -> None:
    assert in_bounds(office.zip_bomb(200_000_000)) == ["attachment-bomb"]
    assert in_bounds(office.entity_bomb()) == ["attachment-entity"]


def test_a_document_type_in_another_encoding() -> None:
    part = f'<?xml version="1.0" encoding="utf-16"?><!DOCTYPE d [<!ENTITY a "b">]><w:document xmlns:w="{office.W}"/>'
    data = office.rewritten(office.word("x"), {"word/document.xml": part.encode("utf-16")})
    assert codes(content_of(data)) == ["attachment-entity"]


def test_too_many_parts() -> None:
    more = {f"word/x{number}.txt": b"" for number in range(5_001)}
    assert codes(content_of(office.rewritten(office.word("x"), {}, more))) == ["attachment-bomb"]


def test_a_missing_part() -> None:
    assert codes(content_of(office.rewritten(office.word("x"), {"word/document.xml": b"<w:document"}))) == ["attachment-damaged"]


@pytest.mark.parametrize("value", [int(MOBILE), MOBILE, float(MOBILE), f'="{MOBILE}"&A1'])
def test_cells(value: object) -> None:
    assert texts(content_of(office.cell(value)))["工作表“台账”B7"].strip() == MOBILE


def test_long_numbers_as_excel_writes_them() -> None:
    data = office.replaced(office.cell(int(MOBILE)), "xl/worksheets/sheet1.xml", MOBILE.encode(), b"1.39E10")
    assert texts(content_of(data))["工作表“台账”B7"] == MOBILE


@pytest.mark.parametrize(
    ("data", "code", "context"),
    [
        (office.hidden_sheet(ID), "hidden-sheet", {"place": "工作表“底稿”"}),
        (office.hidden_sheet(ID, "veryHidden"), "hidden-sheet", {"place": "工作表“底稿”"}),
        (office.hidden_row(ID), "hidden-row", {"place": "工作表“台账”", "which": ("3",)}),
        (office.hidden_column(ID), "hidden-column", {"place": "工作表“台账”", "which": ("AB",)}),
        (office.noted(ID), "hidden-comment", {"place": "工作表“台账”", "count": 1}),
        (office.cached(ID), "hidden-cache", {"place": "数据透视表的缓存"}),
        (office.excel(lambda _book, _sheet: None, author="王小二"), "hidden-author", {"place": "文件属性“作者”"}),
    ],
)
def test_hidden_in_excel(data: bytes, code: str, context: dict[str, object]) -> None:
    content = content_of(data)
    assert [(fault.code, dict(fault.context)) for fault in content.faults] == [(code, context)]
    if code != "hidden-author":
        assert ID in texts(content).values()


def test_what_is_empty_hides_nothing() -> None:
    def change(book: object, sheet: object) -> None:
        sheet.row_dimensions[9].hidden = True  # type: ignore[attr-defined]
        sheet.column_dimensions["K"].hidden = True  # type: ignore[attr-defined]
        book.create_sheet("空").sheet_state = "hidden"  # type: ignore[attr-defined]

    assert codes(content_of(office.excel(change))) == []


def test_header_and_footer() -> None:
    def change(_book: object, sheet: object) -> None:
        sheet.oddFooter.center.text = MOBILE  # type: ignore[attr-defined]

    assert MOBILE in texts(content_of(office.excel(change)))["工作表“台账”的页眉页脚或者设置"]
