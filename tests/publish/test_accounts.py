"""Two accounts on one target: what root makes is handed over, and what cannot be removed is told and stops nothing."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from generator.publish.publishing import LEFT_BEHIND
from tests.publish.things import Builder, Place, Thing, texts

SECRET = "示例甲的住址"


def _published(place: Place) -> set[tuple[int, int]]:
    """The numbers of every file, folder and link below the target, as the system knows them."""
    found = (path.lstat() for path in (place.root, *place.root.rglob("*")))
    return {(stat.st_dev, stat.st_ino) for stat in found}


def _belongs_to_another(patch: pytest.MonkeyPatch) -> None:
    """What ``rmtree`` does with what the system does not let it remove, for all in ``releases/``."""
    real = shutil.rmtree

    def rmtree(path: Any, ignore_errors: bool = False, **how: Any) -> None:
        if Path(path).parent.name != "releases":
            real(path, ignore_errors, **how)
        elif not ignore_errors:
            raise PermissionError(13, "denied", "index.html")

    patch.setattr(shutil, "rmtree", rmtree)


def test_what_root_makes_is_handed_over_to_the_account_whose_folder_it_is(
    live: Place, site: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: dict[tuple[int, int], tuple[int, int]] = {}

    def chown(path: Any, owner: int, group: int, *, dir_fd: int | None = None, follow_symlinks: bool = True) -> None:
        assert not follow_symlinks, "the account could have put a link there"
        stat = os.stat(path, dir_fd=dir_fd, follow_symlinks=False)
        given[stat.st_dev, stat.st_ino] = (owner, group)

    before = _published(live)
    site.things["penalties/2026-003"] = Thing(words="示例三")
    with monkeypatch.context() as patch:
        patch.setattr(os, "geteuid", lambda: 0)
        patch.setattr(os, "chown", chown)
        assert live.publish(site) == 0
    assert _published(live) - before <= given.keys()
    owner = live.root.stat()
    assert set(given.values()) == {(owner.st_uid, owner.st_gid)}
    assert live.problems() == []


def test_others_hand_nothing_over(live: Place, site: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    site.things["penalties/2026-003"] = Thing(words="示例三")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.delattr(os, "chown")
    assert live.publish(site) == 0


def test_an_old_release_that_cannot_be_removed_is_told_and_stops_nothing(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    site = Builder({"penalties/2026-001": Thing(words=SECRET), "penalties/2026-002": Thing()})
    place.publish(site)
    site.things["penalties/2026-001"] = Thing(standing="withdrawn", acts=("withdrawals/2026-001",))
    with monkeypatch.context() as patch:
        _belongs_to_another(patch)
        assert place.publish(site, is_relief=True) == LEFT_BEHIND
        assert [line for line in place.said if "删不掉" in line and ".1-000000000001.removing" in line]
        assert "chown" in place.said[-1]
        assert place.publish(site) == LEFT_BEHIND, "as long as it lies there"
        site.things["penalties/2026-002"] = Thing(standing="withdrawn", acts=("withdrawals/2026-002",))
        assert place.publish(site, is_relief=True) == LEFT_BEHIND
    assert place.problems() == []
    assert texts(place.live.resolve(), SECRET) == []
    assert texts(place.root, SECRET) != []
    assert place.publish(site) == 0
    assert texts(place.root, SECRET) == []


def test_what_another_account_left_half_done_is_not_in_the_way(live: Place, site: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    site.things["penalties/2026-003"] = Thing(words="示例三")
    stage = live.root / "releases" / f".2-{live.commits + 1:012x}.staging"
    (stage / "old").mkdir(parents=True)
    with monkeypatch.context() as patch:
        _belongs_to_another(patch)
        assert live.publish(site) == LEFT_BEHIND
    assert live.problems() == []
    assert not (Path(live.live.resolve()) / "old").exists()
