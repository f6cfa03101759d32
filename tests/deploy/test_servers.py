"""Asks real servers, set up with the snippets as docs/deploy.md says, for everything the snippets promise."""

from __future__ import annotations

import gzip
import os
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.deploy.servers import SNIPPETS, Server, public_folder, serve

pytestmark = pytest.mark.servers

GONE, PAGE, MISSING = "penalties/2020-001/", "penalties/2020-002/", "penalties/2020-009/"
STYLE, MODULE = "assets/style-8f3529b188a4.css", "assets/modules/fulltext-b44955d2696b.js"
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'self'"
)
FILES = {
    "index.html": "首页",
    "404.html": "没有找到这个页面",
    f"{GONE}index.html": "<h1>河统罚决字〔2020〕1号</h1> 已撤下，理由……",
    f"{GONE}.gone": "",
    f"{GONE}record.json": "{}",
    f"{PAGE}index.html": "处罚决定" * 1000,
    "search/index.html": "检索",
    "search/pagefind/pagefind.js": "void 0",
    "search/pagefind/zh.pf_meta": "x",
    "search/pagefind/wasm.wasm": "x",
    STYLE: "body{}" * 500,
    MODULE: "void 0",
    "assets/plain.css": "body{}",
    "data/x.csv": "甲,乙",
    "data/x.jsonl": "{}",
    "feed/acts.atom": "<feed/>",
    "feed/acts.json": "{}",
    "sitemap.xml": "<x/>",
    "x.svg": "<svg/>",
    "x.mjs": "void 0",
    "robots.txt": "User-agent: *",
    "x.pdf": "%PDF",
    "x.xlsx": "PK",
    ".git/config": "secret",
    "penalties/.hidden": "secret",
}
TYPES = {
    "index.html": "text/html; charset=utf-8",
    STYLE: "text/css; charset=utf-8",
    "search/pagefind/pagefind.js": "text/javascript; charset=utf-8",
    "x.mjs": "text/javascript; charset=utf-8",
    "search/pagefind/wasm.wasm": "application/wasm",
    "search/pagefind/zh.pf_meta": "application/octet-stream",
    "data/x.csv": "text/csv; charset=utf-8",
    "data/x.jsonl": "application/jsonl; charset=utf-8",
    "feed/acts.json": "application/json; charset=utf-8",
    "feed/acts.atom": "application/atom+xml",
    "sitemap.xml": "application/xml; charset=utf-8",
    "x.svg": "image/svg+xml",
    "robots.txt": "text/plain; charset=utf-8",
    "x.pdf": "application/pdf",
    "x.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def release(root: Path, name: str, files: dict[str, str]) -> Path:
    """A release folder as the servers see it, switched live."""
    folder = root / "releases" / name
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    switch(root, name)
    return folder


def switch(root: Path, name: str) -> None:
    """Let ``current`` lead to another release, in one step."""
    (root / "next").symlink_to(f"releases/{name}")
    (root / "next").replace(root / "current")


@pytest.fixture(scope="module", params=["nginx", "apache2"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Each server in turn, over the same release."""
    with public_folder() as root:
        release(root, "1-aaaaaaaaaaaa", FILES)
        with serve(request.param, tmp_path_factory.mktemp("work"), root / "current") as running:
            yield running


@pytest.mark.parametrize("path", ["", "index.html", PAGE, f"{PAGE}index.html"])
def test_pages_are_served(server: Server, path: str) -> None:
    answer = server.get(path)
    assert answer.status == 200
    assert answer.body.decode() in (FILES["index.html"], FILES[f"{PAGE}index.html"])
    assert answer.headers["cache-control"] == "no-cache"


def test_the_column_without_its_slash_is_redirected_to_it(server: Server) -> None:
    answer = server.get(None)
    assert (answer.status, answer.headers["location"].removeprefix(f"http://127.0.0.1:{server.port}")) == (301, f"{server.path}/")


def test_a_folder_without_its_slash_is_redirected_within_the_host(server: Server) -> None:
    answer = server.get(PAGE.rstrip("/"))
    assert answer.status == 301
    assert answer.headers["location"].endswith(f"/zfgs/{PAGE}")


@pytest.mark.parametrize("path", [GONE, f"{GONE}index.html"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_withdrawn_page_is_gone_and_says_why(server: Server, path: str, method: str) -> None:
    for _ in range(3):
        answer = server.get(path, method)
        assert answer.status == 410
        assert answer.headers["cache-control"] == "no-cache"
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        assert answer.body.decode() == (FILES[f"{GONE}index.html"] if method == "GET" else "")


def test_what_lies_beside_a_withdrawn_page_is_served(server: Server) -> None:
    assert server.get(f"{GONE}record.json").status == 200


def test_a_page_withdrawn_by_a_switch_is_gone_without_a_reload(server: Server) -> None:
    root = server.folder.parent
    try:
        release(root, "2-bbbbbbbbbbbb", {**FILES, f"{PAGE}index.html": "撤下说明", f"{PAGE}.gone": ""})
        answer = server.get(PAGE)
        assert (answer.status, answer.body.decode()) == (410, "撤下说明")
    finally:
        switch(root, "1-aaaaaaaaaaaa")
    assert server.get(PAGE).status == 200


@pytest.mark.parametrize("path", [MISSING, f"{MISSING}index.html", "assets/x-000000000000.css", "penalties/"])
def test_what_is_not_there_answers_the_column_s_own_page(server: Server, path: str) -> None:
    if path == "penalties/":
        assert server.get(path).status in (403, 404)
        return
    answer = server.get(path)
    assert (answer.status, answer.body.decode()) == (404, FILES["404.html"])
    assert answer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("path", [f"{GONE}.gone", ".git/config", "penalties/.hidden", "..%2f..%2fx", "../x", "../current/.git/config"])
def test_dotfiles_and_what_lies_outside_are_not_served(server: Server, path: str) -> None:
    answer = server.get(path)
    assert answer.status in (400, 403, 404) or answer.body == b"portal"
    assert b"secret" not in answer.body


def test_only_the_column_is_governed(server: Server) -> None:
    outside = Server(server.port, "", server.folder).get("")
    assert "content-security-policy" not in outside.headers


@pytest.mark.parametrize("path", ["", PAGE, GONE, MISSING, STYLE, "feed/acts.json", "search/pagefind/pagefind.js", "searches/"])
def test_the_security_headers_are_on_every_answer(server: Server, path: str) -> None:
    headers = server.get(path).headers
    assert headers["content-security-policy"] == CSP
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert "strict-transport-security" not in headers


@pytest.mark.parametrize("path", ["search/", "search/index.html"])
def test_only_the_search_page_may_compile_web_assembly(server: Server, path: str) -> None:
    expected = CSP.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
    assert server.get(path).headers["content-security-policy"] == expected


@pytest.mark.parametrize("path", TYPES)
def test_each_file_has_its_type(server: Server, path: str) -> None:
    assert server.get(path).headers.get("content-type", "application/octet-stream") == TYPES[path]


def test_hashed_assets_are_kept_and_others_are_not(server: Server) -> None:
    for path in (STYLE, MODULE):
        assert server.get(path).headers["cache-control"] == "public, max-age=31536000, immutable"
    assert server.get("assets/plain.css").headers["cache-control"] == "no-cache"
    assert server.get(f"penalties/{STYLE}").headers["cache-control"] == "no-cache"


def test_long_texts_are_compressed(server: Server) -> None:
    for path in (f"{PAGE}index.html", STYLE):
        answer = server.get(path, Accept_Encoding="gzip")
        assert answer.headers["content-encoding"] == "gzip"
        assert "Accept-Encoding" in answer.headers["vary"]
        assert gzip.decompress(answer.body).decode() == FILES[path]
    assert "content-encoding" not in server.get("x.pdf", Accept_Encoding="gzip").headers


def test_an_unchanged_page_costs_no_body_and_a_changed_one_does(server: Server) -> None:
    page = server.folder / PAGE / "index.html"
    tag = server.get(PAGE).headers["etag"]
    assert server.get(PAGE, If_None_Match=tag).status == 304
    before = page.stat()
    try:
        os.utime(page, (before.st_atime, before.st_mtime + 60))
        assert server.get(PAGE, If_None_Match=tag).status == 200
    finally:
        os.utime(page, (before.st_atime, before.st_mtime))


def policies(name: str) -> set[str]:
    """The content security policies in a snippet."""
    return set(re.findall(r'"(default-src[^"]*)"', (SNIPPETS / name).read_text("utf-8")))


def media_types(name: str) -> dict[str, str]:
    """Suffix to media type, as a snippet's table says."""
    text = (SNIPPETS / name).read_text("utf-8")
    if name == "web.config":
        found = re.findall(r'<mimeMap fileExtension="\.(\w+)" mimeType="([^";]+)', text)
        return dict(found)
    if name == "nginx.conf":
        lines = re.search(r"^types \{\n(.*?)^\}", text, re.M | re.S)[1].replace(";", "").splitlines()
        return {suffix: words[0] for words in map(str.split, lines) for suffix in words[1:]}
    lines = re.findall(r"^AddType (\S+) (.+)$", text, re.M)
    return {suffix.lstrip("."): media_type for media_type, suffixes in lines for suffix in suffixes.split()}


def test_the_three_snippets_say_the_same() -> None:
    assert policies("nginx.conf") == policies("apache.conf") == policies("web.config")
    assert len(policies("nginx.conf")) == 2
    assert len(media_types("nginx.conf")) > 15
    assert media_types("nginx.conf") == media_types("apache.conf") == media_types("web.config")
    for name in ("nginx.conf", "apache.conf", "web.config"):
        assert "Strict-Transport" not in (SNIPPETS / name).read_text("utf-8")


def test_iis_has_what_it_needs_without_extra_modules() -> None:
    tree = ElementTree.parse(SNIPPETS / "web.config")
    assert tree.find(".//rewrite") is None
    adds = [(e.get("value"), e.get("name")) for e in tree.iterfind("./system.webServer//add")]
    assert ("index.html", None) in adds
    assert [e.get("sequence") for e in tree.iterfind(".//denyUrlSequences/add")] == ["/."]
    removed = {e.get("fileExtension") for e in tree.iterfind(".//staticContent/remove")}
    assert removed == {e.get("fileExtension") for e in tree.iterfind(".//staticContent/mimeMap")}
    assert [e.get("path") for e in tree.iterfind("location")] == ["assets", "search"]
