"""Another user for a process: nobody, who may read what this one may, lest the interpreter lie where nobody can reach it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

NOBODY = 65534
#: Reading stays allowed: an interpreter below root's home could not start otherwise. Writing does not.
_PREFIX = (
    "setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--inh-caps=-all,+dac_read_search",
    "--ambient-caps=+dac_read_search", "--bounding-set=-all,+dac_read_search",
)


def another_user() -> tuple[str, ...]:
    """What a command line begins with to be run by nobody; empty where only one user can be had."""
    return _PREFIX if os.geteuid() == 0 and shutil.which("setpriv") else ()


def give(*folders: Path) -> None:
    """Let nobody write in these folders."""
    if another_user():
        for folder in folders:
            os.chown(folder, NOBODY, NOBODY)
