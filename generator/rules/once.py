"""Makes a table of a register once, however many rules ask for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from generator.model.register import Register

T = TypeVar("T")


def once_per_register(build: Callable[[Register], T]) -> Callable[[Register], T]:
    """Keep what ``build`` makes of a register for as long as the register lives."""
    kept: WeakKeyDictionary[Register, T] = WeakKeyDictionary()

    @wraps(build)
    def lookup(register: Register) -> T:
        try:
            return kept[register]
        except KeyError:
            made = kept[register] = build(register)
            return made

    return lookup
