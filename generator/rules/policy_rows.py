"""What the rows of every policy table have in common: folders and days in force. The rules about the tables share it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import Protocol, TypeVar

from generator.finding import KeyPath
from generator.model.day_paths import names_a_day
from generator.model.kinds import all_kinds, folders
from generator.rules.registry import Problem


class PolicyRow(Protocol):
    """A row with a number, the folders that it applies to (none: all) and days in force."""

    number: str
    kinds: tuple[str, ...]
    in_force: date | None
    until: date | None


R = TypeVar("R", bound=PolicyRow)


def place(index: int, key: str) -> KeyPath:
    """Where a key of a row stands."""
    return ("条目", index, key)


def row_problems(rows: Sequence[PolicyRow]) -> Iterator[Problem]:
    """Folders that do not exist, last days before first ones. Numbers used twice are found by another rule."""
    for index, row in enumerate(rows):
        for position, folder in enumerate(row.kinds):
            if folder not in folders():
                yield Problem(
                    f"没有 {folder} 这个文件夹的记录", f"可用的有：{'、'.join(folders())}", (*place(index, "类别"), position)
                )
        if row.in_force is not None and row.until is not None and row.until < row.in_force:
            yield Problem("失效日期在施行日期以前", "核对两个日期", place(index, "失效日期"))


def undeclared(row: PolicyRow, path: str) -> list[str]:
    """The folders of a row whose records have no day at this path of keys."""
    known = [folder for folder in row.kinds if folder in folders()]
    return [
        folder for folder in known
        if not any(names_a_day(kind, path) for kind in all_kinds() if kind.KIND.folder == folder)
    ]


def overlapping(rows: Sequence[R]) -> Iterator[tuple[R, int, R]]:
    """Pairs of rows that apply to records of one folder on one day: the earlier, the later's index, the later."""
    for (_, one), (index, other) in combinations(enumerate(rows), 2):
        if _share_a_folder(one, other) and _share_a_day(one, other):
            yield one, index, other


def _share_a_folder(one: PolicyRow, other: PolicyRow) -> bool:
    return not one.kinds or not other.kinds or not set(one.kinds).isdisjoint(other.kinds)


def _share_a_day(one: PolicyRow, other: PolicyRow) -> bool:
    start = max(one.in_force or date.min, other.in_force or date.min)
    return start <= min(one.until or date.max, other.until or date.max)
