"""Holds the code to docs/architecture.md, and every check of tests/architecture.py to a planted fault.

A check must find nothing in the repository and in a sound sample tree, and exactly the one fault planted
in that tree, so that none can pass by seeing nothing.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.architecture import (
    CHECKS,
    MAX_LINES,
    Check,
    later_layers,
    layer_order,
    leftovers,
    long_files,
    machine_traces,
    missing_docstrings,
    sole_importers,
    wall_clock,
)

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("check", CHECKS)
def test_repository(check: Check) -> None:
    assert check(ROOT) == []


#: A tree without fault, with the near misses of every check.
SOUND = {
    "docs/architecture.md": """
| Layer | Holds | Imports alone |
|---|---|---|
| `finding.py` | words | |
| `primitives/` | days | |
| `reading/` | files | `yaml` |
| `publish/` | *Later*: releases | |
| `plugin.py` | the adapter | `pelican` |

After the table.
""",
    "generator/__init__.py": '"""The package."""\n__version__ = "1"\n',
    "generator/finding.py": '"""Words."""\nfrom generator import __version__\n',
    "generator/primitives/clock.py": '"""The clock."""\nfrom datetime import date\nTODAY = date.today\n',
    "generator/reading/files.py": '"""Files."""\nimport yaml\nfrom ..finding import Span\nfrom . import b',
    "generator/reading/b.py": (
        '"""Measures time, keeps a private helper bare."""\nimport time\nSTART = time.perf_counter()\n'
        "def _helper(): ...\nPLACEHOLDERS = 'TODO'\ntry: ...\nexcept NotImplementedError: ...\n"
    ),
    "generator/plugin.py": '"""Adapter."""\nfrom pelican import signals\nfrom generator.reading import files',
    "tests/test_x.py": '"""A test."""\ndef test_x(): assert True\n',
    "tests/__init__.py": "",
    "theme/page.html": "<p>https://example.org/tmp/x</p>\n" * MAX_LINES,
}
PLANTED: list[tuple[Check, str, str, str]] = [
    (
        layer_order,
        "generator/finding.py",
        "import generator.plugin",
        "finding.py:1: imports generator.plugin",
    ),
    (layer_order, "generator/finding.py", "from generator import reading", ":1: imports generator.reading,"),
    (
        layer_order,
        "generator/primitives/a.py",
        "def f():\n from ..reading import files",
        "a.py:2: imports generator.r",
    ),
    (layer_order, "generator/reading/a.py", "from .. import plugin", "a.py:1: imports generator.plugin"),
    (layer_order, "generator/__init__.py", "from generator.finding import Span", "__init__.py:1: imports"),
    (layer_order, "generator/finding.py", "m.import_module('generator.plugin')", "imports generator.plugin"),
    (layer_order, "generator/extra/a.py", "", "generator/extra/a.py: no row"),
    (later_layers, "generator/publish/a.py", "", "publish: the table says later"),
    (later_layers, "generator/plugin.py", "", "plugin: the table says built"),
    (
        sole_importers,
        "generator/finding.py",
        "import yaml.events",
        "finding.py:1: imports yaml.events, which",
    ),
    (sole_importers, "generator/reading/a.py", "from pelican.utils import x", "only plugin may"),
    (
        wall_clock,
        "generator/finding.py",
        "import datetime as d\nd.datetime.now()",
        ":2: reads the wall clock",
    ),
    (wall_clock, "generator/finding.py", "from datetime import datetime as D\nD.utcnow()", "utcnow"),
    (wall_clock, "generator/primitives/a.py", "from datetime import date\nf = date.today", "a.py:2: reads"),
    (wall_clock, "generator/finding.py", "from time import time\ntime()", "finding.py:2: reads"),
    (wall_clock, "generator/finding.py", "import time\ntime.localtime()", "time.localtime"),
    (long_files, "generator/finding.py", "\n" * (MAX_LINES + 1), "generator/finding.py: 301 lines"),
    (long_files, "theme/page.html", "\n" * (MAX_LINES + 1), "theme/page.html: 301 lines"),
    (long_files, "theme/static/page.css", "\n" * (MAX_LINES + 1), "theme/static/page.css: 301 lines"),
    (missing_docstrings, "generator/finding.py", "x = 1", "generator/finding.py: no module docstring"),
    (missing_docstrings, "generator/__init__.py", "", "generator/__init__.py: no module docstring"),
    (missing_docstrings, "tests/test_x.py", "x = 1", "tests/test_x.py: no module docstring"),
    (missing_docstrings, "generator/finding.py", '"""M."""\ndef f(): ...', ":2: f has no docstring"),
    (
        missing_docstrings,
        "generator/finding.py",
        '"""M."""\nclass C:\n "C"\n def f(self): ...',
        ":4: f has no",
    ),
    (leftovers, "generator/finding.py", "x = 1  # TODO: later", "generator/finding.py:1: # TODO"),
    (
        leftovers,
        "tests/test_x.py",
        "@pytest.mark.skipif(x)\ndef test_x(): ...",
        "tests/test_x.py:1: pytest.mark",
    ),
    (leftovers, "generator/finding.py", "raise NotImplementedError('x')", "finding.py:1: raises"),
    (machine_traces, "docs/a.md", "see /h0me/someone/x".replace("0", "o"), "docs/a.md: /h"),
    (machine_traces, "new.lock", "https://pyp1.org/simple".replace("1", "i"), "new.lock: pyp"),
]


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The sound tree, written out and known to git."""
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    for path, source in SOUND.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(source, "utf-8")
    return tmp_path


@pytest.mark.parametrize("check", CHECKS)
def test_sound_tree(check: Check, sample: Path) -> None:
    assert check(sample) == []


@pytest.mark.parametrize(("check", "path", "source", "offence"), PLANTED)
def test_planted_fault(check: Check, path: str, source: str, offence: str, sample: Path) -> None:
    (sample / path).parent.mkdir(exist_ok=True)
    if check is later_layers and path in SOUND:
        (sample / path).unlink()
    else:
        (sample / path).write_text(source, "utf-8")
    found = check(sample)
    assert len(found) == 1
    assert offence in found[0]


def test_every_check_has_a_planted_fault() -> None:
    assert {check for check, *_ in PLANTED} == set(CHECKS)
