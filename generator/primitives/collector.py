"""Lets the garbage collector rest while much is made that holds no cycles. Frees nothing."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def resting_collector(*, kept: bool = False) -> Iterator[None]:
    """The collector would walk over what is made here again and again. ``kept``: it stays to the end of the run.

    What is kept is set aside from the collector: it would walk over it at once when it starts again, and copy all of it in each process
    that is forked from this one.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            if kept:
                gc.freeze()
            gc.enable()
