"""Sample files of a kind as a clerk would leave them in the content folder."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Any

import yaml

from generator import flow
from generator.model.declaration import Privacy
from generator.model.draft import Draft
from generator.model.kinds import all_kinds
from generator.model.record import Lifecycle, Record
from generator.reading.tree import DirectoryTree
from generator.reports.schema import schema_name
from tests.render.samples import BODY, Maker, path_of

KINDS = all_kinds()
#: The kinds that the public sees.
SHOWN = tuple(kind for kind in KINDS if kind.KIND.stage is not None)
LISTS = tuple(kind for kind in KINDS if kind.KIND.lifecycle is Lifecycle.LIST)
ACTS = tuple(kind for kind in KINDS if kind.KIND.lifecycle is Lifecycle.ACT)


def name(value: object) -> str | None:
    """How a kind is called in a test's id; pytest names everything else."""
    return schema_name(value) if isinstance(value, type) and issubclass(value, Record) else None


def raw(kind: type[Record], *, bare: bool, start: int = 1) -> dict[str, Any]:
    """The raw values of a sample."""
    return Maker(count(start), bare).group(kind, (), Privacy.IDENTITY)


def text_of(kind: type[Record], data: dict[str, Any]) -> str:
    """The file that says ``data``, keys in the order of the mapping."""
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    return f"---\n{text}---\n\n{BODY}\n" if kind.KIND.prose else text


def drafted(kind: type[Record], text: str, root: Path) -> Draft:
    """The draft of a file with this text where the kind's files lie, read through the reading layer."""
    file = root / "content" / path_of(kind)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    (draft,) = flow.read(DirectoryTree(root / "content", "content")).drafts
    return draft
