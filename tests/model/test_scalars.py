"""Each scalar type: what it accepts, what it refuses and under which error type."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from generator.model import scalars
from generator.model.references import BodyRef, Certificate, OfficerNumber, Target, code_of, parse_target, ref
from generator.model.scalars import Scalar


def scalar(annotation: Any) -> Scalar:
    """The Scalar inside an Annotated alias."""
    return get_args(annotation)[1]


ACCEPTED = [
    (scalars.Text, " 警告 ", "警告"),
    (scalars.Day, "2020-02-29", date(2020, 2, 29)),
    (scalars.Money, "5000", Decimal("5000")),
    (scalars.Money, "1234.50", Decimal("1234.50")),
    (scalars.Number, "-12.5", Decimal("-12.5")),
    (scalars.Whole, "0", 0),
    (scalars.Percentage, "87.3%", Decimal("87.3")),
    (scalars.CreditCode, "91110108551385082Q", "91110108551385082Q"),
    (scalars.CreditCode, "11341702003256079T", "11341702003256079T"),
    (scalars.CreditCode, "11341700MB1915595L", "11341700MB1915595L"),
    (scalars.DecisionNumber, "示统罚决字〔2020〕1号", "示统罚决字〔2020〕1号"),
    (scalars.YesNo, "是", True),
    (scalars.YesNo, "否", False),
    (scalars.WebAddress, "https://example.org/a?b=1", "https://example.org/a?b=1"),
    (scalars.CertificateNumber, "SL-TJ-0001", "SL-TJ-0001"),
    (scalars.choice("情节", "一般", "严重"), "严重", "严重"),
    (BodyRef, "bodies/hejin-tjj", Target("bodies/hejin-tjj")),
    (ref("rosters"), "rosters/shili-tjj@2", Target("rosters/shili-tjj", edition="2")),
    (ref("powers"), "powers/hejin-tjj#3100-B-00101", Target("powers/hejin-tjj", row="3100-B-00101")),
    (code_of("reference/codes-violations", "违法行为"), "S44-2", Target("reference/codes-violations", row="S44-2")),
    (OfficerNumber, "SL-TJ-0001", Certificate("SL-TJ-0001")),
]

REFUSED = [
    (scalars.Text, "  ", "text-empty"),
    (scalars.Day, "2020年6月1日", "day-form"),
    (scalars.Day, "2020-6-1", "day-form"),
    (scalars.Day, "20200601", "day-form"),
    (scalars.Day, "2020-W01-1", "day-form"),
    (scalars.Day, "1590969600", "day-form"),
    (scalars.Day, "2020-02-30", "day-impossible"),
    (scalars.Day, "２０２０-06-01", "digits-full-width"),
    (scalars.Money, "10,000.00", "money-form"),
    (scalars.Money, "1万", "money-form"),
    (scalars.Money, "-1", "money-form"),
    (scalars.Money, "1e3", "money-form"),
    (scalars.Money, "0500", "money-form"),
    (scalars.Money, "1.005", "money-places"),
    (scalars.Money, "５０００", "digits-full-width"),
    (scalars.Number, "1,000", "number-form"),
    (scalars.Whole, "01", "whole-form"),
    (scalars.Whole, "9" * 40, "whole-form"),
    (scalars.Percentage, "87.3", "percentage-form"),
    (scalars.Percentage, "８７%", "digits-full-width"),
    (scalars.CreditCode, "91310115MA1H8R7C6D", "credit-code-check"),
    (scalars.CreditCode, "9111010855138508", "credit-code-form"),
    (scalars.CreditCode, "91110108551385082q", "credit-code-form"),
    (scalars.CreditCode, "91110108551385082I", "credit-code-form"),
    (scalars.DecisionNumber, "示统罚决字[2020]1号", "decision-number-form"),
    (scalars.DecisionNumber, "示统罚决字〔2020〕１号", "digits-full-width"),
    (scalars.YesNo, "yes", "choice-unknown"),
    (scalars.WebAddress, "javascript:alert(1)", "web-address-scheme"),
    (scalars.WebAddress, "localhost:8000/x", "web-address-form"),
    (scalars.WebAddress, "//example.org", "web-address-scheme"),
    (scalars.WebAddress, "http://a b", "web-address-form"),
    (scalars.CertificateNumber, "a b", "certificate-form"),
    (BodyRef, "bodies/../x", "reference-form"),
    (BodyRef, "Bodies/Hejin", "reference-form"),
    (BodyRef, "rosters/hejin-tjj", "reference-folder"),
    (code_of("reference/codes-violations", "违法行为"), "S44 2", "code-form"),
]


@pytest.mark.parametrize(("kind", "text", "value"), ACCEPTED, ids=lambda item: str(item)[:40])
def test_accepted(kind: Any, text: str, value: object) -> None:
    assert scalar(kind).read(text) == value


@pytest.mark.parametrize(("kind", "text", "error"), REFUSED, ids=lambda item: str(item)[:40])
def test_refused(kind: Any, text: str, error: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        scalar(kind).read(text)
    assert caught.value.type == error


@pytest.mark.parametrize(("kind", "text", "value"), ACCEPTED, ids=lambda item: str(item)[:40])
def test_what_is_written_is_read_again(kind: Any, text: str, value: object) -> None:
    typed = scalar(kind)
    assert typed.read(typed.write(value)) == value


@pytest.mark.parametrize("raw", [{"a": "b"}, ["a"], 5, None, True])
def test_any_shape_but_text_is_refused(raw: object) -> None:
    for kind, _, _ in ACCEPTED:
        with pytest.raises(PydanticCustomError) as caught:
            scalar(kind).read(raw)
        assert caught.value.type == "scalar-shape"


def test_mended_forms_are_offered() -> None:
    for kind, text, key, right in [
        (scalars.Day, "2020年6月1日", "right", "2020-06-01"),
        (scalars.Day, "2020/6/1", "right", "2020-06-01"),
        (scalars.DecisionNumber, "示统罚决字【2020】1号", "right", "示统罚决字〔2020〕1号"),
        (scalars.DecisionNumber, "示统罚决字（2020）1号", "right", "示统罚决字〔2020〕1号"),
        (scalars.Money, "５０００", "mended", "5000"),
        (scalars.Money, "10,000.00", "right", "10000.00"),
        (scalars.Money, "¥1，234元", "right", "1234"),
        (scalars.Money, "1万", "right", "10000"),
        (scalars.Money, "1.5万元", "right", "15000.0"),
        (scalars.Money, "伍仟元", "right", ""),
    ]:
        with pytest.raises(PydanticCustomError) as caught:
            scalar(kind).read(text)
        assert (caught.value.context or {})[key] == right


@given(st.dates())
def test_every_day_survives(day: date) -> None:
    if day.year >= 1000:
        assert scalars.parse_day(day.isoformat()) == day


@given(st.text(max_size=30))
def test_no_text_crashes_a_type(text: str) -> None:
    for kind, _, _ in ACCEPTED:
        try:
            scalar(kind).read(text)
        except PydanticCustomError:
            continue


def test_target_forms() -> None:
    assert parse_target("penalties/shili-2020-001") == Target("penalties/shili-2020-001")
    assert str(parse_target("laws/statistics-law@2018-10")) == "laws/statistics-law@2018-10"
    assert parse_target("penalties/2020/001") is None
    assert parse_target("penalties/-x") is None


def test_an_alias_of_text_is_annotated_once() -> None:
    assert all(isinstance(scalar(kind), Scalar) for kind, _, _ in ACCEPTED)
    assert Annotated[str, scalar(scalars.Text)] == scalars.Text
