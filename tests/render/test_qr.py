"""QR codes: the drawing is that of the address, and safe to print into a page."""

from __future__ import annotations

import re

import segno
from lxml import etree

from generator.render.qr import qr_svg

URL = "https://toy.example/zfgs/officers/SL-1/"
_RUN = re.compile(r"([Mm])(-?[\d.]+) (-?[\d.]+)|h(\d+)")


def modules(svg: str) -> set[tuple[int, int]]:
    """The dark modules that the path of a drawing covers."""
    (dark,) = [path for path in etree.fromstring(svg) if path.get("stroke")]
    x = y = 0.0
    found = set()
    for command, dx, dy, length in _RUN.findall(dark.get("d").replace("m", " m").replace("h", " h")):
        if command:
            x, y = (float(dx), float(dy)) if command == "M" else (x + float(dx), y + float(dy))
        else:
            found |= {(int(x) + step - 4, int(y) - 4) for step in range(int(length))}
            x += int(length)
    return found


def test_the_drawing_is_the_code_with_four_light_modules_around() -> None:
    matrix = segno.make(URL, error="m", micro=False).matrix
    assert modules(qr_svg(URL, "页面")) == {(x, y) for y, line in enumerate(matrix) for x, dark in enumerate(line) if dark}
    side = len(matrix) + 8
    assert etree.fromstring(qr_svg(URL, "页面")).get("viewBox") == f"0 0 {side} {side}"


def test_the_label_is_escaped_and_nothing_is_styled_inline() -> None:
    drawn = etree.fromstring(qr_svg(URL, '<"甲">'))
    assert (drawn.get("role"), drawn.get("aria-label")) == ("img", '<"甲">')
    assert not [node for node in drawn.iter() if node.get("style")]


def test_the_same_address_gives_the_same_drawing() -> None:
    assert qr_svg(URL, "甲") == qr_svg(URL, "甲") != qr_svg(f"{URL}x", "甲")
