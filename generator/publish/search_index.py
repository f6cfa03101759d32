"""Makes the index from which the search page finds words in full texts: all record pages of a finished site, read anew each time.

The index is Pagefind's (npm). Its own way of parting Chinese into words is not used: the browser parts a query differently, so that
phrases would be missed (docs/decisions/0023). What may be on a page is not decided here: only finished pages are read.
"""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import etree
from lxml import html as pages

from generator.model.site import FULL_TEXT, FULL_TEXT_STATE, full_text_state
from generator.writing.os_errors import os_error
from generator.writing.stage import MARK, Refusal, staged

#: The repository, which holds package.json.
ROOT = Path(__file__).resolve().parents[2]
#: Where npm puts it, seen from that folder.
_INSTALLED = Path("node_modules/.bin/pagefind")
_INSTALL = "先安装 Node 20 或更高版本，在项目的文件夹里运行 npm ci --omit=dev；装在别处的，用 --pagefind 写明它在哪里"
_WRITTEN_FOR = (1, 6)
#: A language that Pagefind does not know: words are then what stands between blanks, and nothing else.
_LANGUAGE = "und"
#: One Chinese character, or one run of letters and digits, is a word; what ends a sentence stands alone, so that no phrase leads over it.
_WORD = re.compile(r"[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|[A-Za-z0-9]+|[。！？；｜]")
_END = "｜"
_BODY = etree.XPath("//*[@data-pagefind-body]")
_MARKS = etree.XPath(".//p[contains(@class, 'marks')]/*")
_LEFT_OUT = frozenset({"nav", "form", "script", "style", "svg"})
#: The page's own address, on paper and on the screen.
_NOT_TEXT = frozenset({"print-only", "address"})
_WITHIN = frozenset({"a", "b", "code", "em", "mark", "span", "strong", "sub", "sup", "time"})
#: What the search page needs of what Pagefind writes; the rest are finished surfaces of its own.
_NEEDED = ("pagefind.js", "pagefind-entry.json", "*.pf_meta", "wasm.unknown.pagefind", "fragment/*", "index/*")
_NOT_FOUND = 127


class Page(NamedTuple):
    """What the index takes from one page: its path on the site, its title, its standing, its text."""

    path: str
    title: str
    marks: str
    text: str


def find_pagefind(given: str | None, *places: Path) -> Path:
    """The program: the one that is named, or the one that npm put below one of these folders. Raises :class:`Refusal`."""
    for program in [Path(given)] if given is not None else [place / _INSTALLED for place in places]:
        if program.is_file():
            return program.absolute()
    what = f"没有找到 {given}" if given is not None else "没有找到全文检索程序 Pagefind"
    raise Refusal(what, _INSTALL)


def index_site(site: Path, program: Path) -> int:
    """Make ``pagefind/`` in a site's folder anew, and say how many pages it covers. Raises :class:`Refusal`; the old index then stays.

    The same site gives the same bytes.
    """
    home = site / "index.html"
    if not home.is_file() or MARK not in home.read_text("utf-8", "replace"):
        raise Refusal(f"{site} 不是本程序生成的网站", "先运行 disclosure build，再写明它生成的文件夹")
    _check_version(program)
    with tempfile.TemporaryDirectory() as scratch, staged(site / FULL_TEXT) as folder:
        source, made = Path(scratch, "source"), Path(scratch, "made")
        count = 0
        for page in read_pages(site):
            file = source / page.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(_reduced(page), "utf-8")
            count += 1
        if not count:
            raise Refusal(f"{site} 里没有可以检索全文的页面", "核对写的是不是生成的网站；还没有公开的记录时，不需要全文检索")
        # -k: addresses name the file, as all links do (docs/decisions/0007).
        _run(program, "--site", str(source), "--output-path", str(made), "-k", "--silent")
        for pattern in _NEEDED:
            for file in sorted(made.glob(pattern)):
                target = folder / file.relative_to(made)
                target.parent.mkdir(exist_ok=True)
                target.write_bytes(file.read_bytes())
        (folder / Path(FULL_TEXT_STATE).name).write_bytes(full_text_state(count))
    return count


