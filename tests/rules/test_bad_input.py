"""What must never happen to a clerk: a bad file that stops the check, hides another file's fault, or is not explained.

Each input of this table gives one clear finding with file, line and key, and leaves the finding of a bystander as it is.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from generator import flow
from generator.finding import Finding, Severity
from generator.reading.tree import DirectoryTree, GitTree
from tests.rules.cases import mutate
from tests.toy import AS_OF, SETTINGS, commit

FILE = "penalties/2020/2020-001.md"
ACT = "withdrawals/2021/2021-001.yaml"
NOTICE = "corrections/2020/2020-001.yaml"
BODY = "## 处罚决定\n"
#: A fault in a file that no other mutation touches.
BYSTANDER = {"edit": "rosters/shili-tjj/1.yaml", "old": "调整原因: 首次公布\n", "new": ""}
BYSTANDER_FINDING = ("field-missing", "content/rosters/shili-tjj/1.yaml", 1)


class Bad(NamedTuple):
    """A bad input: the mutation, and the rule, the line and a word of the finding that it brings."""

    mutation: dict[str, Any]
    rule: str
    line: int | None
    word: str
    path: str = FILE


def edit(old: str, new: str, path: str = FILE) -> dict[str, Any]:
    """A mutation of one passage."""
    return {"edit": path, "old": old, "new": new}


def deep(levels: int, opening: str, closing: str) -> dict[str, Any]:
    """A value with so many levels."""
    return edit("处罚种类: [警告, 罚款]", f"处罚种类: {opening * levels}{closing * levels}")


BOMB = "a: &a [x, x]\n" + "".join(f"{key}: &{key} [*{above}, *{above}]\n" for above, key in zip("abc", "bcd", strict=True))
BAD = {
    "gbk": Bad({"recode": FILE, "to": "gbk"}, "file-encoding", 2, "GBK"),
    "utf-16": Bad({"recode": FILE, "to": "utf-16"}, "file-encoding", None, "UTF-16"),
    "nul byte": Bad(edit("案件来源", "案件\0来源"), "file-encoding", 10, "空字节"),
    "empty file": Bad({"write": NOTICE, "text": ""}, "file-size", None, "空的", NOTICE),
    "unclosed front matter": Bad(edit("示例: 是\n---\n", "示例: 是\n"), "front-matter", 1, "---"),
    "duplicate key": Bad(edit("案件来源:", "处罚机关: bodies/toy-tjj\n案件来源:"), "key-duplicate", 10, "“处罚机关”"),
    "alias bomb": Bad({"write": NOTICE, "text": BOMB}, "yaml-feature", 2, "*a", NOTICE),
    "100 levels": Bad(deep(100, "[", "]"), "yaml-syntax", 25, "32 层"),
    "100000 levels": Bad(deep(100_000, "[", "]"), "yaml-syntax", 25, "32 层"),
    "100000 levels of keys": Bad(deep(100_000, "{a: ", "}"), "yaml-syntax", 25, "32 层"),
    "100000 levels of dashes": Bad(deep(100_000, "- ", ""), "yaml-syntax", 25, "另起一行"),
    "100000 open brackets": Bad(deep(100_000, "[", ""), "yaml-syntax", 25, "32 层"),
    "unknown key": Bad(edit("案件来源:", "案件出处: 无\n案件来源:"), "field-unknown", 10, "“案件出处”"),
    "missing key": Bad(edit("  类别: 法人及非法人组织\n", ""), "field-missing", 4, "“当事人.类别”"),
    "wrong shape": Bad(edit("处罚种类: [警告, 罚款]", "处罚种类: {a: 警告}"), "field-format", 25, "“处罚种类”"),
    "impossible day": Bad(edit("决定日期: 2020-06-01", "决定日期: 2020-02-30"), "field-format", 36, "“决定日期”"),
    "Chinese day": Bad(edit("决定日期: 2020-06-01", "决定日期: 2020年6月1日"), "field-format", 36, "“决定日期”"),
    "thousands": Bad(edit("罚款金额: 5000", "罚款金额: 10,000.00"), "field-format", 26, "“罚款金额”"),
    "ten thousand": Bad(edit("罚款金额: 5000", "罚款金额: 1万"), "field-format", 26, "“罚款金额”"),
    "full-width colon": Bad(edit("案件来源: ", "案件来源："), "yaml-syntax", 10, "“案件来源”"),
    "tab": Bad(edit("  类别: 法人", "\t类别: 法人"), "yaml-syntax", 6, "Tab"),
    "path out of the folder": Bad(edit("附件:\n", "附件:\n  - {文件: ../../../x, 说明: x}\n"), "attachment-missing", 41, "../../../x"),
    "symlink": Bad({"link": "penalties/2020/2020-009.md", "to": "/etc/hostname"}, "path-unsafe", None, "链接",
                   "penalties/2020/2020-009.md"),
    "one id twice": Bad({"copy": FILE, "to": "penalties/2020-001.md"}, "id-duplicate", None, "penalties/2020-001"),
    "reference to nothing": Bad(edit("penalties/2020-003", "penalties/2020-999", ACT), "reference-broken", 1, "“撤下对象”", ACT),
    "raw HTML": Bad(edit(BODY, "<b>x</b>\n\n" + BODY), "body-raw-html", 55, "HTML"),
    "javascript link": Bad(edit(BODY, "[x](javascript:x)\n\n" + BODY), "link-unsafe", 55, "javascript:"),
}  # fmt: skip


def place(finding: Finding) -> tuple[str, str, int | None]:
    """Rule, path and line."""
    return finding.rule, finding.path, finding.span.line if finding.span else None


def findings(content: Path) -> tuple[Finding, ...]:
    """The findings of a folder that must not pass."""
    verdict = flow.check(DirectoryTree(content, "content"), SETTINGS, AS_OF)
    assert verdict.checked is None
    assert verdict.errors == len(verdict.findings)
    return verdict.findings


@pytest.mark.parametrize("bad", BAD.values(), ids=list(BAD))
def test_bad_input(bad: Bad, toy: Path) -> None:
    mutate(toy, BYSTANDER)
    mutate(toy, bad.mutation)
    found = findings(toy)
    own = [finding for finding in found if place(finding) != BYSTANDER_FINDING]
    assert len(own) == len(found) - 1
    assert [place(finding) for finding in own] == [(bad.rule, f"content/{bad.path}", bad.line)]
    assert bad.word in own[0].message
    assert own[0].severity is Severity.ERROR
    assert own[0].hint
    assert own[0].basis


def test_the_bystander_alone(toy: Path) -> None:
    mutate(toy, BYSTANDER)
    assert list(map(place, findings(toy))) == [BYSTANDER_FINDING]


def test_a_file_of_fifty_megabytes_is_not_read(toy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (toy / FILE).open("ab") as file:
        file.truncate(50 * 1024 * 1024)
    reads: list[str] = []
    read: Callable[[DirectoryTree, str], bytes] = DirectoryTree.read
    monkeypatch.setattr(DirectoryTree, "read", lambda tree, path: reads.append(path) or read(tree, path))
    own = [finding for finding in findings(toy) if finding.path == f"content/{FILE}"]
    assert [finding.rule for finding in own] == ["file-size"]
    assert "50 MB" in own[0].message
    assert FILE not in reads


def test_dots_in_a_commit_are_refused(toy: Path) -> None:
    """No folder on disk can hold such a name, but a commit made by hand can."""
    commit(toy)

    def git(*words: str, stdin: str = "") -> str:
        done = subprocess.run(["git", "-C", str(toy.parent), *words], input=stdin, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    blob = git("hash-object", "-w", "--stdin", stdin="x\n")
    dots = git("mktree", stdin=f"100644 blob {blob}\t2020-001.md\n")
    penalties = git("mktree", stdin=f"040000 tree {dots}\t..\n")
    content = git("mktree", stdin=f"040000 tree {penalties}\tpenalties\n")
    root = git("mktree", stdin=f"040000 tree {content}\tcontent\n")
    made = git("-c", "user.name=x", "-c", "user.email=x@example.org", "commit-tree", root, "-m", "x")
    found = flow.check(GitTree(toy.parent, made, "content"), SETTINGS, date(2026, 9, 1)).findings
    assert [(finding.rule, finding.path) for finding in found] == [("path-unsafe", "content/penalties/..")]
