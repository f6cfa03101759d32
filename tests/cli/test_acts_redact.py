"""``redact``: the marker in the record and in the acts that quote it; the value is printed nowhere."""

from __future__ import annotations

import io
import sys

import pytest

from tests.cli.office import Office, fresh
from tests.toy import AS_OF

REF, FILE = "penalties/2020-001", "penalties/2020/2020-001.md"
NEW = fresh("redactions")
TITLE = "示例市统计局行政处罚决定书"
SECRET = "示例市示例路"
WHY = ("--sort", "个人隐私", "--reason", "经营场所同时是家庭住址", "--approver", "示例壬")


def test_a_field_and_the_same_words_in_the_text(office: Office) -> None:
    before = office.text(FILE)
    ran = office.run("redact", REF, "--field", "当事人.地址", "--heading", TITLE, *WHY)
    assert (ran.code, ran.err) == (0, "")
    assert SECRET not in ran.out
    assert office.text(FILE) == before.replace(SECRET, "【依法隐去】")
    assert office.text(NEW) == (
        "处理对象: penalties/2020-001\n处理日期: 2026-09-01\n处理事项:\n  - {字段: 当事人.地址, 类别: 个人隐私}\n"
        f"  - {{正文: 是, 标题: {TITLE}, 处数: 1, 类别: 个人隐私}}\n理由: 经营场所同时是家庭住址\n批准人: 示例壬\n示例: 是\n"
    )
    assert f"正文“{TITLE}”下：1 处换成【依法隐去】" in ran.out
    assert "penalties/2020-002" in ran.out
    office.assert_clean()


def test_layout_comments_and_line_ends_stay(office: Office) -> None:
    office.sub(FILE, ("  地址: 示例市示例路", "  地址:    '示例市示例路'   # 住所"), ("，住所示例市示例路", ""))
    raw = office.text(FILE).replace("\n", "\r\n").encode()
    office.path(FILE).write_bytes(raw)
    office.commit()
    assert office.run("redact", REF, "--field", "当事人.地址", *WHY).code == 0
    assert office.path(FILE).read_bytes() == raw.replace(f"'{SECRET}'".encode(), "【依法隐去】".encode())
    office.assert_clean()


def test_a_value_within_braces_and_one_over_several_lines(office: Office) -> None:
    office.sub(
        FILE,
        ("违法事实: 报送的年度统计报表中，应收账款的上报数与核查数不符，差错率87.3%。", "违法事实: |\n  第一行\n  第二行"),
        ("  理由: 不得对外提供能够识别或者推断单个统计调查对象身份的资料", "  理由: >-\n    不得\n    对外"),
    )
    office.commit()
    assert office.run("redact", REF, "--field", "违法事实", "--field", "调查数据.1.报表", "--field", "微观数据.理由", *WHY).code == 0
    text = office.text(FILE)
    assert "\n违法事实: 【依法隐去】\n" in text
    assert "- {报表: 【依法隐去】, 表号: B103-2, 报告期: 2019年, 指标: 应收账款, 单位: 千元" in text
    assert "  理由: 【依法隐去】\n处罚依据" in text


def test_text_alone_from_the_command_and_from_a_pipe(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    words = ("redact", REF, "--heading", "查明的事实", "--text", "-", *WHY)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("检查笔录\n\n账簿复印件\n".encode())))
    ran = office.run(*words, "--dry-run")
    assert ran.code == 0
    assert "笔录" not in ran.out
    assert "处数: 2" in ran.out
    assert office.run(*words[:4], "--text", "检查笔录", "--text", "账簿复印件", *WHY).code == 0
    assert "上述事实有【依法隐去】、【依法隐去】等证据证明。" in office.text(FILE)
    office.assert_clean()


def test_a_number_is_not_cut_out_of_a_longer_one(office: Office) -> None:
    office.sub(FILE, ("## 救济途径", "文件编号15000。\n\n## 救济途径"))
    office.commit()
    assert office.run("redact", REF, "--heading", "处罚决定", "--text", "5000", *WHY).code == 0
    assert "罚款人民币【依法隐去】元" in office.text(FILE)
    assert "文件编号15000。" in office.text(FILE)


