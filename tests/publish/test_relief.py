"""Nothing stops relief (DESIGN §2.6): every way in which a takedown could be held up, one row each.

``PASSES``: the withdrawal goes out, and the report says what was left out or done without. ``REFUSED``: it cannot be otherwise, for
a publication would destroy what proves the history, and the message says how to get on. The rows are run as commands.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.publish.office import FILE_A, A, B, Office, party
from tests.publish.things import texts

pytestmark = pytest.mark.slow


class Row(NamedTuple):
    """What is spoilt before a takedown, and what the command then says. ``spoil`` may return what ``Office.takedown`` takes."""

    spoil: Callable[[Office], dict[str, Any] | None]
    words: tuple[str, ...] = ()
    code: int = 0


def _settings(*lines: str) -> Callable[[Office], None]:
    return lambda office: office.project.settings(*lines)


def _file(path: str, text: str) -> Callable[[Office], None]:
    return lambda office: office.project.write(path, text)


def _words(*words: str) -> Callable[[Office], dict[str, Any]]:
    return lambda _office: {"words": words}


def _programs(office: Office, *names: str) -> dict[str, Any]:
    """A PATH with these programs alone."""
    folder = office.root.parent / "bin"
    folder.mkdir()
    for name in names:
        (folder / name).symlink_to(shutil.which(name) or "/nowhere")
    return {"env": {"PATH": str(folder)}}


def _without_git_folder(office: Office) -> None:
    shutil.rmtree(office.root / ".git")


def _other_history(office: Office) -> None:
    """A forced push: the commit that is live is known to nobody any more."""
    shutil.rmtree(office.root / ".git")
    office.git("init", "-q")
    office.commit()


def _shallow(office: Office) -> None:
    """The live commit lies beyond what was fetched."""
    office.project.write("content/pages/about.md", "Title: 关于\n\n还没有发布。\n")
    office.commit()
    clone = office.root.parent / "shallow"
    office.git("clone", "-q", "--depth", "1", f"file://{office.root}", str(clone))
    shutil.rmtree(office.root)
    clone.rename(office.root)


def _bad_record(office: Office) -> None:
    office.project.change("content/penalties/2016/shili-2016-001.md", "决定日期: 20", "决定日期: 二〇")


def _not_text(office: Office) -> None:
    (office.root / "content/penalties/2016/shili-2016-001.md").write_bytes(b"\xff\xfe\x00\x01" * 9)


def _unreadable(office: Office) -> dict[str, Any]:
    """As for another user whom the file's mode keeps out; root, who may run this, is never kept out."""
    return {"before": (
        "from generator.reading.tree import DirectoryTree as T\nreal = T.read\n"
        "def read(self, path):\n"
        "    if str(self.root) == 'content' and '2016-001' in path: raise PermissionError(13, 'denied', path)\n"
        "    return real(self, path)\n"
        "T.read = read\n"
    )}


def _expired_waiver(office: Office) -> None:
    waiver = "豁免: [{规则: publication-overdue, 理由: 示例, 批准人: 示例局长, 截止: 2020-12-31}]\n"
    office.project.change(FILE_A, "---\n文号", f"---\n{waiver}文号")


def _stale_lock(office: Office) -> None:
    (office.out / "lock").write_text("另一个人，进程 1，2026-01-01 00:00 开始")


def _held_lock(office: Office) -> None:
    """Somebody else publishes for some seconds more."""
    handle = os.open(office.out / "lock", os.O_RDWR | os.O_CREAT)
    fcntl.flock(handle, fcntl.LOCK_EX)
    os.write(handle, "另一个人".encode())
    threading.Thread(target=lambda: (time.sleep(6), os.close(handle)), daemon=True).start()


#: Another program's rule, younger than the release, finds fault with what is live.
A_YOUNGER_RULE = """
from generator import flow
from generator.finding import Severity
from generator.rules.registry import Problem, Rule, Scope
def check(register):
    yield Problem("现在的规则不答应", "改", path="penalties/2016/shili-2016-001.md")
rule = Rule("younger", Scope.REGISTER, Severity.ERROR, "9", "", check, "新规则")
real = flow.rules_of
flow.rules_of = lambda scope: (*real(scope), rule) if scope is Scope.REGISTER else real(scope)
"""


