"""Runs the theme's scripts in Node as they are served, without a browser: what they compute, and what they ask of a page."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from generator.render.theme import THEME, assets_of

#: A page with nothing on it. ``page`` is what the test looks at afterwards.
_STAGE = """
const fs = require('fs'), vm = require('vm');
const [scripts, shards, given, expression] = JSON.parse(fs.readFileSync(0, 'utf8'));
const classes = new Set(given.classes || []);
const page = {
  location: {search: given.search || '', host: 'a.example', protocol: 'https:'},
  document: {
    documentElement: {classList: {add: (c) => classes.add(c), remove: (c) => classes.delete(c), contains: (c) => classes.has(c)}},
    getElementById: () => null, querySelectorAll: () => [], querySelector: () => null,
  },
};
const kept = {...given.kept};
Object.defineProperty(page, 'localStorage', {get() { if (given.refusing) { throw new Error('refused'); } return kept; }});
page.window = page; page.classes = classes; page.kept = kept;
vm.createContext(page);
for (const [name, text] of scripts) { vm.runInContext(text, page, name); }
for (const text of shards) { vm.runInContext(text, page); }
process.stdout.write(JSON.stringify(vm.runInContext(expression, page)));
"""


def node() -> str:
    """The Node of this environment, or the system's. Nothing is skipped where there is none."""
    own = Path(sys.executable).parent / "node"
    found = str(own) if own.exists() else shutil.which("node")
    assert found, "the scripts of the theme are tested in Node, and there is none: make tools installs it"
    return found


def evaluate(expression: str, shards: Sequence[str] = (), scripts: Sequence[str] = ("site.js", "search.js"), **given: Any) -> Any:
    """The value of a JavaScript expression after these scripts and data files have run.

    A script is one of the theme's, by name, or a file. ``given``: ``search`` of the address, ``kept`` in the browser's storage,
    ``refusing`` storage.
    """
    served = {asset.name: asset.data.decode() for asset in assets_of(THEME)}
    texts = [(name, served.get(name) or Path(name).read_text("utf-8")) for name in scripts]
    told = json.dumps([texts, list(shards), given, expression])
    ran = subprocess.run([node(), "-e", _STAGE], input=told, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)
