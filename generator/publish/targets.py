"""Which kind of target a text names: every kind in one place."""

from __future__ import annotations

from pathlib import Path

from generator.publish.folder import FolderTarget
from generator.publish.target import Target


def target_of(spec: str) -> Target:
    """The target that ``--to`` names. Raises :class:`generator.writing.stage.Refusal` if no kind of target is written so."""
    return FolderTarget(Path(spec))
