"""A release with its full-text index: in the manifest, anew each time, and never what holds a release up."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.ledger_days import LedgerDays
from generator.model.record import Record
from generator.publish import search_index
from generator.publish.check import open_release
from generator.publish.manifest import Manifest
from generator.publish.publishing import MakeSite
from generator.publish.release import Way
from generator.reading.searchable import texts_of
from tests.model.builders import withdrawal
from tests.publish.test_search_index import OTHER, TEXT, text_of
from tests.publish.things import Place
from tests.render.column import admitted, render
from tests.render.things import body

WITH = Way(full_text=True)


def maker(*acts: Record) -> MakeSite:
    """Builds a site of two decisions with a text, and these acts."""

    def make(output: Path, _ledger: LedgerDays | None, _live: Manifest | None) -> int:
        render(admitted(body(), text_of(1, TEXT), text_of(2, OTHER), *acts), output)
        return 0

    return make


def held(place: Place, words: str) -> set[str]:
    """The folders of the live release in which somebody could read these words."""
    return {path.partition("/")[0] for path, data in place.files().items() if any(words in text for text in texts_of(path, data))}


def test_the_index_is_part_of_the_release(place: Place) -> None:
    assert place.publish(maker(), way=WITH) == 0
    assert place.said[0].endswith("个页面做全文索引")
    files = open_release(place.live).manifest.files
    assert {"pagefind/pagefind.js", "pagefind/state.json"} <= set(files)
    assert place.problems() == []
    assert place.publish(maker(), way=WITH) == 0
    assert "内容没有变化" in place.said[-1]


def test_nothing_of_a_withdrawn_text_is_left_in_the_next_one(place: Place) -> None:
    place.publish(maker(), way=WITH)
    assert {"penalties", "pagefind"} <= held(place, "瞒报统计资料")
    place.publish(maker(withdrawal("penalties/shili-2025-001", "shili-2026-001")), way=WITH)
    assert held(place, "瞒报统计资料") == set()
    assert "pagefind" in held(place, "虚假的统计数据")


def test_without_pagefind_the_release_goes_out(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_index, "ROOT", tmp_path)
    monkeypatch.chdir(tmp_path)
    assert place.publish(maker(), way=WITH) == 0
    assert place.said[0].startswith("没有做全文索引：没有找到全文检索程序 Pagefind。其余照常发布；")
    assert place.files()["pagefind/state.json"] == b'{"pages":0}\n'
    assert place.problems() == []


def test_it_is_made_when_it_is_asked_for(place: Place) -> None:
    assert place.publish(maker()) == 0
    assert [path for path in place.files() if path.startswith("pagefind/")] == ["pagefind/state.json"]
