"""Scalars as they were typed: quotes and line breaks stay, only the indentation goes. Which type a value has is unknown here."""

from __future__ import annotations

import re

from ruamel.yaml.nodes import ScalarNode

from generator.writing.parts import BLANKS, Leaf, Unwritable

_HEAD = re.compile(r"[|>](\d?)([-+]?)(\d?)[ \t]*(#.*)?\Z")


def scalar(text: str, node: ScalarNode) -> Leaf:
    """A plain or quoted scalar, which may go on over several lines."""
    typed = text[node.start_mark.index : node.end_mark.index]
    return Leaf([line.strip(BLANKS) for line in typed.split("\n")])


def text_block(text: str, node: ScalarNode) -> tuple[Leaf, int]:
    """A block scalar (``|`` or ``>``), and the index at which it ends: blank lines that do not count lie behind it."""
    start, end = node.start_mark.index, node.end_mark.index
    first, _, rest = text[start:end].partition("\n")
    head = _HEAD.match(first)
    if head is None:
        raise Unwritable("the head of a block scalar")
    keep = head[2] == "+"
    lines = _literal(node.value) if node.style == "|" else _folded(node.value, head, rest)
    stop = end - rest.endswith("\n") if keep else start + len(text[start:end].rstrip(BLANKS + "\n"))
    return Leaf(lines, (head[4] or "").rstrip(), is_text_block=True), stop


def _literal(value: str) -> list[str]:
    if not value:
        return [""]
    lines = value.split("\n")
    chomp = "-"
    if not lines[-1]:
        lines.pop()
        chomp = "" if lines[-1] else "+"
    first = next((line for line in lines if line), "")
    return [f"|{'2' if first.startswith(' ') else ''}{chomp}", *lines]


def _folded(value: str, head: re.Match[str], rest: str) -> list[str]:
    """The lines as typed: where a folded text was broken is the author's choice."""
    if not value:
        return [""]
    if head[1] or head[3]:
        raise Unwritable("a folded text with an explicit indentation")
    lines = rest.removesuffix("\n").split("\n")
    while head[2] != "+" and not lines[-1].strip(BLANKS):
        lines.pop()
    first = next((line for line in lines if line.strip(BLANKS)), "")
    indent = len(first) - len(first.lstrip(" "))
    # At the end of a file without a final line feed, a text may lack the one that its head promises.
    chomp = head[2] if value.endswith("\n") else "-"
    return [f">{chomp}", *(line[indent:] for line in lines)]
