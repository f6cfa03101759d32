"""Draws a flowchart as SVG from steps and transitions; the ordered list beside it says the same in words.

Colours, fonts and line widths come from the site's style sheet by class; the drawing has no script, no style attribute and no
outside reference.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from generator.render.layering import Layout, lay_out

#: Characters of a step and of a condition, as the style sheet sets them.
_EM, _SMALL = 16, 14
#: From a line to its condition.
_ASIDE = 10
_CHARS = 8
_WIDTH = _CHARS * _EM + 28
_COLUMN = _WIDTH + 20
_LINE = 22
_GAP = 52
_MARGIN = 4
_LANE = 22
#: On paper a higher drawing would be too small to read; the same steps stand below in words.
_TALL = 1370
_NEVER_FIRST = "、，。；：？！）》」』〕】”’"


@dataclass(frozen=True, slots=True)
class Node:
    """One step: text and shape (``start``, ``step``, ``choice``, ``end``)."""

    text: str
    shape: str


@dataclass(frozen=True, slots=True)
class Arrow:
    """From node to node (numbers), with the condition where there is one."""

    start: int
    end: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class _Drawing:
    nodes: tuple[Node, ...]
    layout: Layout
    tops: tuple[float, ...]
    heights: tuple[float, ...]

    def centre(self, node: int) -> float:
        return _MARGIN + _WIDTH / 2 + self.layout.x[node] * _COLUMN

    def level(self, node: int) -> int:
        return next(index for index, layer in enumerate(self.layout.layers) if node in layer)

    def height(self, node: int) -> float:
        return _height(self.nodes[node]) if node < len(self.nodes) else 0

    def top(self, node: int) -> float:
        level = self.level(node)
        return self.tops[level] + (self.heights[level] - self.height(node)) / 2 if self.height(node) else self.tops[level]

    def is_hemmed(self, node: int) -> bool:
        """Whether something stands to the right of the node in its layer."""
        return any(self.layout.x[other] > self.layout.x[node] for other in self.layout.layers[self.level(node)])

    def bottom(self, node: int) -> float:
        level = self.level(node)
        return self.top(node) + self.height(node) if self.height(node) else self.tops[level] + self.heights[level]


def draw(nodes: Sequence[Node], arrows: Sequence[Arrow], title: str, description: str, name: str) -> str:
    """The SVG text. ``name`` makes the ids unique on a page; all texts are escaped here."""
    layout = lay_out(len(nodes), [(arrow.start, arrow.end) for arrow in arrows])
    tops, heights, y = [], [], float(_MARGIN)
    for layer in layout.layers:
        height = max((_height(nodes[node]) for node in layer if node < len(nodes)), default=_LINE + 26)
        tops.append(y)
        heights.append(height)
        y += height + _GAP
    drawing = _Drawing(tuple(nodes), layout, tuple(tops), tuple(heights))
    texts = {(arrow.start, arrow.end): arrow.text for arrow in arrows}
    parts = [_forward(drawing, chain, texts[edge], name) for edge, chain in layout.chains.items()]
    right = _MARGIN + _WIDTH + max(layout.x, default=0) * _COLUMN
    for lane, edge in enumerate(layout.back, 1):
        parts.append(_backward(drawing, edge, right + lane * _LANE, texts[edge], name))
    parts += [_node(drawing, index) for index in range(len(nodes))]
    width = max(right + len(layout.back) * _LANE, *_label_ends(drawing, texts, right)) + _MARGIN
    height = y - _GAP + _MARGIN
    return (
        f'<svg class="flowchart{" tall" if height > _TALL else ""}" viewBox="0 0 {_n(width)} {_n(height)}"'
        f' width="{width / _EM:.2f}em" height="{height / _EM:.2f}em" role="img"'
        f' aria-labelledby="{name}-title {name}-desc" xmlns="http://www.w3.org/2000/svg">'
        f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-desc">{escape(description)}</desc>'
        f'<defs><marker id="{name}-tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8"'
        f' orient="auto"><path d="M0 0L10 5L0 10z" class="tip"/></marker></defs>{"".join(parts)}</svg>'
    )


def _label_ends(drawing: _Drawing, texts: dict[tuple[int, int], str], right: float) -> Iterator[float]:
    """Where each condition ends on the right: none may be cut off."""
    yield right
    starts = {edge: drawing.centre(chain[1]) for edge, chain in drawing.layout.chains.items()}
    starts |= {edge: right + lane * _LANE for lane, edge in enumerate(drawing.layout.back, 1)}
    for edge, start in starts.items():
        if texts[edge]:
            yield start + _ASIDE + len(texts[edge]) * _SMALL


def _n(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")


def _lines(text: str) -> list[str]:
    """Even lines of at most eight characters; no line begins with closing punctuation."""
    rows = -(-len(text) // _CHARS)
    size = -(-len(text) // rows) if rows else 1
    lines: list[str] = []
    for index in range(0, len(text), size):
        line = text[index : index + size]
        if lines and line[0] in _NEVER_FIRST:
            lines[-1] += line[0]
            line = line[1:]
        if line:
            lines.append(line)
    return lines


def _height(node: Node) -> float:
    return len(_lines(node.text)) * _LINE + (44 if node.shape == "choice" else 26)


def _node(drawing: _Drawing, index: int) -> str:
    node = drawing.nodes[index]
    x, y = drawing.centre(index), drawing.top(index)
    height = _height(node)
    left, half = x - _WIDTH / 2, _WIDTH / 2
    if node.shape == "choice":
        cut = 20
        outline = (
            f'<path class="choice" d="M{_n(left)} {_n(y + height / 2)}L{_n(left + cut)} {_n(y)}H{_n(x + half - cut)}'
            f'L{_n(x + half)} {_n(y + height / 2)}L{_n(x + half - cut)} {_n(y + height)}H{_n(left + cut)}z"/>'
        )
    else:
        radius = height / 2 if node.shape in ("start", "end") else 4
        outline = (
            f'<rect class="{node.shape}" x="{_n(left)}" y="{_n(y)}" width="{_WIDTH}" height="{_n(height)}"'
            f' rx="{_n(min(radius, 24))}"/>'
        )
    lines = _lines(node.text)
    first = y + height / 2 - (len(lines) - 1) * _LINE / 2 + _EM * 0.36
    rows = "".join(
        f'<tspan x="{_n(x)}" y="{_n(first + row * _LINE)}">{escape(line)}</tspan>' for row, line in enumerate(lines)
    )
    return f'{outline}<text class="node">{rows}</text>'


def _forward(drawing: _Drawing, chain: tuple[int, ...], text: str, name: str) -> str:
    """Down from the start, across in the gap between two layers, down to the end."""
    x, y = drawing.centre(chain[0]), drawing.bottom(chain[0])
    path = [f"M{_n(x)} {_n(y)}"]
    label = ""
    for step, node in enumerate(chain[1:]):
        level = drawing.level(node)
        turn = drawing.tops[level] - _GAP / 2
        following = drawing.centre(node)
        path.append(f"V{_n(turn)}H{_n(following)}" if following != x else "")
        if step == 0 and text:
            label = _label(following + _ASIDE, turn + 20, text)
        x = following
        last = node == chain[-1]
        path.append(f"V{_n(drawing.top(node) if last else drawing.bottom(node))}")
    return f'<path class="arrow" d="{"".join(path)}" marker-end="url(#{name}-tip)"/>{label}'


def _backward(drawing: _Drawing, edge: tuple[int, int], lane: float, text: str, name: str) -> str:
    """Out to the right, up a lane of its own, and back in from the right; past a neighbour it goes below or above."""
    start, end = edge
    leave, enter = drawing.top(start) + drawing.height(start) / 2, drawing.top(end) + drawing.height(end) / 2
    path_out = f"M{_n(drawing.centre(start) + _WIDTH / 2)} {_n(leave)}"
    path_in = f"H{_n(drawing.centre(end) + _WIDTH / 2)}"
    if drawing.is_hemmed(start):
        leave = drawing.bottom(start) + _GAP / 4
        path_out = f"M{_n(drawing.centre(start) + _WIDTH / 4)} {_n(drawing.bottom(start))}V{_n(leave)}"
    if drawing.is_hemmed(end):
        enter = drawing.top(end) - _GAP / 4
        path_in = f"H{_n(drawing.centre(end) + _WIDTH / 4)}V{_n(drawing.top(end))}"
    path = f"{path_out}H{_n(lane)}V{_n(enter)}{path_in}"
    label = _label(lane + _ASIDE, (leave + enter) / 2, text) if text else ""
    return f'<path class="arrow back" d="{path}" marker-end="url(#{name}-tip)"/>{label}'


def _label(x: float, y: float, text: str) -> str:
    return f'<text class="edge" paint-order="stroke" x="{_n(x)}" y="{_n(y)}">{escape(text)}</text>'
