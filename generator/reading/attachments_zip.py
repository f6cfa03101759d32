"""Opens the parts of a Word or Excel file one by one, never more of them than a real document has.

What the parts say is for the readers of the two formats.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from generator.finding import Fault
from generator.model.draft import Fragment

MAX_PARTS = 5_000
MAX_PART = 32 * 1024 * 1024
#: Unpacked bytes of all parts that are read. A report of some hundred pages has a tenth of it.
MAX_TOTAL = 128 * 1024 * 1024

#: The strict form of the format is the same with other names.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships",
     b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
)
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPE = "{http://schemas.openxmlformats.org/package/2006/content-types}"


class RefusedError(Exception):
    """The file is not read any further, for the reason that ``fault`` gives."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


class Package:
    """The parts of one file. Every method raises :class:`RefusedError`."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
            raise RefusedError(Fault("attachment-damaged")) from None
        members = self._archive.infolist()
        if len(members) > MAX_PARTS:
            raise RefusedError(Fault("attachment-bomb"))
        self._members = {member.filename: member for member in members}
        if len(self._members) < len(members):
            raise RefusedError(Fault("attachment-damaged"))  # two parts of one name: readers differ in which they show
        self._left = MAX_TOTAL
        self.names = tuple(self._members)
        self.types = {
            item.get("PartName", "").lstrip("/"): item.get("ContentType", "")
            for item in self.xml("[Content_Types].xml").iter(f"{_TYPE}Override")
        }

    def of_type(self, ending: str) -> tuple[str, ...]:
        """The parts whose content type ends so (``comments+xml``)."""
        return tuple(name for name, kind in self.types.items() if kind.endswith(ending) and name in self._members)

    def read(self, name: str) -> bytes:
        """The bytes of a part. What the archive says of its size is not believed."""
        member = self._members.get(name)
        if member is None:
            raise RefusedError(Fault("attachment-damaged"))
        if member.flag_bits & 1:
            raise RefusedError(Fault("attachment-encrypted"))
        limit = min(MAX_PART, self._left)
        try:
            with self._archive.open(member) as part:
                data = part.read(limit + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
            raise RefusedError(Fault("attachment-damaged")) from None
        if len(data) > limit:
            raise RefusedError(Fault("attachment-bomb"))
        self._left -= len(data)
        return data

    def xml(self, name: str) -> etree._Element:
        """The root of a part in XML. One with a document type is refused: that is where entities multiply."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True)
        data = self.read(name)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise RefusedError(Fault("attachment-entity"))
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError:
            raise RefusedError(Fault("attachment-damaged")) from None
        if root.getroottree().docinfo.doctype:
            raise RefusedError(Fault("attachment-entity"))
        return root

    def relations(self, name: str) -> Iterator[tuple[str, str, str, bool]]:
        """(id, type, target, outside the file?) of the parts that a part names."""
        folder, file = posixpath.split(name)
        part = posixpath.join(folder, "_rels", f"{file}.rels")
        if part not in self._members:
            return
        for item in self.xml(part).iter(_RELATIONS):
            target, outside = item.get("Target", ""), item.get("TargetMode") == "External"
            if not outside:
                target = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            yield item.get("Id", ""), item.get("Type", ""), target, outside

    def rest(self, read: set[str]) -> Iterator[Fragment]:
        """The text of all XML parts that no reader has opened, and where the file points outside: nothing goes unseen."""
        for name in self.names:
            if name.endswith(".rels"):
                for item in self.xml(name).iter(_RELATIONS):
                    if item.get("TargetMode") == "External":
                        yield Fragment("文件里的链接", item.get("Target", ""))
            elif name.endswith((".xml", ".vml")) and name not in read and name != "[Content_Types].xml":
                text = "\n".join(filter(str.strip, self.xml(name).itertext()))
                if text:
                    yield Fragment(f"文件内部（{name}）", text)
