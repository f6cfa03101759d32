"""Counts records for the public: samples apart, because to add what is invented to what happened would make the number a lie.

Which records are counted is for those who ask.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

from generator.model.record import Record
from generator.render.inline import Count

PIECES = " 件"
LISTS = " 份"
NONE = Count(0)


def count_of(records: Iterable[Record], unit: str = "") -> Count:
    """How many records there are."""
    samples = [record.is_sample for record in records]
    return Count(len(samples) - sum(samples), sum(samples), unit)


def sum_of(counts: Iterable[Count], unit: str = "") -> Count:
    """All counts together."""
    return reduce(_plus, counts, Count(0, 0, unit))


def _plus(one: Count, other: Count) -> Count:
    return one._replace(real=one.real + other.real, samples=one.samples + other.samples)


def is_any(count: Count) -> bool:
    """Whether there is one at all."""
    return count.real + count.samples > 0
