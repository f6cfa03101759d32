"""Bytes to text: what is accepted, what is refused, and where."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.finding import Fault, Span
from generator.reading.decode import MAX_BYTES, decode

SAMPLE = "文号: 示例统罚决字〔2020〕1号\n处罚机关: bodies/shili-tjj\n"


def test_plain_file() -> None:
    assert decode(SAMPLE.encode()) == (SAMPLE, ())


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_windows_and_old_mac_files_equal_the_plain_one(newline: str, mark: bytes) -> None:
    assert decode(mark + SAMPLE.replace("\n", newline).encode()) == (SAMPLE, ())


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r")))
def test_variants_decode_alike(text: str) -> None:
    plain = decode(text.encode())
    assert decode(codecs.BOM_UTF8 + text.replace("\n", "\r\n").encode()) == plain


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_one_fault(data: bytes) -> None:
    text, faults = decode(data)
    assert (text is None) == (len(faults) == 1)
    assert text is None or ("\r" not in text and "\0" not in text)


def test_only_the_mark_at_the_head_is_removed() -> None:
    assert decode(codecs.BOM_UTF8 * 2 + b"a")[0] == "\ufeffa"


@pytest.mark.parametrize("data", [b"", b"\n \r\n\t", codecs.BOM_UTF8, "\u3000\n".encode()])
def test_empty_file(data: bytes) -> None:
    assert decode(data) == (None, (Fault("file-empty"),))


def test_gbk_file_names_the_place() -> None:
    data = "a: 1\r\nb: 示例\r\n".encode("gbk")
    assert decode(data) == (None, (Fault("not-utf8", Span(2, 4), {"guess": "GBK"}),))


def test_one_damaged_byte_is_not_taken_for_gbk() -> None:
    good = SAMPLE.encode()
    text, faults = decode(good[:40] + b"\xff" + good[40:])
    assert text is None
    assert [(fault.code, fault.context) for fault in faults] == [("not-utf8", {"guess": ""})]


def test_bytes_that_are_no_known_encoding() -> None:
    assert decode(b"a\nb\xff\xff\xff")[1] == (Fault("not-utf8", Span(2, 2), {"guess": ""}),)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_with_and_without_mark(encoding: str) -> None:
    assert decode(SAMPLE.encode(encoding)) == (None, (Fault("not-utf8", None, {"guess": "UTF-16"}),))


def test_nul_byte_names_the_place() -> None:
    assert decode("a: 1\r\n文号: \0x\n".encode()) == (None, (Fault("nul-byte", Span(2, 5)),))


def test_many_nul_bytes_are_not_taken_for_utf16() -> None:
    assert [fault.code for fault in decode(b"a: 1" + b"\0" * 20)[1]] == ["nul-byte"]


def test_limit_leaves_room_for_any_real_decision() -> None:
    assert MAX_BYTES == 1_048_576
