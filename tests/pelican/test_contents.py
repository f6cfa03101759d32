"""Pins what Pelican does to pages, files, links, feeds and templates: why records never pass through it.

If one of these fails after an update of Pelican, a setting of pelicanconf.py or a rule may have become needless, or insufficient.
"""

from __future__ import annotations

import logging
import subprocess
import sys
import time
from types import SimpleNamespace

import pytest
from pelican.generators import Generator
from pelican.log import LimitFilter
from pelican.settings import DEFAULT_CONFIG
from pelican.utils import sanitised_join, slugify

from tests.pelican.throwaway import Site


@pytest.mark.parametrize("text", ["No title here.\n", "Title: A\nDate: someday\n\nText.\n", "Title: A\nStatus: odd\n\nText.\n"])
def test_page_with_bad_metadata_is_left_out_with_status_zero(site: Site, text: str) -> None:
    site.write("content/pages/bad.md", text)
    assert site.pelican().returncode == 0
    assert site.output == {"pages/about.html"}
    assert site.pelican("--fatal", "errors").returncode == 1


def test_broken_link_stays_as_it_was_typed(site: Site) -> None:
    site.write("content/pages/about.md", "Title: A\n\n[x]({filename}/pages/nowhere.md)\n")
    assert site.pelican().returncode == 0
    assert "{filename}/pages/nowhere.md" in site.read("pages/about.html")


def test_page_names_its_own_output_file(site: Site) -> None:
    site.write("content/pages/about.md", "Title: A\nSave_as: index.html\n\nText.\n")
    assert site.pelican().returncode == 0
    assert site.output == {"index.html"}


def test_linked_file_is_copied_though_no_static_path_is_set(site: Site) -> None:
    site.configure("STATIC_PATHS = []")
    site.write("content/attachments/secret.txt", "withdrawn")
    site.write("content/pages/about.md", "Title: A\n\n[x]({static}/attachments/secret.txt)\n")
    assert site.pelican().returncode == 0
    assert "attachments/secret.txt" in site.output


def test_static_paths_copy_what_a_symlink_leads_to(site: Site) -> None:
    site.configure('STATIC_PATHS = ["files"]')
    site.write("elsewhere/secret.txt", "not for the public")
    site.write("content/files/a.txt", "a")
    (site.root / "content/files/more").symlink_to(site.root / "elsewhere")
    assert site.pelican().returncode == 0
    assert "files/more/secret.txt" in site.output


def test_html_pages_pass_raw(site: Site) -> None:
    site.write("content/pages/raw.html", "<html><head><title>R</title></head><body><script>x</script></body></html>")
    assert site.pelican().returncode == 0
    assert "<script>x</script>" in site.read("pages/raw.html")


def test_autoescape_is_off_unless_asked_for(site: Site) -> None:
    site.write("content/pages/about.md", "Title: A <b>\n\nText.\n")
    site.pelican()
    assert site.read("pages/about.html").startswith("A <b>|")
    site.configure('JINJA_ENVIRONMENT = {"autoescape": True}')
    site.pelican()
    assert site.read("pages/about.html").startswith("A &lt;b&gt;|")


def test_undefined_names_print_nothing_unless_strict(site: Site) -> None:
    site.write("theme/templates/page.html", "[{{ no_such_name }}]")
    assert site.pelican().returncode == 0
    assert site.read("pages/about.html") == "[]"
    site.configure('from jinja2 import StrictUndefined; JINJA_ENVIRONMENT = {"undefined": StrictUndefined}')
    assert site.pelican().returncode == 1


def test_missing_template_is_taken_from_another_theme(site: Site) -> None:
    (site.root / "theme/templates/page.html").unlink()
    assert site.pelican().returncode == 0
    assert "Proudly powered by" in site.read("pages/about.html")


def test_empty_feed_is_stamped_with_the_clock(site: Site) -> None:
    site.configure('FEED_ALL_ATOM = "feed.xml"', 'SITEURL = "https://example.org"')
    site.pelican()
    first = site.read("feed.xml")
    assert "<entry>" not in first
    time.sleep(1.1)
    site.pelican()
    assert site.read("feed.xml") != first


def test_objects_with_items_are_flattened_in_the_context() -> None:
    register = SimpleNamespace(items=lambda: [("a", 1)])
    generator = SimpleNamespace(context={}, register=register)
    Generator._update_context(generator, ["register"])
    assert generator.context["register"] == [("a", 1)]


def test_sanitised_join_accepts_a_neighbour() -> None:
    assert sanitised_join("/srv/out", "../out-evil/x") == "/srv/out-evil/x"


def test_slugs_of_chinese_titles_collide() -> None:
    substitutions = DEFAULT_CONFIG["SLUG_REGEX_SUBSTITUTIONS"]
    assert slugify("某市监罚〔2024〕12号", substitutions) == slugify("谋是兼罚〔2024〕12号", substitutions)


def test_repeated_warnings_are_dropped() -> None:
    record = logging.LogRecord("x", logging.WARNING, __file__, 1, "said twice: %s", ("test",), None)
    assert [LimitFilter().filter(record), LimitFilter().filter(record)] == [True, False]


def test_import_replaces_the_logger_class_of_the_process() -> None:
    code = "import logging; a = logging.getLoggerClass(); import pelican; print(logging.getLoggerClass() is a)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_defaults_that_depend_on_the_machine() -> None:
    assert DEFAULT_CONFIG["LOCALE"] == [""]
    assert DEFAULT_CONFIG["PLUGINS"] is None  # loads whatever namespace plugin happens to be installed
