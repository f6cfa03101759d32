"""Where things are on the site: addresses, file paths and the relative links between them.

An *address* is a folder below the site's root with a closing slash (``penalties/2020-001/``; ``""`` is the home page).
Links name the file in it, so that they work from a plain folder as well as from a server (docs/decisions/0007).
"""

from __future__ import annotations

import hashlib
import re
from urllib.parse import quote

from generator.model.record import Edition, Record

INDEX = "index.html"
#: The record as data, beside its page.
DATA = "record.json"
#: The addresses of pages that many others lead to.
SEARCH = "search/"
SUPERVISION = "supervision/"
SITE_MAP = "site-map/"
STATISTICS = "statistics/"
COMPLETENESS = "completeness/"


def address_of(record: Record) -> str:
    """The folder of a record's, an act's or one edition's page."""
    if isinstance(record, Edition):
        return f"{record.id}/{record.origin.stem}/"
    return f"{record.id}/"


def data_of(record: Record) -> str:
    """The file that holds the record as data."""
    return address_of(record) + DATA


def file_of(address: str) -> str:
    """The file that holds the page of an address."""
    return address + INDEX


def root_of(path: str) -> str:
    """The way from a page's file back to the site's root: ``"../../"``, or ``""`` at the root."""
    return "../" * path.count("/")


def to_page(root: str, address: str, anchor: str = "") -> str:
    """A link to a page, from a page whose way to the root is ``root``."""
    return f"{root}{address}{INDEX}{'#' + anchor if anchor else ''}"


def to_file(root: str, path: str) -> str:
    """A link to a file whose name may hold any character."""
    return root + quote(path)


def officer_address(number: str) -> str:
    """The page of a certificate."""
    return f"officers/{_folder(number)}/"


def conduct_address(code: str) -> str:
    """The page of one kind of unlawful conduct, by its code."""
    return f"topics/conduct/{_folder(code)}/"


def value_address(topic: str, value: str) -> str:
    """The page of one value below a topic's address."""
    return f"{topic}{_folder(value)}/"


def party_address(key: str) -> str:
    """The page that brings a party's records together. The address does not say whose."""
    return f"topics/parties/{digest(key)}/"


def digest(text: str) -> str:
    """Twelve characters that stand for a text in an address."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def body_anchor(body_id: str, part: str) -> str:
    """The id of a body's part on a page of several bodies: no other id, and no name of a body, has an underscore."""
    return f"{body_id.rpartition('/')[2]}_{part}"


#: A typed value that may be a folder's name as it is: capitals with a digit. Folders that we name are in small letters, whose likes some
#: servers do not tell apart: so neither those nor the digest of another value is ever met.
_FOLDER = re.compile(r"(?!C-[0-9A-F]{12}\Z)[A-Z-]*[0-9][A-Z0-9-]*\Z")
_ANCHOR = re.compile(r"[A-Za-z0-9-]+\Z")


def _folder(value: str) -> str:
    """The folder of a page by the number or code that it tells of; a value that makes no safe name stands there as a digest."""
    return value if _FOLDER.match(value) else f"c-{digest(value)}"


def row_anchor(number: str) -> str:
    """The id of a list row's place on its page; empty where the number would make no sound id."""
    return f"r-{number}" if _ANCHOR.match(number) else ""
