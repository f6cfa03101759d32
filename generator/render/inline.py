"""Values that stand in running text, and how each is written in HTML. What they say was decided before; nothing here knows a record.

They print themselves (``__html__``, the protocol of Jinja's autoescaping), so that a template puts any of them where it likes.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import NamedTuple


@lru_cache(maxsize=4096)
def escape(text: str) -> str:
    """A text as it is written in HTML. Pages consist of the same few hundred labels and words: each is escaped once."""
    return html.escape(text)


#: What stays on one line: 2026年5月27日, 国办发〔2024〕54号, 20个工作日, 15,000元, （2024年修正）, 二（一）3（1）, 第四十四条.
_WHOLE = re.compile(
    r"(?<!\d)\d{4}年\d{1,2}月\d{1,2}日|[\u4e00-\u9fff]{0,6}〔\d{4}〕\d+号|（\d{4}年[\u4e00-\u9fff]{1,4}）|（示例）|[一二三]（[一二三四五]）\d*(?:（\d+）)?"
    r"|第[一二三四五六七八九十百零]{1,7}[条款]"
    r"|(?<![\d.,])\d+(?:[.,]\d+)*(?:个工作日|个月|万元|亿元|[元件份次人日户号款项条]|年(?!度))"
)
#: Codes up to this length stay on one line: S44-1-2009.
_CODE = 18
#: Longer notes may break: they would not fit beside what they follow.
_SHORT_NOTE = 8
#: A link and its note that fit on one line of a telephone, beside a label: 2024年（示例 2 件）.
_SHORT_PAIR = 14


@lru_cache(maxsize=4096)
def escape_words(text: str) -> str:
    """Words as they are written in HTML, days, numbers and what they count kept on one line."""
    return _WHOLE.sub(r'<span class="nw">\g<0></span>', escape(text))


def is_code(text: str) -> bool:
    """Whether words are a code or number that is not broken: S44-1-2009."""
    return len(text) <= _CODE and text.isascii()


class Text(NamedTuple):
    """Words. ``nowrap`` keeps numbers, codes and amounts on one line."""

    text: str
    nowrap: bool = False

    def __html__(self) -> str:
        return f'<span class="nw">{escape(self.text)}</span>' if self.nowrap else escape_words(self.text)


class Day(NamedTuple):
    """A calendar day: words for the reader, ISO for machines."""

    text: str
    iso: str

    def __html__(self) -> str:
        return f'<time datetime="{self.iso}">{self.text}</time>'


class Span(NamedTuple):
    """A period from day to day, both included."""

    start: Day
    end: Day

    def __html__(self) -> str:
        return f'{self.start.__html__()}<span class="nw">至{self.end.__html__()}</span>'


class Link(NamedTuple):
    """Words that lead somewhere. ``note`` follows in brackets: 已撤下."""

    text: str
    href: str
    note: str = ""
    nowrap: bool = False

    def __html__(self) -> str:
        nowrap = self.nowrap or is_code(self.text)
        words, style = (escape(self.text), ' class="nw"') if nowrap else (escape_words(self.text), "")
        link = f'<a{style} href="{escape(self.href)}">{words}</a>'
        if not self.note:
            return link
        short = len(self.note) <= _SHORT_NOTE
        note = f'<span class="note{" nw" if short else ""}">（{escape(self.note)}）</span>'
        return f'<span class="nw">{link}{note}</span>' if nowrap and len(self.text) + len(self.note) <= _SHORT_PAIR else link + note


class Code(NamedTuple):
    """Lines of a program, exactly as they are."""

    text: str

    def __html__(self) -> str:
        return f'<pre tabindex="0"><code>{html.escape(self.text, quote=False)}</code></pre>'


class Marked(NamedTuple):
    """One of two texts that are told side by side; of each part whether it is marked. ``tag`` is ``del`` for 原 and ``ins`` for 现."""

    parts: tuple[tuple[str, bool], ...]
    tag: str

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(text for text, _ in self.parts)

    def __html__(self) -> str:
        told = ((escape_words(text), is_marked) for text, is_marked in self.parts)
        return "".join(f"<{self.tag}>{words}</{self.tag}>" if is_marked else words for words, is_marked in told)


class Strong(NamedTuple):
    """Words with weight."""

    text: str

    def __html__(self) -> str:
        return f"<strong>{escape(self.text)}</strong>"


class Phrase(NamedTuple):
    """Words with values in them, as one sentence. ``nowrap`` keeps a short one on one line."""

    values: tuple[Value, ...]
    nowrap: bool = False

    def __html__(self) -> str:
        words = "".join(value.__html__() for value in self.values)
        return f'<span class="nw">{words}</span>' if self.nowrap else words


class Count(NamedTuple):
    """How many there are: real ones, and beside them, never added to them, invented ones."""

    real: int
    samples: int = 0
    unit: str = ""

    @property
    def _numbers(self) -> list[str]:
        """The number of the real ones, unless there are samples alone; then that of the samples."""
        real = [f"{self.real}{self.unit}"] if self.real or not self.samples else []
        return [*real, *([f"示例 {self.samples}{self.unit}"] if self.samples else [])]

    @property
    def text(self) -> str:
        """``5 件``, ``5 件和示例 2 件``, ``示例 2 件``."""
        return "和".join(self._numbers)

    def __html__(self) -> str:
        numbers = [f'<span class="nw">{number}</span>' for number in self._numbers]
        if self.samples:
            numbers[-1] = f'<span class="mark sample">{self._numbers[-1]}</span>'
        return " ".join(numbers)


class Missing(NamedTuple):
    """A value that is not there, and the word that says so: 未标注, 【依法隐去】, —."""

    text: str

    def __html__(self) -> str:
        return f'<span class="missing">{escape(self.text)}</span>'


class Items(NamedTuple):
    """Several values: ``inline`` ones in one line, the others below each other."""

    values: tuple[Value, ...]
    inline: bool

    def __html__(self) -> str:
        if self.inline or len(self.values) == 1:
            return "、".join(value.__html__() for value in self.values)
        return '<ul class="stack">' + "".join(f"<li>{value.__html__()}</li>" for value in self.values) + "</ul>"


class Grid(NamedTuple):
    """Many short values beside and below each other."""

    values: tuple[Value, ...]

    def __html__(self) -> str:
        return '<ul class="grid">' + "".join(f"<li>{value.__html__()}</li>" for value in self.values) + "</ul>"


class Line(NamedTuple):
    """Several values in a row, told apart by commas; the column that they stand in says what they are."""

    values: tuple[Value, ...]

    def __html__(self) -> str:
        return "，".join(value.__html__() for value in self.values)


class Paragraphs(NamedTuple):
    """Several values, each a paragraph of its own; code stands as it is."""

    values: tuple[Value, ...]

    def __html__(self) -> str:
        return "".join(value.__html__() if type(value) is Code else f"<p>{value.__html__()}</p>" for value in self.values)


class Pair(NamedTuple):
    """A label and its value."""

    label: str
    value: Value


class Pairs(NamedTuple):
    """Several labelled values, as they stand inside another value."""

    pairs: tuple[Pair, ...]

    def __html__(self) -> str:
        rows = "".join(f"<div><dt>{escape(label)}</dt><dd>{value.__html__()}</dd></div>" for label, value in self.pairs)
        return f'<dl class="pairs inner">{rows}</dl>'


Value = Text | Day | Span | Link | Missing | Items | Line | Phrase | Pairs | Code | Paragraphs | Strong | Grid | Marked | Count
