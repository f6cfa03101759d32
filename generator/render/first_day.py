"""首次公开日: the day on which the ledger first saw a document, as it stands on the page beside the day that was typed.

What the ledger says is not decided here, nor what follows for deadlines (model/timeliness.py).
"""

from __future__ import annotations

from generator.model.record import Document
from generator.render import wording
from generator.render.inline import Pair, Text
from generator.render.site import Site

_LABEL = "首次公开日"
#: The ledger cannot prove it.
_BEFORE = Text("台账开始以前")


def first_day(record: Document, site: Site) -> Pair:
    """The labelled day; 未标注 without a ledger (DESIGN §2.5)."""
    ledger = site.register.ledger
    if ledger is None:
        return Pair(_LABEL, wording.UNMARKED)
    first = ledger.first_day(record.ref, record.published_on)
    return Pair(_LABEL, _BEFORE if first is None else wording.day(first))