def _quoted_on_a_page(office: Office) -> None:
    """A page that is live names the party."""
    office.project.write("content/pages/about.md", f"Title: 关于\n\n本局处罚过{party(office, FILE_A)}。\n")
    office.commit()
    office.publish()


def _act_cannot_be_written(office: Office) -> None:
    (office.root / "content/withdrawals").write_text("是文件，不是文件夹")


PASSES = {
    "no key": Row(lambda _: {"env": {"DISCLOSURE_SALT_KEY": ""}}, ("没有密钥（DISCLOSURE_SALT_KEY）：撤下照常登记",)),
    "no signature key": Row(_words("--sign-key", "nowhere"), ("这次没有签名：没有密钥文件 nowhere",)),
    "unsuitable signature key": Row(_words("--sign-key", "settings.py"), ("这次没有签名：用 settings.py 签名没有成功",)),
    "no ssh-keygen": Row(lambda o: _programs(o, "git") | {"words": ("--sign-key", "settings.py")}, ("没有找到 ssh-keygen",)),
    "health address down": Row(_words("--url", "http://127.0.0.1:1/"), ("打不开", "不退回旧版本"), 4),
    "no full-text program": Row(lambda o: _programs(o, "git") | {"words": ("--full-text",)}, ("没有做全文索引",)),
    "settings: a wrong value": Row(_settings("DISCLOSURE_FOOTER = 5")),
    "settings: an unknown name": Row(_settings("DISCLOSURE_NAME = 5")),
    "settings: a fault of syntax": Row(_settings("(")),
    "settings: another office's code": Row(_settings('DISCLOSURE_WEBSITE_CODE = "1101010001"')),
    "settings: none any more": Row(lambda o: (o.root / "settings.py").rename(o.root / "pelicanconf.py") and None),
    "template broken": Row(_file("theme/templates/base.html", "{% if %}")),
    "page broken": Row(_file("content/pages/about.md", "没有题头\n")),
    "record broken": Row(_bad_record),
    "record is no text": Row(_not_text),
    "record unreadable": Row(_unreadable),
    "waiver expired": Row(_expired_waiver),
    "half an act": Row(_file("content/corrections/2026/2026-001.yaml", "更正对象: [")),
    "clock behind": Row(lambda _: {"day": "2026-01-02"}, ("线上的网站已经算到 2026-01-05，这次也按这一天",)),
    "lock left behind": Row(_stale_lock),
    "target in use": Row(_held_lock, ("另一次发布正在写", "正在等它结束")),
    "no git program": Row(lambda o: _programs(o), ("取不出线上版本的内容",)),
    "no repository": Row(_without_git_folder, ("取不出线上版本的内容",)),
    "forced push": Row(_other_history, ("取不出线上版本的内容",)),
    "shallow clone": Row(_shallow, ("git fetch --unshallow",)),
    "a younger rule against what is live": Row(lambda _: {"before": A_YOUNGER_RULE}, ("线上早已有的",)),
    "a live page names the party": Row(_quoted_on_a_page, ("马上改那里的文字",)),
    "the act cannot be written": Row(_act_cannot_be_written, ("撤下说明写不进", "撤下对象: penalties/shili-2014-001")),
}


@pytest.mark.parametrize("row", PASSES.values(), ids=PASSES)
def test_the_withdrawal_goes_out(office: Office, row: Row) -> None:
    name = party(office, FILE_A)
    given = row.spoil(office) or {}
    told = office.takedown(A, *given.pop("words", ()), code=row.code, **given)
    for word in row.words:
        assert word in told
    assert (office.out / "current" / A / ".gone").is_file()
    left = [path for path in texts(office.out, name) if path.name != "index.html" or path.parent.name != "about"]
    assert left == []
    assert "漏征求意见" in office.page(f"{A}/index.html")
    assert "示例化工" not in told and name not in told
    assert "没有发现问题" in office.run("verify", str(office.out / "current"))
    manifest = json.loads(office.page("manifest.json"))
    assert manifest["records"].keys() > {A, B, "withdrawals/2026-001"}


def _nothing_published(office: Office) -> None:
    shutil.rmtree(office.out)


def _forked(office: Office) -> None:
    ledger = office.out / "ledger.jsonl"
    ledger.write_bytes(ledger.read_bytes().replace("公开".encode(), "更正".encode(), 1))


