"""Draws an address as a QR code, so that a telephone opens the page from a card or a printed sheet.

Black on white whatever the colours of the page: cameras want contrast, and four light modules around the code (ISO/IEC 18004).
"""

from __future__ import annotations

from html import escape

import segno
from markupsafe import Markup


def qr_svg(url: str, label: str) -> Markup:
    """The SVG of a QR code that leads to ``url`` (an absolute address); ``label`` tells what it is to those who do not see it."""
    drawn = segno.make(url, error="m", micro=False).svg_inline(omitsize=True, svgclass="qr", lineclass=None, light="#fff", border=4)
    head = f'<svg role="img" aria-label="{escape(label)}" shape-rendering="crispEdges" '
    return Markup(drawn.replace("<svg ", head, 1))  # noqa: S704 - segno's own drawing; the label is escaped above
