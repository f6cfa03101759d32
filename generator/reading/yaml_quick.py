"""Reads a faultless YAML text fast, or gives up without saying why.

Nearly every file is faultless, and there are thousands: this walk takes no positions and asks each event as little as it
can. Whatever looks odd makes it give up, and the precise walk (:mod:`generator.reading.yaml_walk`) judges. It may give up
on a good text; it never returns data for a bad one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from yaml import (
    CBaseLoader,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
    YAMLError,
)

Data: TypeAlias = "dict[str, Data] | list[Data] | str"

#: Mappings and lists within each other, the file itself counted. Records need about five.
MAX_DEPTH = 32

_Step: TypeAlias = Callable[[], Any]


class _OddError(Exception):
    """Something that a plain record does not contain."""


def quick(text: str) -> dict[str, Data] | None:
    """The data of a text without any fault, every scalar as it was typed; None if in doubt."""
    # Escapes can hide characters, and libyaml takes tabs that other parsers refuse.
    if "\\" in text or "\t" in text:
        return None
    # These begin anchors and tags: rare enough to look at every event only then.
    marked = "&" in text or "!" in text
    try:
        step: _Step = CBaseLoader(text).get_event
        _expect(step, StreamStartEvent)
        _expect(step, DocumentStartEvent)
        _expect(step, MappingStartEvent)
        root = _mapping(step, marked, 1)
        _expect(step, DocumentEndEvent)
        _expect(step, StreamEndEvent)
    except (_OddError, YAMLError, UnicodeEncodeError):
        return None
    return root


def _expect(step: _Step, kind: type) -> None:
    event = step()
    if type(event) is not kind or any(getattr(event, name, None) for name in ("anchor", "tag", "tags")):
        raise _OddError


def _mapping(step: _Step, marked: bool, depth: int) -> dict[str, Data]:
    data: dict[str, Data] = {}
    while type(event := step()) is ScalarEvent:
        key = event.value
        node = step()
        value = node.value if type(node) is ScalarEvent else _collection(node, step, marked, depth)
        if marked and (event.anchor or event.tag or node.anchor or node.tag):
            raise _OddError
        if not key or key in data or ":" in key or "：" in key or key == "<<" or key.strip() != key:
            raise _OddError
        data[key] = value
    if type(event) is not MappingEndEvent:
        raise _OddError
    return data


def _sequence(step: _Step, marked: bool, depth: int) -> list[Data]:
    data: list[Data] = []
    while type(node := step()) is not SequenceEndEvent:
        data.append(node.value if type(node) is ScalarEvent else _collection(node, step, marked, depth))
        if marked and (node.anchor or node.tag):
            raise _OddError
    return data


def _collection(event: Any, step: _Step, marked: bool, depth: int) -> Data:
    if depth >= MAX_DEPTH:
        raise _OddError
    if type(event) is MappingStartEvent:
        return _mapping(step, marked, depth + 1)
    if type(event) is SequenceStartEvent:
        return _sequence(step, marked, depth + 1)
    raise _OddError
