"""Renders registers for tests, without Pelican: the same environment options, the same theme, files in a folder."""

from __future__ import annotations

from concurrent.futures import Executor
from datetime import date
from pathlib import Path
from typing import NamedTuple

from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator import flow
from generator.model.checked import CheckedRegister, admit
from generator.model.record import Record
from generator.model.settings import Settings
from generator.model.site import FinishedSite, SitePlan
from generator.reading.tree import DirectoryTree
from generator.render.environment import configure, site_globals
from generator.render.finish import inspect
from generator.render.plan import plan_site
from generator.render.proof import Proof
from generator.render.theme import THEME
from generator.render.write import write_site
from tests import toy
from tests.model.builders import register

AS_OF = date(2026, 9, 1)


class Column(NamedTuple):
    """A rendered site: the register, its plan, the folder, and the environment that printed it."""

    checked: CheckedRegister
    plan: SitePlan
    root: Path
    env: Environment

    def text(self, path: str) -> str:
        """One file as text."""
        return (self.root / path).read_text("utf-8")

    def page(self, path: str) -> BeautifulSoup:
        """One page, parsed."""
        return BeautifulSoup(self.text(path), "lxml")

    @property
    def files(self) -> dict[str, bytes]:
        """Every written file."""
        found = (file for file in self.root.rglob("*") if file.is_file())
        return {file.relative_to(self.root).as_posix(): file.read_bytes() for file in found}


def looked(column: Column, content: Path | None = None) -> FinishedSite:
    """The finished site as the site rules see it."""
    return inspect(column.root, column.plan, proof_of(column, content))


def proof_of(column: Column, content: Path | None = None) -> Proof:
    """The proof over the column's register."""
    return Proof(column.checked, column.plan, lambda path: ((content or column.root) / path).read_bytes())


def environment(*templates: Path) -> Environment:
    """An environment as Pelican makes it by ``pelicanconf.py``; the first of several folders wins."""
    env = Environment(loader=FileSystemLoader(templates or (THEME / "templates",)), autoescape=True, undefined=StrictUndefined)
    configure(env)
    return env


def render(
    checked: CheckedRegister, root: Path, content: Path | None = None, executor: Executor | None = None,
    env: Environment | None = None,
) -> Column:
    """Plan and write a site, native pages excepted."""
    env = env or environment()
    plan = plan_site(checked)
    write_site(checked, plan, env, root, executor, read=lambda path: ((content or root) / path).read_bytes())
    return Column(checked, plan, root, env)


def check_toy(content: Path = toy.CONTENT, as_of: date = toy.AS_OF, settings: Settings = toy.SETTINGS) -> CheckedRegister:
    """The toy register, checked."""
    verdict = flow.check(DirectoryTree(content, "content"), settings, as_of)
    assert verdict.checked is not None, verdict.findings
    return verdict.checked


def admitted(*records: Record, as_of: date = AS_OF, settings: Settings | None = None) -> CheckedRegister:
    """A register made of records in code, taken as checked."""
    return admit(register(*records, settings=settings), as_of, (), 0)


def links(column: Column, path: str, selector: str) -> list[str]:
    """The addresses of links on a page."""
    return [link["href"] for link in column.page(path).select(selector)]


class NativePage(NamedTuple):
    """What Pelican's page object offers to the template."""

    title: str
    content: str
    save_as: str


def render_native(column: Column, page: NativePage) -> str:
    """A native page through the theme, as Pelican renders it."""
    return column.env.get_template("page.html").render(page=page, **site_globals(column.checked, column.plan))
