"""``adjust``: the next edition from the last one, from one edited in place, from one that is half written."""

from __future__ import annotations

import pytest

from tests.cli.office import Office
from tests.toy import AS_OF

LIST = "rosters/toy-tjj"
LAST, NEXT = f"{LIST}/2.yaml", f"{LIST}/3.yaml"
ADJUST = ("adjust", LIST, "--reason", "一名执法人员调整职务", "--basis", "人员调整通知", "--changed-on", "2026-08-20")
HEADS = (
    "版次: 3\n生效日期: 2026-09-01\n变动日期: 2026-08-20\n变动依据: 人员调整通知\n调整原因: 一名执法人员调整职务\n机关: bodies/toy-tjj\n"
)


def test_a_copy_with_new_heads(office: Office) -> None:
    before = office.text(LAST)
    ran = office.run(*ADJUST)
    assert (ran.code, ran.err) == (0, "")
    assert office.text(NEXT).startswith(HEADS)
    assert office.text(NEXT).partition("条目:")[2] == before.partition("条目:")[2]
    assert office.changed() == [f"?? content/{NEXT}"]
    assert "调整期限：20个工作日，到 2026-09-17 为止，按期" in ran.out
    assert f"内容与第 2 版相同：打开 content/{NEXT} 改内容" in ran.out
    assert "网址：/rosters/toy-tjj/" in ran.out
    office.assert_clean()


def test_what_was_edited_in_place_becomes_the_next_edition(office: Office) -> None:
    before = office.text(LAST)
    office.sub(LAST, ("姓名: 示例丁\n    职务: 科员", "姓名: 示例丁\n    职务: 股长  # 新任"))
    ran = office.run(*ADJUST)
    assert ran.code == 0
    assert office.text(LAST) == before
    assert office.text(NEXT).startswith(HEADS)
    assert "职务: 股长  # 新任" in office.text(NEXT)
    assert office.changed() == [f"?? content/{NEXT}"]
    assert "-     职务: 科员\n  +     职务: 股长" in ran.out
    assert "恢复原样" in ran.out
    office.assert_clean()


def test_the_heads_of_an_edition_that_was_copied_by_hand(office: Office) -> None:
    text = office.text(LAST).replace("版次: 2", "版次: 3").replace("职务: 科员", "职务: 股长")
    office.path(NEXT).write_text(text.replace("备案: {机关: 示例市司法局, 日期: 2021-01-05}\n", "备案: {机关: 示例市司法局}\n"), "utf-8")
    ran = office.run("adjust", LIST, "--reason", "职务调整")
    assert ran.code == 0
    heads = "版次: 3\n生效日期: 2026-09-01\n调整原因: 职务调整\n备案: {机关: 示例市司法局}\n机关: bodies/toy-tjj\n"
    assert office.text(NEXT).startswith(heads)
    assert "职务: 股长" in office.text(NEXT)
    assert f"改动 content/{NEXT}" in ran.out
    assert "期限：没有写 --changed-on，算不出是否按期" in ran.out
    office.assert_clean()


def test_a_list_with_prose(office: Office) -> None:
    assert office.run("adjust", "bodies/toy-tjj", "--reason", "机构职能调整").code == 0
    old, new = office.text("bodies/toy-tjj/1.md"), office.text("bodies/toy-tjj/2.md")
    assert new.startswith("---\n版次: 2\n生效日期: 2026-09-01\n调整原因: 机构职能调整\n")
    assert new.split("---\n", 2)[2] == old.split("---\n", 2)[2]
    office.assert_clean()


def test_dry_run_writes_nothing(office: Office) -> None:
    office.sub(LAST, ("职务: 科员", "职务: 股长"))
    before = office.changed()
    assert office.run(*ADJUST, "--dry-run").code == 0
    assert office.changed() == before
    assert "职务: 股长" in office.text(LAST)


def test_a_day_of_its_own(office: Office) -> None:
    assert office.run(*ADJUST, "--effective-on", "2026-09-15").code == 0
    assert "生效日期: 2026-09-15\n" in office.text(NEXT)


@pytest.mark.parametrize(
    ("words", "said", "hint"),
    [
        (("rosters/toy-tj",), "没有编号为 rosters/toy-tj 的记录", "是不是想写 rosters/toy-tjj"),
        (("rosters/toy-tjj@2",), "是清单的一版", "写清单的编号 rosters/toy-tjj"),
        (("penalties/2020-001",), "不是清单", "disclosure correct penalties/2020-001"),
        (("laws/statistics-law",), "是法律依据，按通过年份另立文件", "content/laws/statistics-law/通过年份.yaml"),
        ((LIST, "--effective-on", "2021-01-01"), "不晚于第 2 版的 2021-01-01", "--effective-on"),
    ],
)
def test_refusals_say_what_to_do(office: Office, words: tuple[str, ...], said: str, hint: str) -> None:
    ran = office.run("adjust", *words, "--reason", "调整")
    assert (ran.code, ran.out, office.changed()) == (2, "", [])
    assert said in ran.err
    assert hint in ran.err


def test_half_done_work_is_not_guessed_at(office: Office) -> None:
    assert office.run(*ADJUST).code == 0
    office.sub(LAST, ("职务: 科员", "职务: 股长"))
    assert "第 2 版和新写的第 3 版都改了" in office.run(*ADJUST).err
    office.sub(LAST, ("职务: 股长", "职务: 科员"))
    office.path(NEXT).rename(office.path(f"{LIST}/4.yaml"))
    assert "下一版是第 3 版，不是第 4 版" in office.run(*ADJUST).err
    office.path(f"{LIST}/4.yaml").rename(office.path(NEXT))
    office.path(LAST).unlink()
    assert f"第 2 版 content/{LAST} 不见了" in office.run(*ADJUST).err


def test_the_edition_after_that(office: Office) -> None:
    assert office.run(*ADJUST).code == 0
    office.commit(AS_OF)
    assert "不晚于第 3 版的 2026-09-01" in office.run(*ADJUST).err
    assert office.run(*ADJUST, as_of="2026-09-02").code == 0
    assert office.changed() == [f"?? content/{LIST}/4.yaml"]
