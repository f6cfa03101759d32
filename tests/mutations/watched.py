"""Run in a process of its own: checks and builds several contents, and tells every write of the process and its workers.

``python -m tests.mutations.watched ROOT CONTENT…``: every content is checked and built into ``ROOT/site``; each path that is
written, made, moved or removed outside of that folder (and of the stage beside it) is one line ``outside: PATH`` on stderr.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
#: Audit events with the positions of the paths that they change, and of the folder's descriptor that each is relative to.
CHANGES: dict[str, tuple[tuple[int, int | None], ...]] = {
    "os.mkdir": ((0, 2),),
    "os.remove": ((0, 1),),
    "os.rmdir": ((0, 1),),
    "os.rename": ((0, 2), (1, 3)),
    "os.link": ((1, 3),),
    "os.symlink": ((1, 2),),
    "os.truncate": ((0, None),),
    "os.chmod": ((0, None),),
    "os.utime": ((0, None),),
}
NOWHERE = {"/dev/null", "/dev/tty"}


def watch(root: Path) -> None:
    """Tell of every write outside the output, from now on and in all forked workers."""
    root = root.resolve()
    homes = [root / name for name in ("site", ".site.building", ".site.previous")]

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITES and not isinstance(arguments[0], int):
            tell(_place(arguments[0], None))
        for path, descriptor in CHANGES.get(event, ()):
            where = _place(arguments[path], arguments[descriptor] if descriptor is not None else None)
            # To make a folder that is there changes nothing.
            if not (event == "os.mkdir" and where.is_dir()):
                tell(where)

    def tell(where: Path) -> None:
        if str(where) not in NOWHERE and not any(where.is_relative_to(home) for home in homes):
            os.write(2, f"outside: {where}\n".encode())

    sys.addaudithook(hook)


def _place(path: Any, descriptor: int | None) -> Path:
    folder = Path(f"/proc/self/fd/{descriptor}").readlink() if descriptor is not None and descriptor >= 0 else Path.cwd()
    return Path(os.path.normpath(folder / os.fsdecode(path)))


def main(root: Path, contents: list[str]) -> None:
    """Check and build each content; the exit codes go to stdout, one line each."""
    from generator.cli.main import main as disclosure

    watch(root)
    for content in contents:
        common = ["--content", content, "--as-of", "2026-09-01", "--settings", str(root / "settings.py")]
        codes = disclosure(["check", *common]), disclosure(["build", *common, "--output", str(root / "site"), "--jobs", "2"])
        sys.stdout.write(f"codes {codes[0]} {codes[1]}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
