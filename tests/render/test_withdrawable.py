"""Nothing may stop a withdrawal: whichever public record of the toy is withdrawn, the proof finds nothing to object to."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from generator import flow
from generator.model.checked import CheckedRegister, admit
from generator.model.draft import Draft, Reading
from generator.model.record import Document, Edition, Record
from generator.model.register import Register
from generator.model.standing import Standing
from generator.reading.attachments import with_contents
from generator.reading.tree import DirectoryTree
from generator.render.proof import Proof
from tests import toy
from tests.model.builders import withdrawal
from tests.render.breaking import ADDRESS, traces, write

SETTINGS = replace(toy.SETTINGS, site_address=ADDRESS)
TREE = DirectoryTree(toy.CONTENT, "content")


@cache
def reading() -> Reading:
    """The toy with the contents of its attachments."""
    return with_contents(flow.read(TREE), TREE)


def public() -> list[str]:
    """Every record of the toy that can be withdrawn."""
    register = Register(reading(), SETTINGS)
    live = (Standing.CURRENT, Standing.CORRECTED)
    return [
        record.ref for record in register.records
        if isinstance(record, Document | Edition) and record.KIND.stage is not None and not getattr(record, "is_secret", False)
        and register.state(record, toy.AS_OF).standing in live
    ]


def without(ref: str) -> CheckedRegister:
    """The toy in which that record is withdrawn."""
    act: Record = withdrawal(ref, "2026-900", 撤下日期=str(toy.AS_OF))
    drafts = sorted((*reading().drafts, Draft(act.origin.path, type(act), act)), key=lambda draft: draft.path)
    return admit(Register(replace(reading(), drafts=tuple(drafts)), SETTINGS), toy.AS_OF, (), 0)


@pytest.mark.parametrize("ref", public())
def test_it_can_be_withdrawn(ref: str) -> None:
    checked = without(ref)
    site = write(checked)
    assert traces({path: data for (_, path), data in site.files.items()}, Proof(checked, site.plan, TREE.read)) == set()
