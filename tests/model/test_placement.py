"""Paths: which are a record's, and what is said of those that are not."""

from __future__ import annotations

import pytest

from generator.finding import Fault
from generator.model.placement import Placement, attachment_of, page_of, place


@pytest.mark.parametrize(
    ("path", "id_", "stem", "shelf"),
    [
        ("penalties/2020/shili-2020-001.md", "penalties/shili-2020-001", "shili-2020-001", "2020"),
        ("penalties/2020-001.md", "penalties/2020-001", "2020-001", None),
        ("corrections/2020/2020-001.yaml", "corrections/2020-001", "2020-001", "2020"),
        ("rosters/shili-tjj/2.yaml", "rosters/shili-tjj", "2", None),
        ("bodies/hejin-tjj/1.md", "bodies/hejin-tjj", "1", None),
        ("reference/codes-violations.yaml", "reference/codes-violations", "codes-violations", None),
    ],
)
def test_records(path: str, id_: str, stem: str, shelf: str | None) -> None:
    placed = place(path)
    assert isinstance(placed, Placement)
    assert (placed.origin.id, placed.origin.stem, placed.origin.shelf) == (id_, stem, shelf)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("readme.md", "path-unknown"),
        ("penalty/2020-001.md", "path-unknown"),
        ("reference/other.yaml", "path-unknown"),
        ("penalties/2020-001.yaml", "path-suffix"),
        ("penalties/2020/x/2020-001.md", "path-depth"),
        ("penalties/y2020/2020-001.md", "path-depth"),
        ("penalties/2020/决定.md", "path-stem"),
        ("penalties/2020/2020_001.md", "path-stem"),
        ("rosters/2.yaml", "path-depth"),
        ("rosters/示例/2.yaml", "path-stem"),
        ("rosters/shili-tjj/02.yaml", "path-edition"),
    ],
)
def test_not_a_record(path: str, code: str) -> None:
    fault = place(path)
    assert isinstance(fault, Fault) and fault.code == code


def test_attachments_and_pages() -> None:
    assert attachment_of("attachments/penalties/2020-001/a.pdf") == ("penalties/2020-001", "a.pdf")
    assert attachment_of("attachments/penalties/a.pdf") is None
    assert page_of("pages/about.md") == "about"
    assert page_of("pages/关于.md") is None
    assert page_of("pages/x/about.md") is None
