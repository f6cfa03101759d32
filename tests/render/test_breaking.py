"""Whoever takes one suppression out of a surface is stopped by the proof: broken here surface by surface, guard by guard.

The register of surfaces is walked, so that a new surface is broken too, or the test fails.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from generator.model.checked import CheckedRegister
from generator.model.declaration import Privacy
from generator.model.record import Record
from generator.model.site import INDEXED, SORTED
from generator.render import (
    changes,
    names,
    views,
)
from generator.render.proof import Proof
from generator.render.site import Site
from generator.render.surfaces import all_surfaces, attachments
from generator.render.views import Showing, Shown
from tests.model.builders import correction, withdrawal
from tests.render.breaking import BYTES, CASE, FILE, lives, looks, registered, traces, write
from tests.render.things import decision, result

TEXT = "# 决定书\n\n本机关查明的独家事实如下，只有这一份有。\n"
SURFACES = [surface.name for surface in all_surfaces()]
#: Surfaces that tell nothing of records at all: what they write is the same, whatever is broken.
NOTHING = {"assets", "robots", "not_found", "native", "site_map", "verify"}
_LISTS = {"completeness", "kinds", "history", "officer_lookup", "supervision"}
#: Lists do not expire, and are never pending decisions nor 不予公开; only what is withdrawn answers 410.
UNTOUCHED = {
    "expired": {"completeness", "officer_lookup", "supervision", "gone"},
    "pending": {*_LISTS, "gone", "standings"},
    "secret": {*_LISTS, "gone"},
}
#: Surfaces that tell only what a tombstone keeps as well, that a record has its number and days, or how many records there are.
KEEPS = {
    "withdrawn": {"home", "stages", "gone", "completeness", "statistics", "agencies", "standings"},
    "expired": {"home", "stages", "editions", "kinds", "history", "statistics", "agencies", "standings"},
    "pending": {"statistics"}, "secret": {"statistics"},
}


@pytest.mark.parametrize("standing", ["withdrawn", "expired", "pending", "secret"])
@pytest.mark.parametrize("surface", SURFACES)
def test_a_surface_that_lets_go_is_caught(surface: str, standing: str) -> None:
    sound, wrong, proof = looks(standing)
    found = {trace for trace in traces(wrong.of(surface), proof) if not trace.internal}
    if surface in NOTHING | UNTOUCHED.get(standing, set()):
        assert sound.of(surface) == wrong.of(surface)
    elif surface in KEEPS.get(standing, ()):
        assert found == set()
    else:
        assert sound.of(surface) != wrong.of(surface)
        assert found


@pytest.mark.parametrize("standing", ["withdrawn", "expired", "pending", "secret"])
def test_the_sound_site_is_clean(standing: str) -> None:
    sound, _, _ = looks(standing)
    proof = Proof(lives(standing), sound.plan, lambda _path: BYTES)
    assert traces({path: data for (_, path), data in sound.files.items()}, proof) == set()


def test_every_named_surface_is_there() -> None:
    assert {*NOTHING, *(name for named in (*KEEPS.values(), *UNTOUCHED.values()) for name in named)} <= set(SURFACES)


def _open_sight(*_given: object, **_named: object) -> Shown:
    return Shown(frozenset({Privacy.IDENTITY, Privacy.PUBLIC, Privacy.PERSONAL}), body=True)


def _open_body(site: Site, item: Record, showing: Showing) -> Shown:
    return replace(views.shown(item, site.state(item), showing), body=True)


#: Guards beside the table: where each stands, what takes its place, the surface that then lets go, and the field that the proof names.
GUARDS = {
    "the text": (Site, "sight", _open_body, "records", "正文"),
    "原 and 现": (changes, "shown", _open_sight, "records", "更正事项"),
    "reasons of earlier acts": (Site, "tells_reason", lambda _site, _act: True, "records", "理由"),
    "reasons that later corrections quote": (Site, "tells_reason", lambda _site, _act: True, "records", "更正事项"),
    "reasons of earlier acts in a year": (Site, "tells_reason", lambda _site, _act: True, "acts", "理由"),
    "who is named by neighbours": (names, "may_be_named", lambda *_: True, "records", SORTED),
    "files": (attachments, "shown", _open_sight, "attachments", f"附件 {FILE.name}"),
    "the sitemap": (Site, "is_indexed", lambda _site, _record: True, "sitemap", INDEXED),
    "search engines": (Site, "is_indexed", lambda _site, _record: True, "records", INDEXED),
}


@pytest.mark.parametrize("guard", GUARDS)
def test_a_guard_that_is_taken_away_is_missed(guard: str, monkeypatch: pytest.MonkeyPatch) -> None:
    place, name, substitute, surface, field = GUARDS[guard]
    checked = guarded()
    assert traces(write(checked).of(surface), Proof(checked, write(checked).plan, lambda _path: BYTES)) == set()
    monkeypatch.setattr(place, name, substitute)
    wrong = write(checked)
    found = traces(wrong.of(surface), Proof(checked, wrong.plan, lambda _path: BYTES))
    assert field in {trace.field.split(".")[0] if field in ("更正事项", "理由") else trace.field for trace in found}


@cache
def guarded() -> CheckedRegister:
    """A withdrawn decision with a text, a file and a correction; a withdrawn inspection that a public decision of the party names."""
    case = decision(1, 附件=[{"文件": FILE.name, "说明": "独家的附件"}])
    case = case.model_copy(update={"origin": case.origin._replace(body=TEXT)})
    about = [correction(CASE, "2025-801", 更正日期="2025-07-01", 理由="独家公司的名称写错了",
                        更正事项=[{"字段": "违法事实", "原": "独家的旧事实在这里", "现": "独家的新事实在这里"}])]
    quoted = {"字段": "理由", "原": "独家厂的名称写错了", "现": "独家公司的名称写错了"}
    about.append(correction("corrections/2025-801", "2025-802", 更正日期="2025-07-02", 更正事项=[quoted]))
    seen = result(1)
    public = decision(2, 来源检查=seen.ref)
    gone = [withdrawal(CASE, "2026-001", 撤下日期="2026-03-01"), withdrawal(seen.ref, "2026-002", 撤下日期="2026-03-01")]
    return registered(case, *about, seen, public, *gone)
