"""Replaces a file in one step: at every moment the old or the new text is there whole, never half of one.

Does not decide what is written, and never writes through a symbolic link.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path


def replace_text(path: Path, text: str) -> None:
    """Write ``text`` as UTF-8 to ``path``, which may be new; an existing file keeps its permissions.

    The text goes to a file in the same folder that is then renamed, so that a full disk or a power cut leaves the old file as it
    was. Raises ``OSError``; ``FileExistsError`` if something other than a plain file is at ``path``.
    """
    mode = _mode(path)
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(handle, "wb") as stream:
            if mode is not None:
                os.fchmod(stream.fileno(), mode)
            stream.write(text.encode("utf-8"))
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    _keep_name(path.parent)


def _mode(path: Path) -> int | None:
    try:
        found = path.lstat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found.st_mode):
        raise FileExistsError(f"not a plain file: {path}")
    return stat.S_IMODE(found.st_mode)


def _keep_name(folder: Path) -> None:
    """Make the rename itself durable."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
