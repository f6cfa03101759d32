"""The clerk's folder that the tests of acts work in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.office import Office
from tests.toy import copy_toy


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Office:
    """The toy register, committed, with its settings; the current folder."""
    monkeypatch.chdir(tmp_path)
    copy_toy(tmp_path)
    (tmp_path / "pelicanconf.py").write_text('DISCLOSURE_MAIN_BODY = "bodies/toy-tjj"\n', "utf-8")
    made = Office(tmp_path, capsys)
    made.commit()
    return made
