"""Renders the planned files and writes them below a folder, in this process or in several.

Only files that Pelican does not write itself. Whether what was written is what was planned is asked afterwards (finish.py and the rules).
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import Executor
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, TemplateSyntaxError

from generator.model.checked import CheckedRegister
from generator.model.site import Artefact, SitePlan
from generator.primitives.collector import resting_collector
from generator.render.environment import site_globals
from generator.render.press import Press, ReadContent
from generator.render.site import Site, site_of
from generator.render.surfaces import surface_named

#: Artefacts that one task renders: enough to make its overhead vanish, few enough to share the work evenly.
_CHUNK = 200
#: With so many bytes in memory they are written: attachments may be large.
_HELD = 4 * 2**20
_TEMPLATE_SUFFIXES = (".html", ".xml", ".svg")


class RenderError(Exception):
    """A planned file could not be rendered: its path, the template and line at fault (``""`` and 0 where none is), what happened."""

    def __init__(self, path: str, template: str, line: int, message: str) -> None:
        super().__init__(path, template, line, message)
        self.path = path
        self.template = template
        self.line = line
        self.message = message

    def __str__(self) -> str:
        at = f" ({self.template}:{self.line})" if self.template else ""
        return f"{self.path}{at}: {self.message}"


class Run(NamedTuple):
    """Everything that rendering needs. Forked workers inherit it, so that nothing of it is ever pickled."""

    site: Site
    press: Press
    artefacts: tuple[Artefact, ...]
    out: Path


_run: Run | None = None


def write_site(
    checked: CheckedRegister,
    plan: SitePlan,
    env: Environment,
    out: Path,
    executor: Executor | None = None,
    *,
    read: ReadContent,
) -> None:
    """Render and write every file of the plan that is not native. Raises :class:`RenderError`.

    ``env`` must have been configured (environment.py); ``read`` gives the bytes of a content file, for attachments. ``executor`` is a
    pool of *forked* processes that has not been given work yet (``ProcessPoolExecutor(mp_context=get_context("fork"))``): its workers
    inherit what they need when the first task is handed in. Without an executor all is done in this process.
    """
    global _run
    column = site_globals(checked, plan)["column"]
    first, others = _in_order(plan)
    run = Run(site_of(checked), Press(env, column, read), first + others, out)
    _run = run
    try:
        if executor is None:
            for at in range(0, len(run.artefacts), _CHUNK):
                render_chunk(at, at + _CHUNK)
            return
        # What thousands of files need (templates, look-ups) is then ready before the workers are forked.
        render_chunk(0, len(first))
        ends = range(len(first), len(run.artefacts), _CHUNK)
        for task in [executor.submit(render_chunk, at, at + _CHUNK) for at in ends]:
            task.result()
    finally:
        _run = None


def _in_order(plan: SitePlan) -> tuple[tuple[Artefact, ...], tuple[Artefact, ...]]:
    """The first file of every surface that has thousands, and the others.

    Of these the files of small surfaces come first: among them are the pages that take longest, and no worker is to end with one of
    them. Then folder by folder: a record's page and its data.
    """
    ours = sorted((artefact for artefact in plan.artefacts if not artefact.native), key=lambda artefact: artefact.path)
    counted = Counter(artefact.surface for artefact in ours)
    firsts = {artefact.surface: artefact for artefact in reversed(ours) if counted[artefact.surface] > _CHUNK}
    chosen = set(map(id, firsts.values()))
    others = [artefact for artefact in ours if id(artefact) not in chosen]
    return tuple(firsts.values()), tuple(sorted(others, key=lambda artefact: counted[artefact.surface] > _CHUNK))


def render_chunk(start: int, end: int) -> None:
    """Render the files from ``start`` to before ``end`` of the run that this process inherited, and write them.

    Surface by surface, and many before they are written: what renders pages, what writes data and the system's own work each fill the
    processor's caches, and to take turns for every file costs a fifth of the time (docs/decisions/0035).
    """
    if _run is None:
        raise RenderError("", "", 0, "the worker was started before there was anything to render")
    artefacts = sorted(_run.artefacts[start:end], key=lambda artefact: artefact.surface)
    # What is rendered holds no cycles (a test holds that), and is gone with its file.
    with resting_collector():
        held: list[tuple[str, bytes]] = []
        size = 0
        for artefact in artefacts:
            data = _render(artefact, _run)
            held.append((artefact.path, data))
            size += len(data)
            if size > _HELD:
                _write(held, _run.out)
                held, size = [], 0
        _write(held, _run.out)


def _write(files: Iterable[tuple[str, bytes]], out: Path) -> None:
    """Write files below a folder: of what pathlib takes for a small one a third is pathlib."""
    root = os.fspath(out)
    made: set[str] = set()
    for name, data in files:
        path = f"{root}/{name}"
        folder = path.rpartition("/")[0]
        if folder not in made:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103
            made.add(folder)
        with open(path, "wb") as file:  # noqa: PTH123
            file.write(data)


def _render(artefact: Artefact, run: Run) -> bytes:
    surface = surface_named(artefact.surface)
    if surface.render is None:
        raise RenderError(artefact.path, "", 0, f"surface {artefact.surface} renders nothing")
    try:
        return surface.render(artefact, run.site, run.press)
    except Exception as error:
        template, line = _template_place(error)
        message = f"{type(error).__name__}: {error}"
        raise RenderError(artefact.path, template, line, message) from error


def _template_place(error: Exception) -> tuple[str, int]:
    """The template and the line in it that an error comes from; empty and 0 if it comes from no template."""
    if isinstance(error, TemplateSyntaxError):
        return error.name or "", error.lineno
    place = ("", 0)
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith(_TEMPLATE_SUFFIXES):
            place = (Path(file).name, trace.tb_lineno)
        trace = trace.tb_next
    return place
