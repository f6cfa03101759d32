"""One file of a content tree, which names are passed over, and which names are refused.

Does not look into any file.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.finding import Fault

#: Unicode categories that a name must not hold: controls, invisible format characters, surrogates (bytes that are not
#: UTF-8), private use, line and paragraph separators.
_REFUSED = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


class TreeError(Exception):
    """A whole tree cannot be read. Both texts are Chinese, for the clerk: what is wrong, and how to mend it."""

    def __init__(self, message_zh: str, hint_zh: str) -> None:
        super().__init__(message_zh)
        self.message_zh = message_zh
        self.hint_zh = hint_zh


@dataclass(frozen=True, slots=True)
class Entry:
    """A file, or what stands in the place of one.

    ``path`` is relative to the content root, with ``/``; characters that cannot be printed are escaped, and then there is
    a fault. ``size`` is in bytes. ``fault`` is ``symlink``, ``submodule``, ``special-file`` or ``path-unsafe`` (context
    ``reason``: ``dots``, ``backslash``, ``control``, ``not-utf8``, ``not-nfc``); such an entry is never read, and a folder
    with a fault is one entry.
    """

    path: str
    size: int
    fault: Fault | None = None


def is_passed_over(name: str) -> bool:
    """The one rule for files that are no content: a name that begins with ``.`` or ``~``, or ends with ``~``.

    ``.gitkeep``, ``.DS_Store``, ``.x.swp``, ``~$x.docx``, ``x.yaml~``; folders likewise, with all that they hold.
    """
    return name not in (".", "..") and (name.startswith((".", "~")) or name.endswith("~"))


def first_flaw(parts: Sequence[str]) -> Entry | None:
    """The entry of the first part of a path whose name is not safe."""
    for count, name in enumerate(parts, start=1):
        reason = _flaw(name)
        if reason is not None:
            path = "/".join(map(_printable, parts[:count]))
            return Entry(path, 0, Fault("path-unsafe", None, {"reason": reason}))
    return None


@lru_cache(maxsize=4096)
def _flaw(name: str) -> str | None:
    if name in ("", ".", ".."):
        return "dots"
    if any("\udc80" <= char <= "\udcff" for char in name):
        return "not-utf8"
    if any(unicodedata.category(char) in _REFUSED for char in name):
        return "control"
    if "\\" in name:
        return "backslash"
    return None if unicodedata.is_normalized("NFC", name) else "not-nfc"


def _printable(name: str) -> str:
    """Bytes that are not UTF-8 arrive as lone surrogates (PEP 383): ``\\xff``. Nothing here reaches a terminal raw."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(
        char.encode("unicode_escape").decode() if unicodedata.category(char) in _REFUSED else char
        for char in text
    )
