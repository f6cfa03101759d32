"""The one way to write a record: keys in declared order, two columns a level, comments kept, nothing said differently.

Quotes, short flow collections and the Markdown body stay as typed. Does not touch the disk and does not judge values.
"""

from __future__ import annotations

from generator.model.record import Record
from generator.reading.front_matter import Front, split
from generator.reading.yaml_text import Data, parse
from generator.writing.layout import lay_out
from generator.writing.parts import Unwritable
from generator.writing.remarks import remarks
from generator.writing.source import take_apart


def canonical(text: str, kind: type[Record]) -> str:
    """The canonical form of a file's decoded text.

    It is a fixed point, and the reader reads the same from it: anything else raises :class:`~generator.writing.parts.Unwritable`,
    and so does a text that the reader refuses.
    """
    front = _front(text) if kind.KIND.prose else Front(text, 1, "", 1)
    written = _yaml(front.yaml_text, kind)
    if not kind.KIND.prose:
        return written
    whole = f"---\n{written}---\n" + (f"\n{front.body}" if front.body else "")
    if _front(whole).body != front.body:
        raise Unwritable("the body would change")
    return whole


def _front(text: str) -> Front:
    front, faults = split(text)
    if front is None or faults:
        raise Unwritable("the front matter cannot be read")
    return front


def _yaml(text: str, kind: type[Record]) -> str:
    said = _said(text)
    head, root = take_apart(text, kind)
    written = lay_out(head, root)
    if _said(written) != said:
        raise Unwritable("the values would change")
    if remarks(written) != remarks(text):
        raise Unwritable("a comment would be lost")
    return written


def _said(text: str) -> dict[str, Data]:
    data, faults = parse(text)
    if data is None or faults:
        raise Unwritable("the keys and values cannot be read")
    return data
