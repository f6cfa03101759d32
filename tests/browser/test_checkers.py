"""What the public checkers say about the whole site: its markup and styles, its links under a sub-path, its scripts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.browser.checkers import es_check, linkinator, vnu
from tests.browser.sample import Sample
from tests.browser.server import served
from tests.browser.verdict import none_of

pytestmark = pytest.mark.browser

_PAGE = '<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>页</title>{}</html>'


def test_every_page_and_style_is_valid(sample: Sample) -> None:
    none_of(vnu(sample.root))


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.html", _PAGE.format("<p id=a><p id=a>"), "Duplicate ID"),
        ("a.html", _PAGE.format("<dl><dt>甲<dd>一<dt>甲<dd>二</dl>"), "Duplicate “dt” name"),
        ("a.css", "p { colour: red }", "colour"),
        ("a.svg", '<svg xmlns="http://www.w3.org/2000/svg"><rec/></svg>', "rec"),
    ],
)
def test_what_is_invalid_is_seen(name: str, text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    assert any(said in message for message in vnu(tmp_path))


def test_every_link_leads_somewhere_and_every_page_is_reached(sample: Sample, address: str) -> None:
    broken, reached = linkinator(address)
    none_of(broken)
    pages = {page.path for page in sample.pages if page.surface != "not_found"}
    none_of(sorted(f"{path}: no way leads from the front page to it" for path in pages if address + path not in reached))


def test_a_broken_link_or_anchor_is_seen(tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text(_PAGE.format("没有找到"), "utf-8")
    (tmp_path / "index.html").write_text(_PAGE.format('<a href="b/">b</a><a href="#c">c</a><a href="/">out</a>'), "utf-8")
    with served(tmp_path) as address:
        broken, _reached = linkinator(address)
    assert len(broken) == 2


def test_scripts_need_no_more_than_es5(sample: Sample) -> None:
    """All but modules, which an old browser does not load: the full-text index and what reads it."""
    ours = [file for file in sample.files("*.js") if not {"modules", "pagefind"} & set(file.relative_to(sample.root).parts)]
    assert len(ours) > 3
    assert es_check(*ours) == ""
    pages = [sample.text(page.path) for page in sample.pages]
    for module in sample.files("assets/modules/*.js"):
        loaded = {tag for text in pages for tag in re.findall(rf"<script[^>]*{re.escape(module.name)}[^>]*>", text)}
        assert loaded and all('type="module"' in tag for tag in loaded)


@pytest.mark.parametrize("script", ["const a = 1", "var f = () => 1", "var a = [1].includes(1)"])
def test_a_newer_script_is_seen(script: str, tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text(script, "utf-8")
    assert "a.js" in es_check(tmp_path / "a.js")
    (tmp_path / "a.js").write_text("var a = 1;", "utf-8")
    assert es_check(tmp_path / "a.js") == ""
