"""How a text is typed in YAML so that the reader reads just this text: plain if it can be, else in quotes. It knows no keys."""

from __future__ import annotations

import json

from generator.reading.yaml_text import parse


def typed(value: str, *, in_flow: bool = False) -> str:
    """``value`` as a scalar on one line. ``in_flow``: it will stand within braces or brackets, where a comma ends a value."""
    frame = "{{k: {}, n: [{}]}}" if in_flow else "{}"
    said = {"k": value, "n": [value]} if in_flow else value
    for form in (value, "'" + value.replace("'", "''") + "'"):
        if value and "\n" not in value and parse(f"v: {frame.format(form, form)}\n") == ({"v": said}, ()):
            return form
    return json.dumps(value, ensure_ascii=False)
