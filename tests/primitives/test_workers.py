"""Work that is shared among processes: the same results in the same order, whatever the work holds; errors come through."""

from __future__ import annotations

import os

import pytest

from generator.primitives.workers import beside, spread, workers


@pytest.mark.parametrize("count", [1, 2, 3])
def test_results_come_in_the_order_of_the_items(count: int) -> None:
    held = {number: number * number for number in range(50)}
    assert spread(count, lambda number: held[number], range(50)) == list(held.values())


def test_several_processes_do_the_work_and_one_does_it_itself() -> None:
    assert os.getpid() not in spread(2, lambda _item: os.getpid(), range(8))
    assert set(spread(1, lambda _item: os.getpid(), range(8))) == {os.getpid()}


@pytest.mark.parametrize("count", [1, 2])
def test_an_error_of_one_item_is_raised(count: int) -> None:
    def work(item: int) -> int:
        if item == 3:
            raise FileNotFoundError(item)
        return item

    with pytest.raises(FileNotFoundError):
        spread(count, work, range(8))
    assert spread(count, str, range(3)) == ["0", "1", "2"]


def test_one_is_nobody() -> None:
    with workers(1) as executor:
        assert executor is None


def test_work_beside_is_done_in_a_process_of_its_own_while_the_block_runs() -> None:
    held = {"值": 1}
    with beside(2, lambda: (os.getpid(), held)) as result:
        # What else is shared meanwhile does not mix with it.
        assert spread(2, str, range(3)) == ["0", "1", "2"]
    process, values = result()
    assert process != os.getpid()
    assert values == held
    with beside(1, os.getpid) as result:
        pass
    assert result() == os.getpid()


@pytest.mark.parametrize("count", [1, 2])
def test_an_error_of_work_beside_is_raised_where_its_result_is_asked_for(count: int) -> None:
    def work() -> None:
        raise FileNotFoundError("x")

    with beside(count, work) as result, pytest.raises(FileNotFoundError):
        result()
