"""Reads the keys and values of a record, or says in which line the file is not written as it should be.

Every value stays the text that was typed; which type a key has is known to the model only. Does not split Markdown files
(:mod:`generator.reading.front_matter`) and does not report invisible characters (:mod:`generator.reading.scan`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.finding import Fault, KeyPath, Span
from generator.reading.positions import Lines
from generator.reading.yaml_quick import MAX_DEPTH, Data, quick
from generator.reading.yaml_syntax import explain
from generator.reading.yaml_walk import MAX_FAULTS, Place, walk

__all__ = ["MAX_DEPTH", "MAX_FAULTS", "Data", "Place", "locate", "parse"]

#: What libyaml's reader refuses. The walk sees blanks instead, so that all other faults come out, too.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def parse(text: str, first_line: int = 1) -> tuple[dict[str, Data] | None, tuple[Fault, ...]]:
    """Read a text whose root is a mapping; ``first_line`` is the line of the file on which it begins.

    Every scalar is a ``str``: ``010`` and ``no`` stay what they are, an empty value is ``""``. Returns the data and ``()``;
    with faults, the data are what could still be read, or None. All faults have a span. Codes: ``yaml-not-mapping`` (context
    ``shape``), ``yaml-key-duplicate`` (``key``, ``first_line``), ``yaml-anchor`` and ``yaml-alias`` (``name``), ``yaml-merge``,
    ``yaml-tag`` (``tag``), ``yaml-documents``, ``yaml-depth`` (``limit``), ``yaml-key-not-text`` (``shape``), ``yaml-tab``,
    ``yaml-fullwidth-colon`` (``key``), ``yaml-syntax`` (``problem``, in Chinese), and those of :func:`scan.characters` for
    characters written as escapes. Control characters in the text are read as blanks: to report them is ``scan``'s part.
    """
    data = quick(text)
    if data is not None:
        return data, ()
    text = _FORBIDDEN.sub(" ", text)
    walked = walk(text, Lines(text, first_line))
    if walked.data is not None:
        return walked.data, walked.faults
    return None, explain(text, first_line, walked)


def locate(text: str, first_line: int = 1) -> Mapping[KeyPath, Place]:
    """Where each key and list item of the text stands; ``()`` is the root. Never raises.

    Of a text that cannot be read to its end: what comes before the error.
    """
    text = _FORBIDDEN.sub(" ", text)
    lines = Lines(text, first_line)
    top = Span(first_line, 1)
    return {(): Place(top, top), **walk(text, lines).places}
