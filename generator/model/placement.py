"""Where files live: from a path to kind, id and edition, and back. The only place that knows the folder layout."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.finding import Fault
from generator.model.kinds import folders, kind_for
from generator.model.record import Lifecycle, Origin, Record
from generator.model.references import STEM

ATTACHMENTS = "attachments"
PAGES = "pages"

_STEM = re.compile(rf"{STEM}\Z")
_EDITION = re.compile(r"[1-9]\d*(-\d+)?\Z", re.ASCII)
_YEAR = re.compile(r"\d{4}\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Placement:
    """What a path says of the file: its kind and where its record comes from (body still empty)."""

    kind: type[Record]
    origin: Origin


def place(path: str) -> Placement | Fault:
    """Read kind and id off a path relative to the content folder (DESIGN §3, Ids, files, references)."""
    *parents, file_name = path.split("/")
    stem, dot, suffix = file_name.rpartition(".")
    if not parents or not dot:
        return Fault("path-unknown", context={"folders": folders()})
    folder = parents[0]
    kind = kind_for(folder, stem)
    if kind is None:
        return Fault("path-unknown", context={"folders": folders()})
    info = kind.KIND
    if dot + suffix != info.suffix:
        return Fault("path-suffix", context={"expected": info.suffix, "got": dot + suffix})
    if info.lifecycle is Lifecycle.LIST:
        return _place_edition(kind, path, parents, stem)
    if not _STEM.match(stem):
        return Fault("path-stem", context={"stem": stem})
    if len(parents) == 1:
        return Placement(kind, Origin(f"{folder}/{stem}", path, stem))
    if len(parents) == 2 and _YEAR.match(parents[1]) and info.lifecycle is not Lifecycle.POLICY:
        return Placement(kind, Origin(f"{folder}/{stem}", path, stem, shelf=parents[1]))
    return Fault("path-depth", context={"expected": f"{folder}/年份/{file_name}"})


def _place_edition(kind: type[Record], path: str, parents: list[str], stem: str) -> Placement | Fault:
    folder = parents[0]
    if len(parents) != 2:
        return Fault("path-depth", context={"expected": f"{folder}/清单名/版次{kind.KIND.suffix}"})
    if not _STEM.match(parents[1]):
        return Fault("path-stem", context={"stem": parents[1]})
    if not _EDITION.match(stem):
        return Fault("path-edition", context={"stem": stem})
    return Placement(kind, Origin(f"{folder}/{parents[1]}", path, stem))


def attachment_of(path: str) -> tuple[str, str] | None:
    """(record id, file name) of a path under ``attachments/``; None if it lies at the wrong depth."""
    parts = path.split("/")
    if len(parts) != 4 or not (_STEM.match(parts[1]) and _STEM.match(parts[2])):
        return None
    return f"{parts[1]}/{parts[2]}", parts[3]


def page_of(path: str) -> str | None:
    """The stem of a native page ``pages/<stem>.md``; None if it lies elsewhere."""
    parts = path.split("/")
    stem, _, suffix = parts[-1].rpartition(".")
    return stem if len(parts) == 2 and suffix == "md" and _STEM.match(stem) else None
