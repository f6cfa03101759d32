"""No typed value can take the address of another page: certificate numbers, codes, names of bodies."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.model.kinds import folders
from generator.model.site import FULL_TEXT
from generator.render.addresses import body_anchor, conduct_address, digest, officer_address
from tests.model.builders import record
from tests.render.column import Column, admitted, render
from tests.render.things import BODY, decision, law, officer, roster

SHEET = "officers/cards/"
#: Values that are, or look like, names of our own; the last ones no certificate may bear.
NUMBERS = ("cards", "CARDS", "history", "page", "search", "2026", "a44", "甲1", f"c-{digest('甲1')}", f"C-{digest('甲1').upper()}",
           "sl-1", "SL-1")
NASTY = (*NUMBERS, "index.html", "..", "a/b", "甲 1")
BODIES = ("rules", "others", "main", "large", "top", "tools", "a", "a-total", "a-none", "a-days0")
#: Surfaces whose pages lie in the folders of kinds.
OF_KINDS = {"kinds", "documents", "editions", "records", "history", "articles", "record_data", "gone"}


@given(st.sampled_from(NASTY) | st.text(min_size=1), st.sampled_from(NASTY) | st.text(min_size=1))
@example("甲1", f"c-{digest('甲1')}")
@example("SL-1", "sl-1")
def test_two_values_never_share_a_folder_even_where_capitals_do_not_count(one: str, other: str) -> None:
    for address in (officer_address, conduct_address):
        assert (address(one).casefold() == address(other).casefold()) == (one == other)
        assert address(one).casefold() != SHEET
        assert address(one).count("/") == address("SL-1").count("/")
        assert ".." not in address(one)


def test_the_usual_number_stands_in_the_address_as_it_is() -> None:
    assert officer_address("14990100001") == "officers/14990100001/"
    assert officer_address("SL-TJ-0001") == "officers/SL-TJ-0001/"
    assert conduct_address("S44-2") == "topics/conduct/S44-2/"


@pytest.fixture(scope="module")
def column(tmp_path_factory: pytest.TempPathFactory) -> Column:
    """A site whose numbers, codes and bodies are called like its own pages and places."""
    officers = [officer(f"p{n}", f"示例{n}", number) for n, number in enumerate(NUMBERS)]
    rows = [{"编号": number, "名称": f"违法行为{n}", "依据": "统计法"} for n, number in enumerate(NASTY)]
    codes = record("reference/codes-violations.yaml", {"名称": "统计违法行为代码", "依据": "统计法", "条目": rows})
    bodies = [record(f"bodies/{name}/1.md", BODY | {"名称": f"示例{name}统计局"}, "说明文字。") for name in BODIES]
    found = admitted(roster(1, "2019-01-01", *officers), codes, law(), *bodies, decision(1, 处罚机关="bodies/a"))
    return render(found, tmp_path_factory.mktemp("collisions"))


def test_every_page_is_planned_once_even_where_capitals_do_not_count(column: Column) -> None:
    paths = Counter(path.casefold() for path in column.plan.paths)
    assert [path for path, times in paths.items() if times > 1] == []
    assert f"{SHEET}index.html" in column.files
    numbers = {address for number in NUMBERS if (address := officer_address(number)) and f"{address}index.html" in column.files}
    assert len(numbers) == len(NUMBERS)


def test_every_id_stands_once_on_its_page(column: Column) -> None:
    for path in (path for path in column.files if path.endswith(".html")):
        ids = Counter(tag["id"] for tag in column.page(path).select("[id]"))
        assert [name for name, times in ids.items() if times > 1] == [], path


def test_a_bodys_parts_are_told_from_everything(column: Column) -> None:
    parts = {body_anchor(f"bodies/{name}", part) for name in BODIES for part in ("total", "none", "days0", "list")}
    assert len(parts) == 4 * len(BODIES)
    ids = {tag["id"] for path in ("statistics/index.html", "completeness/index.html") for tag in column.page(path).select("[id]")}
    ours = {name for name in ids if "_" not in name}
    assert {"main", "large", "top", "tools", "rules", "others"} <= ours
    assert not ours & parts


def test_no_kind_is_called_like_a_page_of_ours(column: Column, tmp_path: Path) -> None:
    first = {True: set(), False: set()}  # type: ignore[var-annotated]
    for artefact in column.plan.artefacts:
        first[artefact.surface in OF_KINDS].add(artefact.path.partition("/")[0])
    assert first[True] <= {*folders(), "topics"}
    assert not set(folders()) & (first[False] | {FULL_TEXT.rstrip("/"), "attachments"})
