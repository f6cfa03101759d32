"""The lives that a record can lead, each from beginning to end: what the rules say, where it stands, and what its pages tell."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.model.record import Record
from generator.model.scalars import MARKER
from generator.model.settings import Settings
from generator.model.standing import Standing
from generator.rules.engine import run
from generator.rules.registry import Scope, rules_of
from tests.model.builders import PENALTY, correction, record, register, withdrawal
from tests.model.policies import DEMAND, TERM, table
from tests.render.column import AS_OF, Column, admitted, looked, render
from tests.render.things import codes, decision, law, party

REF = "penalties/2020-001"
PARTY = {"名称": "示例独家公司", "类别": "法人及非法人组织", "地址": "示例市独家路9号"}
OWN = ("act-", "correction-", "redaction-", "withdrawal-", "decision-number-dup")
ADDRESS = Settings(site_address="https://toy.example/zfgs/")


def case(stem: str = "2020-001", **changes: object) -> Record:
    """A decision whose party occurs nowhere else."""
    return record(f"penalties/{stem}.md", PENALTY | {"当事人": PARTY, "罚款金额": "5000"} | changes, "# 决定书\n\n独家的事实写在正文里。\n")


def corrected(stem: str = "2020-001", **changes: object) -> Record:
    """The correction of its fine, checked against the original."""
    return correction(REF, stem, 更正日期="2020-07-01", 与原件核对="是", **changes)


def reinstatement(day: str = "2021-09-01") -> Record:
    """Its return."""
    data = {"恢复对象": REF, "恢复日期": day, "理由": "判决恢复", "依据文书": "判决", "批准人": "局长", "示例": "是"}
    return record("reinstatements/2021/2021-001.yaml", data)


def told(*records: Record, as_of: date = AS_OF) -> set[str]:
    """Which rules about acts find something."""
    found = run(rules_of(Scope.REGISTER), [("", register(*records))], "", lambda *_: (None, None), as_of)
    return {finding.rule for finding in found if finding.rule.startswith(OWN)}


def standing(*records: Record, as_of: date = AS_OF) -> Standing:
    """Where the decision stands."""
    checked = admitted(*records, as_of=as_of)
    found = checked.register.get(REF)
    assert found is not None
    return checked.state(found).standing


def shown(root: Path, *records: Record, as_of: date = AS_OF) -> Column:
    """The site of these records, which the proof has searched."""
    column = render(admitted(*records, as_of=as_of, settings=ADDRESS), root)
    assert looked(column).traces == ()
    return column


def page(column: Column, ref: str = REF) -> str:
    """A page's words."""
    return column.page(f"{ref}/index.html").get_text()


def where(column: Column, text: str) -> set[str]:
    """The files that hold a text."""
    return {path for path, data in column.files.items() if text in data.decode("utf-8", "replace")}


@pytest.mark.parametrize(
    ("day", "rules"), [("2021-03-01", set()), ("2021-03-04", set()), ("2021-03-05", {"withdrawal-overdue"})],
    ids=["on the day", "on the last day", "a day late"],
)
def test_withdrawn(day: str, rules: set[str], tmp_path: Path) -> None:
    act = withdrawal(REF, 事由日期="2021-03-01", 撤下日期=day)
    assert told(case(), act, table("withdrawal-deadlines", DEMAND)) == rules
    column = shown(tmp_path, case(), act)
    assert "复议决定撤销" in page(column)
    assert where(column, "独家") == set()


def test_withdrawn_before_publication(tmp_path: Path) -> None:
    records = (case(公开日期="2027-01-05"), withdrawal(REF, 撤下日期="2026-08-01"))
    assert told(*records) == {"act-on-pending"}
    assert standing(*records) is Standing.PENDING
    assert where(shown(tmp_path, *records), "2020-001") == set()


def test_withdrawn_twice() -> None:
    records = (case(), withdrawal(REF), withdrawal(REF, "2021-002", 撤下日期="2021-04-01"))
    assert told(*records) == {"act-double-withdrawal"}
    assert standing(*records) is Standing.WITHDRAWN


def test_withdrawn_after_a_correction(tmp_path: Path) -> None:
    records = (case(), corrected(理由="把独家公司的罚款写错了"), withdrawal(REF))
    assert told(*records) == set()
    column = shown(tmp_path, *records)
    assert where(column, "独家") == where(column, "50,000") == set()
    assert "已随原记录撤下" in page(column, "corrections/2020-001")
    assert "2020年7月1日" in page(column)


def test_corrected_while_withdrawn() -> None:
    late = correction(REF, "2021-009", 更正日期="2021-04-01", 与原件核对="是")
    assert told(case(), withdrawal(REF), late) == {"act-correction-after-withdrawal"}


