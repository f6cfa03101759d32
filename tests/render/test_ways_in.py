"""By whatever way a value of a withdrawn decision gets into the finished site, the build fails; and what is none of it fails nothing."""

from __future__ import annotations

import base64
import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from docx import Document
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from generator import flow
from generator.reading.known_lines import parts_of
from tests.model.builders import withdrawal
from tests.nasty import pdfs
from tests.render.column import Column, looked, render
from tests.render.test_proof import BYTES, FILE, PARTY, SECRET, decision, neighbours, register_of

NAME = PARTY["名称"]
CODE = PARTY["统一社会信用代码"]
NUMBER = "示统罚决字〔2020〕1号"
HEAD, TAIL = NAME[:4], NAME[4:]
PAGE = "penalties/2020/index.html"


@pytest.fixture(scope="module")
def column(tmp_path_factory: pytest.TempPathFactory) -> Column:
    """A site in which the decision lies withdrawn."""
    root = tmp_path_factory.mktemp("ways")
    (root / FILE.path).parent.mkdir(parents=True)
    (root / FILE.path).write_bytes(BYTES)
    return render(register_of(decision(), withdrawal(SECRET), *neighbours()), root / "site", root)


def refused(column: Column, path: str, data: bytes) -> bool:
    """Whether the rules over the finished site tell of a value in the file ``path``; what was there before is put back."""
    file = column.root / path
    before = file.read_bytes() if file.exists() else None
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    try:
        found = flow.verify(looked(column, column.root.parent))
    finally:
        if before is None:
            file.unlink()
        else:
            file.write_bytes(before)
    errors = {finding.path for finding in found if finding.rule == "suppressed-text" and finding.severity.value == "error"}
    assert errors <= {path}
    return bool(errors)


def each(wrap: Callable[[str], str], text: str = NAME) -> str:
    """Every sign of the text in another writing."""
    return "".join(map(wrap, text))