def _cut(office: Office) -> None:
    ledger = office.out / "ledger.jsonl"
    ledger.write_bytes(ledger.read_bytes()[:-9])


def _silent_edit_and_other_history(office: Office) -> None:
    _other_history(office)
    office.project.change("content/penalties/2016/shili-2016-001.md", "的统计资料。\n调查数据", "的资料。\n调查数据")


def _new_record_and_other_history(office: Office) -> None:
    _other_history(office)
    text = (office.root / "content/penalties/2016/shili-2016-001.md").read_text("utf-8")
    office.project.write("content/penalties/2016/shili-2016-900.md", text.replace("〕1号", "〕900号"))


def _act_of_yesterday_is_lost(office: Office) -> None:
    office.takedown(B)
    (office.root / "content/withdrawals/2026/2026-001.yaml").unlink()


REFUSED = {
    "nothing is public yet": Row(_nothing_published, ("公众什么都看不到",)),
    "ledger forked": Row(_forked, ("两份不同的历史", "复制到 ledger.jsonl")),
    "ledger truncated": Row(_cut, ("少了后面的内容", "复制到 ledger.jsonl")),
    "silent edit, live commit lost": Row(_silent_edit_and_other_history, ("改了，没有说明：penalties/shili-2016-001", "git fetch")),
    "unpublished record, live commit lost": Row(_new_record_and_other_history, ("没发布过的记录：penalties/shili-2016-900", "移到别处")),
    "an earlier act is lost": Row(_act_of_yesterday_is_lost, ("撤下的内容会重新出现", "重写一份")),
}


@pytest.mark.parametrize("row", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_otherwise_is_refused_with_a_way_out(office: Office, row: Row) -> None:
    given = row.spoil(office) or {}
    before = {path: path.read_bytes() for path in office.out.rglob("*") if path.is_file() and path.name != "lock"}
    told = office.takedown(A, code=2, **given)
    for word in (*row.words, "怎么办："):
        assert word in told
    assert {path: path.read_bytes() for path in office.out.rglob("*") if path.is_file() and path.name != "lock"} == before


def test_a_lost_ledger_is_mended_as_the_advice_says(office: Office) -> None:
    (office.out / "ledger.jsonl").unlink()
    told = office.takedown(A, code=2)
    assert "把 releases/1-" in told
    shutil.copy(office.out / "current/ledger.jsonl", office.out)
    assert "第 2 次发布" in office.takedown(A)
    assert (office.out / "current" / A / ".gone").is_file()


def test_without_the_key_all_acts_go_out_and_the_next_release_makes_up_for_it(office: Office, tmp_path: Path) -> None:
    """A correction has no commitment until the key is there again; both verifiers take that and say so."""
    office.project.change(FILE_A, "的统计资料。\n调查数据", "的统计资料（已核实）。\n调查数据")
    told = office.run("correct", A, "--reason", "录入错误", "--approver", "示例局长", "--as-of", "2026-01-05", "--settings", "settings.py",
                      "--matches-original")  # fmt: skip
    assert "更正" in told
    told = office.publish("--acts-only", env={"DISCLOSURE_SALT_KEY": ""})
    assert "下次用密钥发布时补记" in told
    assert not (office.out / "current" / A / "record.salt").exists()
    assert (office.out / "current" / B / "record.salt").exists(), "what is unchanged keeps its salt"
    told = office.run("verify", str(office.out / "current"))
    assert "2 条发布时没有密钥，台账里还没有承诺值" in told and "没有发现问题" in told
    old = tmp_path / "old"
    shutil.copytree((office.out / "current").resolve(), old)
    program = [str(office.out / "current/verify/verify.py"), str(old)]
    done = subprocess.run(["python3", *program], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0 and "其中 2 条发布时没有密钥" in done.stdout, done.stdout
    office.commit()
    assert "记台账要有密钥" in office.publish(code=2, env={"DISCLOSURE_SALT_KEY": ""})
    told = office.publish()
    assert "第 3 次发布" in told
    events = [json.loads(line)["event"] for line in office.page("ledger.jsonl").splitlines()]
    assert events[-2:] == ["补记", "补记"]
    assert "没有承诺值" not in office.run("verify", str(office.out / "current"), "--previous", str(old))
