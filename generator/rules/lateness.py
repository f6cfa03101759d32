"""Words for deadlines that were missed: the rules about lateness share them. Whether anything is late is not decided here."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.deadlines import Timeliness

#: How many records one finding names before it only counts the rest.
_NAMED = 30


def missed(item: Timeliness, began: str, done: str) -> str:
    """``2024-04-25作出，期限7个工作日，到2024-05-09为止，2024-05-13才公开（用了9个工作日）``."""
    due, used = item.due, item.days_used
    start = f"{item.start}{began}，" if item.start is not None else ""
    if due.limit == 0:
        return f"{start}应当当日{done}，{item.end}才{done}"
    limit = f"期限{due.limit_text}，" if due.limit_text else ""
    told = f"{start}{limit}到{due.day}为止，{item.end}才{done}"
    if due.unit != "工作日" or used is None or due.limit is None or used <= due.limit:
        return told
    return f"{told}（用了{used}个工作日）"


def listed(names: Iterable[str]) -> str:
    """Some names in a row; of very many the first, and how many there are."""
    found = list(names)
    more = f" 等{len(found)}条" if len(found) > _NAMED else ""
    return "、".join(found[:_NAMED]) + more


def years(found: Iterable[int]) -> str:
    """``2019年、2021年至2024年``."""
    runs: list[list[int]] = []
    for year in sorted(found):
        if runs and runs[-1][1] == year - 1:
            runs[-1][1] = year
        else:
            runs.append([year, year])
    return "、".join(f"{first}年" if first == last else f"{first}年至{last}年" for first, last in runs)
