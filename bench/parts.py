"""Runs a part of what a command does, for the measure alone: reading without a rule, or building without the suppression proof.

``python -m bench.parts read CONTENT`` and ``python -m bench.parts build …`` with the options of the command. No command has such a
switch: what is published is always checked and always searched.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from generator import flow
from generator.model.site import Trace
from generator.reading.tree import DirectoryTree


class NoProof:
    """Stands where the proof does, and looks at nothing."""

    def __init__(self, *_: Any) -> None:
        """Take what the proof takes."""

    @staticmethod
    def hidden(_checked: Any) -> tuple[()]:
        """Hide nothing."""
        return ()

    def search(self, _path: str, _data: bytes) -> Iterator[Trace]:
        """Find nothing."""
        return iter(())

    def settled(self, _traces: Iterable[Trace]) -> tuple[Trace, ...]:
        """Nothing was found."""
        return ()


def read(content: str) -> None:
    """Read and bind as ``disclosure check`` does before its rules, and end as it ends."""
    flow.read(DirectoryTree(Path(content), "content"), os.cpu_count() or 1)
    os._exit(0)


def build() -> None:
    """``disclosure build`` with the words of the command line, but for the search for what must not appear."""
    from generator.cli.main import run
    from generator.plugin import site

    site.Proof = NoProof  # type: ignore[assignment, misc]
    run()


if __name__ == "__main__":
    if sys.argv[1:2] == ["read"]:
        read(*sys.argv[2:])
    else:
        build()
