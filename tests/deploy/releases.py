"""Small releases for the targets' tests, brought to a target step by step."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

from generator.publish.manifest import Manifest
from generator.publish.target import MANIFEST, Target, sequence_of

ONE, TWO = "1-aaaaaaaaaaaa", "2-bbbbbbbbbbbb"


def write(site: Path, files: dict[str, str]) -> Path:
    """A site on disk."""
    for path, text in files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, "utf-8")
    return site


def digest(text: str) -> str:
    """As a manifest has it."""
    return hashlib.sha256(text.encode()).hexdigest()


def manifest(name: str) -> bytes:
    """A manifest that says which release it is of and no more."""
    return Manifest(sequence_of(name) or 0, name.partition("-")[2] + "0" * 28, {}, date(2026, 3, 9), {}, {}).to_bytes()


def publish(target: Target, name: str, site: Path, base: str | None = None, shared: tuple[str, ...] = ()) -> None:
    """All steps of one release, with a manifest."""
    (site / MANIFEST).write_bytes(manifest(name))
    paths = [file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()]
    with target.lock("测试"):
        target.begin(name, base, shared)
        target.put(name, site, [path for path in paths if path not in shared])
        target.finish(name)
        target.switch(name)