def test_acts_that_quote_it_are_scrubbed(office: Office) -> None:
    office.sub(FILE, (SECRET, "示例市新路"))
    assert office.run("correct", REF, "--reason", "门牌录入有误", "--approver", "示例壬", "--matches-original").code == 0
    office.commit()
    ran = office.run("redact", REF, "--field", "当事人.地址", "--heading", TITLE, *WHY)
    assert ran.code == 0, ran.out
    assert SECRET not in ran.out
    assert "示例市新路" not in ran.out
    assert office.text(fresh("corrections")).partition("更正事项:\n")[2].startswith(
        "  - {字段: 当事人.地址, 原: 【依法隐去】, 现: 【依法隐去】}\n  - {正文: 是, 原: 【依法隐去】, 现: 【依法隐去】}\n"
    )
    assert "示例市新路" not in office.text(FILE)
    office.assert_clean()


def test_a_reason_that_quotes_it(office: Office) -> None:
    words = ("--basis-paper", "文书", "--authority", "机关", "--approver", "示例壬")
    assert office.run("withdraw", REF, "--ground", "撤销", "--reason", f"{SECRET}不是住所", *words).code == 0
    office.commit(AS_OF)
    assert office.run("redact", REF, "--field", "当事人.地址", "--heading", TITLE, *WHY).code == 0
    assert "理由: 【依法隐去】不是住所\n" in office.text(fresh("withdrawals"))
    office.assert_clean()


def test_an_edition_of_a_list(office: Office) -> None:
    assert office.run("redact", "rosters/toy-tjj@1", "--field", "条目.1.姓名", *WHY).code == 0
    assert "姓名: 【依法隐去】" in office.text("rosters/toy-tjj/1.yaml")
    office.assert_clean()


def test_what_is_left_in_the_text_must_go_too(office: Office) -> None:
    ran = office.run("redact", REF, "--field", "当事人.地址", *WHY)
    assert (ran.code, SECRET in ran.err, office.changed()) == (2, False, [])
    assert f"加上 --heading {TITLE}，一起隐去" in ran.err


def test_a_finding_does_not_quote_what_is_hidden(office: Office) -> None:
    """The value is left in another field: the check refuses, without a word of it."""
    office.sub(FILE, ("违法事实: 报送的", f"违法事实: {SECRET}报送的"))
    office.commit()
    ran = office.run("redact", REF, "--field", "当事人.地址", "--heading", TITLE, *WHY)
    assert (ran.code, "错误[redaction-quotes-value]" in ran.out, SECRET in ran.out + ran.err) == (1, True, False)
    assert office.changed() == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "没有写隐去哪里"),
        (("--field", "当事人.地"), "没有“当事人.地”这个字段"),
        (("--field", "当事人"), "没有“当事人”这个字段"),
        (("--field", "决定日期"), "“决定日期”不能隐去"),
        (("--field", "履行情况"), "没有填“履行情况”"),
        (("--field", "附件.1.文件"), "附件不能只隐去文件名"),
        (("--heading", "查明的事实"), "没有写正文里要隐去什么文字"),
        (("--heading", "查明事实", "--text", "检查笔录"), "没有“查明事实”这个标题"),
        (("--heading", "处罚决定", "--text", "检查笔录"), "“处罚决定”下面没有要隐去的文字"),
        (("--text", "检查笔录"), "没有写在正文的哪个标题下"),
        (("--sort", "隐私"), "没有“隐私”这种类别"),
    ],
)
def test_refusals(office: Office, words: tuple[str, ...], said: str) -> None:
    ran = office.run("redact", REF, *WHY, *words)
    assert (ran.code, ran.out, office.changed()) == (2, "", [])
    assert said in ran.err
    assert "检查笔录" not in ran.err


@pytest.mark.parametrize("ref", ["penalties/2026-001", "penalties/2020-01", "rosters/toy-tjj"])
def test_only_what_is_public(office: Office, ref: str) -> None:
    assert office.run("redact", ref, "--field", "当事人.地址", *WHY).code == 2


def test_twice(office: Office) -> None:
    words = ("redact", REF, "--field", "当事人.地址", "--heading", TITLE, *WHY)
    assert office.run(*words).code == 0
    assert "已经隐去了" in office.run(*words).err


def test_dry_run_writes_nothing(office: Office) -> None:
    ran = office.run("redact", REF, "--field", "当事人.地址", "--heading", TITLE, *WHY, "--dry-run")
    assert (ran.code, office.changed(), SECRET in ran.out) == (0, [], False)
