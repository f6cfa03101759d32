"""The same project published by command to every kind of target: withdrawn text leaves each of them, and none brings it back."""

from __future__ import annotations

import subprocess
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.e2e.portal import PUBLIC, Portal, withdrawal

pytestmark = [pytest.mark.slow, pytest.mark.servers]

#: Stands in the withdrawn decision alone.
SECRET = "示例化工有限公司"


def everything(folder: Path) -> str:
    """The text of all files below a folder, those in zip files too."""
    found = []
    for file in folder.rglob("*"):
        if file.is_file() and zipfile.is_zipfile(file) and file.suffix == ".zip":
            with zipfile.ZipFile(file) as archive:
                found += [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
        elif file.is_file():
            found.append(file.read_text("utf-8", "replace"))
    return "\n".join(found)


@pytest.fixture(params=["ssh", "zip", "rclone"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, Callable[[], str]]:
    """A target, and all the text that it holds."""
    root = tmp_path / "target"
    if request.param == "ssh":
        return request.getfixturevalue("ssh").address(root), lambda: everything(root)
    if request.param == "zip":
        return f"zip:{root}/zfgs.zip", lambda: everything(root)
    store = request.getfixturevalue("store")

    def fetched() -> str:
        subprocess.run(["rclone", "sync", store, str(root)], check=True, capture_output=True)
        return everything(root)

    return f"rclone:{store}", fetched


def test_withdrawn_text_leaves_the_target(place: tuple[str, Callable[[], str]], tmp_path: Path) -> None:
    target, held = place
    site = Portal(tmp_path, tmp_path, target)
    site.first()
    assert SECRET in held()
    site.write(*withdrawal(PUBLIC, date(2026, 9, 1)))
    site.commit()
    done = site.disclosure("publish", "--to", target)
    assert done.returncode == 0, done.stdout + done.stderr
    now = held()
    assert SECRET not in now
    assert "误发，撤下核对" in now
    refused = site.disclosure("rollback", "--to", target)
    assert refused.returncode != 0
    assert SECRET not in held()
    status = site.disclosure("status", "--to", target, "--max-age", "1")
    assert status.returncode == 0
    assert "第 2 次发布" in status.stdout
    same = site.disclosure("publish", "--to", target)
    assert "内容没有变化" in same.stdout


def test_a_lost_server_is_made_again_from_the_ledger(tmp_path: Path) -> None:
    site = Portal(tmp_path, tmp_path, str(tmp_path / "old"))
    site.first()
    site.write(*withdrawal(PUBLIC, date(2026, 9, 1)))
    site.commit()
    assert site.disclosure("publish", "--to", site.target).returncode == 0
    new = tmp_path / "new"
    new.mkdir()
    (new / "ledger.jsonl").write_bytes((tmp_path / "old/ledger.jsonl").read_bytes())
    done = site.disclosure("publish", "--to", str(new))
    assert done.returncode == 0, done.stdout + done.stderr
    assert (new / "current").readlink().name.startswith("3-")
    assert (new / "ledger.jsonl").read_bytes().startswith((tmp_path / "old/ledger.jsonl").read_bytes())
    assert site.disclosure("verify", str(new / "current"), "--previous", str(tmp_path / "old/current")).returncode == 0
