"""Writing: the same bytes however it is done, and one clear error when a file cannot be rendered."""

from __future__ import annotations

import gc
import multiprocessing
import pickle
import shutil
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from generator.render.finish import inspect, share
from generator.render.page_facts import read_page
from generator.render.theme import THEME, assets_of
from generator.render.write import RenderError, render_chunk
from tests import toy
from tests.model.builders import penalty
from tests.render.column import Column, admitted, check_toy, environment, looked, proof_of, render

FORK = multiprocessing.get_context("fork")


def test_two_renders_give_the_same_bytes(site: Column, tmp_path: Path) -> None:
    assert render(check_toy(), tmp_path, toy.CONTENT).files == site.files


def test_a_pool_gives_the_same_bytes(tmp_path: Path) -> None:
    many = [penalty(f"2020-{n:03d}", 文号=f"示统罚决字〔2020〕{n}号") for n in range(1, 450)]
    alone = render(admitted(*many), tmp_path / "alone")
    with ProcessPoolExecutor(2, mp_context=FORK) as pool:
        share(proof_of(alone))
        together = render(admitted(*many), tmp_path / "together", executor=pool)
        facts = inspect(together.root, together.plan, proof_of(together), pool)
    assert together.files == alone.files
    assert facts.files == together.plan.paths
    assert facts.pages == looked(alone).pages


def test_what_is_rendered_leaves_nothing_to_the_collector(tmp_path: Path) -> None:
    checked = check_toy()
    # What is imported late, and made once, comes with the first page.
    first = render(checked, tmp_path, toy.CONTENT)
    gc.collect()
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        again = render(checked, tmp_path, toy.CONTENT)
        gc.collect()
        left = [type(thing) for thing in gc.garbage]
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()
    assert again.files == first.files
    assert left == []


@pytest.mark.parametrize(
    ("source", "line", "word"),
    [
        ("{% extends 'base.html' %}\n{% block main %}\n{{ view.no_such_thing.more }}\n{% endblock %}\n", 3, "no_such_thing"),
        ("{% extends 'base.html' %}\n{% block main %}\n{% if %}\n{% endblock %}\n", 3, "TemplateSyntaxError"),
    ],
)
@pytest.mark.parametrize("pooled", [False, True])
def test_a_broken_template_is_named_with_its_line(source: str, line: int, word: str, pooled: bool, tmp_path: Path) -> None:
    templates = tmp_path / "templates"
    shutil.copytree(THEME / "templates", templates)
    (templates / "record.html").write_text(source)
    (templates / "kinds" / "penalties.html").unlink()
    pool = ProcessPoolExecutor(2, mp_context=FORK) if pooled else None
    with pytest.raises(RenderError) as caught:
        render(check_toy(), tmp_path / "out", toy.CONTENT, executor=pool, env=environment(templates))
    if pool is not None:
        pool.shutdown()
    assert (caught.value.template, caught.value.line) == ("record.html", line)
    assert word in caught.value.message
    assert caught.value.path.endswith("index.html")


def test_an_error_in_a_worker_comes_back_whole(tmp_path: Path) -> None:
    templates = tmp_path / "templates"
    shutil.copytree(THEME / "templates", templates)
    # Only a withdrawn record's page breaks, and that is not the first file of its surface: a worker meets it.
    (templates / "tombstone.html").write_text("{{ view.no_such_thing.more }}")
    with ProcessPoolExecutor(2, mp_context=FORK) as pool, pytest.raises(RenderError) as caught:
        render(check_toy(), tmp_path / "out", toy.CONTENT, executor=pool, env=environment(templates))
    assert caught.value.path == "nil-statements/2020-001/index.html"
    assert (caught.value.template, caught.value.line) == ("tombstone.html", 1)


def test_render_errors_survive_the_way_between_processes() -> None:
    error = pickle.loads(pickle.dumps(RenderError("a/index.html", "x.html", 3, "why")))
    assert str(error) == "a/index.html (x.html:3): why"
    assert (error.path, error.template, error.line, error.message) == ("a/index.html", "x.html", 3, "why")


def test_a_worker_without_a_run_says_so() -> None:
    with pytest.raises(RenderError, match="started before"):
        render_chunk(0, 1)


def test_a_theme_without_its_style_sheet_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.render.site.assets_of", lambda theme: ())
    with pytest.raises(ValueError, match="style"):
        render(check_toy(), tmp_path, toy.CONTENT)


def test_assets_are_named_after_their_content(tmp_path: Path) -> None:
    static = tmp_path / "static"
    static.mkdir()
    (static / "style.css").mkdir()
    (static / "style.css" / "2.css").write_text("a{x:y}\n")
    (static / "style.css" / "1.css").write_text("b{x:y}\n")
    (static / "note.txt").write_text("n")
    assert [asset.data for asset in assets_of(tmp_path)] == [b"n", b"b{x:y}a{x:y}"]
    first = {asset.name: asset.path for asset in assets_of(tmp_path)}
    (static / "style.css" / "2.css").write_text("b{}")
    second = {asset.name: asset.path for asset in assets_of(tmp_path)}
    assert first["note.txt"] == second["note.txt"] == "assets/note.txt"
    assert first["style.css"] != second["style.css"]
    assert first["style.css"].startswith("assets/style-")
    assert first["style.css"].endswith(".css")


def test_facts_of_a_page() -> None:
    facts = read_page(
        '<!DOCTYPE html><meta charset="utf-8"><title>x</title><link href="a.css"><h1 id="一">一</h1>'
        '<a href="../b/?x=1&amp;y=2#c">b</a><a id="d">d</a><img src="e.png">'.encode()
    )
    assert facts.links == ("a.css", "../b/?x=1&y=2#c", "e.png")
    assert facts.anchors == {"一", "d"}


def test_inspect_finds_what_the_plan_does_not_know(tmp_path: Path) -> None:
    column = render(admitted(), tmp_path)
    (tmp_path / "after" / "extra.html").write_text("<p id=x>x</p>")
    facts = looked(column)
    assert facts.files - column.plan.paths == {"after/extra.html"}
    assert facts.pages["after/extra.html"].anchors == {"x"}
