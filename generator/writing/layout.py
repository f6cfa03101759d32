"""Puts entries back into lines: two columns deeper per level, lists as ``- ``, comments where they belong."""

from __future__ import annotations

from generator.writing.parts import Block, Entry, Leaf


def lay_out(head: list[str], root: Block) -> str:
    """The text of a whole mapping, with one line feed at its end. ``head`` are the comments above everything, with a blank line below."""
    lines = [*_comments(head, "", is_first=True), *_block(root, "")]
    return "\n".join(lines) + "\n"


def _block(block: Block, pad: str) -> list[str]:
    lines: list[str] = []
    for number, entry in enumerate(block.entries):
        body = _item(entry, pad) if block.is_list else _pair(entry, pad)
        lines += _comments(entry.before, pad, is_first=number == 0)
        lines += body
    while block.tail and not block.tail[-1]:
        block.tail.pop()
    return lines + _comments(block.tail, pad)


def _comments(lines: list[str], pad: str, *, is_first: bool = False) -> list[str]:
    """Comment lines at one indentation; of several blank lines one is left, of those at the very beginning none."""
    kept: list[str] = []
    for line in lines:
        if line or (kept[-1] if kept else not is_first):
            kept.append(pad + line if line else "")
    return kept


def _pair(entry: Entry, pad: str) -> list[str]:
    if isinstance(entry.value, Leaf):
        return _leaf(f"{pad}{entry.key}:", entry.value, pad)
    return [_with(f"{pad}{entry.key}:", entry.comment), *_block(entry.value, pad + "  ")]


def _item(entry: Entry, pad: str) -> list[str]:
    if isinstance(entry.value, Leaf):
        return _leaf(f"{pad}-", entry.value, pad)
    lines = _block(entry.value, pad + "  ")
    # Comments above the first key would part it from the dash: they move above the dash.
    above = next(number for number, line in enumerate(lines) if not line.lstrip().startswith("#") and line)
    entry.before += [line.strip() for line in lines[:above]]
    return [f"{pad}- {lines[above][len(pad) + 2 :]}", *lines[above + 1 :]]


def _leaf(lead: str, leaf: Leaf, pad: str) -> list[str]:
    first, *rest = leaf.lines
    lines = [f"{lead} {first}" if first else lead, *(f"{pad}  {line}" if line else "" for line in rest)]
    commented = 0 if leaf.is_text_block else -1
    lines[commented] = _with(lines[commented], leaf.comment)
    return lines


def _with(line: str, comment: str) -> str:
    return f"{line}  {comment}" if comment else line
