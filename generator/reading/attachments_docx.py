"""Reads the text of a Word file, and what its reader does not see at once: comments, tracked changes, hidden text.

Older Word formats and files with macros are not read at all.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from generator.finding import Fault
from generator.model.draft import AttachmentContent, Fragment
from generator.reading.attachments_office import inclosures, properties
from generator.reading.attachments_zip import Package, RefusedError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _VALUE, _STYLE = f"{_W}p", f"{_W}val", f"{_W}style"
_LETTERS = (f"{_W}t", f"{_W}delText")
_BLANKS = (f"{_W}tab", f"{_W}br", f"{_W}cr")
_HYPHENS = (f"{_W}noBreakHyphen",)
_TRACKED = (f"{_W}ins", f"{_W}del", f"{_W}moveFrom", f"{_W}moveTo")
_HIDING = (f"{_W}vanish", f"{_W}specVanish")
_OFF = ("0", "false", "off")

#: Content type of a part → what it is called.
_PARTS = {
    "wordprocessingml.document.main+xml": "正文",
    "wordprocessingml.header+xml": "页眉",
    "wordprocessingml.footer+xml": "页脚",
    "wordprocessingml.footnotes+xml": "脚注",
    "wordprocessingml.endnotes+xml": "尾注",
    "wordprocessingml.comments+xml": "批注",
    "wordprocessingml.document.glossary+xml": "自动图文集",
}


def read_docx(sort: str, data: bytes) -> AttachmentContent:
    """The paragraphs of every part, the properties, and faults for everything hidden."""
    fragments: list[Fragment] = []
    faults: list[Fault] = []
    read: set[str] = set()
    try:
        package = Package(data)
        styles = _hidden_styles(package)
        for ending, label in _PARTS.items():
            for name in package.of_type(ending):
                read.add(name)
                root = package.xml(name)
                fragments += _paragraphs(root, label)
                faults += _hidden(root, label, styles)
        for found in properties(package, read):
            (fragments if isinstance(found, Fragment) else faults).append(found)  # type: ignore[arg-type]
        faults += inclosures(package)
        fragments += package.rest(read)
    except RefusedError as refusal:
        faults.append(refusal.fault)
    return AttachmentContent(sort, tuple(fragments), tuple(faults))


def _paragraphs(root: etree._Element, label: str) -> Iterator[Fragment]:
    for count, paragraph in enumerate(root.iter(_PARAGRAPH), start=1):
        text = "".join(
            _written(item) for item in paragraph.iter(*_LETTERS, *_BLANKS, *_HYPHENS)
            if next(item.iterancestors(_PARAGRAPH)) is paragraph
        )
        if text.strip():
            yield Fragment(f"{label}第{count}段", text)


def _written(item: etree._Element) -> str:
    if item.tag in _LETTERS:
        return item.text or ""
    return "-" if item.tag in _HYPHENS else "\n"


def _hidden(root: etree._Element, label: str, styles: frozenset[str]) -> Iterator[Fault]:
    comments = sum(1 for _ in root.iter(f"{_W}comment"))
    if comments:
        yield Fault("hidden-comment", None, {"place": "文档", "count": comments})
    tracked = sum(1 for item in root.iter(*_TRACKED) if any(True for _ in item.iter(f"{_W}r")))
    if tracked:
        yield Fault("hidden-tracked", None, {"place": label, "count": tracked})
    vanished = sum(1 for run in root.iter(f"{_W}r") if _is_vanished(run, styles) and _has_letters(run))
    if vanished:
        yield Fault("hidden-text", None, {"place": label, "count": vanished})


def _is_vanished(run: etree._Element, styles: frozenset[str]) -> bool:
    own = run.find(f"{_W}rPr")
    if own is not None and _hides(own) is not None:
        return bool(_hides(own))
    named = [] if own is None else [own.find(f"{_W}rStyle")]
    paragraph = next(run.iterancestors(_PARAGRAPH), None)
    if paragraph is not None:
        named.append(paragraph.find(f"{_W}pPr/{_W}pStyle"))
    return any(style is not None and style.get(_VALUE) in styles for style in named)


def _hides(properties_of_run: etree._Element) -> bool | None:
    """What a run's properties say of its visibility; None if nothing."""
    for tag in _HIDING:
        item = properties_of_run.find(tag)
        if item is not None:
            return item.get(_VALUE, "1") not in _OFF
    return None


def _has_letters(run: etree._Element) -> bool:
    return any((item.text or "").strip() for item in run.iter(*_LETTERS))


def _hidden_styles(package: Package) -> frozenset[str]:
    """The styles that hide what is written in them."""
    found = set()
    for name in package.of_type("wordprocessingml.styles+xml"):
        for style in package.xml(name).iter(_STYLE):
            own = style.find(f"{_W}rPr")
            if own is not None and _hides(own):
                found.add(style.get(f"{_W}styleId", ""))
    return frozenset(found)
