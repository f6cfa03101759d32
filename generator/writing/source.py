"""Takes a YAML text apart into entries with the comments that belong to them, keys in declared order.

Scalars stay the characters that were typed. A comment behind a value stays there; comments on lines of their own belong to the
entry below, or, if they stand further right than it, to the end of the block above. Does not write anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rich.cells import cell_len
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from generator.model.declaration import Group
from generator.writing.flow import flow
from generator.writing.parts import Block, Entry, Leaf, Unwritable, inside, rank
from generator.writing.scalars import scalar, text_block

_REST_OF_LINE = re.compile(r"[ \t]*(#[^\n]*)?(?=\n|\Z)")
_COLON = re.compile(r"[ \t]*:")
_DASH = re.compile(r"(?:[ \t\n]|#[^\n]*)*-")


def take_apart(text: str, group: type[Group]) -> tuple[list[str], Block]:
    """The comment lines at the head of the text, and its root mapping.

    ``text`` is YAML that :func:`generator.reading.yaml_text.parse` accepts; raises :class:`Unwritable` for the little of it that
    has no canonical form.
    """
    yaml = YAML(typ="safe", pure=True)
    try:
        root = yaml.compose(text)
    except YAMLError as error:
        raise Unwritable("the two YAML libraries do not agree") from error
    if not isinstance(root, MappingNode) or root.flow_style:
        raise Unwritable("the whole file is one flow collection")
    return _Source(text).document(root, group)


@dataclass(slots=True)
class _Source:
    """One text being taken apart, from top to bottom."""

    text: str
    at: int = 0
    """Everything before this index is done."""
    pending: list[tuple[int, str]] = field(default_factory=list)
    """The comments on lines of their own since the last entry, with their columns; a blank line is ``(-1, "")``."""
    closed: list[Block] = field(default_factory=list)
    """The blocks that have ended since the last entry, innermost first."""

    def document(self, root: MappingNode, group: type[Group]) -> tuple[list[str], Block]:
        self._skip_to(root.start_mark.index)
        lines = [line for _, line in self.pending]
        end = len(lines) - lines[::-1].index("") if "" in lines else 0
        del self.pending[:end]
        block = self._block(root, group, 0)
        self._skip_to(len(self.text))
        self._place(-1)
        return lines[:end], block

    def _block(self, node: Node, group: type[Group] | None, indent: int) -> Block:
        block = Block(isinstance(node, SequenceNode), node.start_mark.column)
        if block.is_list:
            block.entries = [self._item(item, block.column, group, indent) for item in node.value]
        else:
            pairs = [(rank(group, key.value), self._pair(key, value, group, indent)) for key, value in node.value]
            block.entries = [entry for _, entry in sorted(pairs, key=lambda pair: pair[0])]
        self.closed.append(block)
        return block

    def _pair(self, key: Node, value: Node, group: type[Group] | None, indent: int) -> Entry:
        self._skip_to(key.start_mark.index)
        before = self._place(key.start_mark.column)
        typed = self.text[key.start_mark.index : key.end_mark.index]
        colon = _COLON.match(self.text, key.end_mark.index)
        if colon is None:
            raise Unwritable("a key that begins with a question mark")
        self.at = colon.end()
        return self._entry(typed, value, before, inside(group, key.value), indent)

    def _item(self, value: Node, column: int, group: type[Group] | None, indent: int) -> Entry:
        dash = _DASH.match(self.text, self.at)
        assert dash is not None, "a list item begins with a dash"
        self._skip_to(dash.end() - 1)
        before = self._place(column)
        self.at = dash.end()
        return self._entry("", value, before, group, indent)

    def _entry(self, key: str, node: Node, before: list[str], group: type[Group] | None, indent: int) -> Entry:
        """The entry whose key or dash ends at :attr:`at`."""
        comment = self._comment()
        if isinstance(node, ScalarNode) and not node.style and not node.value:
            return Entry(key, Leaf([""], comment), before)
        if not isinstance(node, CollectionNode) or node.flow_style:
            self._skip_to(node.start_mark.index)
            above = [comment, *(line for _, line in self.pending)]
            self.pending.clear()
            before += filter(None, above)
            value, comment = self._value(node, group, indent, cell_len(key) + 2)
        else:
            value = self._block(node, group, indent + 2)
        if comment and not key:
            before.append(comment)
        return Entry(key, value, before, comment if key else "")

    def _value(self, node: Node, group: type[Group] | None, indent: int, lead: int) -> tuple[Leaf | Block, str]:
        """A scalar or flow collection, and the comment behind it if it became a block."""
        if isinstance(node, ScalarNode) and node.style in ("|", ">"):
            leaf, self.at = text_block(self.text, node)
            return leaf, ""
        self.at = node.end_mark.index
        if isinstance(node, ScalarNode):
            value: Leaf | Block = scalar(self.text, node)
        else:
            value = flow(self.text, node, group, indent, lead)
        comment = self._comment()
        if isinstance(value, Leaf):
            value.comment, comment = comment, ""
        return value, comment

    def _comment(self) -> str:
        """The comment on the rest of the line, if nothing else is there."""
        rest = _REST_OF_LINE.match(self.text, self.at)
        if rest is None:
            return ""
        self.at = rest.end()
        return (rest[1] or "").rstrip()

    def _skip_to(self, end: int) -> None:
        """Collect the comment and blank lines up to ``end``; what else is there are marks such as ``-`` and ``---``."""
        start = self.at
        pieces = self.text[start:end].split("\n")
        for number, piece in enumerate(pieces):
            mark = piece.find("#")
            if mark >= 0:
                column = start + mark - self.text.rfind("\n", 0, start + mark) - 1
                self.pending.append((column, piece[mark:].rstrip()))
            elif not piece.strip() and 0 < number < len(pieces) - 1:
                self.pending.append((-1, ""))
            start += len(piece) + 1
        self.at = end

    def _place(self, column: int) -> list[str]:
        """Give the pending lines to the blocks above or, returned, to the entry that begins at ``column``."""
        above = 0
        for number, (at, _) in enumerate(self.pending, start=1):
            if at > column and self.closed:
                above = number
            elif at >= 0:
                break
        home = None
        for at, line in reversed(self.pending[:above]):
            home = self._home(at) if home is None or line else home
            home.tail.insert(0, line)
        rest = [line for _, line in self.pending[above:]]
        self.pending.clear()
        self.closed.clear()
        return rest

    def _home(self, column: int) -> Block:
        """The innermost block that begins at ``column`` or left of it; of two that begin alike, the outer one."""
        outer_first = self.closed[::-1]
        return max((block for block in outer_first if block.column <= column), key=lambda block: block.column, default=outer_first[0])
