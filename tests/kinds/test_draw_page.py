"""The page that tells the public how to repeat a draw is right: its program and its example give what the rule computes."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from generator.model.kinds.inspection_draws import InspectionDraw
from generator.primitives.lots import draw
from tests.reports.plan import content

PAGE = (Path(__file__).resolve().parents[2] / "content/pages/draws.md").read_text("utf-8")
PROGRAM = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)[1]


def printed(program: str) -> tuple[str, ...]:
    """What a program prints, line by line."""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    return tuple(done.stdout.split())


def test_the_example_is_what_the_program_draws() -> None:
    rows = re.findall(r"^\| (\d) \| .* \| (A\d+) \|$", PAGE, re.MULTILINE)
    assert [number for number, _ in rows] == ["0", "1"]
    assert printed(PROGRAM) == tuple(lot for _, lot in rows)


def test_the_program_repeats_every_draw_of_the_repository() -> None:
    draws = [record for record in content().of_kind(InspectionDraw) if isinstance(record, InspectionDraw)]
    assert len(draws) > 3
    for record in draws:
        lots = [(lot.number, lot.weight) for lot in record.objects.lots]
        count = len(record.objects.drawn)
        program = PROGRAM.replace('"2026-03-02 12.5"', repr(record.seed)).replace("count = 2", f"count = {count}")
        program = re.sub(r"lots = \[\(.*\]", lambda _: f"lots = {lots!r}", program)  # noqa: B023 - used at once
        assert printed(program) == record.objects.drawn == draw(lots, record.seed, count)
