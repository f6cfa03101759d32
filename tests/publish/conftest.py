"""A place to publish to, empty or with a first release."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from tests.publish.things import Builder, Place, things


@pytest.fixture(autouse=True)
def _work_below_the_test_s_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A killed publisher leaves its work behind: not where other programs work."""
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(work))


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """An empty place."""
    return Place(tmp_path / "out")


@pytest.fixture
def site() -> Builder:
    """A site of two records."""
    return Builder(things())


@pytest.fixture
def live(place: Place, site: Builder) -> Place:
    """A place with a first release of the site."""
    assert place.publish(site) == 0
    return place
