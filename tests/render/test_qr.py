"""QR codes: another program reads the address in them, the drawing is the code, and safe to print into a page."""

from __future__ import annotations

import re

import pytest
import segno
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from generator.render.qr import qr_svg
from tests.render.column import Column
from tests.render.conftest import ADDRESS

URL = "https://toy.example/zfgs/officers/SL-1/"
_RUN = re.compile(r"([Mm])(-?[\d.]+) (-?[\d.]+)|h(\d+)")
_BORDER = 4


def modules(svg: str) -> set[tuple[int, int]]:
    """The dark modules that the path of a drawing covers."""
    (dark,) = [path for path in etree.fromstring(svg) if path.get("stroke")]
    x = y = 0.0
    found = set()
    for command, dx, dy, length in _RUN.findall(dark.get("d").replace("m", " m").replace("h", " h")):
        if command:
            x, y = (float(dx), float(dy)) if command == "M" else (x + float(dx), y + float(dy))
        else:
            found |= {(int(x) + step - _BORDER, int(y) - _BORDER) for step in range(int(length))}
            x += int(length)
    return found


def read(svg: str) -> str:
    """What a reader of barcodes finds in the drawing: each module four pixels, the border as it is drawn."""
    side = int(etree.fromstring(svg).get("viewBox").split()[2])
    image = Image.new("L", (side, side), 255)
    for x, y in modules(svg):
        image.putpixel((x + _BORDER, y + _BORDER), 0)
    (found,) = zxingcpp.read_barcodes(image.resize((4 * side, 4 * side), Image.Resampling.NEAREST))
    return found.text


@pytest.mark.parametrize(
    "url",
    [URL, "https://toy.example/zfgs/penalties/2020-001/", "https://toy.example/zfgs/penalties/shili-2026-013-r2/",
     "http://a.cn/", "https://河津.example/栏目/", f"https://toy.example/{'a' * 250}/"],
)
def test_the_address_is_read_from_the_drawing(url: str) -> None:
    assert read(qr_svg(url, "页面")) == url


@given(st.from_regex(r"https://toy\.example/[a-z]{2}/penalties/20[0-9]{2}-[0-9]{3}/", fullmatch=True))
def test_the_drawing_is_the_code_with_four_light_modules_around(url: str) -> None:
    matrix = segno.make(url, error="m", mode="byte", mask=0, micro=False).matrix
    assert modules(qr_svg(url, "页面")) == {(x, y) for y, line in enumerate(matrix) for x, dark in enumerate(line) if dark}
    side = len(matrix) + 2 * _BORDER
    assert etree.fromstring(qr_svg(url, "页面")).get("viewBox") == f"0 0 {side} {side}"


def test_a_document_bears_its_own_address_and_a_tombstone_none(addressed: Column, site: Column) -> None:
    for name in ("penalties/2020-001", "decisions/2026-001", "policies/2026-001"):
        (drawn,) = re.findall(r'<svg class="qr".*?</svg>', addressed.text(f"{name}/index.html"))
        assert read(drawn) == f"{ADDRESS}{name}/"
        assert not site.page(f"{name}/index.html").select("svg.qr")
    for name in ("penalties/2020-003", "nil-statements/2020-001"):
        assert addressed.page(f"{name}/index.html").select("main dt")
        assert not addressed.page(f"{name}/index.html").select("svg")


def test_the_label_is_escaped_and_nothing_is_styled_inline() -> None:
    drawn = etree.fromstring(qr_svg(URL, '<"甲">'))
    assert (drawn.get("role"), drawn.get("aria-label")) == ("img", '<"甲">')
    assert not [node for node in drawn.iter() if node.get("style")]


def test_the_same_address_gives_the_same_drawing() -> None:
    assert qr_svg(URL, "甲") == qr_svg(URL, "甲") != qr_svg(f"{URL[:-1]}x", "甲")
