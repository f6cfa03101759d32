"""What every target promises, asked of each kind that is not a plain folder or ssh: the zip file and the object store."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from generator.publish.archive import ArchiveTarget
from generator.publish.folder import FolderTarget
from generator.publish.object_store import StoreTarget
from generator.publish.ssh import SshTarget
from generator.publish.target import Survey, Target
from generator.publish.targets import target_of
from generator.writing.stage import Busy, Refusal
from tests.deploy.releases import ONE, TWO, digest, manifest, publish, write

pytestmark = pytest.mark.slow


@pytest.fixture(params=["folder", "zip", "rclone"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Target:
    """Each kind in turn, empty."""
    if request.param == "rclone":
        return target_of(f"rclone:{request.getfixturevalue('store')}")
    return target_of(f"zip:{tmp_path}/out.zip" if request.param == "zip" else str(tmp_path / "out"))


def test_releases_come_and_go(target: Target, tmp_path: Path) -> None:
    assert target.survey() == Survey()
    assert target.read("ledger.jsonl") is None
    site = write(tmp_path / "site", {"index.html": "首页", "p/2020-001/index.html": "甲", "p/2020-002/index.html": "乙"})
    publish(target, ONE, site)
    assert target.survey() == Survey((ONE,), ONE)
    (site / "p/2020-001/index.html").write_text("撤下", "utf-8")
    write(site, {"p/2020-001/.gone": ""})
    publish(target, TWO, site, ONE, ("index.html", "p/2020-002/index.html"))
    assert target.survey() == Survey((ONE, TWO), TWO)
    expected = {
        "index.html": digest("首页"),
        "p/2020-001/index.html": digest("撤下"),
        "p/2020-001/.gone": digest(""),
        "p/2020-002/index.html": digest("乙"),
        "manifest.json": hashlib.sha256(manifest(TWO)).hexdigest(),
    }
    assert target.digests(TWO) == expected
    assert target.read(f"releases/{TWO}/manifest.json") == manifest(TWO)
    with target.lock("测试"):
        target.remove(ONE)
    assert target.survey() == Survey((TWO,), TWO)
    assert target.digests(TWO) == expected


def test_a_release_that_was_not_finished_is_none(target: Target, tmp_path: Path) -> None:
    site = write(tmp_path / "site", {"a.html": "甲", "b.html": "乙"})
    with target.lock("测试"):
        target.begin(ONE, None, ())
        target.put(ONE, site, ["a.html", "b.html"])
    assert target.survey()._replace(left=()) == Survey()
    (site / "b.html").unlink()
    publish(target, ONE, site)
    assert set(target.digests(ONE)) == {"a.html", "manifest.json"}


def test_small_files_are_replaced_and_removed(target: Target) -> None:
    with target.lock("测试"):
        for data in (b"1\n", b"\0\xff" * 100_000, b""):
            target.write("ledger.jsonl", data)
            assert target.read("ledger.jsonl") == data
        target.write("ledger.jsonl", None)
        target.write("ledger.jsonl", None)
        assert target.read("ledger.jsonl") is None


def test_only_one_publisher_at_a_time(target: Target) -> None:
    with target.lock("张三，10点"), pytest.raises(Busy, match="张三，10点"), target.lock("李四"):
        pass
    with target.lock("李四"):
        pass


@pytest.mark.parametrize(
    ("spec", "kind"),
    [
        ("out", FolderTarget),
        ("./a:b", FolderTarget),
        ("/srv/x", FolderTarget),
        ("ssh://h/srv", SshTarget),
        ("zip:out/x.zip", ArchiveTarget),
        ("rclone:oss:bucket/x", StoreTarget),
    ],
)
def test_each_kind_is_written_its_own_way(spec: str, kind: type) -> None:
    assert type(target_of(spec)) is kind


@pytest.mark.parametrize("spec", ["ftp://h/x", "zip:", "zip:x.tar", "rclone:x", "rclone:/srv/x", "rclone:a,key=secret:b", "sftp:h"])
def test_what_no_target_is_written_like(spec: str) -> None:
    with pytest.raises(Refusal) as refused:
        target_of(spec)
    assert "写法" in refused.value.hint or "--to" in refused.value.hint
