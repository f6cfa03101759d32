"""A disk that is full, whatever does not fit: the public sees one whole release, and the disk gets its space back."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.publish import folder as folder_module
from generator.publish.check import open_release
from generator.publish.folder import FolderTarget
from tests.publish.test_faults import SECRET, first_site, next_site
from tests.publish.things import Place, Thing, texts

pytestmark = pytest.mark.faults


@contextmanager
def full_disk(monkeypatch: pytest.MonkeyPatch, name: str) -> Iterator[None]:
    """Files of this name do not fit on the disk."""
    real = folder_module.write_new

    def write_new(file: Path, data: bytes) -> None:
        if name in (file.name, file.parent.name) or name == "*":
            file.write_bytes(data[: len(data) // 2])
            file.unlink()
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(file))
        real(file, data)

    with monkeypatch.context() as patch:
        patch.setattr(folder_module, "write_new", write_new)
        yield


@pytest.mark.parametrize("name", ["index.html", "ledger.jsonl", "manifest.json", ".draft", "*"])
def test_disk_full(place: Place, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    place.publish(first_site())
    before = place.files()
    with full_disk(monkeypatch, name), pytest.raises(OSError, match="No space left"):
        place.publish(next_site())
    assert place.files() == before
    assert not [entry for entry in (place.root / "releases").iterdir() if entry.name.startswith(".")], "the disk has its space back"
    assert place.publish(next_site()) == 0
    assert place.problems() == []


@pytest.mark.parametrize("nth", [2, 3])
def test_disk_full_while_the_ledger_is_written_after_the_switch(place: Place, monkeypatch: pytest.MonkeyPatch, nth: int) -> None:
    place.publish(first_site())
    real, calls = FolderTarget.write, [0]

    def write(target: FolderTarget, path: str, data: bytes | None) -> None:
        calls[0] += 1
        if calls[0] == nth:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)
        real(target, path, data)

    with monkeypatch.context() as patch:
        patch.setattr(FolderTarget, "write", write)
        with pytest.raises(OSError, match="No space left"):
            place.publish(next_site())
    assert open_release(place.live).manifest.sequence == 2
    assert place.problems() == []
    assert place.publish(next_site()) == 0
    assert (place.root / "ledger.jsonl").read_bytes() == place.files()["ledger.jsonl"]


@pytest.mark.parametrize("name", ["index.html", ".draft"])
def test_relief_takes_the_room_of_old_releases(place: Place, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    site = first_site()
    place.publish(site)
    site.things["penalties/2026-003"] = Thing()
    place.publish(site)
    real = folder_module.write_new

    def write_new(file: Path, data: bytes) -> None:
        if list((place.root / "releases").glob("1-*")) and file.name == name:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(file))
        real(file, data)

    later = next_site()
    later.things["penalties/2026-002"] = Thing(words="更正了", standing="corrected", acts=("corrections/2026-001",))
    with monkeypatch.context() as patch:
        patch.setattr(folder_module, "write_new", write_new)
        with pytest.raises(OSError, match="No space left"):
            place.publish(later)
        assert place.publish(later, is_relief=True) == 0
    assert "磁盘已满：为了发布更正、撤下，删除了以前的版本，只留线上的" in place.said
    assert place.problems() == []
    assert texts(place.root, SECRET) == []
