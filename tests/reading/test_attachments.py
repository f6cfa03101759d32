"""What is read out of attachments: every text with its place, everything hidden, and nothing without bounds."""

from __future__ import annotations

import io
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from PIL import Image

from generator.model.draft import AttachmentContent
from generator.reading import attachments
from generator.reading.attachments import content_of, with_contents
from generator.reading.attachments_sort import sort_of, text_of
from generator.reading.load import read_tree
from generator.reading.tree import DirectoryTree
from tests.nasty import files, office
from tests.nasty.catalogue import FILES
from tests.primitives.constructed import ID, MOBILE
from tests.reading.contents import codes, in_bounds, texts
from tests.toy import CONTENT


@pytest.mark.parametrize(
    ("name", "sort"),
    [("pdf-clean", "pdf"), ("docx-clean", "docx"), ("xlsx-clean", "xlsx"), ("jpeg-clean", "jpeg"), ("png-author", "png"),
     ("zip", "zip"), ("docx-macro", "office-macro"), ("doc", "doc"), ("xls", "xls"), ("office-encrypted", "encrypted")],
)  # fmt: skip
def test_the_sort_is_told_by_the_bytes(name: str, sort: str) -> None:
    assert sort_of(FILES[name]()) == sort


@pytest.mark.parametrize(
    ("data", "sort"),
    [(b"", "empty"), (b" \n", "empty"), ("编号,名称\n1,甲\n".encode(), "text"), ("编号,名称\n".encode("gbk"), "text"),
     ("编号\n".encode("utf-16"), "text"), (b"<!DOCTYPE html><p>", "markup"), (b"\xef\xbb\xbf<svg/>", "markup"),
     (b"<?xml version='1.0'?><a/>", "markup"), (b"MZ\x90", "program"), (b"Rar!\x1a\x07\x01", "rar"), (bytes(range(256)), ""),
     (b"{\\rtf1}", "rtf"), (b"GIF89a", "gif"), (b"PK\x03\x04 broken", "damaged"), (office.word("x")[:3000], "damaged"),
     (files.ole("Other"), "ole")],
)  # fmt: skip
def test_other_sorts(data: bytes, sort: str) -> None:
    assert sort_of(data) == sort


def test_a_macro_is_seen_by_its_content_type_too() -> None:
    kind = b"vnd.openxmlformats-officedocument.wordprocessingml.document.main"
    data = office.replaced(office.word("x"), "[Content_Types].xml", kind, b"vnd.ms-word.document.macroEnabled.main")
    assert sort_of(data) == "office-macro"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
def test_plain_text_line_by_line(encoding: str) -> None:
    assert texts(content_of(f"编号,电话\n\n1,{MOBILE}\n".encode(encoding))) == {"第1行": "编号,电话", "第3行": f"1,{MOBILE}"}


@given(st.binary(max_size=400))
def test_any_bytes_are_read(data: bytes) -> None:
    sort_of(data)
    text_of(data)
    content_of(data)


MADE = {name: make() for name, make in FILES.items() if "bomb" not in name}


@hypothesis_settings(max_examples=150)
@given(st.sampled_from(sorted(MADE)), st.data())
def test_damaged_files_are_read(name: str, data: st.DataObject) -> None:
    """A file cut off or with some bytes changed gives faults, never an exception."""
    original = MADE[name]
    cut = data.draw(st.integers(1, len(original)))
    broken = bytearray(original[:cut])
    for _ in range(data.draw(st.integers(0, 4))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    content_of(bytes(broken))


def test_position_author_and_remarks() -> None:
    content = content_of(files.jpeg(gps=True, artist="王小二", remark=f"电话{MOBILE}"))
    assert codes(content) == ["hidden-position", "hidden-author", "attachment-textless"]
    assert texts(content)["图片的属性“备注”"] == f"电话{MOBILE}"
    assert texts(content)["图片的属性“作者”"] == "王小二"


def test_remarks_of_png() -> None:
    content = content_of(files.png(Comment=MOBILE))
    assert texts(content)["图片的属性“Comment”"] == MOBILE
    assert codes(content) == ["attachment-textless"]


def test_vast() -> None:
    assert in_bounds(files.vast_png()) == ["attachment-bomb"]


def test_a_large_scan_is_none() -> None:
    out = io.BytesIO()
    Image.new("1", (4960, 7016)).save(out, "PNG")  # A4 at 600 dots per inch
    assert codes(content_of(out.getvalue())) == ["attachment-textless"]


@pytest.mark.parametrize("data", [files.jpeg()[:-200], files.png()[:60]])
def test_cut_off(data: bytes) -> None:
    assert codes(content_of(data)) == ["attachment-damaged"]


def values(contents: Iterable[AttachmentContent]) -> str:
    return repr([fault for content in contents for fault in content.faults])


def test_no_fault_holds_a_value() -> None:
    told = values(content_of(data) for data in MADE.values())
    assert not [value for value in (ID, MOBILE, "王小二", "示例三") if value in told]


def test_each_content_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []

    def read(sort: str, data: bytes) -> AttachmentContent:
        calls.append(data)
        return AttachmentContent(sort)

    monkeypatch.setattr(attachments, "_READERS", {"text": read})
    monkeypatch.setattr(attachments, "_contents", {})
    assert content_of(b"one") is content_of(b"one")
    content_of(b"two")
    assert calls == [b"one", b"two"]


def test_the_store_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachments, "_KEPT", 3)
    monkeypatch.setattr(attachments, "_contents", {})
    for number in range(9):
        content_of(str(number).encode())
    assert len(attachments._contents) == 3


def test_contents_come_with_the_check_and_not_with_the_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    tree = DirectoryTree(CONTENT, "content")
    reading = read_tree(tree)
    assert [file.content for file in reading.attachments] == [None]
    (file,) = with_contents(reading, tree).attachments
    assert file.content is not None
    assert file.content.sort == "text"
    monkeypatch.setattr(attachments, "MAX_BYTES", 3)
    (file,) = with_contents(reading, tree).attachments
    assert file.content is not None
    assert codes(file.content) == ["attachment-oversize"]
