"""Puts other values into the text of a file and leaves all else as it was typed: layout, comments, quotes. Nothing is judged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.finding import KeyPath
from generator.model.record import Record
from generator.reading.front_matter import split
from generator.writing.acts import Said
from generator.writing.canonical import canonical
from generator.writing.layout import lay_out
from generator.writing.parts import Entry, Leaf, Unwritable, rank
from generator.writing.source import take_apart
from generator.writing.typed import typed


@dataclass(frozen=True, slots=True)
class _Halves:
    """A file around its keys: what comes before them, the keys, and what comes behind."""

    before: str
    keys: str
    behind: str


def with_values(text: str, kind: type[Record], values: Iterable[tuple[KeyPath, str]]) -> str:
    """``text`` with other values at these paths, each of which holds a single value now. Raises :class:`Unwritable`."""
    halves = _halves(text, kind)
    try:
        root = YAML(typ="safe", pure=True).compose(halves.keys)
    except YAMLError as error:
        raise Unwritable("the keys cannot be read") from error
    cuts = sorted(((*_found(root, path), value) for path, value in values), key=lambda cut: cut[0].start_mark.index)
    keys = halves.keys
    for node, in_flow, value in reversed(cuts):
        start, end = node.start_mark.index, node.end_mark.index
        # A block scalar ends behind its last line feed.
        end -= keys[start:end].endswith("\n")
        keys = keys[:start] + typed(value, in_flow=in_flow) + keys[end:]
    return halves.before + keys + halves.behind


def with_body(text: str, was: str, now: str) -> str:
    """A Markdown file with another body; ``was`` is the body as the reader tells it."""
    core = was.rstrip("\n")
    start = text.rindex(core)
    return text[:start] + now.rstrip("\n") + text[start + len(core) :]


def with_heads(text: str, kind: type[Record], said: Sequence[Said], drop: Sequence[str] = ()) -> str:
    """``text`` in canonical form with these keys at its root set to these values, and those of ``drop`` gone."""
    halves = _halves(text, kind)
    head, root = take_apart(halves.keys, kind)
    names = {name for name, _ in said}
    kept = {entry.key: entry for entry in root.entries}
    root.entries = [entry for entry in root.entries if entry.key not in names | set(drop)]
    for name, value in said:
        before = kept[name].before if name in kept else []
        root.entries.append(Entry(name, Leaf([typed(value)]), before))
    root.entries.sort(key=lambda entry: rank(kind, entry.key))
    return canonical(halves.before + lay_out(head, root) + halves.behind, kind)


def _halves(text: str, kind: type[Record]) -> _Halves:
    if not kind.KIND.prose:
        return _Halves("", text, "")
    front, faults = split(text)
    if front is None or faults:
        raise Unwritable("the front matter cannot be read")
    start = text.index("\n") + 1
    end = start + len(front.yaml_text)
    return _Halves(text[:start], text[start:end], text[end:])


def _found(root: Node | None, path: KeyPath) -> tuple[ScalarNode, bool]:
    """The scalar at ``path``, and whether it stands in flow style."""
    node, in_flow = root, False
    for part in path:
        in_flow = in_flow or bool(getattr(node, "flow_style", False))
        if isinstance(node, MappingNode):
            node = next((value for key, value in node.value if key.value == part), None)
        elif isinstance(node, SequenceNode) and isinstance(part, int):
            node = node.value[part] if part < len(node.value) else None
        else:
            node = None
    if not isinstance(node, ScalarNode):
        raise Unwritable("no single value stands there")
    return node, in_flow
