"""Every kind: a sample binds, keeps what it says through the canonical form, is accepted by its schema, is documented, is shown."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from generator.model.declaration import Privacy, slots, walk_slots
from generator.model.record import Record
from generator.model.walk import leaves
from generator.reading.front_matter import split
from generator.reading.yaml_text import parse
from generator.render.addresses import address_of, file_of, root_of
from generator.reports.scaffold import scaffold_name
from generator.reports.schema import schema_name, schema_text
from generator.rules.engine import run
from generator.rules.registry import Scope, rules_of
from generator.writing.canonical import canonical
from tests.kinds.files import KINDS, LISTS, SHOWN, drafted, name, raw, text_of
from tests.model.builders import penalty, record
from tests.render.column import admitted, links, render
from tests.render.samples import BODY, path_of, sample

ROOT = Path(__file__).resolve().parents[2]
every_kind = pytest.mark.parametrize("kind", KINDS, ids=name)
whole_and_bare = pytest.mark.parametrize("bare", [False, True], ids=["whole", "bare"])


def turned(data: Any) -> Any:
    """The same with the keys of every mapping in reverse."""
    if isinstance(data, dict):
        return {key: turned(data[key]) for key in reversed(data)}
    return [turned(item) for item in data] if isinstance(data, list) else data


def said(text: str, kind: type[Record]) -> dict[str, Any]:
    """The keys and values of a file."""
    front = split(text)[0] if kind.KIND.prose else None
    data, faults = parse(front.yaml_text if front is not None else text)
    assert data is not None and not faults
    return data


@every_kind
@whole_and_bare
def test_a_sample_binds(kind: type[Record], bare: bool, tmp_path: Path) -> None:
    data = raw(kind, bare=bare)
    draft = drafted(kind, text_of(kind, data), tmp_path)
    assert draft.faults == ()
    assert type(draft.record) is kind
    written = {path: slot.scalar.write(value) for path, slot, value in leaves(draft.record) if slot.scalar is not None}
    for path, text in _typed(data):
        assert written[path] == text, path


def _typed(data: Any, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], str]]:
    if isinstance(data, str):
        return [(path, data)]
    inner = data.items() if isinstance(data, dict) else enumerate(data)
    return [leaf for key, value in inner for leaf in _typed(value, (*path, key))]


@every_kind
@whole_and_bare
def test_a_sample_passes_the_rules_of_its_own_file(kind: type[Record], bare: bool, tmp_path: Path) -> None:
    """But for what one value says of another: a draw that cannot be drawn again, a chart that leads nowhere, an end before its start."""
    draft = drafted(kind, text_of(kind, raw(kind, bare=bare)), tmp_path)
    found = run(rules_of(Scope.RECORD), [(draft.path, draft)], "", lambda *_: (None, None))
    generic = {"field-missing", "field-format", "field-unknown", "choice-unknown", "yaml-syntax", "front-matter", "path-unsafe"}
    assert [finding.message for finding in found if finding.rule in generic or "运行出错" in finding.message] == []


@every_kind
@whole_and_bare
def test_a_sample_keeps_what_it_says_in_canonical_form(kind: type[Record], bare: bool) -> None:
    data = raw(kind, bare=bare)
    text = canonical(text_of(kind, data), kind)
    assert canonical(text, kind) == text
    assert said(text, kind) == data
    assert canonical(text_of(kind, turned(data)), kind) == text
    if kind.KIND.prose:
        assert text.endswith(f"---\n\n{BODY}\n")


@every_kind
@whole_and_bare
def test_the_schema_accepts_a_sample_and_no_other_key(kind: type[Record], bare: bool) -> None:
    validator = Draft7Validator(json.loads(schema_text(kind)))
    data = raw(kind, bare=bare)
    assert [error.message for error in validator.iter_errors(data)] == []
    assert ["没有这个键" in error.message for error in validator.iter_errors({**data, "没有这个键": "x"})] == [True]


@every_kind
def test_the_committed_documents_speak_of_the_kind(kind: type[Record]) -> None:
    _, found, rest = (ROOT / "docs/fields.md").read_text("utf-8").partition(f"\n## {kind.KIND.title}\n")
    assert found, "make docs writes it"
    section = rest.partition("\n## ")[0]
    assert kind.KIND.summary in section
    assert [path for path, slot in walk_slots(kind) if f"`{slot.key}" not in section and f".{slot.key}`" not in section] == []
    assert (ROOT / "docs/templates" / scaffold_name(kind)).is_file()
    assert (ROOT / "schemas" / f"{schema_name(kind)}.json").is_file()


@pytest.mark.parametrize("kind", SHOWN, ids=name)
@whole_and_bare
def test_a_sample_has_a_page_and_a_place_in_its_list(kind: type[Record], bare: bool, tmp_path: Path) -> None:
    made = sample(kind, "2020-901", bare=bare).record
    column = render(admitted(made, penalty("2020-900")), tmp_path)
    assert kind.KIND.title in column.page(f"{kind.KIND.stage}/index.html").get_text()
    overview = column.page(f"{kind.KIND.folder}/index.html")
    assert kind.KIND.summary in overview.get_text()
    where = f"{kind.KIND.folder}/" if kind in LISTS else f"{kind.KIND.folder}/{made.own_day.year}/"
    assert f"{root_of(file_of(where))}{made.id}/index.html" in links(column, file_of(where), "main a")
    page = column.page(file_of(address_of(made)))
    assert kind.KIND.title in page.select_one("main").get_text()
    if kind.KIND.caption:
        assert getattr(made, kind.KIND.caption) in page.h1.get_text()


@pytest.mark.parametrize("kind", LISTS, ids=name)
def test_a_list_shows_its_history(kind: type[Record], tmp_path: Path) -> None:
    keys = {slot.name: slot.key for slot in slots(kind)}
    number = "2020" if keys["number"] == "版本" else "2"
    second = raw(kind, bare=False, start=500) | {keys["number"]: number, keys["effective_on"]: "2020-01-01"}
    first, newer = sample(kind).record, record(path_of(kind).replace("/1.", "/2."), second)
    column = render(admitted(first, newer), tmp_path)
    rows = column.page(f"{first.id}/index.html").select("section[aria-labelledby=editions] tbody tr")
    assert [row.th.a["href"] for row in rows] == ["../../" + file_of(address_of(edition)) for edition in (newer, first)]
    for row, edition in zip(rows, (newer, first), strict=True):
        assert edition.reason in row.get_text()
        assert edition.reason in column.page(file_of(address_of(edition))).get_text()


def test_kinds_can_be_told_apart() -> None:
    for told in (lambda kind: kind.KIND.title, schema_name, scaffold_name):
        assert len({told(kind) for kind in KINDS}) == len(KINDS)
    assert len({(kind.KIND.stage, kind.KIND.order) for kind in SHOWN}) == len(SHOWN)


@every_kind
def test_the_kind_says_whole_sentences(kind: type[Record]) -> None:
    assert kind.KIND.summary.endswith("。")
    assert not kind.KIND.title.endswith("。")
    assert kind.KIND.prose == bool(kind.KIND.outline)
    for path, slot in walk_slots(kind):
        assert not slot.declaration.description.endswith("。"), path
    identity = [slot for slot in slots(kind) if slot.declaration.privacy is Privacy.IDENTITY]
    assert kind not in SHOWN or identity, "nothing would be left on the tombstone"
