"""Every clause of the plan has a server or a reason, and nothing names a clause that does not exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.finding import Severity
from generator.model.kinds import all_kinds
from generator.model.kinds.plan_clauses import PlanClauses
from generator.model.record import Origin
from generator.reading.bind import bind
from generator.reports.coverage import Coverage, coverage, coverage_page, unknown_clauses
from generator.rules.registry import Rule, Scope, all_rules
from tests.reports.plan import ROOT, content, plan_clauses

PLAN = plan_clauses()
#: The outline of the plan: every numbered paragraph that says something of its own, as the plan itself numbers them.
OUTLINE = {
    "一": [""],
    "二（一）": ["", *(f"1（{n}）" for n in (1, 2, 3)), *(f"2（{n}）" for n in (1, 2, 3)), *(f"3（{n}）" for n in (1, 2, 3, 4))],
    "二（二）": ["", "1", *(f"2（{n}）" for n in (1, 2, 3)), *(f"3（{n}）" for n in (1, 2, 3))],
    "二（三）": ["", "1", "2", "3"],
    "二（四）": ["1", "2", "3", "4"],
    "三": ["（一）", "（二）", "（三）", "（四）"],
}


def test_no_clause_is_left_out_and_each_stands_once() -> None:
    assert [clause.number for clause in PLAN.rows] == [place + rest for place, below in OUTLINE.items() for rest in below]
    assert all(clause.title for clause in PLAN.rows)


@pytest.mark.parametrize("served", coverage(PLAN), ids=lambda served: served.clause.number)
def test_a_clause_has_a_server_or_a_reason(served: Coverage) -> None:
    assert served.is_served or served.clause.off_site


def test_nothing_names_a_clause_that_does_not_exist() -> None:
    assert unknown_clauses(PLAN) == ()


def test_the_pages_that_clauses_name_exist() -> None:
    stems = {stem for clause in PLAN.rows for stem in clause.pages}
    assert stems
    assert [stem for stem in stems if not (ROOT / f"content/pages/{stem}.md").is_file()] == []


def test_every_kind_that_is_shown_serves_a_clause() -> None:
    assert [kind.__name__ for kind in all_kinds() if kind.KIND.stage is not None and not kind.KIND.clauses] == []


def test_the_page_has_a_row_for_each_clause() -> None:
    page = coverage_page(PLAN, content().pages)
    rows = [line for line in page.splitlines() if line.startswith("| ")][2:]
    assert [row.split(" | ")[0].removeprefix("| ") for row in rows] == [clause.number for clause in PLAN.rows]
    assert {row.count(" | ") for row in rows} == {6}
    links = re.findall(r"\[([^\]]+)\]\(([^)#]+)#?([^)]*)\)", page)
    assert ("当事人和公众的权利", "../content/pages/objections.md", "") in links
    anchors = {name: _anchors(ROOT / "docs" / name) for name in ("fields.md", "rules.md")}
    assert [link for link in links if link[2] and link[2] not in anchors[link[1]]] == []
    assert [link for link in links if not (ROOT / "docs" / link[1]).is_file()] == []


def _anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as readers of Markdown make them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}


def short(*numbers: str) -> PlanClauses:
    """A plan with these clauses alone."""
    rows = [{"编号": number, "标题": "标题"} for number in numbers]
    bound, faults = bind(PlanClauses, {"名称": "方案", "依据": "出处", "条目": rows}, Origin("reference/plan-clauses", "x", "x"))
    assert isinstance(bound, PlanClauses), faults
    return bound


def test_a_clause_that_is_gone_would_be_noticed() -> None:
    assert any("二（一）3（2）" in words for words in unknown_clauses(short("一")))
    served = {item.clause.number: item for item in coverage(short("一", "二（九）"))}
    assert served["一"].is_served
    assert not served["二（九）"].is_served


def rule(basis: str, *declared: str) -> Rule:
    """A rule with this basis."""
    return Rule("x", Scope.RECORD, Severity.ERROR, "0.1", basis, lambda draft: iter(()), "标题", declared=declared)


@pytest.mark.parametrize(
    ("basis", "declared", "clauses"),
    [
        ("《行政处罚法》第四十八条；《某局三项制度实施方案》二（一）3（3）：当日撤下", (), ("二（一）3（3）",)),
        (
            "《某局三项制度实施方案》二（一）3（1）、（2）、二（三）：甲；《某局三项制度实施方案》一", (),
            ("二（一）3（1）", "二（一）3（2）", "二（三）", "一"),
        ),
        ("《行政处罚法》第三条", ("二（二）",), ("二（二）",)),
        ("《某局三项制度实施方案》二（二）", ("二（二）", "一"), ("二（二）", "一")),
        ("《行政处罚法》第三条、第四条（1）", (), ()),
    ],
)
def test_a_rule_serves_the_clauses_that_its_basis_names(basis: str, declared: tuple[str, ...], clauses: tuple[str, ...]) -> None:
    assert rule(basis, *declared).clauses == clauses


def test_a_heading_means_every_clause_below_it() -> None:
    by_heading = [rule for rule in all_rules() if "二（一）3" in rule.clauses]
    assert by_heading
    words = [served.rules for served in coverage(PLAN) if served.clause.number.startswith("二（一）3")]
    assert all(any(rule.id in word for word in found) for found in words for rule in by_heading)
