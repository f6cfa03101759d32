"""Draws an address as a QR code, so that a telephone opens the page from a card or a printed sheet.

Black on white whatever the colours of the page: cameras want contrast, and four light modules around the code (ISO/IEC 18004).

Thousands of pages have a code of their own, and segno takes milliseconds for one. With the mask fixed, everything between the bytes of an
address and the modules of its code is exclusive or: of a second address of the same length only the bytes that differ need to be known.
"""

from __future__ import annotations

from functools import cache
from html import escape

import segno
from markupsafe import Markup

#: Light modules around the code.
_BORDER = 4
#: Modules whose piece of the drawing is looked up at once.
_PIECE = 11
#: Length in bytes → an address of that length, and the modules of its code.
_known: dict[int, tuple[bytes, int]] = {}


def qr_svg(url: str, label: str) -> Markup:
    """The SVG of a QR code that leads to ``url`` (an absolute address); ``label`` tells what it is to those who do not see it."""
    modules, side = _modules(url.encode())
    rows = (modules[at : at + side] for at in range(0, side * side, side))
    drawn = f"m-{side} 1".join("".join([_run(row[at : at + _PIECE]) for at in range(0, side, _PIECE)]) for row in rows)
    whole = side + 2 * _BORDER
    return Markup(  # noqa: S704 - numbers, and the label, which is escaped
        f'<svg class="qr" role="img" aria-label="{escape(label)}" viewBox="0 0 {whole} {whole}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{whole}v{whole}H0z"/><path stroke="#000" d="M{_BORDER} {_BORDER}.5{drawn}"/></svg>'
    )


def _modules(address: bytes) -> tuple[bytes, int]:
    """The modules of an address row by row, a byte each (1 is dark), and how many a row has."""
    length = len(address)
    if length not in _known:
        _known[length] = address, _code(address)
    known, modules = _known[length]
    for at, (one, other) in enumerate(zip(address, known, strict=True)):
        if one != other:
            modules ^= _change(length, at, one ^ other)
    side = _side(length)
    return modules.to_bytes(side * side, "big"), side


@cache
def _change(length: int, at: int, bits: int) -> int:
    """The modules that turn where these bits of one byte do."""
    lowest = bits & -bits
    if bits != lowest:
        return _change(length, at, lowest) ^ _change(length, at, bits ^ lowest)
    known, modules = _known[length]
    return modules ^ _code(bytes([*known[:at], known[at] ^ bits, *known[at + 1 :]]))


def _code(address: bytes) -> int:
    return int.from_bytes(b"".join(_made(address).matrix), "big")


@cache
def _side(length: int) -> int:
    return len(_made(bytes(length)).matrix)


def _made(address: bytes) -> segno.QRCode:
    """Mode and mask do not depend on the bytes, so that codes of one length differ in nothing else."""
    return segno.make(address, error="m", mode="byte", mask=0, micro=False)


@cache
def _run(modules: bytes) -> str:
    """The path over a piece of a row, from its left end to its right: dark modules drawn, light ones skipped."""
    steps = []
    while modules:
        rest = modules.lstrip(modules[:1])
        length = len(modules) - len(rest)
        steps.append(f"h{length}" if modules[0] else f"m{length} 0")
        modules = rest
    return "".join(steps)
