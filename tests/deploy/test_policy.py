"""Holds a whole site to what the servers allow: nothing that the policy would stop, no file whose type they do not know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.deploy.test_servers import media_types

SITE = Path(__file__).resolve().parents[1] / "golden/site"
ADDRESS = "https://toy.example/zfgs/"
PAGES = sorted(SITE.rglob("*.html"))
#: Answered as they are, for downloading: the marker that is never served, the program for outsiders, the full-text index.
OTHERS = {".gone", ".py", ".pagefind", ".pf_fragment", ".pf_index", ".pf_meta"}


def stopped(page: str) -> Iterator[str]:
    """What the policy of the servers would stop in a page."""
    for tag in BeautifulSoup(page, "lxml").find_all(True):
        if tag.name in ("style", "iframe", "object", "embed", "base"):
            yield f"<{tag.name}>"
        if tag.name == "script" and not tag.get("src"):
            yield "<script> without src"
        yield from (f"{tag.name} {name}" for name in tag.attrs if name == "style" or name.startswith("on"))
        for name in ("src", "href", "action", "poster", "data"):
            address = str(tag.get(name, ""))
            loads = tag.name not in ("a", "area") and not (tag.name == "link" and "canonical" in tag.get("rel", []))
            if re.match(r"javascript:", address, re.I) or (loads and re.match(r"(data|https?):|//", address)):
                yield f"{tag.name} {name}={address}"


def test_there_is_a_site_to_look_at() -> None:
    assert len(PAGES) > 50


@pytest.mark.parametrize(
    "page",
    [
        "<p style='x'>",
        "<style></style>",
        "<script>x</script>",
        "<a onclick=x>",
        "<a href=javascript:x>",
        "<img src=data:x>",
        "<script src=//h/x></script>",
        "<link rel=stylesheet href=https://h/x>",
        "<base href=x>",
    ],
)
def test_what_the_policy_would_stop_is_seen(page: str) -> None:
    assert len(list(stopped(page))) == 1


def test_no_page_needs_what_the_policy_stops() -> None:
    allowed = '<a href="http://h/"><link rel="canonical" href="http://h/"><script src="a.js"></script><svg><path d="M0 0"/></svg>'
    assert list(stopped(allowed)) == []
    # The page for what is missing is answered at any depth: it names its files by the site's own address.
    texts = {path.relative_to(SITE).as_posix(): path.read_text("utf-8").replace(ADDRESS, "/") for path in PAGES}
    found = {path: list(stopped(text)) for path, text in texts.items()}
    assert {path: what for path, what in found.items() if what} == {}


def test_every_file_has_a_type() -> None:
    known = {f".{suffix}" for suffix in media_types("nginx.conf")} | OTHERS
    files = {path.suffix or path.name for path in SITE.rglob("*") if path.is_file()}
    assert files - known == set()