#: What is put into the page of a list of the site, before its end.
IN_A_PAGE = {
    "as it is": f"<p>{NAME}</p>",
    "over two lines": f"<p>{HEAD}\n{TAIL}</p>",
    "over lines that pages share": f"<ul>\n{HEAD}\n<b></b>\n{TAIL}\n</ul>",
    "a line break": f"<p>{HEAD}<br />\n{TAIL}</p>",
    "words of other looks": f"<p><b>{HEAD}</b><nobr>{TAIL[:2]}</nobr><x-y>{TAIL[2:]}</x-y></p>",
    "a picture between": f"<p>{HEAD}<img src='a.png' alt=''>{TAIL}</p>",
    "ruby": f"<ruby>{each('{}<rt>x</rt>'.format)}</ruby>",
    "ruby with brackets": f"<ruby>{each('{}<rp>(</rp><rt>x<rp>)</rp>'.format)}</ruby>",
    "ruby over lines": f"<ruby>{HEAD}\n<rt>x</rt>\n{TAIL}\n<rt>x</rt>\n</ruby>",
    "a comment": f"<!-- {NAME} -->",
    "a comment over lines": f"<!--\n<p>{NAME}</p>\n-->",
    "a comment with tags between": f"<p>{HEAD}<!-- <p> x > y -->{TAIL}</p>",
    "a title": f"<title>{NAME}</title>",
    "a description": f'<meta name="description" content="{NAME}">',
    "an attribute over lines": f'<p title="{HEAD}\n  {TAIL}">x</p>',
    "an attribute with tags": f'<p data-x="{HEAD}&lt;b&gt;{TAIL}&lt;/b&gt;">x</p>',
    "an address": f'<a href="?q={quote(NAME)}">x</a>',
    "an address in GBK": f'<a href="?q={quote(NAME.encode("gbk"))}">x</a>',
    "an address in an address": f'<a href="?u={quote("?q=" + quote(NAME))}">x</a>',
    "named references": f"<p>{'&zwnj;'.join(NAME)}&nbsp;</p>",
    "decimal references": each(lambda sign: f"&#{ord(sign)};"),
    "hexadecimal references without an end": each(lambda sign: f"&#x{ord(sign):X}") + "<br>",
    "references of references": each(lambda sign: f"&amp;#{ord(sign)};"),
    "escaped tags": f"&lt;b&gt;{HEAD}&lt;/b&gt;{TAIL}",
    "a script": f"<script>x({json.dumps(NAME)})</script>",
    "a script of today": f"<script>x('{each(lambda sign: f'{chr(92)}u{{{ord(sign):x}}}')}')</script>",
    "blanks": f"<p>{' '.join(NAME)}</p>",
    "ideographic blanks": "\u3000".join(NAME),
    "zero width": "\u200b".join(NAME),
    "soft hyphens": "&shy;".join(NAME),
    "isolates": each("\u2068{}\u2069".format),
    "variation selectors": each("{}\U000e0100".format),
    "fillers": "\u3164".join(NAME),
    "an embedded drawing": f"<img src='data:image/svg+xml,{quote(f'<svg><text>{HEAD}<tspan>{TAIL}</tspan></text></svg>')}'>",
    "an embedded file": f"<a href='data:text/html;base64,{base64.b64encode(NAME.encode()).decode()}'>x</a>",
    "a code in small letters": f"<p>{CODE.lower()}</p>",
    "a code in full width": each(lambda sign: chr(ord(sign) + 0xFEE0), CODE),
    "a code in groups": f"<p>{CODE[:2]} {CODE[2:8]} {CODE[8:]}</p>",
    "a sum": f"<p>{NUMBER}：81234元</p>",
    "a sum in groups": f"<p>{NUMBER}：81,234 元</p>",
    "a sum with its cents": f"<p>{NUMBER}：81234.00元</p>",
    "a sum in groups with its cents": f"<p>{NUMBER}：￥81,234.00</p>",
    "a sum by ten thousands": f"<p>{NUMBER}：8.1234万元</p>",
    "a sum in words": f"<p>{NUMBER}：捌万壹仟贰佰叁拾肆元整</p>",
    "a sum in words with its cents": f"<p>{NUMBER}：没收肆仟叁佰贰拾壹元伍角</p>",
    "a sum in full width": f"<p>{NUMBER}：８１，２３４元</p>",
    "a sum behind a number in square brackets": "<p>示统罚决字[2020]1号：81234元</p>",
    "a sum behind a number in round brackets": "<p>示统罚决字（2020）1号：81234元</p>",
    "a sum behind a number in black brackets": "<p>示统罚决字【2020】 1 号：81234元</p>",
}  # fmt: skip


@pytest.mark.parametrize("way", IN_A_PAGE)
def test_into_a_page(way: str, column: Column) -> None:
    data = column.text(PAGE)
    assert "</main>" in data
    assert refused(column, PAGE, data.replace("</main>", f"{IN_A_PAGE[way]}\n</main>").encode())


@pytest.mark.parametrize("way", IN_A_PAGE)
def test_into_a_line_that_is_known(way: str, column: Column) -> None:
    """Between lines that pages share, and after so many pages that its own lines are known."""
    data = column.text(PAGE).replace("</main>", f"<ul>\n{IN_A_PAGE[way]}\n</ul>\n</main>").encode()
    for number in range(20):
        parts_of(data + b"\n%d" % number)
    assert refused(column, PAGE, data)


def _word() -> bytes:
    document, file = Document(), io.BytesIO()
    paragraph = document.add_paragraph()
    paragraph.add_run(HEAD).bold = True
    paragraph.add_run(TAIL).italic = True
    document.save(file)
    return file.getvalue()


def _excel() -> bytes:
    book, file = Workbook(), io.BytesIO()
    book.active["A1"] = CellRichText(TextBlock(InlineFont(b=True), HEAD), TextBlock(InlineFont(i=True), TAIL))
    book.save(file)
    return file.getvalue()


