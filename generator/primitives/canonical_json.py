"""Writes a value as JSON in the one canonical form of RFC 8785, so that the same content always gives the same bytes.

It reads nothing; what goes into the value is for its callers.
"""

from __future__ import annotations

import rfc8785

#: What canonical JSON can hold. Figures are written as text: two programs may read one number differently.
Json = str | int | bool | None | list["Json"] | dict[str, "Json"]


def canonical(value: Json) -> bytes:
    """UTF-8, keys sorted, no blanks, no line break at the end."""
    return rfc8785.dumps(value)  # type: ignore[arg-type]
