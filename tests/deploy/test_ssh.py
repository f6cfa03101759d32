"""Publishes through a real sshd and rsync: the steps of a release, and what breaks on the way."""

from __future__ import annotations

import os
import subprocess
import threading
from pathlib import Path

import pytest

from generator.publish import ssh as ssh_module
from generator.publish.programs import explained
from generator.publish.ssh import SshTarget
from generator.publish.target import MANIFEST, Survey
from generator.writing.stage import Busy, Refusal
from tests.deploy.machines import Machine
from tests.deploy.releases import ONE, TWO, digest, publish, write

pytestmark = pytest.mark.slow


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The target's folder, on the machine; its name has what shells stumble over."""
    return tmp_path / "发布 it's/$disclosure"


@pytest.fixture
def target(ssh: Machine, root: Path) -> SshTarget:
    """The target under test."""
    return SshTarget(ssh.address(root))


def pages(target: SshTarget, name: str) -> dict[str, str]:
    """The digests of a release's files but its manifest."""
    return {path: digest for path, digest in target.digests(name).items() if path != MANIFEST}


def test_a_first_release(target: SshTarget, root: Path, tmp_path: Path) -> None:
    assert target.survey() == Survey()
    files = {"index.html": "首页", "penalties/2020-001/index.html": "甲", "penalties/2020-001/.gone": ""}
    umask = os.umask(0o077)
    try:
        publish(target, ONE, write(tmp_path / "site", files))
    finally:
        os.umask(umask)
    assert target.survey() == Survey((ONE,), ONE)
    assert pages(target, ONE) == {path: digest(text) for path, text in files.items()}
    assert str((root / "current").readlink()) == f"releases/{ONE}"
    assert {oct(path.stat().st_mode)[-3:] for path in (root / "releases" / ONE).rglob("*")} == {"644", "755"}


def test_a_second_release_shares_what_did_not_change(target: SshTarget, root: Path, tmp_path: Path) -> None:
    site = write(tmp_path / "site", {"a.html": "甲", "b/c.html": "乙", "d.html": "旧"})
    publish(target, ONE, site)
    (site / "d.html").write_text("新新", "utf-8")
    publish(target, TWO, site, ONE, ("a.html", "b/c.html", "lost.html"))
    old, new = root / "releases" / ONE, root / "releases" / TWO
    assert (old / "b/c.html").stat().st_ino == (new / "b/c.html").stat().st_ino
    assert ((old / "d.html").read_text(), (new / "d.html").read_text()) == ("旧", "新新")
    assert target.survey() == Survey((ONE, TWO), TWO)
    target.remove(ONE)
    assert target.survey() == Survey((TWO,), TWO)
    assert (new / "a.html").read_text() == "甲"


