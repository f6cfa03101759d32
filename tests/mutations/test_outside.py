"""Nothing is written outside the output, whatever a record holds: every write of the process is watched, and the disk looked at."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from hypothesis import settings

from generator import flow
from tests.mutations.memory import TOY, MemoryTree
from tests.mutations.operators import mutate
from tests.toy import AS_OF, SETTINGS

ROOT = Path(__file__).resolve().parents[2]
#: Sound mutations that are really built, and unsound ones that are only refused.
BUILT, REFUSED = (6, 12) if settings().max_examples <= 100 else (60, 120)
_CONF = """\
import sys
sys.path.insert(0, {root!r})
from pelicanconf import *
THEME = "theme"
DISCLOSURE_MAIN_BODY = "bodies/toy-tjj"
DISCLOSURE_OWNER = "示例市统计局"
DISCLOSURE_FOOTER = []
"""
PAGE = "pages/about.md"
#: What a hand that wants out of the folder would try.
MALICE = {
    "page saved elsewhere": {PAGE: TOY[PAGE].replace(b"Title:", b"Save_as: ../../evil.html\nTitle:")},
    "page with a slug that climbs": {PAGE: TOY[PAGE].replace(b"Slug: about", b"Slug: ../../../evil")},
    "page that asks for a file": {PAGE: TOY[PAGE] + b"\n[x]({static}/../settings.py)\n"},
}


def chosen() -> list[dict[str, bytes]]:
    """So many mutations that pass the check, and so many that do not."""
    sound: list[dict[str, bytes]] = []
    unsound: list[dict[str, bytes]] = []
    number = 0
    while len(sound) < BUILT or len(unsound) < REFUSED:
        files = mutate(TOY, Random(f"outside/{number}"))[1]
        number += 1
        wanted, most = (sound, BUILT) if flow.check(MemoryTree(files), SETTINGS, AS_OF).checked else (unsound, REFUSED)
        if len(wanted) < most:
            wanted.append(files)
    return sound + unsound


def lay(root: Path, number: int, files: dict[str, bytes]) -> str:
    """Write a content tree; its path below ``root``."""
    for path, data in files.items():
        file = root / f"case-{number}" / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return f"case-{number}/content"


def seen(root: Path) -> dict[str, tuple[int, int]]:
    """Every file and folder below ``root`` but the output, with its size and when it was last written."""
    return {
        path.relative_to(root).as_posix(): (path.lstat().st_size, path.lstat().st_mtime_ns)
        for path in sorted(root.rglob("*"))
        if path.relative_to(root).parts[0] != "site"
    }


def run(root: Path, contents: list[str]) -> subprocess.CompletedProcess[str]:
    """The watched process, with its home and its temporary folder under ``root`` too."""
    homes = {name: str(root / name.lower()) for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME")}
    environment = {**os.environ, **homes, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "tests.mutations.watched", str(root), *contents]
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, timeout=1200)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with settings, theme, home and temporary folder."""
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    (tmp_path / "settings.py").write_text(_CONF.format(root=str(ROOT)), "utf-8")
    for name in ("home", "tmpdir", "xdg_cache_home"):
        (tmp_path / name).mkdir()
    return tmp_path


@pytest.mark.hypothesis
@pytest.mark.slow
def test_nothing_is_written_outside_the_output(office: Path) -> None:
    trees = [*(TOY | files for files in MALICE.values()), *chosen()]
    contents = [lay(office, number, files) for number, files in enumerate(trees)]
    before = seen(office)
    done = run(office, contents)
    assert [line for line in done.stderr.splitlines() if line.startswith("outside: ")] == []
    assert "Traceback" not in done.stdout + done.stderr
    assert seen(office) == before
    codes = [line for line in done.stdout.splitlines() if line.startswith("codes ")]
    assert len(codes) == len(contents), done.stderr
    assert codes.count("codes 0 0") >= BUILT // 2, codes
    assert codes.count("codes 1 1") >= REFUSED, codes


def test_a_write_outside_would_be_told(office: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from tests.mutations.watched import watch; root = Path(sys.argv[1]); watch(root);"
        "(root / 'site').mkdir(); (root / 'site/a').write_text('a'); (root / 'b').write_text('b'); (root / 'site/a').rename(root / 'c')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(office)], cwd=office, env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=True,
    )
    assert done.stderr.splitlines() == [f"outside: {office.resolve() / name}" for name in ("b", "c")]
