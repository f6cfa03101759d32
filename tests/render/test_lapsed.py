"""What a day alone hides is only a warning where staff wrote it, in a page or an act; what an act hid, or we let slip, is an error.

Plain words of what is to come are no secret: every page of the column may call a step or an item so.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator import flow
from generator.model.checked import CheckedRegister, admit
from generator.model.draft import Draft, PageSource, Reading
from generator.model.record import Record
from generator.model.register import Register
from generator.model.settings import Settings
from generator.model.site import FinishedSite
from generator.render.plan import plan_site
from generator.render.proof import Proof
from tests.model.builders import penalty, record, withdrawal
from tests.model.policies import TERM, table

ID = "penalties/shili-2020-001"
NAME = "示例独家化工有限公司"
PAGE = PageSource("pages/help.md", "help", f"Title: 帮助\n\n例如{NAME}一案。\n", 1)
YEAR = table("terms", TERM | {"最长": "12"})
PARTY = {"名称": NAME, "类别": "法人及非法人组织"}
DECISION = penalty(当事人=PARTY)
BEFORE, AFTER = date(2021, 6, 5), date(2021, 6, 6)


def checked(*records: Record, as_of: date = AFTER) -> CheckedRegister:
    """These records and the page, taken as checked."""
    drafts = tuple(Draft(item.origin.path, type(item), item) for item in sorted(records, key=lambda item: item.origin.path))
    return admit(Register(Reading("content", drafts, (PAGE,)), Settings()), as_of, (), 0)


def told(register: CheckedRegister, path: str, text: str) -> list[str]:
    """The severities of what the site rules say of one file with this text."""
    plan = plan_site(register)
    assert path in plan.paths
    traces = tuple(Proof(register, plan, lambda _path: b"").search(path, text.encode()))
    findings = flow.verify(FinishedSite(Path(), plan, plan.paths, {}, traces))
    assert all(finding.rule == "suppressed-text" and NAME not in finding.message for finding in findings)
    return [finding.severity.value for finding in findings]


@pytest.mark.parametrize(
    ("records", "as_of", "severities"),
    [
        ([DECISION, YEAR], BEFORE, []),
        ([DECISION, YEAR], AFTER, ["warning"]),
        ([DECISION, YEAR, withdrawal(ID)], AFTER, ["error"]),
        ([DECISION, withdrawal(ID)], BEFORE, ["error"]),
    ],
    ids=["public", "expired", "expired and withdrawn", "withdrawn"],
)
def test_a_page_that_names_the_party(records: list[Record], as_of: date, severities: list[str]) -> None:
    assert told(checked(*records, as_of=as_of), "pages/help/index.html", f"<p>例如{NAME}一案。</p>") == severities


def test_a_page_of_ours_that_still_shows_it_is_an_error() -> None:
    register = checked(DECISION, YEAR)
    assert set(told(register, f"{ID}/index.html", f"<p>{NAME}</p>")) == {"error"}
    assert set(told(register, "penalties/2020/index.html", f"<p>{NAME}</p>")) == {"error"}


def test_an_act_that_names_the_party() -> None:
    back = record("reinstatements/2021-001.yaml", {
        "恢复对象": ID, "恢复日期": "2021-05-01", "理由": "判决维持", "依据文书": f"{NAME}一案判决书", "批准人": "局长",
        "示例": "是"})
    acts, path, text = (withdrawal(ID), back), "reinstatements/2021-001/index.html", f"<p>{NAME}一案判决书</p>"
    assert told(checked(DECISION, YEAR, *acts, as_of=BEFORE), path, text) == []
    assert told(checked(DECISION, YEAR, *acts), path, text) == ["warning"]
    again = withdrawal(ID, "2021-002", 撤下日期="2021-06-01")
    assert told(checked(DECISION, YEAR, *acts, again), path, text) == ["error"]


def guide(number: int, day: str, text: str) -> Record:
    """An edition of a guide."""
    data = {"版次": str(number), "生效日期": day, "调整原因": "调整", "事项名称": "示例指南", "机关": "bodies/shili-tjj"}
    return record(f"guides/shili-x/{number}.md", data, text)


def test_an_edition_to_come_may_say_what_the_one_in_force_says() -> None:
    text = f"办理{NAME}一类事项的指南。"
    coming = guide(2, "2022-01-01", f"{text}\n")
    assert told(checked(guide(1, "2020-01-01", f"{text}\n"), coming), "pages/help/index.html", f"<p>{text}</p>") == []
    assert told(checked(coming), "pages/help/index.html", f"<p>{text}</p>") == ["error"]
    assert told(checked(guide(2, "2022-01-01", f"例如{NAME}一案。\n")), "pages/help/index.html", f"<p>例如{NAME}一案。</p>") == ["warning"]


def policy(title: str = "示例执法事项公开办法") -> Record:
    """A policy document that comes before the public after ``BEFORE``."""
    data = {
        "名称": title, "制度类别": "实施方案", "机关": "bodies/shili-tjj", "成文日期": "2021-06-01", "公开日期": "2021-06-20",
        "告知内容": ["执法事由"], "示例": "是",
    }
    return record("policies/2021/2021-001.md", data, "办法的全文。")


def test_plain_words_of_what_is_to_come() -> None:
    coming, page = checked(policy()), "officers/index.html"
    assert told(coming, "pages/help/index.html", "<p>告知执法事由。</p>") == []
    assert told(coming, page, '<p>告知执法事由。</p><a href="/policies/2021-001/">办法</a>') == ["error", "error"]
    assert told(coming, page, "<p>示例执法事项公开办法</p>") == ["error"], "what we let slip before the day is no matter of time"
    assert told(checked(policy(), as_of=date(2021, 6, 20)), page, "<p>示例执法事项公开办法</p>") == []


def test_a_page_that_tells_what_is_to_come() -> None:
    assert told(checked(policy(title=NAME)), "pages/help/index.html", f"<p>{NAME}</p>") == ["warning"]
    coming = penalty("shili-2021-002", 文号="示统罚决字〔2021〕2号", 公开日期="2021-06-20", 决定日期="2021-06-18", 当事人=PARTY)
    assert told(checked(coming), "pages/help/index.html", f"<p>例如{NAME}一案。</p>") == ["error"], "whom it concerns is nobody's to tell"


def test_what_is_internal_is_hidden_on_every_day() -> None:
    reviewed = penalty(公开审查={"日期": "2020-06-03", "审查人": "示例独审查", "结论": "同意公开"})
    page = replace(PAGE, body="审查的是示例独审查。\n")
    for records in ([reviewed], [reviewed, YEAR]):
        drafts = tuple(Draft(item.origin.path, type(item), item) for item in sorted(records, key=lambda item: item.origin.path))
        register = admit(Register(Reading("content", drafts, (page,)), Settings()), AFTER, (), 0)
        assert told(register, "pages/help/index.html", "<p>审查的是示例独审查。</p>") == ["error"]
