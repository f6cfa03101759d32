"""Makes a table of a register once, however many rules ask for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from generator.model.register import Register

T = TypeVar("T")


def once_per_register(build: Callable[[Register], T]) -> Callable[[Register], T]:
    """Keep what ``build`` makes of a register for as long as the register lives."""

    @wraps(build)
    def lookup(register: Register) -> T:
        tables = register.tables
        if build not in tables:
            tables[build] = build(register)
        return tables[build]

    return lookup
