"""Findings as the clerk reads them: place, fault, the line with a mark under it, how to mend it, and why.

What comes from a file is printed so that it cannot move the terminal's cursor or colour its text. Nothing is judged here.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence

from click import style
from rich.cells import cell_len

from generator.finding import Finding, Severity, Span

#: Columns that a quoted source line may take; longer ones are cut around the caret.
EXCERPT_WIDTH = 100

_MARGIN = "    "
_CUT = "…"
_TAB = "→   "
#: Controls, format characters (bidi, zero width), lone surrogates, unassigned and line separators: seen, never acted on.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"})
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTICE: "cyan"}

Paint = Callable[..., str]


def text_report(findings: Sequence[Finding], *, colour: bool = False) -> str:
    """All findings, a blank line between them; "" for none. ``colour`` adds terminal colours."""
    paint = style if colour else _plain
    return "\n".join(_entry(finding, paint) for finding in findings)


def summary_line(findings: Sequence[Finding]) -> str:
    """The closing line: how many findings of each severity there are."""
    if not findings:
        return "没有发现问题"
    counted = Counter(finding.severity for finding in findings)
    return "共发现 " + "、".join(f"{counted[severity]} 个{severity.label}" for severity in Severity)


def harmless(text: str) -> str:
    """The text with every character that a terminal would obey instead of show written as ``[U+001B]``."""
    return "".join(map(_shown, text)) if not text.isprintable() else text


def _shown(char: str) -> str:
    if char == "\t":
        return _TAB
    return f"[U+{ord(char):04X}]" if unicodedata.category(char) in _UNSEEN else char


def _plain(text: str, **_style: object) -> str:
    return text


def _entry(finding: Finding, paint: Paint) -> str:
    span = finding.span
    place = harmless(finding.path) + (f":{span.line}:{span.column}" if span else "")
    label = paint(f"{finding.severity.label}[{finding.rule}]", fg=_COLOURS[finding.severity], bold=True)
    lines = [f"{paint(place, bold=True)}  {label} {_one_line(finding.message)}"]
    if finding.excerpt and span is not None:
        source, caret = _excerpt(finding.excerpt, span)
        lines += [_MARGIN + source, _MARGIN + paint(caret, fg=_COLOURS[finding.severity])]
    if finding.hint:
        lines.append(_labelled("怎么改：", finding.hint))
    if finding.basis:
        lines.append(_labelled("依据：", finding.basis))
    return "".join(line.rstrip() + "\n" for line in lines)


def _one_line(text: str) -> str:
    return harmless(text.replace("\n", " "))


def _labelled(label: str, text: str) -> str:
    """A labelled line; further lines of the text stand under its first."""
    indent = " " * (2 + cell_len(label))
    first, *rest = (harmless(line) for line in text.rstrip().split("\n"))
    return "\n".join([f"  {label}{first}", *(indent + line for line in rest)])


def _excerpt(source: str, span: Span) -> tuple[str, str]:
    """The source line cut to :data:`EXCERPT_WIDTH`, and the line of carets that belongs under it."""
    start = min(span.column - 1, len(source))
    end = max(min(start + span.length, len(source)), start)
    before, marked, after = (harmless(part) for part in (source[:start], source[start:end], source[end:]))
    before, marked, after = _cut(before, marked, after)
    return before + marked + after, " " * cell_len(before) + "^" * max(1, cell_len(marked))


def _cut(before: str, marked: str, after: str) -> tuple[str, str, str]:
    if cell_len(before + marked + after) <= EXCERPT_WIDTH:
        return before, marked, after
    if cell_len(marked) > (room := EXCERPT_WIDTH * 3 // 5):
        marked, after = _head(marked, room), ""
    spare = EXCERPT_WIDTH - cell_len(marked)
    before = _tail(before, max(spare // 2, spare - cell_len(after)))
    return before, marked, _head(after, EXCERPT_WIDTH - cell_len(before + marked))


def _head(text: str, width: int) -> str:
    """As much of the text's beginning as fits ``width`` columns, with a mark where it was cut."""
    if cell_len(text) <= width:
        return text
    kept = used = 0
    for char in text:
        used += cell_len(char)
        if used > width - cell_len(_CUT):
            break
        kept += 1
    return text[:kept] + _CUT


def _tail(text: str, width: int) -> str:
    """As much of the text's end as fits ``width`` columns."""
    return text if cell_len(text) <= width else _head(text[::-1], width)[::-1]
