"""Records of every kind, whole or bare, with values that occur nowhere else, made from the declarations alone.

A kind that is added later is covered without a line here, unless its fields speak of each other. A scalar type of its own is
filled with the field's example.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from typing import Any

from pydantic_core import PydanticCustomError
from stdnum.cn import uscc

from generator.model import scalars
from generator.model.declaration import Group, Privacy, Slot, slots
from generator.model.record import Lifecycle, Record
from generator.render import wording
from tests.model.builders import record

#: Fields whose value other things hang on.
FIXED = {
    ("编号",): "r1",
    ("版次",): "1",
    ("示例",): "否",
    ("公开方式",): "全文",
    ("微观数据", "处理"): "全部",
    ("更正事项", "字段"): "罚款金额",
    ("更正事项", "正文"): None,
    ("更正对象",): "penalties/2020-900",
    ("撤下对象",): "penalties/2020-900",
    ("转换", "从"): "r1",
    ("转换", "到"): "r1",
}
BODY = "正文记号甲，此处只有这一份记录有。"
_ORDER = [Privacy.IDENTITY, Privacy.PUBLIC, Privacy.PERSONAL, Privacy.INTERNAL]


@dataclass
class Sample:
    """A record, and each value that can be told from all others: as it is printed, with its narrowed class and its path."""

    record: Record
    tokens: list[tuple[tuple[str, ...], Privacy, str]] = field(default_factory=list)

    def of(self, classes: set[Privacy]) -> set[str]:
        """The printed values of these classes."""
        return {text for _path, privacy, text in self.tokens if privacy in classes}


def sample(kind: type[Record], stem: str = "2020-900", *, bare: bool = False) -> Sample:
    """A record of ``kind`` with every field filled; a bare one with only those that it must have."""
    maker = Maker(count(1), bare)
    data = maker.group(kind, (), Privacy.IDENTITY)
    return Sample(record(path_of(kind, stem), data, BODY if kind.KIND.prose else ""), maker.tokens)


def path_of(kind: type[Record], stem: str = "2020-900") -> str:
    """Where a sample lies under the content folder."""
    info = kind.KIND
    if info.lifecycle is Lifecycle.LIST:
        return f"{info.folder}/demo/1{info.suffix}"
    if not info.stems:
        return f"{info.folder}/{stem}{info.suffix}"
    literal = re.match(r"[a-z0-9-]*", info.stems)
    likely = [f"{literal[0] if literal else ''}{end}" for end in ("", "9", "-9")]
    return f"{info.folder}/{next(name for name in likely if re.fullmatch(info.stems, name))}{info.suffix}"


class Maker:
    """Makes raw values, each with a number of its own."""

    def __init__(self, numbers: Iterator[int], bare: bool = False) -> None:
        self.numbers = numbers
        self.bare = bare
        self.tokens: list[tuple[tuple[str, ...], Privacy, str]] = []

    def group(self, model: type[Group], path: tuple[str, ...], outer: Privacy) -> dict[str, Any]:
        """The raw values of every field of a group."""
        return {slot.key: value for slot, value in self._values(model, path, outer) if value is not None}

    def _values(self, model: type[Group], path: tuple[str, ...], outer: Privacy) -> Iterator[tuple[Slot, Any]]:
        wanted = [slot for slot in slots(model) if slot.required or slot.declaration.needed_when or not self.bare]
        for slot in wanted or slots(model)[:1]:
            here = (*path, slot.key)
            privacy = max(outer, slot.declaration.privacy, key=_ORDER.index)
            if (here in FIXED or here[-1:] in FIXED) and not (slot.key == "编号" and slot.scalar and slot.scalar.options):
                yield slot, FIXED.get(here, FIXED.get(here[-1:]))
                continue
            value = self.group(slot.group, here, privacy) if slot.group is not None else self.scalar(slot, here, privacy)
            yield slot, [value] if slot.many else value

    def scalar(self, slot: Slot, path: tuple[str, ...], privacy: Privacy) -> str:
        """A raw value; where it is printed in a form of its own, that form is noted."""
        number = next(self.numbers)
        scalar = slot.scalar
        assert scalar is not None
        if scalar.options:
            return scalar.options[0]
        if scalar.targets:
            return {"rosters": f"N-{number:04d}", "*": "penalties/2020-900"}.get(
                scalar.targets[0], "S9" if scalar.targets[0].startswith("reference/") else f"{scalar.targets[0]}/none"
            )
        raw = _RAW.get(scalar.parse, lambda n: f"记号{n:04d}号")(number)
        try:
            self.tokens.append((path, privacy, _printed(scalar.parse, scalar.read(raw))))
        except PydanticCustomError:
            assert slot.declaration.example, f"{path}: a scalar type of its own needs an example"
            return slot.declaration.example
        return raw


_RAW = {
    scalars.parse_day: lambda n: (date(2001, 1, 1) + timedelta(days=n)).isoformat(),
    scalars.parse_money: lambda n: f"{70000 + n}",
    scalars.parse_decimal: lambda n: f"{8000000 + n}",
    scalars.parse_percentage: lambda n: f"{n}.77%",
    scalars.parse_whole: lambda n: f"{9000000 + n}",
    scalars.parse_decision_number: lambda n: f"示统罚决字〔2001〕{5000 + n}号",
    scalars.parse_certificate: lambda n: f"ZZ-{n:05d}",
    scalars.parse_web_address: lambda n: f"https://a{n}.example/",
    scalars.parse_credit_code: lambda n: (stem := f"91999999MA1{n:06d}") + uscc.calc_check_digit(stem),
}
_WRITE = {
    scalars.parse_day: lambda value: wording.day(value).text,
    scalars.parse_money: lambda value: wording.money(value).text,
    scalars.parse_decimal: lambda value: wording.number(value).text,
    scalars.parse_percentage: lambda value: wording.percentage(value).text,
}


def _printed(parse: Any, value: Any) -> str:
    return str(_WRITE.get(parse, str)(value))
