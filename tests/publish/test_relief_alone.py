"""Relief brings nothing else before the public, and nothing else at hand holds it back: the ways that were tried against it, as commands.

What the machine, the target and the settings may do to it is in test_relief.py.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.publish.office import DAY, FILE_A, A, B, Office, party
from tests.publish.test_relief import A_YOUNGER_RULE
from tests.publish.things import texts

pytestmark = pytest.mark.slow

C = "penalties/shili-2016-001"
NEXT_DAY = "2026-01-06"
FILE_C = "content/penalties/2016/shili-2016-001.md"
#: Both ends of a sentence that each decision has, and what an edit makes of it.
FACT = ("的统计资料。\n调查数据", "的统计资料（已核实）。\n调查数据")
SILENT = ("已到指定银行缴纳", "早已到指定银行缴纳")


def correct(office: Office, old: str = FACT[0], new: str = FACT[1]) -> Path:
    """Correct the first decision; the act's file."""
    before = set((office.root / "content").rglob("corrections/*/*.yaml"))
    office.project.change(FILE_A, old, new)
    given = ("--reason", "录入错误", "--approver", "示例局长", "--as-of", DAY, "--settings", "settings.py", "--matches-original")
    office.run("correct", A, *given)
    (act,) = set((office.root / "content").rglob("corrections/*/*.yaml")) - before
    return act


def withdraw(office: Office, ref: str, number: int = 1, more: str = "") -> None:
    """Write a withdrawal by hand."""
    text = f"撤下对象: {ref}\n事由: 误发\n撤下日期: {DAY}\n理由: 漏征求意见\n批准人: 示例局长\n示例: 是\n{more}"
    office.project.write(f"content/withdrawals/2026/2026-{number:03}.yaml", text)


def lose_history(office: Office) -> None:
    """Another history: the commit that is live is known to nobody any more."""
    shutil.rmtree(office.root / ".git")
    office.git("init", "-q")
    office.commit()


def is_gone(office: Office, ref: str) -> bool:
    """Whether the public sees the tombstone only."""
    return (office.out / "current" / ref / ".gone").is_file()


def last_events(office: Office, count: int) -> list[str]:
    """The last words of the ledger."""
    return [json.loads(line)["event"] for line in office.page("ledger.jsonl").splitlines()[-count:]]


def test_a_second_correction_follows_one_that_went_out_as_relief(office: Office) -> None:
    """Errors elsewhere last for days, in which the daily run publishes acts alone, each from its commit."""
    office.project.change(FILE_C, "决定日期: 20", "决定日期: 二〇")
    correct(office)
    office.commit()
    assert "加 2 个文件" in office.publish("--acts-only")
    correct(office, "（已核实）", "（已再次核实）")
    office.commit()
    told = office.takedown(B)
    assert "已再次核实" not in office.page(f"{A}/index.html"), "a takedown brings nothing else"
    assert "（已核实）" in office.page(f"{A}/index.html") and is_gone(office, B), told
    assert "加 2 个文件：corrections/2026/2026-002.yaml" in office.publish("--acts-only")
    assert "已再次核实" in office.page(f"{A}/index.html")
    assert "变动" not in office.page("ledger.jsonl")
    office.project.change(FILE_C, "决定日期: 二〇", "决定日期: 20")
    office.commit()
    office.publish()
    assert json.loads(office.page("manifest.json"))["uncommitted"] == {}


@pytest.mark.parametrize("publish", ["takedown", "acts", "all"])
def test_what_went_out_uncommitted_may_not_be_edited_afterwards(office: Office, publish: str) -> None:
    correct(office)
    office.publish("--acts-only")
    office.project.change(FILE_A, *SILENT)
    before = (office.out / "current").readlink()
    if publish == "takedown":
        told = office.takedown(B, code=2)
    elif publish == "acts":
        told = office.publish("--acts-only", code=2)
    else:
        office.commit()
        told = office.publish(code=2)
    assert f"当时没有提交的文件，它们后来又改了，没有说明：{A}" in told
    assert (office.out / "current").readlink() == before
    office.project.change(FILE_A, *reversed(SILENT))
    office.commit()
    if publish == "takedown":
        assert "已发布" in office.publish("--acts-only"), "the act that it wrote goes out once the edit is taken back"
        assert is_gone(office, B)
    else:
        office.publish()


