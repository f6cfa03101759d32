"""Lists the comments of a YAML text, by a way of its own, so that a lost one is noticed. It does not know where they belong."""

from __future__ import annotations

from collections.abc import Iterator

from ruamel.yaml import YAML


def remarks(text: str) -> list[str]:
    """All comments, sorted: whatever begins with ``#`` between two tokens or behind the head of a block scalar."""
    return sorted(comment.rstrip() for part in _between_tokens(text) for comment in _comments(part))


def _between_tokens(text: str) -> Iterator[str]:
    at = 0
    for token in YAML(typ="safe", pure=True).scan(text):
        start, end = token.start_mark.index, token.end_mark.index
        if start > at:
            yield text[at:start]
        if getattr(token, "style", None) in ("|", ">"):
            yield text[start:end].partition("\n")[0]
        at = max(at, end)
    yield text[at:]


def _comments(part: str) -> Iterator[str]:
    for line in part.split("\n"):
        _, mark, comment = line.partition("#")
        if mark:
            yield mark + comment
