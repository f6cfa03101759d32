"""Every transcript in ``transcripts/`` plays exactly as it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli.program import COMMANDS
from tests.cli.transcripts import play
from tests.conftest import Golden

FOLDER = Path(__file__).parent / "transcripts"
CASES = sorted(FOLDER.glob("*.txt"))


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_transcript(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], golden: Golden
) -> None:
    monkeypatch.chdir(tmp_path)
    golden(case, play(case.read_text("utf-8"), capsys))


def test_every_command_has_transcripts() -> None:
    commands = {
        line.split()[2]
        for case in CASES
        for line in case.read_text("utf-8").splitlines()
        if line.startswith("$ disclosure ") and not line.split()[2].startswith("-")
    }
    assert set(COMMANDS) <= commands