def test_an_old_release_that_cannot_be_removed_stops_nothing(
    target: SshTarget, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = write(tmp_path / "site", {"a.html": "甲"})
    publish(target, ONE, site)
    publish(target, TWO, site, ONE)
    with monkeypatch.context() as patch:
        # As rm does with what belongs to another account.
        refusing = 'rm() { case "$*" in *removing*) return 1;; esac; command rm "$@"; }\n'
        for name in ("_REMOVE", "_LOCK"):
            patch.setattr(ssh_module, name, refusing + getattr(ssh_module, name))
        target.remove(ONE)
        assert target.survey() == Survey((TWO,), TWO, (f".{ONE}.removing",))
        publish(target, "3-cccccccccccc", site, TWO)
        assert target.survey() == Survey((TWO, "3-cccccccccccc"), "3-cccccccccccc", (f".{ONE}.removing",))
    with target.lock("测试"):
        assert target.survey() == Survey((TWO, "3-cccccccccccc"), "3-cccccccccccc")


def test_a_shared_file_is_never_written_through(target: SshTarget, root: Path, tmp_path: Path) -> None:
    site = write(tmp_path / "site", {"a.html": "甲"})
    publish(target, ONE, site)
    with target.lock("测试"):
        target.begin(TWO, ONE, ("a.html",))
        (site / "a.html").write_text("乙", "utf-8")
        target.put(TWO, site, ["a.html"])
        assert target.digests(TWO) == {"a.html": digest("乙")}
    assert (root / "current/a.html").read_text() == "甲"


def test_a_flipped_byte_and_a_planted_link_are_seen(target: SshTarget, root: Path, tmp_path: Path) -> None:
    publish(target, ONE, write(tmp_path / "site", {"a.html": "甲", "b.html": "乙"}))
    (root / "releases" / ONE / "a.html").write_text("丙", "utf-8")
    (root / "releases" / ONE / "b.html").unlink()
    (root / "releases" / ONE / "b.html").symlink_to("a.html")
    assert pages(target, ONE) == {"a.html": digest("丙"), "b.html": "link:a.html"}


def test_small_files_are_replaced_and_removed(target: SshTarget) -> None:
    with target.lock("测试"):
        for data in (b"1\n", b"\0\xff" * 100_000, b""):
            target.write("ledger.jsonl", data)
            assert target.read("ledger.jsonl") == data
        target.write("ledger.jsonl", None)
        target.write("ledger.jsonl", None)
        assert target.read("ledger.jsonl") is None
        assert target.read("releases/1-nogit/manifest.json") is None


def test_only_one_publisher_at_a_time(target: SshTarget, ssh: Machine, root: Path) -> None:
    with target.lock("张三，10点"):
        other = SshTarget(ssh.address(root))
        with pytest.raises(Busy, match="张三，10点"), other.lock("李四"):
            pass
    with SshTarget(ssh.address(root)).lock("李四"):
        pass


def test_the_lock_of_a_killed_publisher_ends(target: SshTarget, ssh: Machine, root: Path) -> None:
    with target.lock("甲"):
        target._holder.kill()
        target._holder.wait()
        with pytest.raises(Refusal, match="连接断了"):
            target.begin(ONE, None, ())
    for _ in range(50):
        try:
            with SshTarget(ssh.address(root)).lock("乙"):
                return
        except Busy:
            threading.Event().wait(0.1)
    pytest.fail("the lock outlives its publisher")


@pytest.fixture
def rsync_log(ssh: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An rsync in front of the real one that says which files it sends."""
    log, folder = tmp_path / "sent.log", tmp_path / "bin"
    folder.mkdir()
    (folder / "rsync").write_text(f'#!/bin/sh\nexec /usr/bin/rsync --out-format="%n" --log-file=/dev/null "$@" | tee -a {log}\n')
    (folder / "rsync").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    return log


def test_half_an_upload_is_resumed(target: SshTarget, root: Path, tmp_path: Path, rsync_log: Path) -> None:
    site = write(tmp_path / "site", {f"p/{number}.html": "文" * number for number in range(1, 9)})
    with target.lock("测试"):
        target.begin(ONE, None, ())
        target.put(ONE, site, [f"p/{number}.html" for number in range(1, 6)])
    assert target.survey().releases == ()
    (site / "p/5.html").write_text("改", "utf-8")
    rsync_log.unlink()
    publish(target, TWO, site)
    sent = {line for line in rsync_log.read_text().splitlines() if line.endswith(".html")}
    assert sent == {f"p/{number}.html" for number in (5, 6, 7, 8)}
    assert pages(target, TWO) == {f"p/{n}.html": digest("改" if n == 5 else "文" * n) for n in range(1, 9)}
    assert sorted(path.name for path in (root / "releases").iterdir()) == [TWO]


def test_an_upload_that_breaks_off_leaves_the_old_release(
    target: SshTarget, ssh: Machine, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = write(tmp_path / "site", {"a.html": "甲"})
    publish(target, ONE, site)
    broken = tmp_path / "bin"
    broken.mkdir()
    # The transfer's own connection is cut after a hundred bytes in the direction of the server.
    (broken / "ssh").write_text(
        f'#!/bin/sh\ncase "$*" in *"rsync --server"*) head -c 100 | {ssh.bin}/ssh "$@";; *) exec {ssh.bin}/ssh "$@";; esac\n'
    )
    (broken / "ssh").chmod(0o755)
    monkeypatch.setenv("PATH", f"{broken}:{os.environ['PATH']}")
    (site / "big.html").write_text("文" * 200_000, "utf-8")
    with pytest.raises(Refusal, match="连接断了") as refused:
        publish(target, TWO, site, ONE, ("a.html",))
    assert "网站仍是原来的版本" in refused.value.hint
    assert target.survey()[:2] == ((ONE,), ONE)
    assert (root / "current/a.html").read_text() == "甲"


def test_a_ledger_that_arrives_half_takes_no_place(
    target: SshTarget, ssh: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with target.lock("测试"):
        target.write("ledger.jsonl", b"whole\n")
        broken = tmp_path / "bin"
        broken.mkdir()
        (broken / "ssh").write_text(f'#!/bin/sh\nhead -c 7 | {ssh.bin}/ssh "$@"\n')
        (broken / "ssh").chmod(0o755)
        monkeypatch.setenv("PATH", f"{broken}:{os.environ['PATH']}")
        with pytest.raises(Refusal, match="连接断了"):
            target.write("ledger.jsonl", b"whole\nand more\n")
        assert target.read("ledger.jsonl") == b"whole\n"


def test_what_is_not_ours_is_refused_untouched(target: SshTarget, root: Path) -> None:
    root.mkdir(parents=True)
    (root / "index.php").write_text("portal")
    with pytest.raises(Refusal, match=r"index\.php"), target.lock("测试"):
        pass
    assert [path.name for path in root.iterdir()] == ["index.php"]
    (root / "index.php").unlink()
    (root / "current").mkdir()
    with pytest.raises(Refusal, match="current"):
        target.survey()


@pytest.mark.parametrize(
    ("address", "word"),
    [
        ("ssh://host", "看不懂"),
        ("ssh://host/", "看不懂"),
        ("ssh:///srv", "看不懂"),
        ("ssh://-oProxyCommand=x/srv", "看不懂"),
        ("ssh://-l@host/srv", "看不懂"),
        ("ssh://a:secret@host/srv", "不要写密码"),
    ],
)
def test_addresses_that_are_refused(address: str, word: str) -> None:
    with pytest.raises(Refusal, match=word) as refused:
        SshTarget(address)
    assert "secret" not in refused.value.message + refused.value.hint


def test_a_host_that_is_not_there(ssh: Machine) -> None:
    with pytest.raises(Refusal, match="找不到这台服务器"):
        SshTarget("ssh://host.invalid/srv/x").survey()
    with pytest.raises(Refusal, match="连不上"):
        SshTarget("ssh://127.0.0.1:9/srv/x").survey()


def test_a_host_that_nobody_vouched_for(ssh: Machine, root: Path) -> None:
    known = ssh.work / "known_hosts"
    kept = known.read_text()
    try:
        known.write_text("")
        with pytest.raises(Refusal, match="没有确认过"):
            SshTarget(ssh.address(root)).survey()
    finally:
        known.write_text(kept)


def test_a_key_that_is_not_admitted(ssh: Machine, root: Path) -> None:
    with pytest.raises(Refusal, match="不接受发布账户的密钥"):
        SshTarget(ssh.address(root).replace("ssh://", "ssh://nobody-").replace("@", "x@")).survey()


def test_a_place_where_nobody_may_write(ssh: Machine) -> None:
    with pytest.raises(Refusal, match="没有成功"), SshTarget(ssh.address(Path("/proc/self/x"))).lock("测试"):
        pass


@pytest.mark.parametrize(
    ("printed", "meaning"),
    [
        ("mkdir: cannot create directory ‘/srv/x’: Permission denied", "没有写的权限"),
        ("rsync: [receiver] mkstemp failed: Read-only file system (30)", "没有写的权限"),
        ("a@h: Permission denied (publickey).", "不接受发布账户的密钥"),
        ("rsync: write failed: No space left on device (28)\nrsync error: connection unexpectedly closed", "磁盘满了"),
        ("sh: 1: rsync: not found\nrsync error: connection unexpectedly closed", "缺少发布要用的程序"),
        ("bash: line 1: rsync: command not found", "缺少发布要用的程序"),
        ("client_loop: send disconnect: Broken pipe", "连接断了"),
        ("something else", "something else"),
        ("", "没有说明原因"),
    ],
)
def test_failures_are_explained(printed: str, meaning: str) -> None:
    refused = explained("ssh://h/x", printed)
    assert meaning in refused.message
    assert refused.hint


@pytest.mark.parametrize("name", ["ssh", "rsync"])
def test_a_missing_program(name: str, target: SshTarget, ssh: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = write(tmp_path / "site", {"a.html": "甲"})
    monkeypatch.setenv("PATH", str(ssh.bin if name == "rsync" else tmp_path))
    with pytest.raises(Refusal, match=f"没有 {name}") as refused:
        target.put(ONE, site, ["a.html"])
    assert "sudo apt install" in refused.value.hint


def test_the_system_s_rsync_is_there() -> None:
    assert subprocess.run(["rsync", "--version"], capture_output=True, check=False).returncode == 0
