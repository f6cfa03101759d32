"""The ways in which decisions word sums, days, names and numbers: none of the right ones is reported, each wrong one is."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from generator import flow
from generator.model.draft import Draft, Reading
from generator.model.register import Register
from generator.reading.tree import DirectoryTree
from generator.rules.record import text_amount, text_day, text_missing, text_number, text_party
from generator.rules.register import text_remedies
from generator.rules.registry import Problem
from tests.toy import CONTENT, SETTINGS

RULES = {"amount": text_amount, "day": text_day, "missing": text_missing, "number": text_number, "party": text_party}
LONG = 100_000


@pytest.fixture(scope="module")
def reading() -> Reading:
    return flow.read(DirectoryTree(CONTENT, "content"))


@pytest.fixture(scope="module")
def draft(reading: Reading) -> Draft:
    """penalties/2021-001 of the toy: a fine of 3000 yuan, decided on 2021-05-10."""
    return next(draft for draft in reading.drafts if draft.path.endswith("2021/2021-001.md"))


def _with_body(draft: Draft, body: str) -> Draft:
    assert draft.record is not None
    origin = draft.record.origin._replace(body=body)
    return replace(draft, body=body, record=draft.record.model_copy(update={"origin": origin}))


def _problems(rule: str, draft: Draft, body: str) -> list[Problem]:
    found: Iterator[Problem] = RULES[rule].check(_with_body(draft, body))
    return list(found)


def _remedies(reading: Reading, draft: Draft, body: str) -> list[str]:
    changed = _with_body(draft, body)
    drafts = tuple(changed if each is draft else each for each in reading.drafts)
    register = Register(replace(reading, drafts=drafts), SETTINGS)
    return [problem.message for problem in text_remedies.check(register) if problem.path == draft.path]


@pytest.mark.parametrize(
    "text",
    [
        "决定给予以下行政处罚：处以罚款人民币叁仟元整（￥3000.00）。",
        "曾于2018年被罚款8000元。现决定对当事人处人民币3,000.00元罚款。",
        "决定给予如下处罚：并处三千元的罚款。",
        "处罚如下：罚款金额为人民币（大写）：叁仟圆整（小写：3000元）。",
        "决定如下：处以 3000 元（叁仟元整）罚款。",
        "决定给予罚款共计人民币叁仟元整，即3000元。",
        "决定给予罚款**0.3万元**。",
        "决定给予以下行政处罚：（一）罚款1000元；（二）罚款贰仟元（2000元）。",
        "决定给予以下行政处罚：罚款1000元；罚款2000元；合计罚款3000元。",
        "## 告知\n\n拟罚款8000元。\n\n## 行政处罚决定\n\n罚款3000元。\n\n## 缴款\n\n逾期每日按罚款数额的3%加处罚款，已缴罚款500元。",
        "应当在一万元以上五万元以下的幅度内处以罚款，决定给予罚款3000元。",
    ],
)
def test_sums_that_agree(draft: Draft, text: str) -> None:
    assert _problems("amount", draft, text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("决定给予罚款30000元。", "正文决定的罚款是 30000元"),
        ("决定给予罚款人民币三万元。", "正文决定的罚款是 三万元"),
        ("决定对当事人处300元罚款。", "正文决定的罚款是 300元"),
        ("决定给予以下处罚：罚款1000元；罚款1500元。", "正文决定的罚款是 1000元"),
        ("决定给予罚款3000元（叁万元整）。", "大写“叁万元整”与小写“3000元”不是同一个数"),
        ("决定给予罚款人民币叁佰元整（3000元）。", "正文决定的罚款是 叁佰元整"),
        ("决定给予罚款叁仟佰元（3000元）。", "大写金额“叁仟佰元”不成数目"),
        ("决定给予罚款３０００元。", "正文里没有“罚款金额”3000 元"),
        ("决定给予罚款3000元，没收违法所得500元。", "正文决定的没收违法所得是 500元"),
        ("## 告知\n\n拟罚款3000元。\n\n## 处罚决定\n\n罚款300元。", "正文决定的罚款是 300元"),
    ],
)
def test_sums_that_do_not(draft: Draft, text: str, words: str) -> None:
    assert words in "；".join(problem.message for problem in _problems("amount", draft, text))


@pytest.mark.parametrize(
    "text",
    [
        "可以自收到本决定书之日起60日内向示例市人民政府申请行政复议。",
        "可以在收到决定书之日起六十日内依法向本级人民政府申请复议，复议期限为六十日。",
        "可以自知道之日起 60 天之内，向示例市人民政府提出行政复议申请；也可以在6个月内直接起诉。",
        "应当于十五日内缴纳罚款，并于三十日内改正。不服的，可以自收到之日起六十日以内向示例市人民政府提起行政复议。",
        "行政复议期间不停止执行。可以自收到之日起六十日内向示例市人民政府申请行政复议。逾期不申请行政复议，又不履行的，申请强制执行。",
    ],
)
def test_remedies_that_are_right(reading: Reading, draft: Draft, text: str) -> None:
    assert _remedies(reading, draft, f"正文。\n\n{text}\n") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("可以自收到之日起三十日内向示例市人民政府申请行政复议。", "行政复议期限是30日，应当是60日"),
        ("可以自收到之日起60个工作日内向示例市人民政府申请行政复议。", "行政复议期限是60个工作日，应当是60日"),
        ("可以自收到之日起2个月内向示例市人民政府申请行政复议。", "行政复议期限是2个月，应当是60日"),
        ("可以依法向示例市人民政府申请行政复议。", "正文没有写明行政复议的期限"),
        ("可以自收到之日起六十日内向示例省统计局申请行政复议。", "行政复议机关是“示例省统计局”"),
        ("可以自收到之日起六十日内向示例市人民政府、示例省统计局申请行政复议。", "行政复议机关是“示例省统计局”"),
    ],
)
def test_remedies_that_are_wrong(reading: Reading, draft: Draft, text: str, words: str) -> None:
    (message,) = _remedies(reading, draft, f"正文。\n\n{text}\n")
    assert words in message


@pytest.mark.parametrize(
    "day",
    ["2021年5月10日", "　　2021年05月10日　", "**2021 年 5 月 10 日**", "二〇二一年五月十日", "二O二一年五月十日", "> 2021-05-10"],
)
def test_closing_days_that_agree(draft: Draft, day: str) -> None:
    assert _problems("day", draft, f"正文。\n\n示例市统计局\n\n{day}\n\n（本决定书一式两份）\n") == []
    (problem,) = _problems("day", draft, f"正文。\n\n{day.replace('10', '11').replace('十日', '十一日')}\n")
    assert "2021-05-11" in problem.message


@pytest.mark.parametrize("text", ["2021年5月11日，本局送达。", "| 2021年5月11日 | 送达 |", "检查日期：2021年5月11日"])
def test_days_in_a_line_with_words_close_nothing(draft: Draft, text: str) -> None:
    assert _problems("day", draft, text) == []


@pytest.mark.parametrize(
    "body",
    [
        "元" * 10_000, "9" * LONG + "元", "壹" * LONG + "元", "￥" * 10_000, " " * LONG + "x", "*" * LONG + "x",
        "# a" + " " * LONG + "x\n# 处罚决定", "1元" + "（" * LONG + "壹元", "示市统罚决字" + " " * LONG + "x", "\n" * LONG,
        "示市统罚决字" * 10_000, "〔2020〕" * 10_000, "2020年5月10日\n" * 10_000, "决定日期" * 10_000,
    ],
)  # fmt: skip
def test_a_text_made_to_be_slow_is_not(reading: Reading, draft: Draft, body: str) -> None:
    begun = time.process_time()
    for rule in RULES:
        _problems(rule, draft, body)
    _remedies(reading, draft, "复议" + body)
    # Each takes less than half a second; one that grew with the square of the length would take minutes.
    assert time.process_time() - begun < 20