def add_full_text(site: Path) -> str:
    """Make the index with what npm installed, and say so in a line; or say why there is none: that never stops a release."""
    try:
        return f"已给 {index_site(site, find_pagefind(None, Path(), ROOT))} 个页面做全文索引"
    except Refusal as refusal:
        return f"没有做全文索引：{refusal.message}。其余照常发布；{refusal.hint}"
    except OSError as error:
        return f"没有做全文索引：{error.filename or '临时文件'}：{os_error(error)[0]}。其余照常发布"


def read_pages(site: Path) -> Iterator[Page]:
    """The pages that offer their text to the index, by path. Tombstones and lists do not."""
    for file in sorted(site.rglob("*.html")):
        found = _BODY(pages.document_fromstring(file.read_bytes(), parser=pages.HTMLParser(encoding="utf-8")))
        if found:
            (body,) = found
            title = body.getroottree().findtext(".//title", "").rpartition(" - ")[0]
            marks = "、".join(mark.text_content() for mark in _MARKS(body))
            yield Page(file.relative_to(site).as_posix(), title, marks, _END.join(_blocks(body)))


def _blocks(element: etree._Element) -> Iterator[str]:
    """The texts of paragraphs, cells and items; not the ways to other pages, and not what is for paper only."""
    line: list[str] = []

    def walk(node: etree._Element) -> Iterator[str]:
        is_block = node.tag not in _WITHIN
        if not isinstance(node.tag, str) or node.tag in _LEFT_OUT or node.get("class") in _NOT_TEXT:
            return
        if is_block:
            yield from flush()
        line.append(node.text or "")
        for child in node:
            yield from walk(child)
            line.append(child.tail or "")
        if is_block:
            yield from flush()

    def flush() -> Iterator[str]:
        text = " ".join("".join(line).split())
        line.clear()
        if text:
            yield text

    yield from walk(element)


def _reduced(page: Page) -> str:
    """The page as Pagefind gets it: every word with a blank before it."""
    marks = f'<meta data-pagefind-meta="marks[content]" content="{html.escape(page.marks)}">' if page.marks else ""
    text = _WORD.sub(lambda word: f" {word[0]}{' ' if word[0] in '。！？；｜' else ''}", page.text)
    return (
        f'<!DOCTYPE html><html lang="{_LANGUAGE}"><head><meta charset="utf-8"><title>{html.escape(page.title)}</title></head>'
        f"<body data-pagefind-body>{marks}<p>{html.escape(text)}</p></body></html>"
    )


def _check_version(program: Path) -> None:
    told = _run(program, "--version")
    version = re.search(r"(\d+)\.(\d+)\.\d+", told)
    if version is None:
        raise Refusal(f"{program} 不是 Pagefind", _INSTALL)
    if (int(version[1]), int(version[2])) < _WRITTEN_FOR:
        raise Refusal(f"Pagefind 的版本是 {version[0]}，需要 1.6 或更高版本", _INSTALL)


def _run(program: Path, *words: str) -> str:
    """Run it, and return what it says. Raises :class:`Refusal` with its last line where it fails."""
    # A Node that was installed into this environment stands before the system's.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    try:
        ran = subprocess.run(  # noqa: S603 - the program that the operator named or npm installed
            [program, *words], env={**os.environ, "PATH": path}, capture_output=True, encoding="utf-8", errors="replace", check=False
        )
    except OSError as error:
        raise Refusal(f"{program} 不能运行（{error.strerror}）", _INSTALL) from error
    if ran.returncode == _NOT_FOUND:
        raise Refusal("没有找到 Node，Pagefind 不能运行", _INSTALL)
    if ran.returncode:
        lines = (ran.stderr or ran.stdout).strip().splitlines()
        raise Refusal(f"Pagefind 没有完成（{lines[-1] if lines else ran.returncode}）", "原来的全文索引没有改动；请把本行交给维护人员")
    return ran.stdout
