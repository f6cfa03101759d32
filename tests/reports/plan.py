"""The clauses of the bureau's plan as the repository's content has them."""

from __future__ import annotations

from pathlib import Path

from generator import flow
from generator.model.kinds.plan_clauses import PlanClauses
from generator.model.register import Register
from generator.model.settings import Settings
from generator.reading.tree import DirectoryTree

ROOT = Path(__file__).resolve().parents[2]


def content() -> Register:
    """The repository's own content, unchecked."""
    return Register(flow.read(DirectoryTree(ROOT / "content", "content")), Settings())


def plan_clauses() -> PlanClauses:
    """The one list of clauses."""
    (plan,) = content().of_kind(PlanClauses)
    assert isinstance(plan, PlanClauses)
    return plan