def test_an_edited_act_of_a_takedown_is_noticed_and_may_be_accepted(office: Office) -> None:
    office.takedown(B)
    office.project.change("content/withdrawals/2026/2026-001.yaml", "漏征求意见", "别的理由")
    assert "没有说明：withdrawals/2026-001" in office.takedown(A, code=2)
    assert "已发布" in office.publish("--acts-only", "--accept-changed")
    assert is_gone(office, A) and last_events(office, 3).count("变动") == 1


def test_a_release_that_comes_first_is_what_relief_stands_on(office: Office) -> None:
    """A takedown that waits for the target finds another release live than it began with."""
    text = (office.root / FILE_C).read_text("utf-8").replace("〕1号", "〕901号")
    office.project.write("content/penalties/2016/shili-2016-901.md", text)
    office.commit()
    words = ["publish", "--to", str(office.out), "--as-of", DAY, "--settings", "settings.py"]
    told = office.takedown(A, before=(
        "import subprocess, sys\nfrom generator.publish.folder import FolderTarget\nreal, came = FolderTarget.lock, []\n"
        "def lock(self, holder):\n"
        "    if not came:\n"
        f"        came.append(subprocess.run([sys.executable, '-m', 'generator', *{words}], check=True, capture_output=True))\n"
        "    return real(self, holder)\n"
        "FolderTarget.lock = lock\n"
    ))  # fmt: skip
    assert "在新的版本上重新做" in told and "第 3 次发布" in told
    assert is_gone(office, A)
    assert (office.out / "current/penalties/shili-2016-901/index.html").is_file()
    assert [path.name for path in (office.root / "content/withdrawals/2026").iterdir()] == ["2026-001.yaml"]


def test_a_faulty_correction_does_not_hold_back_the_withdrawal_of_the_same_record(office: Office) -> None:
    act = correct(office)
    act.write_text(act.read_text("utf-8").replace("原: 2014", "原: 2013"), "utf-8")
    withdraw(office, A)
    told = office.publish("--acts-only")
    assert "这次没有发布 corrections/2026/2026-001.yaml" in told
    assert "加 1 个文件：withdrawals/2026/2026-001.yaml" in told
    assert is_gone(office, A)
    assert texts(office.out, party(office, FILE_A)) == []


def test_an_edit_of_the_successor_does_not_hold_back_a_withdrawal(office: Office) -> None:
    office.project.change(FILE_C, *SILENT)
    withdraw(office, A, more=f"替代: {C}\n")
    assert "加 1 个文件：withdrawals/2026/2026-001.yaml" in office.publish("--acts-only")
    assert is_gone(office, A)
    assert SILENT[1] not in office.page(f"{C}/index.html")


def reinstate(office: Office, ref: str) -> None:
    """Write a reinstatement by hand."""
    text = f"恢复对象: {ref}\n恢复日期: {NEXT_DAY}\n理由: 已征求意见\n依据文书: 示例文书\n批准人: 示例局长\n示例: 是\n"
    office.project.write("content/reinstatements/2026/2026-001.yaml", text)


def test_a_reinstatement_of_a_faulty_record_stays_out(office: Office) -> None:
    """What a rule finds in a record that is hidden is not before the public yet."""
    office.takedown(C)
    reinstate(office, C)
    withdraw(office, A, 2)
    told = office.publish("--acts-only", "--as-of", NEXT_DAY, before=A_YOUNGER_RULE)
    assert "这次没有发布 reinstatements/2026/2026-001.yaml：现在的规则不答应" in told
    assert is_gone(office, A) and is_gone(office, C)
    assert "已发布" in office.publish("--acts-only", "--as-of", NEXT_DAY), "by the rules that know no better it is sound"
    assert not is_gone(office, C)


def test_an_act_that_is_a_link_is_told_of(office: Office) -> None:
    (office.root / "content/withdrawals/2026").mkdir(parents=True)
    (office.root / "content/withdrawals/2026/2026-001.yaml").symlink_to("/etc/hostname")
    assert "这次没有发布 withdrawals/2026/2026-001.yaml：不是普通文件" in office.publish("--acts-only")


def _beside_a_correction(office: Office) -> str:
    correct(office)
    office.project.change(FILE_A, *SILENT)
    return A


def _an_act_beside_a_correction(office: Office) -> str:
    act = correct(office)
    office.commit()
    office.publish()
    correct(office, "（已核实）", "（已再次核实）")
    act.write_text(act.read_text("utf-8").replace("录入错误", "别的理由"), "utf-8")
    return "corrections/2026-001"


