"""How a judge says what it found: all of it, one finding a line, which an assertion would cut short."""

from __future__ import annotations

from collections.abc import Iterable

import pytest


def none_of(found: Iterable[str]) -> None:
    """Fail if anything was found."""
    lines = list(found)
    if lines:
        pytest.fail("\n".join([f"{len(lines)} findings", *lines]), pytrace=False)
