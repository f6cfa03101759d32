"""Walks over a YAML text with an eye on everything: what is refused, and where each key and value stands.

libyaml's events are used without its composer, which dies on deep nesting, and without any resolver, so that ``010``,
``no`` and ``12:30`` stay what was typed. Anchors, aliases, merge keys, tags, further documents, duplicate keys and deep
nesting are refused. Does not explain syntax errors (:mod:`generator.reading.yaml_syntax`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from yaml import (
    AliasEvent,
    CBaseLoader,
    MappingEndEvent,
    MappingStartEvent,
    MarkedYAMLError,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from generator.finding import Fault, KeyPath, Span
from generator.reading.positions import Lines
from generator.reading.scan import characters
from generator.reading.yaml_quick import MAX_DEPTH, Data

#: A file with more faults than this is not a record with slips: the walk ends.
MAX_FAULTS = 100

#: A problem of ``yaml-syntax``: a colon that is no separator because nothing separates it from the value.
NO_BLANK = "冒号后面要空一格"

_FULL_COLON = "："
_TABS = re.compile("\t+")
_STANDARD_TAG = "tag:yaml.org,2002:"
_SHAPES = {ScalarEvent: "文字", AliasEvent: "文字", MappingStartEvent: "键值", SequenceStartEvent: "列表"}


class _HaltError(Exception):
    """The depth or the number of faults has reached its limit."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a key and its value stand. Of a list item and of the root, both are the value."""

    key: Span
    value: Span


@dataclass(frozen=True, slots=True)
class Failure:
    """Where and how the parser gave up. Indexes count characters of the text; ``start`` is where the trouble began."""

    problem: str
    start: int
    context: int
    index: int


@dataclass(frozen=True, slots=True)
class Walked:
    """What one walk brought. ``data`` is None if the root is no mapping or the walk could not reach the end.

    Of a duplicate key the first value is kept; an alias reads as its own text; merge keys and keys that are not text are
    left out. ``places`` has every key path that was reached.
    """

    data: dict[str, Data] | None
    faults: tuple[Fault, ...]
    places: dict[KeyPath, Place]
    failure: Failure | None


def walk(text: str, lines: Lines) -> Walked:
    """Walk once over ``text``, of which ``lines`` was made. Characters that YAML forbids must have been replaced."""
    walker = _Walker(text, lines)
    data, failure = None, None
    try:
        data = walker.document()
    except _HaltError:
        pass
    except MarkedYAMLError as error:
        failure = walker.failure(error)
    return Walked(data, tuple(walker.faults), walker.places, failure)


