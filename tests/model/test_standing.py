"""The fold of DESIGN §2.1 and the order of acts of §3."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.standing import Standing, fold
from tests.model.builders import correction, penalty, withdrawal

ID = "penalties/shili-2020-001"


@pytest.mark.parametrize(
    ("acts", "as_of", "standing", "since"),
    [
        ([], "2020-06-04", Standing.PENDING, None),
        ([], "2020-06-05", Standing.CURRENT, None),
        ([correction(ID)], "2020-06-30", Standing.CURRENT, None),
        ([correction(ID)], "2020-07-01", Standing.CORRECTED, date(2020, 7, 1)),
        ([withdrawal(ID)], "2021-03-01", Standing.WITHDRAWN, date(2021, 3, 1)),
        ([withdrawal(ID)], "2020-12-31", Standing.WITHDRAWN, date(2021, 3, 1)),
        ([withdrawal(ID)], "2020-06-01", Standing.PENDING, None),
        ([correction(ID), withdrawal(ID)], "2026-01-01", Standing.WITHDRAWN, date(2021, 3, 1)),
        ([withdrawal(ID, 撤下日期="2020-07-01"), correction(ID)], "2026-01-01", Standing.WITHDRAWN, date(2020, 7, 1)),
        ([withdrawal(ID, 撤下日期="2020-06-20"), correction(ID)], "2026-01-01", Standing.WITHDRAWN, date(2020, 6, 20)),
    ],
)
def test_fold(acts: list, as_of: str, standing: Standing, since: date | None) -> None:
    state = fold(penalty(), acts, date.fromisoformat(as_of))
    assert (state.standing, state.since) == (standing, since)


@given(st.permutations([correction(ID), withdrawal(ID), correction(ID, "2020-002", 更正日期="2020-08-01")]))
def test_the_order_of_files_does_not_matter(acts: list) -> None:
    state = fold(penalty(), acts, date(2026, 1, 1))
    assert state.standing is Standing.WITHDRAWN
    assert [act.id for act in state.acts] == ["corrections/2020-001", "corrections/2020-002", "withdrawals/2021-001"]


@given(st.dates(date(2020, 6, 5), date(2030, 1, 1)))
def test_the_past_never_brings_a_withdrawn_record_back(as_of: date) -> None:
    assert fold(penalty(), [withdrawal(ID)], as_of).standing is Standing.WITHDRAWN


def test_every_standing_has_a_word() -> None:
    assert len({standing.label for standing in Standing}) == len(Standing)
