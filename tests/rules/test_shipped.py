"""The content that the repository ships: no error on a pinned day, and every warning stands for a reason that is written down."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

import yaml

from generator import flow
from generator.finding import Finding, Severity
from generator.plugin import load_settings
from generator.reading.tree import DirectoryTree

ROOT = Path(__file__).resolve().parents[2]
AS_OF = date(2026, 11, 25)
REASONS = Path(__file__).with_name("shipped-warnings.yaml")


class Told(NamedTuple):
    """What identifies a warning."""

    path: str
    rule: str
    message: str


def findings() -> tuple[Finding, ...]:
    """What the check says of the shipped content with the shipped settings."""
    return flow.check(DirectoryTree(ROOT / "content", "content"), load_settings(ROOT / "pelicanconf.py")[0], AS_OF).findings


def reasons() -> dict[Told, str]:
    """Why each warning stands."""
    return {
        Told(path, rule, message): group["why"]
        for group in yaml.safe_load(REASONS.read_text("utf-8"))
        for path, rules in group["warnings"].items()
        for rule, messages in rules.items()
        for message in messages
    }


def test_no_error_and_every_warning_has_its_reason() -> None:
    found = findings()
    assert [finding for finding in found if finding.severity is not Severity.WARNING] == []
    told = [Told(finding.path.removeprefix("content/"), finding.rule, finding.message) for finding in found]
    known = reasons()
    assert sorted(set(told) - set(known)) == [], "new warnings: mend them, or write down why they stand"
    assert sorted(set(known) - set(told)) == [], "warnings that are no more: strike them from the list"
    assert len(told) == len(set(told))


def test_the_reasons_say_something() -> None:
    assert all(len(why.strip()) > 20 for why in reasons().values())
