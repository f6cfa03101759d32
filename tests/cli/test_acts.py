"""``withdraw`` and ``reinstate``, and what all commands that write acts have in common."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.cli import proposing
from generator.reading.overlay import OverlayTree
from tests.cli.office import Office, fresh
from tests.toy import AS_OF

REF = "penalties/2020-001"
WHY = ("--reason", "行政复议决定撤销原决定", "--approver", "示例壬")
PAPER = ("--basis-paper", "示例政复决字〔2026〕1号", "--authority", "示例市人民政府")
WITHDRAW = ("withdraw", REF, "--ground", "撤销", "--ground-on", "2026-08-28", *PAPER, *WHY)
REINSTATE = ("reinstate", "penalties/2020-003", "--basis-paper", "（2026）示行终1号", *WHY)
NEW = fresh("withdrawals")
BACK = fresh("reinstatements")


def test_withdraw(office: Office) -> None:
    before = office.text("penalties/2020/2020-001.md")
    ran = office.run(*WITHDRAW, "--successor", "penalties/2021-001")
    assert (ran.code, ran.err) == (0, "")
    assert office.text(NEW) == (
        "撤下对象: penalties/2020-001\n事由: 撤销\n事由日期: 2026-08-28\n撤下日期: 2026-09-01\n理由: 行政复议决定撤销原决定\n"
        "依据文书: 示例政复决字〔2026〕1号\n作出机关: 示例市人民政府\n替代: penalties/2021-001\n批准人: 示例壬\n示例: 是\n"
    )
    assert office.changed() == [f"?? content/{NEW}"]
    assert office.text("penalties/2020/2020-001.md") == before
    assert "并指向 penalties/2021-001" in ran.out
    assert "网址：/penalties/2020-001/" in ran.out
    assert "撤下期限：3个工作日，到 2026-09-02 为止，按期" in ran.out
    assert "撤下期限：当日，到 2026-08-28 为止（目标），逾期" in ran.out
    assert all(f"  + {line}\n" in ran.out for line in office.text(NEW).splitlines())


def test_a_late_withdrawal_is_told_and_written(office: Office) -> None:
    ran = office.run(*WITHDRAW, as_of="2026-09-03")
    assert ran.code == 0
    assert "3个工作日，到 2026-09-02 为止，逾期" in ran.out
    assert office.path(NEW).is_file()


def test_without_the_day_of_the_ground_no_deadline_is_told(office: Office) -> None:
    words = [word for word in WITHDRAW if word not in ("--ground-on", "2026-08-28")]
    ran = office.run(*words)
    assert (ran.code, "没有写 --ground-on，算不出是否按期" in ran.out) == (0, True)
    assert "事由日期" not in office.text(NEW)


def test_a_mistake_needs_no_paper_and_anything_else_does(office: Office) -> None:
    assert office.run("withdraw", REF, "--ground", "误发", *WHY, "--dry-run").code == 0
    ran = office.run("withdraw", REF, "--ground", "撤销", *WHY)
    assert ran == (2, "", "错误：事由是撤销的，要写依据文书和作出机关\n怎么办：加上 --basis-paper 和 --authority\n")


def test_numbers_go_on_and_are_not_given_twice(office: Office) -> None:
    assert office.run(*WITHDRAW).code == 0
    second = ("withdraw", "penalties/2020-002", *WITHDRAW[2:])
    assert office.run(*second).code == 0
    office.commit(AS_OF)
    office.path(fresh("withdrawals", 1)).unlink()
    ran = office.run("withdraw", "penalties/2021-001", *WITHDRAW[2:], "--dry-run")
    assert f"新文件 content/{fresh('withdrawals', 2)}" in ran.out
    assert office.run(*WITHDRAW, as_of="2027-01-04").err.startswith("错误：penalties/2020-001 已经在 2026-09-01 撤下")


def test_reinstate(office: Office) -> None:
    ran = office.run(*REINSTATE)
    assert (ran.code, ran.err) == (0, "")
    assert office.changed() == [f"?? content/{BACK}"]
    assert "2021-03-01 撤下过" in ran.out
    office.assert_clean()
    assert office.run(*REINSTATE).err == "错误：penalties/2020-003 没有撤下，不用恢复\n怎么办：核对编号\n"
    office.commit(AS_OF)
    assert office.run("withdraw", "penalties/2020-003", *WITHDRAW[2:], as_of="2026-09-02").code == 0


@pytest.mark.parametrize(
    ("words", "said", "hint"),
    [
        (("withdraw", "penalties/2020-01"), "没有编号为 penalties/2020-01 的记录", "是不是想写 penalties/2020-001"),
        (("withdraw", "content/penalties/2020/2020-001.md"), "是文件，不是编号", "写编号 penalties/2020-001\n"),
        (("withdraw", "rosters/toy-tjj/2.yaml"), "是文件，不是编号", "写编号 rosters/toy-tjj@2\n"),
        (("withdraw", "rosters/toy-tjj"), "没有写明版次", "写到版次，如 rosters/toy-tjj@2；"),
        (("withdraw", "penalties/2020-003"), "已经在 2021-03-01 撤下（withdrawals/2021-001）", "disclosure correct"),
        (("withdraw", "penalties/2026-001"), "到 2026-09-07 才公开", "直接修改 content/penalties/2026/2026-001.md 就可以"),
        (("withdraw", "penalties/2021-002"), "是不予公开的记录", "不用写撤下说明"),
        (("withdraw", "corrections/2020-001"), "是一份更正说明，不能撤下", "disclosure correct"),
        (("withdraw", REF, "--successor", "penalties/2021-01"), "没有编号为 penalties/2021-01 的记录", "penalties/2021-001"),
    ],
)
def test_refusals_say_what_to_do(office: Office, words: tuple[str, ...], said: str, hint: str) -> None:
    ran = office.run(*words, *WITHDRAW[2:])
    assert (ran.code, ran.out) == (2, "")
    wrong, mend = ran.err.splitlines(keepends=True)
    assert said in wrong
    assert hint in mend
    assert office.changed() == []


def test_a_record_that_is_not_in_the_base_takes_no_act(office: Office) -> None:
    text = office.text("penalties/2020/2020-002.md").replace("2020〕2号", "2020〕5号")
    office.path("penalties/2020/2020-005.md").write_text(text, "utf-8")
    ran = office.run("withdraw", "penalties/2020-005", *WITHDRAW[2:])
    assert (ran.code, ran.err) == (
        2,
        "错误：penalties/2020-005 还没有公开：HEAD 里没有它\n怎么办：直接修改 content/penalties/2020/2020-005.md 就可以，不用写撤下说明\n",
    )


def test_a_record_committed_while_pending_takes_acts_once_it_is_public(office: Office) -> None:
    words = ("withdraw", "penalties/2026-001", "--ground", "误发", *WHY, "--dry-run")
    assert (office.run(*words, as_of="2026-09-06").code, office.run(*words, as_of="2026-09-07").code) == (2, 0)


def test_a_file_that_cannot_be_read(office: Office) -> None:
    office.sub("penalties/2020/2020-001.md", ("罚款金额: 5000", "罚款金额: 五千"))
    ran = office.run(*WITHDRAW)
    assert (ran.code, ran.err.splitlines()[0]) == (2, "错误：读不懂 content/penalties/2020/2020-001.md")


def test_dry_run_writes_nothing(office: Office) -> None:
    ran = office.run(*WITHDRAW, "--dry-run")
    assert (ran.code, office.changed()) == (0, [])
    assert ran.out.endswith("没有写任何文件（--dry-run）。去掉 --dry-run 再运行，就写 1 个文件\n")
    written = office.run(*WITHDRAW).out
    assert ran.out.splitlines()[:-1] == written.splitlines()[:-1]


def test_nothing_is_overwritten(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody else writes the same number between the listing and the writing."""

    def late(tree: OverlayTree) -> object:
        office.path(NEW).parent.mkdir(parents=True, exist_ok=True)
        office.path(NEW).write_text("别人的\n", "utf-8")
        return reading(tree)

    reading = proposing.flow.read
    monkeypatch.setattr(proposing.flow, "read", lambda tree: late(tree) if isinstance(tree, OverlayTree) else reading(tree))
    ran = office.run(*WITHDRAW)
    assert ran.code == 3
    assert office.text(NEW) == "别人的\n"
    monkeypatch.undo()
    assert [path.name for path in office.path(NEW).parent.iterdir() if path.name.startswith(".")] == []


