"""What tests of attachments ask of a content."""

from __future__ import annotations

import tracemalloc

from generator.model.draft import AttachmentContent
from generator.reading.attachments import content_of


def codes(content: AttachmentContent) -> list[str]:
    """The codes of its faults."""
    return [fault.code for fault in content.faults]


def texts(content: AttachmentContent) -> dict[str, str]:
    """Its texts by place."""
    return {fragment.place: fragment.text for fragment in content.fragments}


def in_bounds(data: bytes) -> list[str]:
    """The faults; Python's share of the memory stays below what a real file may take."""
    tracemalloc.start()
    try:
        found = codes(content_of(data))
        assert tracemalloc.get_traced_memory()[1] < 150_000_000
    finally:
        tracemalloc.stop()
    return found
