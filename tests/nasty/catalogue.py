"""Named attachments for the cases of rules: ``{make: PATH, as: NAME}``."""

from __future__ import annotations

from collections.abc import Callable

from pikepdf import Array

from tests.nasty import files, office, pdfs
from tests.primitives.constructed import ID, LANDLINE, MOBILE

FILES: dict[str, Callable[[], bytes]] = {
    # PDF
    "pdf-clean": lambda: pdfs.pdf(pdfs.text("示例市统计局行政处罚决定书"), pdfs.text("罚款人民币5000元")),
    "pdf-of-persons": lambda: pdfs.pdf(pdfs.text(f"身份证号：{ID}"), pdfs.text(f"电话：{MOBILE}、{LANDLINE}")),
    "pdf-black-box": lambda: pdfs.pdf(pdfs.text(f"tel {MOBILE}") + pdfs.box()),
    "pdf-shaded-row": lambda: pdfs.pdf(pdfs.box(colour="0.9 g") + pdfs.text("示例市统计局")),
    "pdf-white-text": lambda: pdfs.pdf(pdfs.text("hello") + pdfs.text("示例市统计局", 650, colour="1 g")),
    "pdf-note-box": lambda: pdfs.note("示例市统计局", "Square", IC=Array([0, 0, 0])),
    "pdf-author": lambda: pdfs.properties(Author="王小二"),
    "pdf-office": lambda: pdfs.properties(Author="示例市统计局"),
    "pdf-old-text": lambda: pdfs.appended(pdfs.text(f"tel {MOBILE}"), pdfs.text("hello")),
    "pdf-signed": lambda: pdfs.appended(pdfs.text("hello"), pdfs.text("hello")),
    "pdf-embedded": pdfs.embedded,
    "pdf-script": pdfs.script,
    "pdf-scan": lambda: pdfs.scan(None),
    "pdf-scan-with-text": lambda: pdfs.scan("hello"),
    "pdf-seal": lambda: pdfs.covered_by_picture("示例市统计局", alpha=120),
    "pdf-encrypted": lambda: pdfs.encrypted(owner_only=True),
    "pdf-truncated": lambda: pdfs.pdf(pdfs.text("hello"))[:200],
    "pdf-bomb": lambda: pdfs.swollen(40_000_000),
    "pdf-forms": pdfs.multiplied,
    "pdf-figures": lambda: pdfs.pdf(pdfs.text("上报数 646 千元，核查数 5,087 千元")),
    "pdf-secret": lambda: pdfs.pdf(pdfs.text("机密★1年") + pdfs.text("示例市统计局", 650)),
    "pdf-full-name": lambda: pdfs.pdf(pdfs.text("当事人：示例三，男")),
    # Word
    "docx-clean": lambda: office.word("示例市统计局行政处罚决定书"),
    "docx-comment": lambda: office.commented(f"打电话 {MOBILE} 核实"),
    "docx-tracked": lambda: office.tracked(f"身份证号{ID}"),
    "docx-vanished": lambda: office.vanished("示例市统计局"),
    "docx-vanished-style": lambda: office.vanished("示例市统计局", by_style=True),
    "docx-author": lambda: office.word("hello", author="王小二"),
    "docx-header": lambda: office.headed(MOBILE),
    "docx-photo": lambda: office.with_picture(files.jpeg(gps=True)),
    "docx-macro": office.macro,
    "docx-entities": office.entity_bomb,
    "docx-bomb": lambda: office.zip_bomb(40_000_000),
    # Excel
    "xlsx-clean": lambda: office.cell("示例钢铁有限公司"),
    "xlsx-of-persons": lambda: office.cell(int(MOBILE)),
    "xlsx-hidden-sheet": lambda: office.hidden_sheet(ID, "veryHidden"),
    "xlsx-hidden-row": lambda: office.hidden_row("示例钢铁有限公司"),
    "xlsx-hidden-column": lambda: office.hidden_column("示例钢铁有限公司"),
    "xlsx-comment": lambda: office.noted("待核"),
    "xlsx-cache": lambda: office.cached(ID),
    "xlsx-figures": lambda: office.cell(5087),
    # others
    "jpeg-gps": lambda: files.jpeg(gps=True),
    "jpeg-clean": files.jpeg,
    "png-author": lambda: files.png(Author="王小二"),
    "png-vast": files.vast_png,
    "zip": files.archive,
    "doc": lambda: files.ole("WordDocument"),
    "xls": lambda: files.ole("Workbook"),
    "office-encrypted": lambda: files.ole("EncryptedPackage"),
}