def test_new_errors_stop_the_act_and_old_ones_do_not(office: Office) -> None:
    office.path("notes.txt").write_text("x", "utf-8")
    ran = office.run(*WITHDRAW)
    assert (ran.code, "另有 1 个与这次处理无关的错误" in ran.out) == (0, True)
    office.path(NEW).unlink()
    ran = office.run(*WITHDRAW, "--ground-on", "2020-01-02")
    assert (ran.code, "没有写任何文件：照这样写，会有 1 个错误" in ran.err) == (1, True)
    assert "错误[act-order]" in ran.out
    assert "notes.txt" not in ran.out
    assert not office.path(NEW).exists()


def test_an_act_on_a_real_record_is_no_sample(office: Office) -> None:
    for path in office.path("").rglob("*.*"):
        if path.suffix in (".md", ".yaml"):
            path.write_text(path.read_text("utf-8").replace("\n示例: 是\n", "\n"), "utf-8")
    office.commit()
    assert office.run(*WITHDRAW).code == 0
    assert "示例: " not in office.text(NEW)


def test_a_folder_as_base_and_no_repository(office: Office, tmp_path: Path) -> None:
    assert office.run(*WITHDRAW, "--base", "content", "--dry-run").code == 0
    assert office.run(*WITHDRAW, "--base", "no-such").code == 2


@pytest.mark.parametrize(
    ("typed", "missing"),
    [
        ((), "编号、--ground、--reason、--approver"),
        ((REF,), " --ground、--reason、--approver"),
        ((REF, "--reason", "", "--ground", "误发"), " --approver"),
    ],
)
def test_everything_missing_is_named_at_once(office: Office, typed: tuple[str, ...], missing: str) -> None:
    ran = office.run("withdraw", *typed)
    assert ran == (2, "", f"错误：缺少{missing}\n怎么办：运行 disclosure withdraw --help 查看用法\n")


def test_the_day_is_the_day_of_the_act(office: Office) -> None:
    assert office.run(*WITHDRAW, as_of="2027-02-01").code == 0
    assert f"撤下日期: {date(2027, 2, 1)}" in office.text("withdrawals/2027/2027-001.yaml")
