"""However a finished file writes a text down, it is found: one test for each encoding."""

from __future__ import annotations

import gzip
import html
import io
import json
import re
import zipfile
from urllib.parse import quote

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from generator.primitives.folding import fold, sentences
from generator.reading.searchable import UnreadableError, cut, texts_of
from tests.nasty import pdfs
from tests.nasty.catalogue import FILES

VALUE = "示例化工（集团）有限公司"
FOLDED = fold(VALUE)


def archive(**members: str) -> bytes:
    """A zip archive of these files."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in members.items():
            packed.writestr(name, text)
    return file.getvalue()


def workbook() -> bytes:
    """A workbook with the value in a cell."""
    book, file = Workbook(), io.BytesIO()
    book.active["B7"] = VALUE
    book.save(file)
    return file.getvalue()


def pdf_title() -> bytes:
    """A PDF that names the value in its metadata."""
    file = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.docinfo["/Title"] = VALUE
        document.save(file)
    return file.getvalue()


WRITINGS = {
    "plain": VALUE.encode(),
    "utf-8 with mark": VALUE.encode("utf-8-sig"),
    "utf-16": VALUE.encode("utf-16"),
    "gb18030": VALUE.encode("gb18030"),
    "decimal references": "".join(f"&#{ord(c)};" for c in VALUE).encode(),
    "hexadecimal references": "".join(f"&#x{ord(c):X};" for c in VALUE).encode(),
    "double escapes of an attribute": f'<a title="{html.escape("A&B ")}{VALUE}">x</a>'.encode(),
    "json escapes": json.dumps({"名称": VALUE}).encode(),
    "json": json.dumps({"名称": VALUE}, ensure_ascii=False).encode(),
    "script": f"register({json.dumps(VALUE)})".encode(),
    "inline tags": "<p>示例<b>化工</b><wbr>（集团）<span class='x'>有限</span><!-- x -->公司</p>".encode(),
    "attribute": f"<meta content='{VALUE}'>".encode(),
    "comment": f"<p>x</p><!-- {VALUE} -->".encode(),
    "white space": "示例化工\n  （集团）\u3000有限&nbsp;公司".encode(),
    "full width": "示例化工(集团)有限公司".encode(),
    "zero width": "\u200b".join(VALUE).encode(),
    "soft hyphens": "示例&shy;化工（集团）有限&#173;公司".encode(),
    "percent": f"<a href='/search?q={quote(VALUE)}'>x</a>".encode(),
    "svg": f"<svg><text><tspan>示例化工</tspan><tspan>（集团）有限公司</tspan></text><title>{VALUE}</title></svg>".encode(),
    "cdata": f"<x><![CDATA[{VALUE}]]></x>".encode(),
    "csv": f'"1","{VALUE}"\r\n'.encode("utf-8-sig"),
    "gzip": gzip.compress(b"pagefind_dcd" + json.dumps({"content": "\u200b".join(VALUE)}).encode()),
    "pagefind index": gzip.compress(b"pagefind_dcd\x82\xff\x9f\xd9\x21" + VALUE.encode() + b"\xff\x00\xfe"),
    "binary": b"\x00\xff\x9f\xd9\x21" + VALUE.encode() + b"\xff\xfe\x00\x9c",
    "gzip of html": gzip.compress(f"<p>{VALUE}</p>".encode()),
    "zip": archive(a=VALUE),
    "zip of gzip name": archive(**{f"{VALUE}.txt": "x"}),
    "xlsx": workbook(),
    "docx runs": archive(**{"word/document.xml": "<w:p><w:r><w:t>示例化工（集</w:t></w:r><w:r><w:t>团）有限公司</w:t></w:r></w:p>"}),
    "pdf metadata": pdf_title(),
    "pdf text": pdfs.pdf(pdfs.text(VALUE)),
}


@pytest.mark.parametrize("name", WRITINGS)
def test_a_value_is_found_however_it_is_written(name: str) -> None:
    assert any(FOLDED in text for text in texts_of("file", WRITINGS[name]))


def test_characters_beyond_the_first_plane() -> None:
    assert any("𠮷野家有限公司" in text for text in texts_of("a.json", json.dumps("𠮷野家有限公司").encode()))


def test_the_name_of_a_file_is_read() -> None:
    assert any(FOLDED in text for text in texts_of(f"attachments/{quote(VALUE)}.pdf", b""))


SIGNS = ("<", ">", "<p>", "</b>", "<!--", "<script>", "<script></script>", "甲", "\ud800", "\n")


@given(st.lists(st.sampled_from(SIGNS), max_size=9).map("".join))
def test_a_text_is_cut_at_its_tags(text: str) -> None:
    parts = re.split("(<[^<>]*>)", text)
    found = cut(text)
    assert (list(found.texts), [f"<{tag}>" for tag in found.tags]) == (parts[::2], parts[1::2])
    assert not found.is_plain or not any(sign in part for sign in "<>" for part in parts[::2])


def test_what_stands_in_two_cells_is_not_one_text() -> None:
    assert not any("甲有限公司" in text for text in texts_of("a.html", "<td>甲</td><td>有限公司</td>".encode()))


@pytest.mark.parametrize("data", [b"PK\x03\x04broken", b"\x1f\x8bbroken", gzip.compress(b"x" * 99, mtime=0)[:-4]])
def test_a_broken_package_is_told(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        list(texts_of("x", data))


@pytest.mark.parametrize("name", ["pdf-encrypted", "pdf-truncated", "pdf-bomb", "office-encrypted"])
def test_a_file_that_nobody_can_open_is_told(name: str) -> None:
    with pytest.raises(UnreadableError):
        list(texts_of("x", FILES[name]()))


def test_folding_makes_composed_characters_equal() -> None:
    assert fold("e\u0301tat") == fold("\u00e9tat")
    assert fold("ＡＢＣ１２３，（甲）") == "ABC123,(甲)"


def test_sentences_are_those_of_the_reader() -> None:
    text = "# 标题很长很长的一行\n\n**当事人：**[示例甲](x)有限公司。罚款5000元；\n\n1. 第一项有八个字以上\n\n2020年11月2日\n"
    assert sentences(text, 8) == ("标题很长很长的一行", "当事人:示例甲有限公司", "第一项有八个字以上")