#: Whole files: old ones that nobody took away, data, packed files.
FILES = {
    "an old page": ("penalties/2019/old.html", f"<p>{NAME}</p>".encode()),
    "the name of a file": (f"old/{NAME}.html", b"<p>x</p>"),
    "the escaped name of a file": (f"old/{quote(NAME)}.html", b"<p>x</p>"),
    "data": ("old.json", json.dumps({"a": NAME}).encode()),
    "data over lines": ("old.json", json.dumps({"a": f"{HEAD}\n{TAIL}"}, ensure_ascii=False).encode()),
    "data with tags": ("old.json", json.dumps({"a": f"{HEAD}<b>{TAIL}</b>"}).replace("<", "\\u003c").encode()),
    "a list of sums": ("old.json", f'{{"a":"{SECRET}","b":[500,81234,4321.5,7]}}'.encode()),
    "a row of a table": ("old.csv", f"{NUMBER},警告,4321.5,81234,7,2020-06-01\n".encode("utf-8-sig")),
    "a ledger": ("ledger.json", json.dumps({"entries": [{"party": NAME}]}).encode()),
    "a manifest": ("manifest.txt", f"0123  {SECRET}/{NAME}.pdf\n".encode()),
    "a shard": ("search/2020.js", f'disclosureShard({{"rows":[[0,"x","{NAME}"]]}});\n'.encode()),
    "a feed": ("old.xml", f"<feed><content type='html'>&lt;p&gt;{HEAD}&lt;b&gt;{TAIL}&lt;/b&gt;</content></feed>".encode()),
    "cdata": ("old.xml", f"<x><![CDATA[<p>{HEAD}<b>{TAIL}</b>]]></x>".encode()),
    "UTF-16": ("old.txt", NAME.encode("utf-16")),
    "UTF-16 without a mark": ("old.txt", NAME.encode("utf-16-le")),
    "UTF-16 the other way round": ("old.txt", f"{NAME}, 1".encode("utf-16-be")),
    "GB 18030": ("old.html", f"<p>{HEAD}<b>{TAIL}</b></p>".encode("gb18030")),
    "bytes of nothing": ("old.html", "\0".join(f"<p>{NAME}</p>").encode()),
    "gzip": ("old.html.gz", gzip.compress(NAME.encode())),
    "a sum among numbers": ("old.txt.gz", gzip.compress(f"{NUMBER} 罚款 81234 2020 年".encode())),
    "a piece of the full-text index": (
        "pagefind/fragment/a.pf_fragment",
        gzip.compress(b'pagefind_dcd{"url":"/pages/x/index.html","content":"' + "\u200b ".join(NAME).encode() + b'"}'),
    ),
    "Word": ("old.docx", _word()),
    "Excel": ("old.xlsx", _excel()),
    "PDF": ("old.pdf", pdfs.pdf(pdfs.text(NAME))),
    "a drawing": ("old.svg", f"<svg><text>{each('<tspan x=%s1%s>{}</tspan>'.replace('%s', chr(34)).format)}</text></svg>".encode()),
    "the attachment itself": ("old.bin", BYTES),
}  # fmt: skip


@pytest.mark.parametrize("way", FILES)
def test_in_a_file(way: str, column: Column) -> None:
    path, data = FILES[way]
    assert refused(column, path, data)


#: What is no value of the decision, though it looks like one.
HARMLESS = {
    "another sum": f"<p>{NUMBER}：181234元，81,234.5元，81,234,000元，1,081,234元，812340元</p>",
    "another sum by ten thousands": f"<p>{NUMBER}：18.1234万元</p>",
    "another sum in words": f"<p>{NUMBER}：壹拾捌万壹仟贰佰叁拾肆元整，捌万壹仟贰佰叁拾肆万元</p>",
    "a sum of nobody": "<p>81234元</p>",
    "two cells": f"<table><tr><td>{HEAD}</td><td>{TAIL}</td></tr></table>",
    "two items": f"<ul>\n<li>{HEAD}</li>\n<li>{TAIL}</li>\n</ul>",
    "another year": "<p>示统罚决字[2021]1号：81234元</p>",
}  # fmt: skip


@pytest.mark.parametrize("case", HARMLESS)
def test_what_is_no_value_of_it(case: str, column: Column, tmp_path: Path) -> None:
    assert not refused(column, "old/other.html", f"<!DOCTYPE html>\n{HARMLESS[case]}\n".encode())
