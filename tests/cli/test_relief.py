"""What ``publish --acts-only`` takes over from the content folder, and what it leaves out, with the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli.footing import footing_of
from generator.cli.relief import Relief, relief_of
from generator.reading.git import Git
from generator.reading.tree import DirectoryTree
from generator.writing.stage import Refusal
from tests import toy as toy_register
from tests.publish.things import Builder, Place, things
from tests.toy import AS_OF

DECISION = "penalties/2020/2020-001.md"
ACT = "理由: 示例理由\n批准人: 示例局长\n示例: 是\n"


@pytest.fixture
def content(toy: Path, tmp_path: Path) -> Path:
    """The toy in git, with its settings, and live at a place."""
    (tmp_path / "pelicanconf.py").write_text('DISCLOSURE_MAIN_BODY = "bodies/toy-tjj"\n', "utf-8")
    toy_register.commit(toy)
    Place(tmp_path / "out").publish(Builder(things()), commit=Git(toy).commit("HEAD"))
    return toy


def relief(content: Path) -> Relief:
    """What may be released."""
    place, tree = Place(content.parent / "out"), DirectoryTree(content, "content")
    footing = footing_of(place.target, tree, str(content.parent / "pelicanconf.py"), AS_OF, content.parent / "then")
    return relief_of(footing, tree)


def write(content: Path, path: str, text: str) -> None:
    """Write a file of the content."""
    (content / path).parent.mkdir(parents=True, exist_ok=True)
    (content / path).write_text(text, "utf-8")


def change(content: Path, path: str, old: str, new: str) -> None:
    """Change a file of the content."""
    text = (content / path).read_text("utf-8")
    assert old in text
    write(content, path, text.replace(old, new))


def test_nothing_new_takes_nothing(content: Path) -> None:
    change(content, DECISION, "公开日期: 2020", "公开日期: 二〇")
    found = relief(content)
    assert (found.taken, found.left_out) == ((), ())
    assert found.origin.uncommitted == {}


def test_a_withdrawal_comes_alone(content: Path) -> None:
    change(content, DECISION, "公开日期: 2020", "公开日期: 二〇")
    path = "withdrawals/2026/2026-002.yaml"
    write(content, path, f"撤下对象: penalties/2020-001\n撤下日期: 2026-09-01\n事由: 误发\n{ACT}")
    found = relief(content)
    assert found.left_out == ()
    assert found.taken == (path,)
    assert found.origin.uncommitted == {path: ""}, "no commit has it"
    assert b"\xe4\xba\x8c\xe3\x80\x87" not in found.tree.read(DECISION), "the broken edit of the record stays out"


def test_a_correction_brings_its_record(content: Path) -> None:
    old = next(line for line in (content / DECISION).read_text("utf-8").splitlines() if line.startswith("处罚内容: "))
    text = old.removeprefix("处罚内容: ")
    change(content, DECISION, old, f"处罚内容: {text}。")
    path = "corrections/2026/2026-001.yaml"
    changes = f"更正事项:\n  - {{字段: 处罚内容, 原: {text}, 现: {text}。}}\n与原件核对: 是\n"
    write(content, path, f"更正对象: penalties/2020-001\n更正日期: 2026-09-01\n{changes}{ACT}")
    change(content, "penalties/2020/2020-002.md", "决定日期: 20", "决定日期: 二〇")
    found = relief(content)
    assert found.left_out == ()
    assert found.taken == (path, DECISION)
    assert f"{text}。".encode() in found.tree.read(DECISION)


def test_what_brings_an_error_is_left_out_and_the_rest_goes_on(content: Path) -> None:
    good, bad, unread = (f"withdrawals/2026/2026-00{number}.yaml" for number in (2, 3, 4))
    write(content, good, f"撤下对象: penalties/2020-001\n撤下日期: 2026-09-01\n事由: 误发\n{ACT}")
    write(content, bad, f"撤下对象: penalties/1999-001\n撤下日期: 2026-09-01\n事由: 误发\n{ACT}")
    write(content, unread, "撤下对象: [\n")
    found = relief(content)
    assert found.taken == (good,)
    assert [path for path, _ in found.left_out] == [unread, bad]
    assert "penalties/1999-001" in found.left_out[1][1]
    told = "\n".join(found.told())
    assert f"这次没有发布 {bad}：" in told and "加 1 个文件" in told


def test_a_silent_edit_does_not_ride_along_with_an_act(content: Path) -> None:
    """The correction of one field brings the record's file; another field of it has changed, too, and no act says so."""
    text = next(line for line in (content / DECISION).read_text("utf-8").splitlines() if line.startswith("处罚内容: "))
    change(content, DECISION, text, f"{text}。")
    change(content, DECISION, "违法事实: ", "违法事实: 另外")
    old = text.removeprefix("处罚内容: ")
    changes = f"更正事项:\n  - {{字段: 处罚内容, 原: {old}, 现: {old}。}}\n与原件核对: 是\n"
    path, good = "corrections/2026/2026-001.yaml", "withdrawals/2026/2026-002.yaml"
    write(content, path, f"更正对象: penalties/2020-001\n更正日期: 2026-09-01\n{changes}{ACT}")
    write(content, good, f"撤下对象: penalties/2020-002\n撤下日期: 2026-09-01\n事由: 误发\n{ACT}")
    found = relief(content)
    assert found.taken == (good,)
    assert found.records == {"penalties/2020-002"}
    ((left, reason),) = found.left_out
    assert path in left and "没有更正说明" in reason


def test_without_a_release_there_is_no_relief(toy: Path, tmp_path: Path) -> None:
    (tmp_path / "pelicanconf.py").write_text("", "utf-8")
    with pytest.raises(Refusal, match="还没有发布过"):
        relief(toy)


def test_without_a_repository_it_stands_on_the_content_at_hand(toy: Path, tmp_path: Path) -> None:
    (tmp_path / "pelicanconf.py").write_text("", "utf-8")
    Place(tmp_path / "out").publish(Builder(things()), commit="")
    path = "withdrawals/2026/2026-002.yaml"
    write(toy, path, f"撤下对象: penalties/2020-001\n撤下日期: 2026-09-01\n事由: 误发\n{ACT}")
    found = relief(toy)
    assert path in found.taken and "penalties/2020-001" in found.records
    assert found.origin.commit == ""
