"""The commands end to end, on a project in git: publish, relief in spite of errors, the takedown drill, verify, roll back, report."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.build.stranger import NOBODY, another_user, give
from tests.deploy.servers import public_folder
from tests.publish.office import DAY, ENVIRONMENT, FILE_B, A, B, Office, new_office, party
from tests.publish.things import texts


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A project of some decisions. The tests below follow each other like days."""
    return new_office(tmp_path_factory.mktemp("office"))


@pytest.mark.slow
def test_the_first_release_is_sound(office: Office) -> None:
    assert "没有发现问题" in office.run("verify", str(office.out / "current"))
    told = office.run("verify", str(office.out / "current"), "--content", "content", "--settings", "settings.py", "--as-of", DAY)
    assert "没有发现问题" in told
    commit = subprocess.run(["git", "rev-parse", "HEAD"], cwd=office.root, capture_output=True, text=True, check=True).stdout.strip()
    status = json.loads(office.run("status", "--to", str(office.out), "--format", "json", "--as-of", DAY))
    assert (status["commit"], status["sequence"], status["age"], status["late"]) == (commit, 1, 0, False)
    assert f'href="../../{A}/record.json"' in office.page(f"{A}/index.html")
    assert "台账自" in office.page("verify/index.html")


@pytest.mark.slow
def test_a_build_with_the_ledger_gives_the_bytes_of_the_release(office: Office, tmp_path: Path) -> None:
    ledger = str(office.out / "ledger.jsonl")
    words = ("build", "--settings", "settings.py", "--as-of", DAY, "--output", str(tmp_path / "site"))
    office.run(*words, "--ledger", ledger)
    own = ("manifest.json", "ledger.jsonl", "record.salt")
    live = {path: data for path, data in files(office.out / "current").items() if path.rpartition("/")[2] not in own}
    assert files(tmp_path / "site") == live
    plain = ("-m", "pelican", "content", "-s", "settings.py", "-o", str(tmp_path / "plain"))
    subprocess.run(
        [sys.executable, *plain], cwd=office.root, check=True, capture_output=True,
        env=ENVIRONMENT | {"DISCLOSURE_LEDGER": ledger, "DISCLOSURE_AS_OF": DAY},
    )
    assert files(tmp_path / "plain") == live
    office.run(*words)
    assert "未标注" in (tmp_path / "site" / A / "index.html").read_text("utf-8")
    assert "没有台账文件" in office.run(*words, "--ledger", "nowhere", code=2)
    (tmp_path / "cut.jsonl").write_bytes(Path(ledger).read_bytes()[:-9])
    assert "最后一行不完整" in office.run(*words, "--ledger", str(tmp_path / "cut.jsonl"), code=2)


