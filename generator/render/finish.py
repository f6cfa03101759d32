"""Looks at a written site: its files, the addresses and anchors of its pages, traces of what must not appear. It judges nothing."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Executor
from functools import partial
from io import FileIO
from pathlib import Path
from typing import NamedTuple

from generator.model.site import LINK, FinishedSite, PageFacts, SitePlan, Trace
from generator.render.page_facts import read_page
from generator.render.proof import Proof

#: Files that one task reads.
_CHUNK = 250


class Look(NamedTuple):
    """What was seen in some files: the facts of the pages among them, and the traces of what must not appear."""

    pages: list[tuple[str, PageFacts]]
    traces: list[Trace]


_proof: Proof | None = None


def share(proof: Proof | None) -> None:
    """Leave the proof where workers that are forked from now on find it: its patterns are never pickled."""
    global _proof
    _proof = proof


def inspect(root: Path, plan: SitePlan, proof: Proof, executor: Executor | None = None) -> FinishedSite:
    """Walk the folder and read every file in it, in the processes of ``executor`` if there is one.

    The executor's processes must have been forked after :func:`share` was given the same proof.
    """
    files = sorted(_files(str(root), ""))
    if executor is None:
        looks = [look_at(root, files, proof)]
    else:
        chunks = [files[at : at + _CHUNK] for at in range(0, len(files), _CHUNK)]
        looks = _heaviest_first(partial(look_at, root), chunks, root, executor)
    pages = dict(page for look in looks for page in look.pages)
    traces = proof.settled(trace for look in looks for trace in look.traces)
    return FinishedSite(root, plan, frozenset(files), pages, traces)


def _heaviest_first(look: Callable[[list[str]], Look], chunks: list[list[str]], root: Path, executor: Executor) -> list[Look]:
    """Look at all chunks; no process shall be left alone with the search data or the long lists at the end."""
    weights = [sum(os.lstat(f"{root}/{path}").st_size for path in chunk if not path.endswith(LINK)) for chunk in chunks]
    order = sorted(range(len(chunks)), key=weights.__getitem__, reverse=True)
    looks = dict(zip(order, executor.map(look, [chunks[index] for index in order]), strict=True))
    return [looks[index] for index in range(len(chunks))]


def look_at(root: Path, paths: list[str], proof: Proof | None = None) -> Look:
    """Read these files; workers search with the proof that they inherited. Raises RuntimeError if they inherited none."""
    proof = proof or _proof
    if proof is None:
        raise RuntimeError("the worker was started before there was a proof to share")
    look = Look([], [])
    for path in paths:
        if path.endswith(LINK):
            continue
        # Not by Path, which takes as long again as the reading.
        with FileIO(f"{root}/{path}") as file:
            data = file.readall()
        if path.endswith(".html"):
            look.pages.append((path, read_page(data)))
        look.traces.extend(proof.search(path, data))
    return look


def look_at_pages(root: Path, paths: list[str]) -> dict[str, PageFacts]:
    """The facts of the pages among these files."""
    return {path: read_page((root / path).read_bytes()) for path in paths if path.endswith(".html")}


def _files(folder: str, prefix: str) -> list[str]:
    found: list[str] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                found.extend(_files(entry.path, f"{prefix}{entry.name}/"))
            else:
                found.append(prefix + entry.name + (LINK if entry.is_symlink() else ""))
    return found
