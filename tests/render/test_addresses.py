"""What outsiders are told of addresses: sitemap, robots, canonical links, the page for what is not there, native pages."""

from __future__ import annotations

from xml.etree import ElementTree

from generator.model.standing import Standing
from tests.render.column import Column, NativePage, links, render_native
from tests.render.conftest import ADDRESS


def test_sitemap_lists_what_is_shown_by_absolute_address(addressed: Column, site: Column) -> None:
    assert "sitemap.xml" not in site.files
    found = [loc.text or "" for loc in ElementTree.fromstring(addressed.text("sitemap.xml")).iter() if loc.tag.endswith("loc")]
    assert all(loc.startswith(ADDRESS) and loc.endswith("/") for loc in found)
    assert {f"{ADDRESS}", f"{ADDRESS}penalties/2020-001/", f"{ADDRESS}rosters/toy-tjj/", f"{ADDRESS}pages/about/"} <= set(found)
    assert not [loc for loc in found if "2020-003" in loc or "404" in loc or "attachments" in loc or "assets" in loc]
    pages = {path.removesuffix("index.html") for path in addressed.plan.paths if path.endswith("/index.html")}
    states = {record.id: addressed.checked.state(record).standing for record in addressed.checked.register.records}
    tombstones = {f"{id_}/" for id_, standing in states.items() if standing in (Standing.WITHDRAWN, Standing.EXPIRED)}
    assert {"penalties/2020-003/", "nil-statements/2020-001/"} <= tombstones
    of_persons = {page for page in pages if page.startswith(("officers/", "topics/parties/"))}
    assert len(of_persons) > 3
    assert {loc.removeprefix(ADDRESS) for loc in found} == (pages | {""}) - tombstones - of_persons


def test_robots_names_no_page(addressed: Column, site: Column) -> None:
    assert site.text("robots.txt") == "User-agent: *\nDisallow:\n"
    assert addressed.text("robots.txt") == f"User-agent: *\nDisallow:\n\nSitemap: {ADDRESS}sitemap.xml\n"


def test_not_found_links_work_at_any_depth(addressed: Column, site: Column) -> None:
    for link in addressed.page("404.html").select("a[href]:not([href^='#']), link[href], script[src]"):
        assert link.get("href", link.get("src")).startswith((ADDRESS, "http"))
    assert site.page("404.html").find("meta", {"content": "noindex"})
    assert "index.html" in links(site, "404.html", "main a")


def test_canonical_addresses_leave_the_file_name_out(addressed: Column, site: Column) -> None:
    page = addressed.page("penalties/2020-001/index.html")
    assert page.find("link", rel="canonical")["href"] == f"{ADDRESS}penalties/2020-001/"
    assert not addressed.page("penalties/2020-003/index.html").find("link", rel="canonical")
    assert not site.page("penalties/2020-001/index.html").find("link", rel="canonical")


def test_native_pages_stand_in_the_same_frame(addressed: Column) -> None:
    html = render_native(addressed, NativePage("关于", "<p>正文</p>", "pages/about/index.html"))
    assert "<h1>关于</h1>" in html
    assert "<p>正文</p>" in html
    assert 'href="../../after/index.html"' in html
    assert f'<link rel="canonical" href="{ADDRESS}pages/about/">' in html
    assert 'aria-current' not in html
    assert '<a href="../../pages/about/index.html">关于' in addressed.text("penalties/2020-001/index.html")
