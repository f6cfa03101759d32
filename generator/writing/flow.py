"""Flow style, ``{起: …, 止: …}`` and ``[警告, 罚款]``: on one line in declared order, or broken into a block if that is too long."""

from __future__ import annotations

import re

from rich.cells import cell_len
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from generator.model.declaration import Group
from generator.writing.parts import BLANKS, WIDTH, Block, Entry, Leaf, inside, rank

_COMMENT = re.compile(r"(^|\s)#", re.MULTILINE)


def flow(text: str, node: Node, group: type[Group] | None, indent: int, lead: int) -> Leaf | Block:
    """A flow collection in canonical form, behind a key or dash that takes ``lead`` columns from column ``indent`` on.

    One that was typed on one line stays on one line. One that was typed on several is joined if one line holds it, else broken
    into a block. With a comment, an empty or a broken value inside it keeps its lines as typed.
    """
    typed = _slice(text, node)
    joined = None if _COMMENT.search(typed) else _joined(text, node, group)
    if joined is None:
        return Leaf([line.strip(BLANKS) for line in typed.split("\n")])
    if "\n" not in typed or indent + lead + cell_len(joined) <= WIDTH or not node.value:
        return Leaf([joined])
    return _unfolded(text, node, group, indent + 2)


def _slice(text: str, node: Node) -> str:
    return text[node.start_mark.index : node.end_mark.index]


def _joined(text: str, node: Node, group: type[Group] | None) -> str | None:
    """The collection on one line, or None if a value in it must stay as it was typed."""
    if isinstance(node, MappingNode):
        keys = [_joined(text, key, None) for key, _ in _sorted(node, group)]
        values = [_joined(text, value, inside(group, key.value)) for key, value in _sorted(node, group)]
        pairs = ", ".join(f"{key}: {value}" for key, value in zip(keys, values, strict=True))
        return None if None in keys or None in values else f"{{{pairs}}}"
    if isinstance(node, SequenceNode):
        items = [_joined(text, item, group) for item in node.value]
        return None if None in items else "[" + ", ".join(str(item) for item in items) + "]"
    typed = _slice(text, node)
    return typed if typed and "\n" not in typed else None


def _sorted(node: MappingNode, group: type[Group] | None) -> list[tuple[Node, Node]]:
    return sorted(node.value, key=lambda pair: rank(group, pair[0].value))


def _unfolded(text: str, node: Node, group: type[Group] | None, column: int) -> Leaf | Block:
    """A flow collection as a block whose entries begin at ``column``; what fits on a line below it stays flow."""
    if isinstance(node, MappingNode):
        block = Block(False, column)
        for key, value in _sorted(node, group):
            name = _slice(text, key)
            deeper = inside(group, key.value)
            block.entries.append(Entry(name, _fitted(text, value, deeper, column, cell_len(name) + 2)))
        return block
    block = Block(True, column)
    block.entries = [Entry("", _fitted(text, item, group, column, 2)) for item in node.value]
    return block


def _fitted(text: str, node: Node, group: type[Group] | None, column: int, used: int) -> Leaf | Block:
    joined = _joined(text, node, group)
    assert joined is not None, "the whole was joined before"
    if not isinstance(node, MappingNode | SequenceNode) or column + used + cell_len(joined) <= WIDTH or not node.value:
        return Leaf([joined])
    return _unfolded(text, node, group, column + 2)