def test_redacted_after_a_correction(tmp_path: Path) -> None:
    change = {"字段": "当事人.地址", "原": "示例市旧路8号", "现": "示例市独家路9号"}
    scrubbed = {"字段": "当事人.地址", "原": MARKER, "现": MARKER}
    part = {"字段": "当事人.地址", "类别": "个人隐私"}
    data = {"处理对象": REF, "处理日期": "2020-08-03", "处理事项": [part], "理由": "依申请", "批准人": "局长", "示例": "是"}
    act = record("redactions/2020/2020-001.yaml", data)
    gone = case(当事人=PARTY | {"地址": MARKER})
    assert "redaction-not-done" in told(gone, corrected(更正事项=[change]), act)
    assert told(gone, corrected(更正事项=[scrubbed]), act) == set()
    column = shown(tmp_path, gone, corrected(更正事项=[scrubbed]), act)
    assert where(column, "独家路") == where(column, "旧路") == set()
    assert page(column).count(MARKER) >= 2
    assert "示例独家公司" in page(column)


def test_reinstated(tmp_path: Path) -> None:
    records = (case(), corrected(), withdrawal(REF), reinstatement())
    assert told(*records) == set()
    assert standing(*records) is Standing.CORRECTED
    column = shown(tmp_path, *records)
    assert [word for word in ("示例独家公司", "判决恢复", "复议决定撤销") if word not in page(column)] == []
    assert standing(*records, as_of=date(2021, 8, 31)) is Standing.WITHDRAWN


def test_reinstated_without_having_been_withdrawn() -> None:
    assert told(case(), reinstatement()) == {"act-reinstatement-without-withdrawal"}
    assert standing(case(), reinstatement()) is Standing.CURRENT


def test_made_again_with_the_same_number_and_party(tmp_path: Path) -> None:
    again = case("2020-001-r2", 决定日期="2021-05-06", 公开日期="2021-05-10", 罚款金额="3000")
    assert told(case(), withdrawal(REF), again) == {"decision-number-duplicate"}
    act = withdrawal(REF, 替代="penalties/2020-001-r2")
    assert told(case(), act, again) == set()
    column = shown(tmp_path, case(), act, again)
    assert "示例独家公司" in page(column, "penalties/2020-001-r2")
    assert "示例独家公司" not in page(column)
    assert column.page(f"{REF}/index.html").select_one(".notice a[href*='2020-001-r2']") is not None


@pytest.mark.parametrize(
    ("as_of", "found"),
    [("2021-06-04", Standing.CURRENT), ("2021-06-05", Standing.CURRENT), ("2021-06-06", Standing.EXPIRED)],
    ids=["the day before", "on the day", "the day after"],
)
def test_expired(as_of: str, found: Standing, tmp_path: Path) -> None:
    records, day = (case(), table("terms", TERM | {"最长": "12"})), date.fromisoformat(as_of)
    assert standing(*records, as_of=day) is found
    column = shown(tmp_path, *records, as_of=day)
    is_gone = found is Standing.EXPIRED
    assert (where(column, "独家") == set()) is is_gone
    assert (f"/{REF}/<" in column.text("sitemap.xml")) is not is_gone
    assert ("期满：示统罚决字〔2020〕1号" in column.text("feed/acts.atom")) is is_gone


def test_filled_in_late(tmp_path: Path) -> None:
    records = (case(送达日期="2020-06-08", 归档={"日期": "2020-09-01", "案卷号": "独家1卷"}),)
    lines = shown(tmp_path / "a", *records).page(f"{REF}/index.html").select(".history li")
    assert [line.text.split()[:2] for line in lines][:2] == [["2020年6月5日", "公开"], ["2020年6月8日", "补充"]]
    gone = shown(tmp_path / "b", *records, withdrawal(REF))
    assert where(gone, "独家") == set()


def test_statistics_go_on_counting(tmp_path: Path) -> None:
    cases = [decision(number, 当事人=party(f"示例独家{number}厂")) for number in (1, 2, 3)]
    lists = [law(), codes("S44-2")]
    act = withdrawal(cases[0].ref, "2026-001", 撤下日期="2026-03-01")
    before, after = shown(tmp_path / "a", *cases, *lists), shown(tmp_path / "b", *cases, *lists, act)
    counted = [
        [cell.text for cell in column.page("topics/conduct/index.html").select("main tbody td")] for column in (before, after)
    ]
    assert counted[0] == counted[1]
    assert "3" in "".join(counted[0])
    assert where(after, "独家1厂") == set()
