"""Finds line and column of a key when somebody asks: the file is read again, so that good files pay nothing."""

from __future__ import annotations

from functools import lru_cache

from generator.finding import KeyPath, Span, Where
from generator.reading.decode import decode
from generator.reading.front_matter import split
from generator.reading.tree import Tree
from generator.reading.yaml_text import Place, locate


class Locator:
    """Call it with (path, where) for the span and the source line; both None where the file cannot tell.

    A key that the file's root lacks stands nowhere: the span is where the keys begin, and no line is quoted. Nor is one
    quoted of a file that is no text.
    """

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._file = lru_cache(maxsize=64)(self._read)

    def __call__(self, path: str, where: Where, at_key: bool = False) -> tuple[Span | None, str | None]:
        if where is None:
            return None, None
        lines, places = self._file(path)
        if isinstance(where, Span):
            return where, lines[where.line - 1] if where.line <= len(lines) else None
        span = self._nearest(places, where, at_key)
        return span, lines[span.line - 1] if span is not None and where[:1] in places else None

    def _read(self, path: str) -> tuple[list[str], dict[KeyPath, Place]]:
        try:
            text, _ = decode(self._tree.read(path))
        except OSError:
            return [], {}
        if text is None:
            return [], {}
        if not path.endswith(".md"):
            return text.split("\n"), dict(locate(text))
        front, _ = split(text)
        places = dict(locate(front.yaml_text, front.yaml_first_line)) if front is not None else {}
        return text.split("\n"), places

    @staticmethod
    def _nearest(places: dict[KeyPath, Place], where: KeyPath, at_key: bool) -> Span | None:
        """The value there (or its key), else the key of the closest parent that the file has."""
        for length in range(len(where), -1, -1):
            place = places.get(where[:length])
            if place is not None:
                return place.value if length == len(where) and not at_key else place.key
        return None
