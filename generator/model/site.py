"""The site before and after it is written: the plan of its files, and the finished bytes as rules see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

#: The full-text index below a site's root. It is made after the site, from its pages (publish/search_index.py), and in no plan.
FULL_TEXT = "pagefind/"
#: The one file there that is always planned: how many pages the index covers. To ask for what is missing would be an error in the browser.
FULL_TEXT_STATE = f"{FULL_TEXT}state.json"
#: Ends the name of a link. We write none: with this it is no planned file, whatever it is called, and nothing reads what it leads to.
LINK = "（链接）"


def full_text_state(pages: int) -> bytes:
    """What that file says; 0 until an index was made."""
    return f'{{"pages":{pages}}}\n'.encode()


class Artefact(NamedTuple):
    """One planned file.

    ``path`` is relative to the site's root; ``surface`` names what renders it (``render/surfaces/``); ``subject`` is what it shows,
    in the surface's own terms (a record's reference, a folder and page number …); ``records`` are the references of all records that
    it is rendered from. ``native`` files are written by Pelican itself.
    """

    path: str
    surface: str
    subject: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    native: bool = False


@dataclass(frozen=True)
class SitePlan:
    """All files of a site. Two artefacts never share a path."""

    artefacts: tuple[Artefact, ...]

    def __post_init__(self) -> None:
        if len(self.paths) != len(self.artefacts):
            seen: set[str] = set()
            twice = sorted({a.path for a in self.artefacts if a.path in seen or seen.add(a.path)})  # type: ignore[func-returns-value]
            raise ValueError(f"planned twice: {', '.join(twice)}")

    @cached_property
    def paths(self) -> frozenset[str]:
        """The planned paths."""
        return frozenset(artefact.path for artefact in self.artefacts)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the link rule needs of one finished HTML page: the addresses it uses and the anchors it offers."""

    links: tuple[str, ...]
    anchors: frozenset[str]


#: Stand for a field where a tombstone is offered to search engines, and where a page that sorts records by content names it.
INDEXED = "搜索引擎的收录"
SORTED = "分类页面"


class Trace(NamedTuple):
    """A value that must not appear, and does. Never the value itself.

    Without ``record`` and ``field``: a packed file that cannot be searched. ``internal`` values are those of fields that no page may
    show of any record. ``lapsed``: what hid the value is a day alone, and staff typed it here: in a page, or in an act.
    """

    path: str
    record: str = ""
    field: str = ""
    internal: bool = False
    lapsed: bool = False


@dataclass(frozen=True, slots=True)
class FinishedSite:
    """A written site: folder, plan, the paths found on disk, the facts of its pages, and what stands in it that must not."""

    root: Path
    plan: SitePlan
    files: frozenset[str]
    pages: Mapping[str, PageFacts]
    traces: tuple[Trace, ...]
    relieved: frozenset[str] = frozenset()
    """The records that relief hides or corrects: the live release shows them in full. Empty for any other site."""
    live: frozenset[str] = frozenset()
    """Of relief: the files in which a trace was found and that are live with the same bytes."""
