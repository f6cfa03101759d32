"""The kinds: one file each, found by walking this package. Nothing lists them by hand."""

from __future__ import annotations

import importlib
import pkgutil
import re
from functools import cache

from generator.model.record import Record, Stage


@cache
def all_kinds() -> tuple[type[Record], ...]:
    """Every kind, in the order of the site's sections."""
    found: list[type[Record]] = []
    for module_info in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{module_info.name}")
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, Record) and value.__module__ == module.__name__:
                found.append(value)
    return tuple(sorted(found, key=_rank))


def _rank(kind: type[Record]) -> tuple[int, int, str]:
    stages = list(Stage)
    stage = kind.KIND.stage
    return (len(stages) if stage is None else stages.index(stage), kind.KIND.order, kind.KIND.folder)


def kind_for(folder: str, stem: str = "") -> type[Record] | None:
    """The kind whose files live in ``folder`` under that stem, or None."""
    for kind in all_kinds():
        if kind.KIND.folder == folder and (not kind.KIND.stems or re.fullmatch(kind.KIND.stems, stem)):
            return kind
    return None


def folders() -> tuple[str, ...]:
    """The folders that hold records."""
    return tuple(dict.fromkeys(kind.KIND.folder for kind in all_kinds()))
