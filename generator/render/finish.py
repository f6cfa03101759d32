"""Looks at a written site: which files there are, and which addresses and anchors its pages have. It judges nothing."""

from __future__ import annotations

import os
from concurrent.futures import Executor
from functools import partial
from pathlib import Path

from lxml import etree, html

from generator.model.site import FinishedSite, PageFacts, SitePlan

#: Pages that one task reads.
_CHUNK = 250
_FACTS = etree.XPath("//@id | //@href | //@src | //@action | //@poster | //@data")
_PARSER = html.HTMLParser(encoding="utf-8")


def inspect(root: Path, plan: SitePlan, executor: Executor | None = None) -> FinishedSite:
    """Walk the folder and read every HTML page in it, in the processes of ``executor`` if there is one."""
    files = sorted(_files(str(root), ""))
    pages = [path for path in files if path.endswith(".html")]
    if executor is None:
        facts = dict(read_pages(root, pages))
    else:
        chunks = [pages[at : at + _CHUNK] for at in range(0, len(pages), _CHUNK)]
        facts = {path: page for chunk in executor.map(partial(read_pages, root), chunks) for path, page in chunk}
    return FinishedSite(root, plan, frozenset(files), facts)


def _files(folder: str, prefix: str) -> list[str]:
    found: list[str] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                found.extend(_files(entry.path, f"{prefix}{entry.name}/"))
            else:
                found.append(prefix + entry.name)
    return found


def read_pages(root: Path, paths: list[str]) -> list[tuple[str, PageFacts]]:
    """The facts of each page."""
    return [(path, read_page((root / path).read_bytes())) for path in paths]


def read_page(data: bytes) -> PageFacts:
    """The addresses that one HTML page uses, and the anchors that it offers."""
    links: list[str] = []
    anchors: list[str] = []
    try:
        document = html.document_fromstring(data, parser=_PARSER)
    except etree.ParserError:  # nothing in it, or only comments
        return PageFacts((), frozenset())
    for value in _FACTS(document):
        (anchors if value.attrname == "id" else links).append(str(value))
    return PageFacts(tuple(links), frozenset(anchors))
