"""A place to publish to, empty or with a first release."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from tests.publish.office import Office, new_office
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


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A project published by command, once; the tests work on copies."""
    return new_office(tmp_path_factory.mktemp("first"))


@pytest.fixture
def office(first: Office, tmp_path: Path) -> Office:
    """A copy of its own."""
    return first.copy(tmp_path)
