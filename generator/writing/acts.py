"""Makes the file of a new act: its running number, its place in the content folder, its canonical text. Writes nothing to disk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.model.record import Record
from generator.writing.canonical import canonical
from generator.writing.typed import typed

#: One key and what it says.
Said = tuple[str, str]


def act_path(paths: Iterable[str], folder: str, year: int) -> str:
    """``corrections/2026/2026-003.yaml``: the number after the highest one of the year among ``paths``.

    The paths are those of the tree and of its base, so that a number is not given twice, even if its file has gone.
    """
    form = re.compile(rf"{re.escape(folder)}/(?:\d{{4}}/)?{year}-(\d+)\.yaml", re.ASCII)
    taken = [int(found[1]) for path in paths if (found := form.fullmatch(path))]
    return f"{folder}/{year}/{year}-{max(taken, default=0) + 1:03d}.yaml"


def act_text(kind: type[Record], said: Iterable[Said], key: str = "", rows: Sequence[Sequence[Said]] = ()) -> str:
    """The canonical text of an act; ``rows`` are the lines of its table under ``key``, in the order of what they say."""
    lines = [f"{name}: {typed(value)}" for name, value in said]
    if rows:
        lines += [f"{key}:", *(f"  - {_row(row)}" for row in rows)]
    return canonical("\n".join(lines) + "\n", kind)


def _row(row: Sequence[Said]) -> str:
    return "{" + ", ".join(f"{name}: {typed(value, in_flow=True)}" for name, value in row) + "}"
