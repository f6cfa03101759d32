"""The ways in which a random mutation changes one file: what slips of the hand, of an editor or of malice would do."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

Operator = Callable[[str, Random], str]

_JUNK = (
    "", " ", "是", "否", "XX", "待填", "0", "-1", "1万", "5,000", "999999999999", "2020年6月1日", "2020-02-30", "9999-12-31",
    "0001-01-01", "penalties/none", "bodies/toy-tjj", "rosters/toy-tjj@9", "laws/none", "[]", "{}", "[[[[", "}", "&a", "*a", "!!str x", "<<: x",
    "| ", "'", '"', "#", "\t", "\u202e", "\u200b", "\u2028", "䶮𠮷㙟", "<script>", "javascript:alert(1)", "%s%n", "${x}", "{{ x }}",
    "../..", "\\", "示例" * 3000, "【依法隐去】", "（空）", "：", "９", "1e9", "NaN", "~", "null", "0x10", "12:30",
)
_VALUE = re.compile(r"(?<=: )[^\n{}\[\],]+")
_DIGITS = re.compile(r"\d+")


def drop_line(text: str, random: Random) -> str:
    """A line is lost."""
    lines = text.split("\n")
    del lines[random.randrange(len(lines))]
    return "\n".join(lines)


def double_line(text: str, random: Random) -> str:
    """A line stands twice."""
    lines = text.split("\n")
    index = random.randrange(len(lines))
    lines.insert(index, lines[index])
    return "\n".join(lines)


def swap_lines(text: str, random: Random) -> str:
    """Two lines change places."""
    lines = text.split("\n")
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def junk_value(text: str, random: Random) -> str:
    """A value becomes something else."""
    return _replace(_VALUE, text, random, random.choice(_JUNK))


def junk_anywhere(text: str, random: Random) -> str:
    """Something stands where it does not belong."""
    place = random.randrange(len(text) + 1)
    return text[:place] + random.choice(_JUNK) + text[place:]


def other_digits(text: str, random: Random) -> str:
    """A number becomes another one."""
    return _replace(_DIGITS, text, random, str(random.choice((0, 1, 7, 12, 31, 99, 2019, 2024, 2027, 10**9))))


def shift(text: str, random: Random) -> str:
    """A line moves in or out."""
    lines = text.split("\n")
    index = random.randrange(len(lines))
    lines[index] = random.choice(("  ", "    ", "\t", "- ")) + lines[index] if random.random() < 0.5 else lines[index].lstrip()
    return "\n".join(lines)


def cut(text: str, random: Random) -> str:
    """The file ends early."""
    return text[: random.randrange(len(text) + 1)]


def swap_values(text: str, random: Random) -> str:
    """A value stands under another key too."""
    found = _VALUE.findall(text)
    return _replace(_VALUE, text, random, random.choice(found)) if found else text


OPERATORS: tuple[Operator, ...] = (
    drop_line, double_line, swap_lines, junk_value, junk_value, junk_anywhere, other_digits, other_digits, shift, cut, swap_values,
)


def _replace(pattern: re.Pattern[str], text: str, random: Random, new: str) -> str:
    places = list(pattern.finditer(text))
    if not places:
        return text
    place = random.choice(places)
    return text[: place.start()] + new + text[place.end() :]


def mutate(files: dict[str, bytes], random: Random) -> tuple[str, dict[str, bytes]]:
    """Change one file by one operator; the text says which. Now and then a file is moved or its bytes are broken instead."""
    path = random.choice(sorted(files))
    changed = dict(files)
    if random.random() < 0.06:
        other = random.choice(sorted(files))
        changed[other] = changed.pop(path)
        return f"{path} moved over {other}", changed
    if random.random() < 0.04:
        data = bytearray(changed[path])
        data[random.randrange(len(data))] ^= 1 << random.randrange(8)
        changed[path] = bytes(data)
        return f"{path}: a bit flipped", changed
    operator = random.choice(OPERATORS)
    text = changed[path].decode("utf-8", "replace")
    changed[path] = operator(text, random).encode("utf-8", "surrogatepass")
    return f"{path}: {operator.__name__}", changed
