"""What must hold for any record and for any text: nothing altered, nothing lost, everything placed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.finding import KeyPath, Span
from generator.reading.positions import Lines
from generator.reading.scan import characters
from generator.reading.yaml_quick import quick
from generator.reading.yaml_text import Data, locate, parse
from generator.reading.yaml_walk import walk


def paths(data: Data, above: KeyPath = ()) -> Iterator[KeyPath]:
    """Every key path of the data."""
    yield above
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield from paths(value, (*above, key))


def words(data: Data) -> Iterator[str]:
    """Every key and value."""
    if isinstance(data, str):
        yield data
    for item in data if isinstance(data, list | dict) else ():
        yield from words(item)
    for item in data.values() if isinstance(data, dict) else ():
        yield from words(item)


def records(texts: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, Data]]:
    """Nested mappings and lists of texts, as deep as records are."""
    keys = texts.filter(bool)
    nested = st.recursive(
        texts,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
        max_leaves=8,
    )
    return st.dictionaries(keys, nested, max_size=4)


class _Plain(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def written(data: dict[str, Data], style: str | None = None, flow: bool = False) -> str:
    return yaml.dump(
        data, Dumper=_Plain, allow_unicode=True, default_style=style, default_flow_style=flow, sort_keys=False
    )


@given(records(st.text(st.characters(exclude_categories=["Cs"]), max_size=12)))
def test_round_trip_of_any_text(data: dict[str, Data]) -> None:
    text = written(data, style='"')
    read, faults = parse(text)
    assert read == data
    # The dumper escapes most suspicious characters. Those that it writes raw are reported by scan, and there alone.
    escaped = {context["char"] for word in words(data) for _, context in characters(word, text)}
    assert {fault.context.get("char") for fault in faults} == escaped


@given(records(st.text("甲乙：ab 01:#-'\"~", max_size=8)), st.booleans(), st.integers(1, 4))
def test_round_trip_and_a_place_for_each_path(data: dict[str, Data], flow: bool, first_line: int) -> None:
    text = written(data, flow=flow)
    assert parse(text, first_line)[0] == data
    places = locate(text, first_line)
    assert set(places) == set(paths(data))
    last = first_line + text.count("\n")
    for span in (span for place in places.values() for span in (place.key, place.value)):
        assert first_line <= span.line <= last
        assert span.column >= 1
        assert span.length >= 1


@given(
    st.dictionaries(
        st.text("甲乙abc", min_size=1),
        st.text("甲乙abc", min_size=1) | st.lists(st.text("甲a", min_size=1)),
        min_size=1,
    )
)
def test_places_hold_the_words(data: dict[str, Data]) -> None:
    text = yaml.dump(data, Dumper=_Plain, allow_unicode=True)
    rows = text.split("\n")

    def cut(span: Span) -> str:
        return rows[span.line - 1][span.column - 1 : span.column - 1 + span.length].strip("'\"")

    for path, place in locate(text).items():
        if path and isinstance(path[-1], str):
            assert cut(place.key) == path[-1]
        if path and isinstance(path[-1], int):
            assert cut(place.value) == data[str(path[0])][path[-1]]  # type: ignore[call-overload]


MARKS = (
    *(
        "a",
        "b",
        "甲",
        "1",
        ": ",
        ":",
        "：",
        "\n",
        "\n  ",
        "\n    ",
        "- ",
        "? ",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "'",
        '"',
    ),
    *(
        "&x ",
        "*x",
        "!t ",
        "<<",
        "# ",
        " #",
        "|\n",
        ">\n",
        "\t",
        "　",
        "---\n",
        "...\n",
        "%",
        "@",
        " ",
        "\\u200b",
    ),
    *("\u2028", "\x07"),
)
SNIPPETS = st.lists(st.sampled_from(MARKS), max_size=25).map("".join)


@given(SNIPPETS)
def test_quick_and_precise_walks_agree(text: str) -> None:
    data = quick(text)
    if data is not None:
        walked = walk(text, Lines(text))
        assert (walked.data, walked.faults, walked.failure) == (data, (), None)


@given(SNIPPETS | st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_any_text_gives_data_or_faults_within_it(text: str) -> None:
    data, faults = parse(text)
    assert data is not None or faults
    rows = text.split("\n")
    for fault in faults:
        assert isinstance(fault.where, Span)
        assert 1 <= fault.where.line <= len(rows)
        assert 1 <= fault.where.column <= len(rows[fault.where.line - 1]) + 1
    assert () in locate(text)


@given(SNIPPETS)
def test_what_is_read_is_what_pyyaml_reads(text: str) -> None:
    data, faults = parse(text)
    if data is not None and not faults and not any(mark in text for mark in "\x07\u2028"):
        assert data == yaml.load(text, Loader=yaml.BaseLoader)
