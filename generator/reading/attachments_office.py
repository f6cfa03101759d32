"""Reads what Word and Excel files have in common: properties, embedded files, pictures.

The text itself is read by the readers of the two formats.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.finding import Fault
from generator.model.draft import Fragment
from generator.primitives.privacy import looks_like_person
from generator.reading.attachments_image import hidden_in_image
from generator.reading.attachments_zip import Package

_LABELS = {
    "creator": "作者", "lastModifiedBy": "最后保存者", "title": "标题", "subject": "主题", "description": "备注", "keywords": "标记",
    "category": "类别", "Manager": "经理", "Company": "单位", "contentStatus": "内容状态",
}  # fmt: skip
_PERSONS = ("creator", "lastModifiedBy", "Manager")
_EMBEDDED = re.compile(r"^(?:word|xl)/embeddings/")
_ACTIVE = re.compile(r"/(?:activeX|ctrlProps)/", re.IGNORECASE)
_PICTURE = re.compile(r"\.jpe?g$|\.png$|\.tiff?$", re.IGNORECASE)


def properties(package: Package, read: set[str]) -> Iterator[Fragment | Fault]:
    """Who made the file, as its properties tell, and everything else they say."""
    for name in ("docProps/core.xml", "docProps/app.xml"):
        if name not in package.names:
            continue
        read.add(name)
        for item in package.xml(name):
            tag, value = str(item.tag).rpartition("}")[2], (item.text or "").strip()
            if tag not in _LABELS or not value:
                continue
            place = f"文件属性“{_LABELS[tag]}”"
            yield Fragment(place, value)
            if tag in _PERSONS and looks_like_person(value):
                yield Fault("hidden-author", None, {"place": place})


def inclosures(package: Package) -> Iterator[Fault]:
    """Files within the file, controls that act, and pictures that tell where they were taken."""
    for name in package.names:
        if _ACTIVE.search(name):
            yield Fault("hidden-script", None, {"place": name})
        elif _EMBEDDED.search(name):
            yield Fault("hidden-embedded", None, {"place": name.rpartition("/")[2]})
        elif _PICTURE.search(name):
            yield from hidden_in_image(package.read(name), f"图片“{name.rpartition('/')[2]}”")
