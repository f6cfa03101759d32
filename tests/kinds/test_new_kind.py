"""A new kind is one file: dropped into a copy of the package it is tested by what is there, and a flaw in it is noticed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kinds import test_acts, test_every_kind, test_scaffolds
from tests.render import test_shows

ROOT = Path(__file__).resolve().parents[2]
NEEDED = ("generator", "theme", "tests", "docs", "schemas", "content", "deploy", "pyproject.toml", ".vscode")
NOTICE = '''"""示例告知：只为测试而有的一类文件。"""

from __future__ import annotations

from generator.model.declaration import Group, Privacy, field
from generator.model.record import Document, Kind, Lifecycle, Stage
from generator.model.references import BodyRef, ref
from generator.model.scalars import Day, Money, Text, choice

Sort = choice("告知种类", "当面", "邮寄")
PenaltyRef = ref("penalties", name="处罚决定")


class Receipt(Group):
    """How the notice was received."""

    day: Day = field("日期", "收到的日期", required=True, example="2020-01-02")
    recipient: Text | None = field("签收人", "谁签收的", privacy=Privacy.PERSONAL)
    filed_by: Text | None = field("存档人", "谁存的档（不公开）", privacy=Privacy.INTERNAL)


class ThrowAway(Document):
    """One notice."""

    KIND = Kind(
        folder="throw-aways", title="示例告知", summary="只为测试而有的一类文件。", lifecycle=Lifecycle.DOCUMENT,
        stage=Stage.DURING, order=990, prose=True, outline=("## 告知的内容",), caption="name",
    )

    name: Text = field("名称", "告知的名称", required=True, example="示例告知一", privacy=Privacy.IDENTITY, column=True)
    agency: BodyRef = field("机关", "告知的机关", required=True, example="bodies/shili-tjj", privacy=Privacy.IDENTITY)
    sort: Sort = field("种类", "怎样告知的", required=True, column=True)
    about: PenaltyRef | None = field("所告知的决定", "告知的是哪一件决定")
    costs: Money | None = field("费用", "邮寄的费用（元）")
    receipts: tuple[Receipt, ...] = field("签收", "签收的情况", many=True, late=True, needed_when=("sort", ("邮寄",)))
'''
LIST = '''"""示例名录：只为测试而有的一种清单。"""

from __future__ import annotations

from generator.model.declaration import Privacy, field
from generator.model.record import Edition, Kind, Lifecycle, Row, Stage
from generator.model.references import BodyRef
from generator.model.scalars import Percentage, Text


class Entry(Row):
    """One row."""

    name: Text = field("名称", "这一行的名称", required=True, column=True)
    share: Percentage | None = field("比例", "所占的比例")


class ThrowAwayList(Edition):
    """One edition."""

    KIND = Kind(
        folder="throw-away-lists", title="示例名录", summary="只为测试而有的一种清单。", lifecycle=Lifecycle.LIST,
        stage=Stage.BEFORE, order=990,
    )

    agency: BodyRef = field("机关", "名录所属的机关", required=True, example="bodies/shili-tjj", privacy=Privacy.IDENTITY)
    rows: tuple[Entry, ...] = field("条目", "每项一行", many=True, required=True)
'''
#: What is done to a sound kind, and a test that must then fail for it.
FLAWS = {
    "an approver that would reach the site": (
        ('"存档人", "谁存的档（不公开）", privacy=Privacy.INTERNAL', '"批准人", "谁批准的"'), "test_approvers_and_reviewers_are_internal",
    ),
    "an example that cannot be read": (('"2020-01-02"', '"2020年1月2日"'), "test_examples_are_valid"),
    "a name that would go with the text": (
        ('"示例告知一", privacy=Privacy.IDENTITY', '"示例告知一"'), "test_caption_is_an_identity_field",
    ),
    "a title that another kind has": (('title="示例告知"', 'title="执法主体"'), "test_kinds_can_be_told_apart"),
    "no headings for its text": (('outline=("## 告知的内容",), ', ""), "test_the_kind_says_whole_sentences"),
}  # fmt: skip


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository with two kinds more, its generated documents made anew."""
    copy = tmp_path_factory.mktemp("house")
    for name in NEEDED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, copy / name)
    (copy / "generator/model/kinds/throw_aways.py").write_text(NOTICE, "utf-8")
    (copy / "generator/model/kinds/throw_away_lists.py").write_text(LIST, "utf-8")
    made = run(copy, "--update-golden", "tests/docs/test_generated.py", "-k", "fresh")
    assert made.returncode == 0, made.stdout
    return copy


def run(house: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Pytest over the copy, with the copy's package."""
    environment = {**os.environ, "PYTHONPATH": str(house), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:xdist", *words]
    return subprocess.run(command, cwd=house, env=environment, capture_output=True, encoding="utf-8", check=False)


def held_against_each_kind(*modules: object) -> set[str]:
    """The names of the test functions of these modules that are held against each kind."""
    return {
        name for module in modules for name, test in vars(module).items()
        if name.startswith("test_") and any("kind" in mark.args[0] for mark in getattr(test, "pytestmark", ()))
    }


@pytest.mark.slow
def test_new_kinds_are_tested_without_a_new_test(house: Path) -> None:
    done = run(house, "-v", "tests/kinds", "tests/render/test_shows.py", "tests/model", "tests/docs", "tests/rules/test_codes.py",
               "-k", "throw or fresh or documented or told_apart")  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:]
    passed = set(re.findall(r"::(test_\w+)\[[^\]]*throw[^\]]*\] PASSED", done.stdout, re.IGNORECASE))
    assert passed >= held_against_each_kind(test_every_kind, test_acts, test_scaffolds, test_shows)
    assert passed >= {"test_every_field_is_declared", "test_wrong_shapes_are_worded", "test_any_value_is_worded"}
    assert " skipped" not in done.stdout


@pytest.mark.slow
@pytest.mark.parametrize(("change", "test"), FLAWS.values(), ids=list(FLAWS))
def test_a_flaw_in_a_new_kind_is_noticed(change: tuple[str, str], test: str, house: Path) -> None:
    file = house / "generator/model/kinds/throw_aways.py"
    assert NOTICE.count(change[0]) == 1
    file.write_text(NOTICE.replace(*change), "utf-8")
    done = run(house, "tests/kinds", "tests/model/test_declaration.py", "-k", f"{test} and (throw or told_apart)")
    file.write_text(NOTICE, "utf-8")
    assert done.returncode == 1, done.stdout[-3000:]
    assert re.search(rf"^FAILED \S+::{test}\b", done.stdout, re.MULTILINE), done.stdout[-3000:]
