"""Thirty commits and more, one after the other, through ``check --base`` and ``build``: findings and pages as each step says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.history.replay import STEPS, Player, Step


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Step]]:
    """Every step, played in its order in one repository."""
    folder = tmp_path_factory.mktemp("history")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        player = Player(folder)
        yield {file.stem: player.play(file) for file in STEPS}


@pytest.mark.parametrize("name", [file.stem for file in STEPS])
def test_step(name: str, history: dict[str, Step]) -> None:
    step = history[name]
    assert step.wrong == []
    assert step.committed
    assert step.asserted


def test_there_are_thirty_commits_and_many_refusals(history: dict[str, Step]) -> None:
    assert sum(step.committed for step in history.values()) >= 30
    assert sum(step.refused for step in history.values()) >= 15
