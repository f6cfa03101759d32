"""Fields that want more than a list of values: a flowchart is drawn, a draw can be repeated, articles lead to who cites them.

One module for each kind that has such fields, found by the kind's folder (``laws.py``, ``inspection_draws.py``). It offers ``FIELDS``: by
attribute, what prints the field; it is asked only for fields that may be shown. With ``SILENT`` it names attributes whose absence says
something, and is not a gap.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from generator.model.record import Record
from generator.render.values import Desk, Field
from generator.render.view_types import Section

#: ``print(record, value, desk)``: the sections for one filled field; none where another field's section tells it too.
PrintField = Callable[[Any, Any, Desk], list[Section]]


@cache
def _modules() -> Mapping[str, Any]:
    names = [info.name for info in pkgutil.iter_modules(__path__)]
    return {name: importlib.import_module(f"{__name__}.{name}") for name in names}


def _fields_of(kind: type[Record]) -> Mapping[str, PrintField]:
    return getattr(_module_of(kind), "FIELDS", {})


def _module_of(kind: type[Record]) -> Any:
    return _modules().get(kind.KIND.folder.replace("-", "_"))


def is_special(kind: type[Record], name: str) -> bool:
    """Whether the kind's own module prints the attribute."""
    return name in _fields_of(kind)


def is_silent(kind: type[Record], name: str) -> bool:
    """Whether nothing is said where the attribute is absent."""
    return name in getattr(_module_of(kind), "SILENT", ())


def special_sections(record: Record, field: Field, raw: Any, desk: Desk) -> list[Section]:
    """The sections that the kind's own module makes of a field."""
    return _fields_of(type(record))[field.name](record, raw, desk)
