"""Every kind that is shown can be corrected, redacted, withdrawn and reinstated: the act finds its target and changes its standing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.model.declaration import slots
from generator.model.record import Effect, Record
from generator.model.standing import Standing
from generator.render.addresses import address_of, file_of
from generator.rules.register import reference_broken
from tests.kinds.files import ACTS, SHOWN, name, raw
from tests.model.builders import penalty, record, register
from tests.render.column import admitted, render
from tests.render.samples import path_of, sample

#: The acts in an order in which each has something to do, and what the record's standing then is.
ORDER = {
    Effect.CORRECT: Standing.CORRECTED,
    Effect.REDACT: Standing.CORRECTED,
    Effect.WITHDRAW: Standing.WITHDRAWN,
    Effect.REINSTATE: Standing.CORRECTED,
}


def act(effect: Effect, target: str, day: date) -> Record:
    """A sample act on ``target``."""
    kind = next(kind for kind in ACTS if effect is kind.EFFECT)
    keys = {slot.name: slot.key for slot in slots(kind)}
    data = raw(kind, bare=True, start=700) | {keys["target"]: target, keys["day"]: day.isoformat()}
    return record(path_of(kind, "2022-700"), data)


def test_every_effect_has_a_kind() -> None:
    assert sorted(kind.EFFECT for kind in ACTS) == sorted(ORDER) == sorted(Effect)


@pytest.mark.parametrize("kind", SHOWN, ids=name)
def test_acts_find_their_target_and_change_its_standing(kind: type[Record], tmp_path: Path) -> None:
    made = sample(kind).record
    others = [] if made.id == "penalties/2020-900" else [penalty("2020-900")]
    done: list[Record] = []
    for number, (effect, standing) in enumerate(ORDER.items()):
        done.append(act(effect, made.ref, date(2022, 1, 1 + number)))
        found = register(made, *others, *done)
        assert found.acts_on(made.ref) == tuple(done)
        assert found.state(made, date(2022, 2, 1)).standing is standing
        broken = [problem.path for problem in reference_broken.check(found) if problem.path == done[-1].origin.path]
        assert broken == [], "the act names nothing"
    column = render(admitted(made, *others, *done), tmp_path)
    assert column.checked.state(made).standing is ORDER[Effect.REINSTATE]
    way = f"../../{file_of(address_of(made) if '@' in made.ref else f'{made.id}/')}"
    for each in done:
        assert way in [link["href"] for link in column.page(f"{each.id}/index.html").select("main a")], each.id
