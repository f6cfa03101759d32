"""Reads the reviewers' names out of a legal review. Names are compared and never printed."""

from __future__ import annotations

import re

REVIEWER = "法制审核人员"
#: Not 和: it occurs in names.
_BETWEEN = re.compile(r"[、，,；;/\s]+")


def named(text: str) -> frozenset[str]:
    """The names in ``法制审核.人员``."""
    return frozenset(part for part in _BETWEEN.split(text) if part)