class _Walker:
    """The state of one walk."""

    def __init__(self, text: str, lines: Lines) -> None:
        self.faults: list[Fault] = []
        self.places: dict[KeyPath, Place] = {}
        self._text = text
        self._lines = lines
        self._aliases: set[str] = set()
        self._next: Callable[[], Any] = CBaseLoader(text).get_event
        self._end = 0
        """Index after the collection that was left last."""
        self._scalars: list[tuple[int, int]] = [(0, 0)]
        """Where the scalars begin and end."""

    def document(self) -> dict[str, Data] | None:
        """The root mapping; None if the root is something else, or if there is none."""
        self._next()
        start = self._next()
        if type(start) is StreamEndEvent:
            self._add("yaml-not-mapping", self._lines.span(0, 0), shape="空")
            return None
        if start.tags:
            self._refuse("yaml-tag", start, tag="%TAG")
        event = self._next()
        if type(event) is ScalarEvent:
            # A syntax error right behind it says more than "not a mapping".
            self._check_scalar(event)
            self._next()
            self._next()
        if type(event) is not MappingStartEvent:
            self._refuse("yaml-not-mapping", event, shape=_SHAPES[type(event)])
            return None
        root = self._mapping(event, (), 1)
        self._place((), event, event)
        self._next()
        after = self._next()
        if type(after) is StreamEndEvent:
            self._check_tabs()
        else:
            self._refuse("yaml-documents", after)
        return root

    def failure(self, error: Any) -> Failure:
        """The parser's own words and marks. A syntax error often shows only at the end of what it began with."""
        index = error.problem_mark.index
        context = error.context_mark.index if error.context_mark else index
        scalar = self._scalars[-1][0]
        return Failure(error.problem, scalar if context == index else max(context, scalar), context, index)

    def _check_tabs(self) -> None:
        """Refuse tabs outside values and comments: libyaml takes some of them, the parser that rewrites files none."""
        refused: set[int] = set()
        for found in _TABS.finditer(self._text):
            tab = found.start()
            start, end = self._scalars[bisect_right(self._scalars, (tab, len(self._text))) - 1]
            before = self._text[max(end, self._text.rfind("\n", 0, tab) + 1) : tab]
            row = self._lines.row(tab)
            if not start <= tab < end and "#" not in before and row not in refused:
                refused.add(row)
                self._add("yaml-tab", self._lines.span(*found.span()))

    def _mapping(self, start: Any, path: KeyPath, depth: int) -> dict[str, Data]:
        self._check_properties(start)
        data: dict[str, Data] = {}
        firsts: dict[str, Any] = {}
        while type(event := self._next()) is not MappingEndEvent:
            key = self._key(event, path, depth)
            here = path if key is None else (*path, key)
            node = self._next()
            value = self._node(node, here, depth)
            if key is None:
                continue
            self._place(here, event, node)
            if key in firsts:
                first_line = self._lines.token(_start(firsts[key])).line
                self._refuse("yaml-key-duplicate", event, key=key, first_line=first_line)
            firsts.setdefault(key, event)
            data.setdefault(key, value)
        self._end = _end(event)
        return data

    def _sequence(self, start: Any, path: KeyPath, depth: int) -> list[Data]:
        self._check_properties(start)
        data: list[Data] = []
        while type(event := self._next()) is not SequenceEndEvent:
            here = (*path, len(data))
            data.append(self._node(event, here, depth))
            self._place(here, event, event)
        self._end = _end(event)
        return data

    def _node(self, event: Any, path: KeyPath, depth: int) -> Data:
        if type(event) is ScalarEvent:
            self._check_scalar(event)
            return str(event.value)
        if type(event) is AliasEvent:
            name = str(event.anchor)
            if name not in self._aliases:
                self._aliases.add(name)
                self._refuse("yaml-alias", event, name=name)
            return f"*{name}"
        if depth >= MAX_DEPTH:
            self._refuse("yaml-depth", event, limit=MAX_DEPTH)
            raise _HaltError
        inside = self._mapping if type(event) is MappingStartEvent else self._sequence
        return inside(event, path, depth + 1)

    def _key(self, event: Any, path: KeyPath, depth: int) -> str | None:
        """The key's text; None if the key and its value are left out."""
        key = self._node(event, path, depth)
        if type(event) is AliasEvent:
            return None
        if type(event) is not ScalarEvent or not key:
            self._refuse("yaml-key-not-text", event, shape=_SHAPES[type(event)] if key else "空")
            return None
        return self._checked(str(key), event)

    def _checked(self, key: str, event: Any) -> str | None:
        """The key, with what unquoted keys must not be refused; None for a merge key."""
        if event.style != "":
            return key
        if key == "<<":
            self._refuse("yaml-merge", event)
            return None
        start = _start(event)
        if _FULL_COLON in key:
            where = self._lines.span(start + key.index(_FULL_COLON), start)
            self._add("yaml-fullwidth-colon", where, key=key.partition(_FULL_COLON)[0].strip())
        elif ":" in key:
            # In braces, {键:值} is one key without a value.
            self._add("yaml-syntax", self._lines.span(start + key.index(":"), start), problem=NO_BLANK)
        elif key.strip() != key:
            self._refuse("yaml-syntax", event, problem="键的前面或后面有全角空格，请改用普通空格")
        return key

    def _check_scalar(self, event: Any) -> None:
        start, end = _start(event), _end(event)
        self._scalars.append((start, end))
        self._check_properties(event)
        # An escape can hide what the scan of the file cannot see: "\u202e".
        if event.style == '"':
            for code, context in characters(event.value, self._text[start:end]):
                self._refuse(code, event, **context)

    def _check_properties(self, event: Any) -> None:
        if event.anchor is not None:
            self._refuse("yaml-anchor", event, name=event.anchor)
        if event.tag is not None:
            self._refuse("yaml-tag", event, tag=event.tag.replace(_STANDARD_TAG, "!!"))

    def _place(self, path: KeyPath, event: Any, node: Any) -> None:
        is_leaf = type(node) in (ScalarEvent, AliasEvent)
        value = self._lines.span(_start(node), _end(node) if is_leaf else self._end)
        key = value if event is node else self._lines.span(_start(event), _end(event))
        self.places.setdefault(path, Place(key, value))

    def _refuse(self, code: str, event: Any, **context: object) -> None:
        self._add(code, self._lines.token(_start(event)), **context)

    def _add(self, code: str, where: Span, **context: object) -> None:
        if len(self.faults) >= MAX_FAULTS:
            raise _HaltError
        self.faults.append(Fault(code, where, context))


def _start(event: Any) -> int:
    return int(event.start_mark.index)


def _end(event: Any) -> int:
    return int(event.end_mark.index)
