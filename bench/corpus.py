"""Makes a content folder of N invented penalty decisions for the benchmark, always the same for the same N.

Each decision is about 2 KB of YAML and 3 KB of Markdown and passes every check; one in a hundred is withdrawn. Nothing here
measures anything.
"""

from __future__ import annotations

import argparse
import random
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from stdnum.cn import uscc

from bench.phrases import CAUSES, EVIDENCE, FORMS, PLEAS, SOURCES, SYLLABLES, TRADES, WEIGHING

SEED = 20200601
FIRST_YEAR, YEARS = 2014, 11
#: Rows of the roster in ``content/rosters``.
OFFICERS = 8
#: Of so many decisions one is withdrawn.
WITHDRAWN = 100
#: Nothing in the corpus is later.
AS_OF = date(2026, 1, 5)

_HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class CorpusFile:
    """One file of the corpus: its path below the content folder, and its text."""

    path: str
    text: str


def corpus(records: int) -> Iterator[CorpusFile]:
    """The decisions of a corpus of ``records``, spread over the years."""
    form = (_HERE / "decision.md").read_text("utf-8")
    dice = random.Random(SEED)  # noqa: S311 - nothing here is secret
    for number in range(records):
        yield _decision(form, dice, FIRST_YEAR + number % YEARS, number // YEARS + 1)


def withdrawals(records: int) -> Iterator[CorpusFile]:
    """One decision in :data:`WITHDRAWN` was revoked in the year after: its text is what no file of the site may hold."""
    form = (_HERE / "withdrawal.yaml").read_text("utf-8")
    made: Counter[int] = Counter()
    for number in range(WITHDRAWN // 2, records, WITHDRAWN):
        of, serial = FIRST_YEAR + number % YEARS, number // YEARS + 1
        year = of + 1
        made[year] += 1
        values = {"of": of, "serial": serial, "year": year, "number": made[year], "day": date(year, 3, 31)}
        yield CorpusFile(f"withdrawals/{year}/{year}-{made[year]:03d}.yaml", form.format_map(values))


def write_corpus(records: int, folder: Path) -> None:
    """Write a corpus into ``folder``, which is emptied first: what does not vary, the decisions and the withdrawals."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(_HERE / "content", folder)
    for file in (*corpus(records), *withdrawals(records)):
        target = folder / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(file.text, "utf-8")


def _decision(form: str, dice: random.Random, year: int, serial: int) -> CorpusFile:
    values = {"year": year, "serial": serial, **_days(dice, year), **_party(dice), **_figures(dice)}
    first, second = dice.sample(range(1, OFFICERS + 1), 2)
    values |= {"first": first, "second": second, "source": dice.choice(SOURCES), "fine": dice.randrange(1, 200) * 100}
    values |= {"cause": dice.choice(CAUSES), "plea": dice.choice(PLEAS), "weighing": dice.choice(WEIGHING)}
    proofs = dice.sample(EVIDENCE, dice.randint(3, len(EVIDENCE)))
    values["evidence"] = "\n".join(
        f"{n}. {proof.format(n=dice.randint(1, 9))}；" for n, proof in enumerate(proofs, start=1)
    )
    text = form.format_map(values)
    return CorpusFile(f"penalties/{year}/shili-{year}-{serial:03d}.md", text)


def _days(dice: random.Random, year: int) -> dict[str, object]:
    """The days of one case in their order, the decision within ``year``."""
    decided = date(year, 1, 1) + timedelta(dice.randrange(365))
    before = {"told": 10, "examined": 40, "filed": 50, "conduct": 120}
    after = {"served": 1, "published": 2}
    days = {name: decided - timedelta(gap + dice.randrange(8)) for name, gap in before.items()}
    days |= {name: decided + timedelta(gap + dice.randrange(2)) for name, gap in after.items()}
    return {"decided": decided, "period": f"{days['conduct'].year - 1}年", **days}


def _party(dice: random.Random) -> dict[str, object]:
    name = "".join(dice.choices(SYLLABLES, k=dice.randint(2, 3)))
    stem = "91999999MA" + "".join(dice.choices("0123456789ABCDEFGHJKLMNPQRTUWXY", k=7))
    return {
        "party": f"示例{name}{dice.choice(TRADES)}有限公司",
        "code": stem + uscc.calc_check_digit(stem),
        "head": "示例" + dice.choice(SYLLABLES),
        "address": f"示例县示例镇示例{dice.choice('东南西北中')}路{dice.randrange(1, 400)}号",
    }


def _figures(dice: random.Random) -> dict[str, object]:
    form, form_code, indicator, unit = dice.choice(FORMS)
    verified = dice.randrange(1000, 900_000)
    reported = dice.randrange(100, verified)
    gap = verified - reported
    figures = {"verified": verified, "reported": reported, "gap": gap, "rate": f"{100 * gap / verified:.1f}"}
    return {"form": form, "form_code": form_code, "indicator": indicator, "unit": unit, **figures}


def main() -> None:
    """``python -m bench.corpus FOLDER --records N``."""
    parser = argparse.ArgumentParser(description="Write a corpus of invented penalty decisions.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--records", type=int, default=10_000)
    arguments = parser.parse_args()
    write_corpus(arguments.records, arguments.folder)


if __name__ == "__main__":
    main()
