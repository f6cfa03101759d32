"""Draws lots so that anyone can repeat the draw: method ``sha256-v1``. It knows nothing of records."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence


def draw(lots: Sequence[tuple[str, int]], seed: str, count: int) -> tuple[str, ...]:
    """Draw ``count`` lots without putting back; ``lots`` are (number, weight) pairs in their published order.

    Step k takes ``r = SHA-256(seed, newline, k) mod (sum of the remaining weights)``, the digest read as one whole number, and
    walks the remaining lots in order, subtracting weights, until ``r`` falls inside one. A lot of weight 0 is never drawn.
    Raises ValueError if fewer than ``count`` lots have a weight above 0.
    """
    remaining = [(number, weight) for number, weight in lots if weight > 0]
    if count > len(remaining):
        raise ValueError("fewer lots than are to be drawn")
    drawn = []
    for step in range(count):
        digest = hashlib.sha256(f"{seed}\n{step}".encode()).hexdigest()
        rest = int(digest, 16) % sum(weight for _, weight in remaining)
        index = 0
        while rest >= remaining[index][1]:
            rest -= remaining[index][1]
            index += 1
        drawn.append(remaining.pop(index)[0])
    return tuple(drawn)
