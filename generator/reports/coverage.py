"""``docs/coverage.md``: what the column does for each clause of the bureau's plan, or why no site can do it.

Kinds, keys, rules and pages say themselves which clauses they serve; the clauses are data (``reference/plan-clauses.yaml``).
Whether a clause is met by real content on a day is not told here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.finding import path_text
from generator.model.declaration import walk_slots
from generator.model.draft import PageSource
from generator.model.kinds import all_kinds
from generator.model.kinds.plan_clauses import PlanClause, PlanClauses
from generator.model.record import Record
from generator.render.surfaces import all_surfaces
from generator.rules.registry import Rule, all_rules

_HEAD = """\
# 实施方案对照表

本页由程序生成，请不要手工修改；改了声明、规则或者 `content/reference/plan-clauses.yaml` 以后运行 `make docs`。

《{name}》（{basis}）的每一条由哪些记录、哪些项目、哪些检查规则和哪些页面落实；网站不能落实的，写明原因。
条款的概括是本项目的话，不是方案原文。记录和项目见 [fields.md](fields.md)，规则见 [rules.md](rules.md)。
"""
_PUNCTUATION = re.compile(r"[^\w-]")
_COLUMNS = ("条款", "内容", "记录", "项目", "检查规则", "页面", "网站以外")


class Named(NamedTuple):
    """Something that names clauses: its words on the page, and the numbers as it names them."""

    words: str
    clauses: tuple[str, ...]


class Coverage(NamedTuple):
    """One clause and what serves it, each in the words of the page."""

    clause: PlanClause
    kinds: tuple[str, ...]
    keys: tuple[str, ...]
    rules: tuple[str, ...]
    pages: tuple[str, ...]

    @property
    def is_served(self) -> bool:
        """Whether anything serves the clause."""
        return bool(self.kinds or self.keys or self.rules or self.pages)


def coverage(plan: PlanClauses, sources: tuple[PageSource, ...] = ()) -> tuple[Coverage, ...]:
    """Every clause of the plan, in its order. ``sources`` are the native pages, which clauses name by their stems."""
    titles = {page.stem: _title(page) for page in sources}
    numbers = tuple(clause.number for clause in plan.rows)
    shelves = [_by_clause(named, numbers) for named in (_kinds(), _keys(), _rules(), _surfaces())]
    found = []
    for clause in plan.rows:
        kinds, keys, rules, surfaces = (shelf.get(clause.number, ()) for shelf in shelves)
        pages = tuple(f"[{titles.get(stem, stem)}](../content/pages/{stem}.md)" for stem in clause.pages)
        found.append(Coverage(clause, kinds, keys, rules, (*surfaces, *pages)))
    return tuple(found)


def unknown_clauses(plan: PlanClauses) -> tuple[str, ...]:
    """What names a clause that the plan does not have, each as ``words: number``."""
    numbers = tuple(clause.number for clause in plan.rows)
    named = (*_kinds(), *_keys(), *_rules(), *_surfaces())
    return tuple(f"{words}: {number}" for words, given in named for number in given if not _meant(number, numbers))


def coverage_page(plan: PlanClauses, sources: tuple[PageSource, ...]) -> str:
    """The whole page, Markdown."""
    rows = (_COLUMNS, ("---",) * len(_COLUMNS), *map(_row, coverage(plan, sources)))
    table = "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |\n" for row in rows)
    return f"{_HEAD.format(name=plan.name, basis=plan.basis)}\n{table}"


def _row(served: Coverage) -> tuple[str, ...]:
    lists = (served.kinds, served.keys, served.rules, served.pages)
    return (served.clause.number, served.clause.title, *("；".join(words) for words in lists), served.clause.off_site or "")


def _title(page: PageSource) -> str:
    """A native page begins with its metadata, the title first."""
    return page.body.partition("\n")[0].removeprefix("Title:").strip()


def _meant(number: str, numbers: tuple[str, ...]) -> tuple[str, ...]:
    """The clauses that a number means: itself, or every clause below the heading that it is."""
    return (number,) if number in numbers else tuple(each for each in numbers if each.startswith(number))


def _by_clause(named: Iterator[Named], numbers: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    shelf: dict[str, tuple[str, ...]] = {}
    for words, given in named:
        for number in dict.fromkeys(clause for name in given for clause in _meant(name, numbers)):
            shelf[number] = (*shelf.get(number, ()), words)
    return shelf


def _kinds() -> Iterator[Named]:
    for kind in all_kinds():
        yield Named(_section(kind), kind.KIND.clauses)


def _section(kind: type[Record]) -> str:
    """A link to the kind's heading; the anchors of headings have no punctuation."""
    return f"[{kind.KIND.title}](fields.md#{_PUNCTUATION.sub('', kind.KIND.title)})"


def _keys() -> Iterator[Named]:
    for kind in all_kinds():
        for path, slot in walk_slots(kind):
            yield Named(f"{kind.KIND.title}“{path_text(path)}”", slot.declaration.clauses)


def _rules() -> Iterator[Named]:
    for rule in all_rules():
        yield Named(_rule(rule), rule.clauses)


def _rule(rule: Rule) -> str:
    return f"[{rule.title}](rules.md#{rule.id})"


def _surfaces() -> Iterator[Named]:
    for surface in all_surfaces():
        for number, words in surface.clauses.items():
            yield Named(words, (number,))
