"""``correct``: finds what was changed, and refuses where there is nothing to correct."""

from __future__ import annotations

import shutil

import pytest

from tests.cli.office import Office, fresh
from tests.toy import AS_OF

REF, FILE = "penalties/2020-001", "penalties/2020/2020-001.md"
NEW = fresh("corrections")
WHY = ("--reason", "公示录入错误，与决定书原件不一致", "--approver", "示例壬")
CORRECT = ("correct", REF, *WHY, "--matches-original", "--found-on", "2026-08-20", "--source", "社会监督")


def test_fields_and_passages(office: Office) -> None:
    office.sub(FILE, ("示例市示例路", "示例市新路"), ("5000", "6000"), ("伍仟元", "陆仟元"))
    ran = office.run(*CORRECT)
    assert (ran.code, ran.err) == (0, "")
    assert office.text(NEW) == (
        "更正对象: penalties/2020-001\n更正日期: 2026-09-01\n发现日期: 2026-08-20\n更正事项:\n"
        "  - {字段: 当事人.地址, 原: 示例市示例路, 现: 示例市新路}\n"
        "  - {字段: 罚款金额, 原: 5000, 现: 6000}\n"
        "  - {字段: 处罚内容, 原: 警告，并处罚款人民币5000元, 现: 警告，并处罚款人民币6000元}\n"
        "  - {正文: 是, 原: 住所示例市示例路, 现: 住所示例市新路}\n"
        "  - {正文: 是, 原: 2. 罚款人民币5000元（大写：伍仟元）, 现: 2. 罚款人民币6000元（大写：陆仟元）}\n"
        "理由: 公示录入错误，与决定书原件不一致\n与原件核对: 是\n来源: 社会监督\n批准人: 示例壬\n示例: 是\n"
    )
    assert "更正期限：20个工作日，到 2026-09-17 为止，按期" in ran.out
    office.assert_clean()
    again = office.run(*CORRECT)
    assert (again.code, again.err.splitlines()[0]) == (2, "错误：penalties/2020-001：改动都已经有更正说明了")


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ((("  地址: 示例市示例路\n", ""),), "{字段: 当事人.地址, 原: 示例市示例路, 现: （空）}"),
        ((("情节: 一般\n", "情节: 一般\n没收违法所得: 100\n"),), "{字段: 没收违法所得, 原: （空）, 现: 100}"),
        ((("上报数: 646, 核查数: 5087, 差额: 4441", "上报数: 647, 核查数: 5087, 差额: 4440"),),
         "{字段: 调查数据.1.上报数, 原: 646, 现: 647}"),
        ((("上述事实有检查笔录、账簿复印件等证据证明。", ""),), "{正文: 是, 原: 应收账款的上报数与核查数不符。上述事实"),
        ((("## 救济途径和期限", "本段是漏录的。\n\n## 救济途径和期限"),), r"本段是漏录的。\n\n## 救济途径和期限"),
        ((("检查笔录、账簿", "检查笔录, #1: '甲'、账簿"),), "原: 上述事实有检查笔录, 现: '上述事实有检查笔录, #1: ''甲'''"),
    ],
)  # fmt: skip
def test_any_change_is_told_so_that_it_can_be_undone(office: Office, pairs: tuple[tuple[str, str], ...], expected: str) -> None:
    office.sub(FILE, *pairs)
    ran = office.run(*CORRECT)
    assert ran.code == 0, ran.out
    assert expected in office.text(NEW)
    gate = office.run("check", "--base", "HEAD").out
    assert "错误[correction-" not in gate


def test_every_occurrence_changed(office: Office) -> None:
    office.sub(FILE, ("示例钢铁有限公司", "示例炼钢有限公司"))
    assert office.run(*CORRECT).code == 0
    office.assert_clean()


def test_only_what_no_earlier_proposal_tells(office: Office) -> None:
    office.sub(FILE, ("住所示例市示例路", "住所示例市新路"), ("  地址: 示例市示例路", "  地址: 示例市新路"))
    assert office.run(*CORRECT).code == 0
    office.sub(FILE, ("法定代表人: 示例钢铁", "法定代表人: 示例炼钢"))
    assert office.run(*CORRECT).code == 0
    second = office.text(fresh("corrections", 1))
    assert second.count("原:") == 1
    assert "{字段: 当事人.法定代表人, 原: 示例钢铁, 现: 示例炼钢}" in second
    office.assert_clean()


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ((), "和 HEAD 里的一样，公众看得到的内容没有改动"),
        ((("审查人: 示例癸", "审查人: 示例子"),), "和 HEAD 里的一样，公众看得到的内容没有改动"),
        ((("情节: 一般\n", "情节: 一般\n履行情况: 已缴纳罚款\n"),), "只补填了公开以后才有的项，不用写更正"),
        ((("  地址: 示例市示例路", "  地址: 【依法隐去】"),), "新写了【依法隐去】，这不是更正"),
    ],
)
def test_nothing_to_correct(office: Office, pairs: tuple[tuple[str, str], ...], said: str) -> None:
    office.sub(FILE, *pairs)
    before = office.changed()
    ran = office.run(*CORRECT)
    assert (ran.code, ran.out, office.changed()) == (2, "", before)
    assert said in ran.err


@pytest.mark.parametrize(
    ("ref", "said"),
    [
        ("penalties/2020-003", "已经在 2021-03-01 撤下（withdrawals/2021-001），不能更正"),
        ("penalties/2026-001", "到 2026-09-07 才公开"),
        ("penalties/2020-0001", "没有编号为 penalties/2020-0001 的记录"),
        ("rosters/toy-tjj@2", "清单不作更正"),
    ],
)
def test_what_cannot_be_corrected(office: Office, ref: str, said: str) -> None:
    ran = office.run("correct", ref, *WHY)
    assert (ran.code, said in ran.err) == (2, True)


def test_what_defines_a_decision_is_held_against_the_original(office: Office) -> None:
    office.sub(FILE, ("  地址: 示例市示例路", "  地址: 示例市新路"))
    ran = office.run("correct", REF, *WHY)
    assert (ran.code, "错误[correction-original-unconfirmed]" in ran.out) == (1, True)
    assert not office.path(NEW).exists()


def test_the_slip_of_an_act(office: Office) -> None:
    office.sub("withdrawals/2021/2021-001.yaml", ("〔2021〕1号", "〔2021〕2号"))
    assert office.run("correct", "withdrawals/2021-001", *WHY).code == 0
    assert "{字段: 依据文书, 原: 示例市政复决字〔2021〕1号, 现: 示例市政复决字〔2021〕2号}" in office.text(NEW)
    office.assert_clean()


def test_a_change_that_was_committed_is_found_with_base(office: Office) -> None:
    shutil.copytree(office.path(""), office.folder / "before")
    office.sub(FILE, ("法定代表人: 示例钢铁", "法定代表人: 示例炼钢"))
    office.commit(AS_OF)
    assert "和 HEAD 里的一样" in office.run(*CORRECT).err
    assert office.run(*CORRECT, "--base", "before").code == 0


def test_without_the_day_of_finding(office: Office) -> None:
    office.sub(FILE, ("法定代表人: 示例钢铁", "法定代表人: 示例炼钢"))
    ran = office.run("correct", REF, *WHY, "--matches-original", "--dry-run")
    assert "期限：没有写 --found-on，算不出是否按期" in ran.out
    assert office.changed() == [f" M content/{FILE}"]
