"""Explains what is wrong where YAML's grammar breaks: in Chinese, at the line that caused it, all slips at once.

The parser stops at the first error and often names a later line. So each known slip (full-width colon, no blank after a
colon, tab in the indentation) is mended on trial: if the parser then gets further, that was the cause, and the search goes
on behind it. A full-width colon inside a value is never taken for a slip: mending it helps nobody. Files are not changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import inf

from generator.finding import Fault, Span
from generator.reading.positions import Lines, by_place
from generator.reading.yaml_walk import NO_BLANK, Failure, Walked, walk

#: Slips looked for in one file.
MAX_MENDS = 20
#: Each trial is a walk over the whole text: a long broken file gets fewer of them, so that none takes minutes.
MAX_TRIAL_CHARACTERS = 2_000_000
MIN_TRIALS = 2

_QUOTE = "引号没有成对：缺少后一个引号"
_ESCAPE = "双引号里反斜杠的写法不对，请改用单引号"
_STAR = "以 * 或 & 开头的值要整个加引号"
_BANG = "以 ! 开头的值要整个加引号"
_SIGN = "这里缺少值；以 [ ] { } , @ ` % 等符号开头的值要整个加引号"
_WIDE_BLANK = "冒号后面的空格是全角的，请改用普通空格"
_DIRECTIVE = "行首的 % 在 YAML 中另有用途，请删去这一行"

#: The parser's words -> what the clerk reads, and whether the trouble is where the construct began (its context).
_PROBLEMS = {
    "could not find expected ':'": ("这一行没有“冒号加空格”：键应写成“键: 值”，列表项应以“- ”开头", True),
    "mapping values are not allowed in this context": (
        "这里多了一个“冒号加空格”：值里有冒号时要整个加引号；也可能是这一行缩进不对，或上一行缺冒号",
        False,
    ),
    "did not find expected key": ("这一行没有与前面的键对齐，或者引号、括号后面多了字", False),
    "did not find expected '-' indicator": ("列表的每一项都要以“- ”开头并左对齐", False),
    "did not find expected ',' or ']'": ("方括号里缺少“,”或后一个“]”", True),
    "did not find expected ',' or '}'": ("花括号里缺少“,”或后一个“}”", True),
    "did not find expected node content": (_SIGN, False),
    "found character that cannot start any token": (_SIGN, False),
    "block sequence entries are not allowed in this context": ("以“- ”开头的列表要另起一行", False),
    "mapping keys are not allowed in this context": ("以“? ”开头的值要整个加引号", False),
    "found unexpected end of stream": (_QUOTE, True),
    "found unexpected document indicator": (_QUOTE, True),
    "found unknown escape character": (_ESCAPE, False),
    "did not find expected hexdecimal number": (_ESCAPE, False),
    "found invalid Unicode character escape code": (_ESCAPE, False),
    "did not find expected alphabetic or numeric character": (_STAR, True),
    "did not find expected whitespace or line break": (_BANG, True),
    "did not find expected tag URI": (_BANG, True),
    "did not find the expected '>'": (_BANG, True),
    "found undefined tag handle": (_BANG, True),
    "did not find expected comment or line break": ("“|”或“>”后面应直接换行", True),
    "found an indentation indicator equal to 0": ("“|”或“>”后面的数字不能是 0", True),
    "did not find expected <document start>": (
        "从这里起接不上前面：缩进比第一个键少，或者前面多了一个右括号",
        False,
    ),
    "found unknown directive name": (_DIRECTIVE, True),
    "could not find expected directive name": (_DIRECTIVE, True),
}
_OTHER = ("这里不合 YAML 的写法，请检查引号、括号、冒号和缩进", False)

#: A line that begins like a key: full-width colon, or half-width colon with no plain blank behind it (not ``http://``).
_KEY_LINE = re.compile(
    r"""(?P<head>[ ]*(?:-[ ]+)*)
        (?P<key>[^\s\d'"#&*!|>%@`\[\]{},?:：-][^'"#{}\[\]:：]{0,29}?)
        (?P<colon>[ \u3000\xa0]*(?:：[ \u3000\xa0]*|:[ ]*[\u3000\xa0][ \u3000\xa0]*|:(?=[^\s/])))""",
    re.VERBOSE,
)
_INDENT = re.compile(r"[ ]*\t[ \t]*")
#: Widths tried for a tab.
_TAB_WIDTHS = (2, 4)


@dataclass(frozen=True, slots=True)
class _Mend:
    """On line ``row`` (from 0), the characters from ``start`` to ``end`` become ``new``."""

    row: int
    start: int
    end: int
    new: str
    fault: Fault


def explain(text: str, first_line: int, walked: Walked) -> tuple[Fault, ...]:
    """All faults of a text of which ``walked`` brought no data, sorted by place."""
    mends: list[_Mend] = []
    allowance = iter(range(max(MIN_TRIALS, MAX_TRIAL_CHARACTERS // (len(text) + 1))))
    while len(mends) < MAX_MENDS and (failure := _failure(walked)) is not None:
        mended = _mend(text, first_line, failure, allowance)
        if mended is None:
            break
        text, walked, made = mended
        mends += [replace(mend, fault=_moved(mend.fault, mends, first_line)) for mend in made]
    faults = [mend.fault for mend in mends] + [_moved(fault, mends, first_line) for fault in walked.faults]
    if walked.failure is not None and not _is_doubtful(walked.failure, mends):
        faults.append(_moved(_of_failure(text, first_line, walked.failure), mends, first_line))
    return tuple(sorted(faults, key=by_place))


def _failure(walked: Walked) -> Failure | None:
    """Where to look for slips. ``文号：x`` alone is no syntax error but a text where keys are meant."""
    if walked.failure is None and any(fault.code == "yaml-not-mapping" for fault in walked.faults):
        return Failure("", 0, 0, -1)
    return walked.failure


def _is_doubtful(failure: Failure, mends: list[_Mend]) -> bool:
    """After a tab has been replaced on trial, a complaint about the structure may come from the guessed width."""
    return any(mend.fault.code == "yaml-tab" for mend in mends) and "tab" not in failure.problem


def _mend(
    text: str, first_line: int, failure: Failure, allowance: Iterator[int]
) -> tuple[str, Walked, list[_Mend]] | None:
    """The trial that lets the parser get furthest, if that is further than ``failure``; of equal ones the first."""
    lines = Lines(text)
    rows = text.split("\n")
    last = lines.row(failure.index) if failure.index >= 0 else len(rows) - 1
    best, reached = None, float(failure.index)
    for mends in _trials(rows, range(lines.row(failure.start), last + 1), first_line):
        if reached == inf or next(allowance, None) is None:
            break
        mended = _apply(rows, mends)
        walked = walk(mended, Lines(mended, first_line))
        progress = _progress(walked) - (len(mended) - len(text))
        if progress > reached:
            best, reached = (mended, walked, mends), progress
    return best


def _progress(walked: Walked) -> float:
    """How far the parser got, in characters."""
    if walked.data is not None:
        return inf
    return walked.failure.index if walked.failure is not None else -inf


def _trials(rows: list[str], near: range, first_line: int) -> Iterator[list[_Mend]]:
    """What to try between the line where the trouble began and the line of the error."""
    for width in _TAB_WIDTHS:
        tab = _tab(rows[near[-1]], near[-1], first_line, width)
        if tab is not None:
            yield [tab]
    colons = [mend for row in near if (mend := _colon(rows[row], row, first_line))]
    # One by one first: of "说明：|" and the text below it, only the first line is wrong.
    yield from ([mend] for mend in colons[:MAX_MENDS])
    if len(colons) > 1:
        yield colons


def _tab(line: str, row: int, first_line: int, width: int) -> _Mend | None:
    found = _INDENT.match(line)
    if found is None:
        return None
    column = line.index("\t")
    length = len(line[column:]) - len(line[column:].lstrip("\t"))
    fault = Fault("yaml-tab", Span(first_line + row, column + 1, length))
    return _Mend(row, 0, found.end(), found[0].replace("\t", " " * width), fault)


def _colon(line: str, row: int, first_line: int) -> _Mend | None:
    found = _KEY_LINE.match(line)
    if found is None:
        return None
    start, end = found.span("colon")
    typed = found["colon"]
    sign = "：" if "：" in typed else ":"
    where = Span(first_line + row, start + typed.index(sign) + 1)
    if sign == "：":
        fault = Fault("yaml-fullwidth-colon", where, {"key": found["key"]})
    else:
        wide = len(typed) > 1
        fault = Fault("yaml-syntax", where, {"problem": _WIDE_BLANK if wide else NO_BLANK})
    return _Mend(row, start, end, ": " if line[end:].strip() else ":", fault)


def _apply(rows: list[str], mends: list[_Mend]) -> str:
    changed = list(rows)
    for mend in mends:
        line = changed[mend.row]
        changed[mend.row] = line[: mend.start] + mend.new + line[mend.end :]
    return "\n".join(changed)


def _moved(fault: Fault, mends: list[_Mend], first_line: int) -> Fault:
    """The fault of a mended text at its place in the file as it is."""
    where = fault.where
    for mend in reversed(mends):
        if isinstance(where, Span) and where.line == first_line + mend.row and where.column > mend.start + 1:
            back = len(mend.new) - mend.end + mend.start
            where = replace(where, column=max(1, where.column - back))
    return replace(fault, where=where)


def _of_failure(text: str, first_line: int, failure: Failure) -> Fault:
    lines = Lines(text, first_line)
    if "tab" in failure.problem or text[failure.index : failure.index + 1] == "\t":
        return Fault("yaml-tab", lines.span(failure.index, failure.index + 1))
    problem, at_context = _PROBLEMS.get(failure.problem, _OTHER)
    return Fault(
        "yaml-syntax", lines.token(failure.context if at_context else failure.index), {"problem": problem}
    )
