"""Writes a value as JSON in the one canonical form of RFC 8785, so that the same content always gives the same bytes.

It reads nothing; what goes into the value is for its callers.
"""

from __future__ import annotations

import json

import rfc8785

#: What canonical JSON can hold. Figures are written as text: two programs may read one number differently.
Json = str | int | bool | None | list["Json"] | dict[str, "Json"]
#: Made once: ``json.dumps`` would make one for each value.
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def canonical(value: Json) -> bytes:
    """UTF-8, keys sorted, no blanks, no line break at the end."""
    text = _ENCODER.encode(value)
    # RFC 8785 orders keys by their UTF-16; only beyond the basic plane is that another order than that of the characters.
    is_basic = len(text.encode("utf-16-le")) == 2 * len(text)
    return text.encode() if is_basic else rfc8785.dumps(value)  # type: ignore[arg-type]
