"""What is read out of PDF files, and what lies hidden in them."""

from __future__ import annotations

import pikepdf
import pytest

from generator.reading.attachments import content_of
from tests.nasty import files, pdfs
from tests.nasty.catalogue import FILES
from tests.primitives.constructed import ID, MOBILE
from tests.reading.contents import codes, in_bounds, texts


def test_pages() -> None:
    content = content_of(FILES["pdf-of-persons"]())
    assert texts(content)["第1页"] == f"身份证号：{ID}"
    assert codes(content) == []


@pytest.mark.parametrize(
    "data",
    [
        pdfs.pdf(pdfs.text("secret") + pdfs.box()),
        pdfs.pdf(pdfs.text("secret") + pdfs.box(colour="1 g")),
        pdfs.pdf(pdfs.text("示例三") + pdfs.box()),
        pdfs.covered_within_form("secret"),
        pdfs.covered_by_picture("secret"),
        pdfs.note("secret", "Square", IC=pikepdf.Array([0, 0, 0])),
        pdfs.note("secret", "Redact"),
        pdfs.note("secret", "FreeText", C=pikepdf.Array([0, 0, 0])),
    ],
    ids=["box", "white-box", "chinese", "form", "picture", "square", "redact", "free-text"],
)
def test_covered_text(data: bytes) -> None:
    (fault,) = content_of(data).faults
    assert fault.code == "hidden-covered"
    assert fault.context["place"] == "第1页"
    assert fault.context["count"] in (3, 6)


def test_only_the_covered_letters_count() -> None:
    (fault,) = content_of(pdfs.pdf(pdfs.text("name: " + "x" * 20) + pdfs.box(width=30))).faults
    assert 0 < fault.context["count"] < 10


@pytest.mark.parametrize(
    "data",
    [
        pdfs.pdf(pdfs.text("gone", colour="1 g")),
        pdfs.pdf(pdfs.box() + pdfs.text("gone")),
        pdfs.pdf(pdfs.text("gone", mode=3)),
        pdfs.pdf(pdfs.text("gone", 900)),
    ],
    ids=["white", "black-on-black", "invisible", "beyond-the-page"],
)
def test_unseen_text(data: bytes) -> None:
    (fault,) = content_of(data).faults
    assert (fault.code, fault.context["count"]) == ("hidden-unseen", 4)


@pytest.mark.parametrize(
    "data",
    [
        FILES["pdf-shaded-row"](), FILES["pdf-seal"](), FILES["pdf-scan-with-text"](), pdfs.see_through("seen"),
        pdfs.pdf(pdfs.text("seen") + pdfs.box(height=1)), pdfs.pdf(pdfs.text("seen") + pdfs.box(650)),
        pdfs.pdf(pdfs.box() + pdfs.text("seen", colour="1 g")), pdfs.note("seen", "Square"), pdfs.note("seen", "Link"),
    ],
    ids=["shaded", "seal", "scan", "marker-pen", "line", "elsewhere", "white-on-black", "frame", "link"],
)  # fmt: skip
def test_text_that_is_seen(data: bytes) -> None:
    assert codes(content_of(data)) == []


def test_a_scan_without_text() -> None:
    (fault,) = content_of(pdfs.scan(None)).faults
    assert (fault.code, fault.context["pages"]) == ("attachment-textless", (1,))


def test_older_states() -> None:
    content = content_of(FILES["pdf-old-text"]())
    assert codes(content) == ["hidden-old-text"]
    assert texts(content)["文件里保留的旧版本"] == f"tel {MOBILE}"
    assert MOBILE not in texts(content)["第1页"]


def test_a_signature_takes_no_text_away() -> None:
    assert codes(content_of(FILES["pdf-signed"]())) == []


def test_a_file_for_fast_display_has_no_older_state() -> None:
    data = pdfs.pdf(*(pdfs.text(f"page {number}") for number in range(20)), linearize=True)
    assert data.count(b"%%EOF") == 2
    assert codes(content_of(data)) == []


@pytest.mark.parametrize("data", [pdfs.properties(Author="王小二"), pdfs.properties(Company="王小二"), pdfs.xmp_author("王小二")])
def test_names_in_properties(data: bytes) -> None:
    assert codes(content_of(data)) == ["hidden-author"]


def test_properties_are_read() -> None:
    content = content_of(pdfs.properties(Title=f"决定书 {MOBILE}", Author="示例县统计局"))
    assert texts(content)["文件属性“标题”"] == f"决定书 {MOBILE}"
    assert codes(content) == []


def test_notes_and_forms_are_read() -> None:
    content = content_of(pdfs.note("hello", "Text", Contents=f"打 {MOBILE}"))
    assert texts(content)["第1页的批注或者表单"] == f"打 {MOBILE}"
    assert codes(content) == ["hidden-comment"]
    assert texts(content_of(pdfs.note("hello", "Widget", V=MOBILE)))["第1页的批注或者表单"] == MOBILE


def test_inclosures() -> None:
    assert codes(content_of(pdfs.embedded())) == ["hidden-embedded"]
    assert codes(content_of(pdfs.script())) == ["hidden-script"]
    assert codes(content_of(pdfs.photo(files.jpeg(gps=True)))) == ["hidden-position"]
    assert codes(content_of(pdfs.photo(files.jpeg()))) == []
    assert codes(content_of(pdfs.note("hello", "FileAttachment"))) == ["hidden-embedded"]


@pytest.mark.parametrize("owner_only", [True, False])
def test_encrypted(owner_only: bool) -> None:
    assert codes(content_of(pdfs.encrypted(owner_only=owner_only))) == ["attachment-encrypted"]


@pytest.mark.parametrize(
    "data",
    [pdfs.swollen(300_000_000), pdfs.swollen(40_000_000), pdfs.packed_twice(), pdfs.multiplied(), pdfs.endless(), pdfs.borrowed(),
     pdfs.vast()],
    ids=["stream", "drawing", "twice", "forms", "endless", "borrowed", "picture"],
)  # fmt: skip
def test_bombs(data: bytes) -> None:
    assert len(data) < 400_000
    assert in_bounds(data) == ["attachment-bomb"]


def test_near_bombs() -> None:
    assert codes(content_of(pdfs.swollen(4_000_000))) == []
    assert codes(content_of(pdfs.multiplied(depth=2))) == []
