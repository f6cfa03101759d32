"""Finds characters that nobody sees but that change a text, and blanks that somebody forgot to fill in.

Looks at the characters of the whole file only, whatever key they stand under. Full-width digits, blanks within values and
the like depend on the field and belong to the rules.

What passes, on purpose: rare characters of names (䶮, 𠮷, CJK extensions, variation selectors), masks within a number
(``138****1234``, ``14XX1``), 某 and 某某, addresses on the web (``/xx/``), Markdown's thematic breaks, YAML comments (a
stray ``#`` after a blank within a quoted value hides the rest of that line, too), 待填 and the like within a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.finding import Fault
from generator.reading.positions import Lines, by_place

#: Code -> characters as they are written between the brackets of a regular expression.
_CLASSES = {
    # Unicode's bidirectional controls: they turn the reading order around (CVE-2021-42574).
    "char-bidi": "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    # Nothing is drawn: soft hyphen, joiners, fillers, invisible operators, a BOM within the text, tag characters.
    "char-zero-width": (
        "\u00ad\u115f\u1160\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\U000e0000-\U000e007f"
    ),
    # YAML, JavaScript and str.splitlines take these for the end of a line; editors do not.
    "char-line-separator": "\u0085\u2028\u2029",
    # Controls but tab and line feed; noncharacters; the annotation marks that Unicode keeps for programs.
    "char-control": (
        "\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff"
        + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(1, 17))
    ),
    # Private use: what it shows depends on the font of one computer. U+FFFD: a character was already lost.
    "char-private": "\ue000-\uf8ff\ufffd\U000f0000-\U000ffffd\U00100000-\U0010fffd",
}
_CODE_OF = {code: re.compile(f"[{chars}]") for code, chars in _CLASSES.items()}
_CHARACTER = re.compile(f"[{''.join(_CLASSES.values())}]")

_PLACEHOLDER = re.compile(
    "|".join(
        (
            # 20XX, which stands for a year.
            r"(?<![0-9A-Za-z-])20(?:XX|xx|ＸＸ|ｘｘ)(?![0-9A-Za-z])",
            # A token of its own or a blank within Chinese (XX有限公司, XX年XX月). Within a code or an address: a mask.
            r"(?<![0-9A-Za-z*/._%=&?#])([XxＸｘ])\1+(?![0-9A-Za-z*/])",
            # The whole of a value, a line or a bracket: "待填报的报表" and "结果待定" are sentences.
            r"""(?<![^\s"'“‘（(\[【〔［{])待(?:填写?|补充?|定|完善)(?![^\s"'”’）)\]】〕］},])""",
            r"(?<![0-9A-Za-z_])(?:TODO|TBD)(?![0-9A-Za-z_])",
            r"示例文本",
            r"(?<![0-9A-Za-z_])_{3,}(?![0-9A-Za-z])",
            r"＿+",
        )
    )
)

#: Text without any of these, all printable but for line feeds and full-width blanks, holds nothing to report: each
#: placeholder contains one, and so does each character of the classes that counts as printable. Before each stands a character of
#: it that is rare in records, and found many times faster than the whole.
_SIGNS = (
    ("X", "XX"), ("x", "xx"), ("Ｘ", "ＸＸ"), ("ｘ", "ｘｘ"), ("待", "待填"), ("待", "待补"), ("待", "待定"), ("待", "待完善"),
    ("O", "TODO"), ("D", "TBD"), ("文", "示例文本"), ("_", "___"), ("＿", "＿"),
    *((drawn, drawn) for drawn in "\ufffd\u115f\u1160\u3164\uffa0"),
)  # fmt: skip

#: Markdown's ruler made of underscores.
_RULER = re.compile(r"[ \t]*(?:_[ \t]*){3,}")
_COMMENT = re.compile(r"(?:^|\s)#")


def scan(text: str, first_line: int = 1) -> tuple[Fault, ...]:
    """Search a whole decoded file, front matter included. A file with nothing to report costs some 20 µs.

    Codes: ``char-bidi``, ``char-zero-width``, ``char-line-separator``, ``char-control``, ``char-private`` (context
    ``char``: ``U+200B``) and ``placeholder`` (context ``text``: what was found). Each has a span.
    """
    clean = text.replace("\n", "").replace("\u3000", "").isprintable()
    if clean and not _bears_sign(text):
        return ()
    return tuple(sorted(_faults(text, first_line), key=by_place))


def _bears_sign(text: str) -> bool:
    return any(rare in text and sign in text for rare, sign in _SIGNS)


def characters(value: str, typed: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Code and context of each suspicious character of one value that does not stand in ``typed``, its source text.

    For values written with escapes (``"\\u202e"``), which a search of the file cannot see.
    """
    for found in _CHARACTER.finditer(value):
        if found[0] not in typed:
            yield _of_character(found[0])


def _of_character(char: str) -> tuple[str, dict[str, Any]]:
    code = next(code for code, pattern in _CODE_OF.items() if pattern.match(char))
    return code, {"char": f"U+{ord(char):04X}"}


def _faults(text: str, first_line: int) -> Iterator[Fault]:
    lines = Lines(text, first_line)
    for found in _CHARACTER.finditer(text):
        code, context = _of_character(found[0])
        yield Fault(code, lines.span(*found.span()), context)
    rows = text.split("\n")
    yaml_rows = _yaml_rows(rows)
    for found in _PLACEHOLDER.finditer(text):
        row = lines.row(found.start())
        span = lines.span(*found.span())
        if not _passes(rows[row], span.column - 1, row < yaml_rows):
            yield Fault("placeholder", span, {"text": found[0]})


def _yaml_rows(rows: list[str]) -> int:
    """How many lines at the top are YAML: the head of a Markdown record, else the whole file."""
    if rows[0].rstrip(" \t") != "---":
        return len(rows)
    return next((row for row, line in enumerate(rows) if row and line.rstrip(" \t") == "---"), len(rows))


def _passes(line: str, column: int, is_yaml: bool) -> bool:
    if is_yaml:
        return _COMMENT.search(line, 0, column) is not None
    return _RULER.fullmatch(line) is not None
