"""The page that says how anybody can check the site: its manifest, its ledger, a single record; and the checking program for download.

It says what the files are and which commands read them; it checks nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.model.site import Artefact
from generator.render import wording
from generator.render.addresses import file_of, to_file
from generator.render.frames import frame
from generator.render.press import Press
from generator.render.site import Site
from generator.render.tool_pages import VerifyPage

ADDRESS = "verify/"
PROGRAM = f"{ADDRESS}verify.py"
#: What the page does for clauses of the bureau's plan.
CLAUSES = {"二（一）3（3）": "说明怎样核对公示内容有没有被改动"}
_SOURCE = Path(__file__).resolve().parents[2] / "publish" / "verifier.py"


def plan(_site: Site) -> Iterator[Artefact]:
    """The page and the program."""
    yield Artefact(file_of(ADDRESS), "verify")
    yield Artefact(PROGRAM, "verify")


def render(artefact: Artefact, site: Site, press: Press) -> bytes:
    """The page through its template; the program as it is."""
    if artefact.path == PROGRAM:
        return _SOURCE.read_bytes()
    title = "核对公示内容"
    outer, ledger = frame(site, ADDRESS, title), site.register.ledger
    began = wording.day(ledger.began) if ledger is not None else None
    return press.page(VerifyPage(outer, title, to_file(outer.root, PROGRAM), began), "verify.html")


def is_indexed(artefact: Artefact, _site: Site) -> bool:
    """The page; not the program."""
    return artefact.path != PROGRAM
