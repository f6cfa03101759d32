"""Which records lie in the tree but could not be read: other rules report them, so nobody may call them missing."""

from __future__ import annotations

from generator.model.placement import Placement, place
from generator.model.record import Lifecycle
from generator.model.register import Register


def unbound_refs(register: Register) -> frozenset[str]:
    """Ids of the files that hold no readable record; for an edition both the list's id and the full reference."""
    found = set()
    for draft in register.drafts:
        placed = place(draft.path) if draft.record is None and draft.kind is not None else None
        if isinstance(placed, Placement):
            found.add(placed.origin.id)
            if placed.kind.KIND.lifecycle is Lifecycle.LIST:
                found.add(f"{placed.origin.id}@{placed.origin.stem}")
    return frozenset(found)