@pytest.mark.parametrize("edit", [_beside_a_correction, _an_act_beside_a_correction])
def test_without_the_live_commit_no_edit_rides_along_with_a_correction(office: Office, edit: Callable[[Office], str]) -> None:
    ref = edit(office)
    lose_history(office)
    assert f"已经公开的记录改了，没有说明：{ref}" in office.publish(code=2)
    assert f"已经公开的记录改了，没有说明：{ref}" in office.publish("--acts-only", code=2)


def test_without_the_live_commit_a_correction_and_a_redaction_go_out(office: Office) -> None:
    correct(office)
    office.commit()
    office.publish()
    correct(office, "（已核实）", "（已再次核实）")
    lose_history(office)
    assert "更正：penalties/shili-2014-001" in office.publish("--acts-only")
    office.project.change(FILE_C, "示例县示例镇", "【依法隐去】")
    path = "content/redactions/2026/2026-001.yaml"
    parts = "处理事项:\n  - {字段: 当事人.地址, 类别: 个人隐私}\n  - {正文: 是, 类别: 个人隐私, 处数: 1}\n"
    office.project.write(path, f"处理对象: {C}\n处理日期: {DAY}\n{parts}理由: 示例理由\n批准人: 示例局长\n示例: 是\n")
    assert f"隐私处理：{C}" in office.publish("--acts-only")


@pytest.mark.parametrize("lose", [lose_history, lambda office: shutil.rmtree(office.root / ".git")])
def test_without_the_live_commit_other_acts_do_not_hold_it_back(office: Office, lose: Callable[[Office], None]) -> None:
    office.project.write("content/corrections/2026/2026-001.yaml", "更正对象: [")
    withdraw(office, "penalties/shili-1999-001", 7)
    ahead = f"撤下对象: {C}\n事由: 误发\n撤下日期: 2027-01-05\n理由: 示例理由\n批准人: 示例局长\n示例: 是\n"
    office.project.write("content/withdrawals/2026/2026-008.yaml", ahead)
    lose(office)
    told = office.takedown(A)
    for path in ("corrections/2026/2026-001.yaml", "withdrawals/2026/2026-007.yaml", "withdrawals/2026/2026-008.yaml"):
        assert f"这次没有发布 {path}" in told
    assert is_gone(office, A) and not is_gone(office, C)


def test_a_file_that_a_redaction_replaced_does_not_hold_back_the_next_act(office: Office) -> None:
    """What is gone at hand because of an act that is live is not lost, and what its commit had does not come back."""
    folder, file = "content/attachments/penalties/shili-2014-900", "content/penalties/2014/shili-2014-900.md"
    text = (office.root / FILE_A).read_text("utf-8").replace("〕1号", "〕900号")
    office.project.write(file, text.replace("示例: 是\n---", "附件: [{说明: 示例附件, 文件: yiqian.csv}]\n示例: 是\n---"))
    office.project.write(f"{folder}/yiqian.csv", "项目,数值\n示例以前,1\n")
    office.commit()
    office.publish()
    (office.root / folder / "yiqian.csv").unlink()
    office.project.write(f"{folder}/xianzai.csv", "项目,数值\n示例现在,1\n")
    office.project.change(file, "yiqian.csv", "xianzai.csv")
    act = f"处理对象: penalties/shili-2014-900\n处理日期: {DAY}\n处理事项: [{{字段: 附件.1.文件, 类别: 个人隐私}}]\n"
    office.project.write("content/redactions/2026/2026-001.yaml", f"{act}理由: 示例理由\n批准人: 示例局长\n示例: 是\n")
    assert "加 4 个文件" in office.publish("--acts-only")
    assert texts(office.out, "示例以前") == []
    office.takedown(A)
    assert is_gone(office, A)
    assert texts(office.out, "示例以前") == [] and texts(office.out, "示例现在")


def test_what_an_earlier_act_left_elsewhere_does_not_hold_back_the_next(office: Office) -> None:
    """A page names the party of the first record: that did not keep its withdrawal back, nor may it that of another."""
    office.project.write("content/pages/about.md", f"Title: 关于\n\n本局处罚过{party(office, FILE_A)}。\n")
    office.commit()
    office.publish()
    office.takedown(A)
    assert "马上改那里的文字" in office.takedown(B)
    assert is_gone(office, B)
    withdraw(office, C, 3)
    reinstate(office, A)
    told = office.publish("--acts-only", "--as-of", NEXT_DAY)
    assert is_gone(office, C), told