@pytest.mark.slow
def test_other_surroundings_give_the_same_release(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another place, zone, locale, umask, current folder, user, hash seed and number of processors, all at once."""
    environment = {"TZ": "America/Los_Angeles", "LC_ALL": "C", "PYTHONHASHSEED": "7", "LANG": "de_DE"}
    machine = "import os\nos.chdir('/')\nos.cpu_count = lambda: 1\n"
    # Below pytest's folder another user's git finds nothing.
    monkeypatch.setattr(tempfile, "tempdir", None)
    with public_folder() as root:
        clone, out = root / "克隆" / "x", root / "out"
        office.git("clone", "-q", str(office.root), str(clone))
        out.mkdir()
        give(out)
        (root / ".gitconfig").write_text("[safe]\n\tdirectory = *\n")
        where = ("--content", str(clone / "content"), "--settings", str(clone / "settings.py"))
        before = os.umask(0o077)
        try:
            office.run(
                "publish", "--to", str(out), "--as-of", DAY, *where, "--start-ledger", "--clean",
                env=environment | {"HOME": str(root)}, before=machine, prefix=another_user(),
            )
        finally:
            os.umask(before)
        assert (out / "current").resolve().stat().st_uid == (NOBODY if another_user() else os.geteuid())
        assert files(out / "current") == files(office.out / "current")


def files(root: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    root = root.resolve()
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in root.rglob("*") if file.is_file()}


@pytest.mark.slow
def test_uncommitted_work_is_not_published(office: Office) -> None:
    (office.root / "content/pages/about.md").write_text("Title: 关于\n\n改了。\n", "utf-8")
    assert "有没有提交的改动：content/pages/about.md" in office.publish(code=2)
    office.commit()
    assert "第 2 次发布" in office.publish()


@pytest.mark.slow
def test_an_older_commit_does_not_replace_a_newer_one(office: Office) -> None:
    office.git("checkout", "-q", "HEAD~1")
    assert "线上的网站来自更新的提交" in office.publish(code=2)
    office.git("checkout", "-q", "-")


@pytest.mark.slow
def test_relief_is_not_stopped_by_errors_elsewhere(office: Office) -> None:
    name = party(office, FILE_B)
    assert texts(office.out, name)
    office.project.change(FILE_B.replace("2015", "2016"), "决定日期: 20", "决定日期: 二〇")
    assert "没有提交的改动" in office.publish(code=2)
    good = office.root / "content/withdrawals/2026/2026-001.yaml"
    good.parent.mkdir(parents=True)
    good.write_text(
        f"撤下对象: {B}\n事由: 误发\n撤下日期: {DAY}\n理由: 漏征求意见\n批准人: 示例局长\n示例: 是\n", "utf-8"
    )
    bad = good.with_name("2026-002.yaml")
    bad.write_text(f"撤下对象: penalties/shili-1999-001\n事由: 误发\n撤下日期: {DAY}\n理由: x\n批准人: 示例局长\n示例: 是\n", "utf-8")
    told = office.publish("--acts-only")
    assert "加 1 个文件：withdrawals/2026/2026-001.yaml" in told
    assert "这次没有发布 withdrawals/2026/2026-002.yaml" in told
    assert texts(office.out, name) == []
    assert (office.out / "current" / B / ".gone").is_file()
    assert "没有发现问题" in office.run("verify", str(office.out / "current"))
    bad.unlink()
    manifest = json.loads(office.page("manifest.json"))
    assert manifest["uncommitted"] == {"withdrawals/2026/2026-001.yaml": ""}


@pytest.mark.slow
def test_takedown_drill(office: Office) -> None:
    path = "content/penalties/2014/shili-2014-001.md"
    name = party(office, path)
    assert texts(office.out, name)
    assert "没有发布（--dry-run）" in office.takedown(A, "--dry-run")
    written = office.root / "content/withdrawals/2026/2026-002.yaml"
    assert not written.exists()
    told = office.takedown(A)
    assert "撤下：penalties/shili-2014-001" in told
    assert "撤下说明已写到 content/withdrawals/2026/2026-002.yaml" in told
    assert texts(office.out, name) == []
    assert "漏征求意见" in office.page(f"{A}/index.html")
    assert (office.out / "current" / A / ".gone").is_file()
    assert not (office.out / "current" / A / "record.salt").exists()
    assert "示例局长" not in "".join(file.read_text("utf-8") for file in (office.out / "current").resolve().rglob("*.html"))
    assert "没有发现问题" in office.run("verify", str(office.out / "current"))
    assert "看不到原文了" in office.takedown(A, code=2)
    assert "是一份撤下说明，不能撤下" in office.takedown("withdrawals/2026-001", code=2)
    assert "线上没有 penalties/shili-1999-001" in office.takedown("penalties/shili-1999-001", code=2)


@pytest.mark.slow
@pytest.mark.slow
def test_a_takedown_over_another_account_s_release_tells_what_is_left(tmp_path: Path) -> None:
    # As ``rmtree`` does with what the system does not let it remove.
    denied = (
        "import shutil\nreal = shutil.rmtree\n"
        "shutil.rmtree = lambda path, ignore_errors=False, **how: 'releases' in str(path) or real(path, ignore_errors, **how)\n"
    )
    told = new_office(tmp_path).takedown(A, code=5, before=denied)
    for words in ("已发布到", "有删不掉的旧版本：.1-", "chown", "尽快 git add"):
        assert words in told


@pytest.mark.slow
def test_a_takedown_that_breaks_off_says_how_it_goes_on(tmp_path: Path) -> None:
    office = new_office(tmp_path)
    denied = (
        "from generator.publish.folder import FolderTarget as T\n"
        "def begin(*_): raise PermissionError(13, 'denied', 'releases')\n"
        "T.begin = begin\n"
    )
    told = office.takedown(A, code=3, before=denied)
    assert "撤下说明已经写好，不用再运行 takedown" in told
    assert "已发布到" in office.publish("--acts-only")
    assert (office.out / "current" / A / ".gone").is_file()


def test_what_was_taken_down_stays_down(office: Office) -> None:
    written = office.root / "content/withdrawals/2026/2026-002.yaml"
    kept = written.read_bytes()
    office.git("checkout", "-q", "--", "content/penalties")
    written.unlink()
    office.commit()
    assert "已经公开的记录从网站上消失了：withdrawals/2026-002" in office.publish(code=2)
    written.write_bytes(kept)
    office.commit()
    assert "新增 0 个，改动 0 个，删除 0 个" in office.publish(), "one commit has it all now, and the release says so"
    assert json.loads(office.page("manifest.json"))["uncommitted"] == {}
    assert "内容没有变化" in office.publish()
    assert "以后撤下或者隐去过内容，不能退回去" in office.run("rollback", "--to", str(office.out), "--to-release", "1", code=2)


@pytest.mark.slow
def test_rollback_and_status(office: Office) -> None:
    (office.root / "content/pages/about.md").write_text("Title: 关于\n\n又改了。\n", "utf-8")
    office.commit()
    before = office.page("pages/about/index.html")
    office.publish()
    told = office.run("rollback", "--to", str(office.out))
    assert office.page("pages/about/index.html") == before
    assert "在内容仓库里也改回来" in told
    late = office.run("status", "--to", str(office.out), "--max-age", "1", "--as-of", "2026-01-09", code=1)
    assert "已经 4 天没有运行过发布" in late
    assert "没有发现问题" in office.run("verify", str(office.out / "current"))


def test_what_is_typed_wrong_is_told(office: Office, tmp_path: Path) -> None:
    assert "没有发布过" in office.run("status", "--to", str(tmp_path / "none"), code=2)
    assert "缺少 --to" in office.run("publish", code=2)
    assert "--keep 的值“0”不对" in office.publish("--keep", "0", code=2)
    assert "不是网址" in office.publish("--url", "example.gov.cn", code=2)
    assert "没有密钥文件" in office.publish("--sign-key", "nowhere", code=2)
    assert "不是发布的网站" in office.run("verify", str(tmp_path), code=2)
    short = office.run("publish", "--to", str(office.out), "--settings", "settings.py", code=2, env={"DISCLOSURE_SALT_KEY": "x"})
    assert "DISCLOSURE_SALT_KEY 太短" in short
