"""Whatever breaks while a site is published: the public sees one whole release, and the next run mends the rest.

Processes are really killed (SIGKILL) in a forked child, at every step of the target and in the middle of the long ones.
"""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.publish import folder as folder_module
from generator.publish import publishing as publishing_module
from generator.publish.check import check_succession, open_release
from generator.publish.folder import FolderTarget
from generator.publish.release import Way
from generator.publish.target import Target
from generator.writing.stage import Busy, Refusal
from tests.publish.things import Builder, Place, Thing, texts, things

pytestmark = pytest.mark.faults

SECRET = "示例甲的住址"
STEPS = ("write", "begin", "put", "digests", "finish", "switch", "remove")


class Deadly:
    """A folder target that kills its process at the n-th step: before it (even n) or after it (odd n)."""

    def __init__(self, root: Path, at: int) -> None:
        self._real, self._left = FolderTarget(root), at

    def __getattr__(self, name: str) -> Any:
        real = getattr(self._real, name)
        if name not in STEPS:
            return real

        def step(*args: object) -> object:
            self._tick()
            result = real(*args)
            self._tick()
            return result

        return step

    def _tick(self) -> None:
        if self._left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        self._left -= 1


def in_child(deed: Callable[[], int]) -> int:
    """Do something in a forked child; its exit code, or minus the signal that killed it."""
    child = os.fork()
    if child == 0:
        code = 70
        try:
            code = deed()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def next_site() -> Builder:
    """One record more, one withdrawn, another style."""
    made = things() | {"penalties/2026-003": Thing(words="示例三")}
    made["penalties/2026-001"] = Thing(standing="withdrawn", acts=("withdrawals/2026-001",))
    return Builder(made, style="body{color:red}")


def first_site() -> Builder:
    """A record that is going to be withdrawn, and another."""
    return Builder(things() | {"penalties/2026-001": Thing(words=SECRET)})


@pytest.mark.parametrize("at", range(18))
def test_killed_at_every_step(place: Place, at: int) -> None:
    place.publish(first_site())
    before, old = place.files(), open_release(place.live)
    deadly: Target = Deadly(place.root, at)  # type: ignore[assignment]
    assert in_child(lambda: place.publish(next_site(), deadly)) == -signal.SIGKILL
    assert place.problems() == []
    sequence = open_release(place.live).manifest.sequence
    assert sequence in (1, 2)
    assert sequence == 2 or place.files() == before
    assert place.publish(next_site()) == 0
    assert place.problems() == []
    assert list(check_succession(old, open_release(place.live))) == []
    assert texts(place.root, SECRET) == [], "hidden text is gone from every release"
    assert (place.root / "ledger.jsonl").read_bytes() == place.files()["ledger.jsonl"]
    names = {entry.name for entry in place.root.iterdir()}
    assert names == {"current", "last-run.json", "ledger.jsonl", "lock", "releases"}
    assert not [entry for entry in (place.root / "releases").iterdir() if entry.name.startswith(".")]


def test_the_steps_above_are_all(place: Place) -> None:
    place.publish(first_site())
    deadly: Target = Deadly(place.root, 18)  # type: ignore[assignment]
    assert in_child(lambda: place.publish(next_site(), deadly)) == -signal.SIGKILL, "step 18 is there, after the ledger"
    place.publish(next_site())
    assert open_release(place.live).manifest.sequence == 2


@pytest.mark.parametrize("name", ["write_new", "_digest"])
@pytest.mark.parametrize("at", [0, 1, 4])
def test_killed_in_the_midst_of_a_step(place: Place, monkeypatch: pytest.MonkeyPatch, name: str, at: int) -> None:
    place.publish(first_site())
    before = place.files()
    real, left = getattr(folder_module, name), [at]

    def deadly(*args: object) -> object:
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left[0] -= 1
        return real(*args)

    def deed() -> int:
        monkeypatch.setattr(folder_module, name, deadly)
        return place.publish(next_site())

    assert in_child(deed) == -signal.SIGKILL
    assert place.files() == before
    assert place.publish(next_site()) == 0
    assert place.problems() == []


def test_killed_while_an_old_release_is_removed(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    place.publish(first_site())

    def deed() -> int:
        def half(folder: Path, *, ignore_errors: bool) -> None:
            assert ignore_errors
            next(file for file in folder.rglob("*") if file.is_file()).unlink()
            os.kill(os.getpid(), signal.SIGKILL)

        monkeypatch.setattr(folder_module.shutil, "rmtree", half)
        return place.publish(next_site())

    assert in_child(deed) == -signal.SIGKILL
    assert place.problems() == []
    place.publish(next_site())
    assert texts(place.root, SECRET) == []


def test_read_only_output(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    place.publish(first_site())
    before, real = place.files(), os.open

    def read_only(path: Any, flags: int, *rest: int, **more: Any) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR) and str(path).startswith(str(place.root)):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))
        return real(path, flags, *rest, **more)

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", read_only)
        with pytest.raises(OSError, match="Read-only"):
            place.publish(next_site())
    assert place.files() == before
    assert place.publish(next_site()) == 0


def test_killed_while_the_site_is_built(place: Place) -> None:
    place.publish(first_site())
    before = place.files()

    def deadly(_output: Path, _ledger: object, _live: object) -> int:
        os.kill(os.getpid(), signal.SIGKILL)
        return 0

    assert in_child(lambda: place.publish(deadly)) == -signal.SIGKILL
    assert place.files() == before
    assert place.publish(next_site()) == 0, "the lock ended with the process"


def test_killed_while_the_search_index_is_made(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    place.publish(first_site())
    before = place.files()

    def deadly(site: Path) -> str:
        (site / "pagefind").mkdir()
        (site / "pagefind/half").write_text(SECRET)
        os.kill(os.getpid(), signal.SIGKILL)
        return ""

    def deed() -> int:
        monkeypatch.setattr(publishing_module, "add_full_text", deadly)
        return place.publish(next_site(), way=Way(full_text=True))

    assert in_child(deed) == -signal.SIGKILL
    assert place.files() == before
    assert place.publish(next_site()) == 0
    assert place.problems() == []
    assert texts(place.root, SECRET) == []


def test_two_publishers_at_once(place: Place) -> None:
    place.publish(first_site())
    second: list[BaseException] = []

    class Slow(Builder):
        def __call__(self, *args: Any) -> int:
            try:
                place.publish(next_site())
            except Busy as error:
                second.append(error)
            return super().__call__(*args)

    slow = Slow(next_site().things)
    assert place.publish(slow) == 0
    assert len(second) == 1 and "进程 1" in str(second[0])
    assert place.problems() == []


def test_relief_waits_for_another_publisher(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.publish.publishing._PAUSE", 0.01)
    place.publish(first_site())
    with place.target.lock("示例乙"):
        monkeypatch.setattr("generator.publish.publishing._PATIENCE", 3)
        with pytest.raises(Busy, match="示例乙"):
            place.publish(next_site(), is_relief=True)
    assert "正在等它结束" in place.said[-1]
    assert place.publish(next_site(), is_relief=True) == 0


def test_an_older_run_that_finishes_later_is_refused(place: Place) -> None:
    place.publish(first_site())
    place.publish(next_site())
    before = place.files()
    with pytest.raises(Refusal, match="从网站上消失了：penalties/2026-003") as refused:
        place.publish(first_site())
    assert "先取回最新的内容" in refused.value.hint
    assert place.files() == before


def test_a_flipped_byte_is_found_and_mended(place: Place) -> None:
    place.publish(first_site())
    file = place.live / "penalties/2026-002/record.salt"
    file.write_bytes(b"X" + file.read_bytes()[1:])
    assert {problem.path.rpartition("/")[0] for problem in place.problems()} == {"penalties/2026-002"}
    assert place.publish(next_site()) == 0
    assert any("1 个文件损坏，已用新生成的替换：penalties/2026-002/record.salt" in line for line in place.said)
    assert place.problems() == []


def test_a_lost_file_is_mended(place: Place) -> None:
    place.publish(first_site())
    (place.live / "penalties/2026-002/record.salt").unlink()
    assert place.publish(next_site()) == 0
    assert place.problems() == []


def test_half_an_upload_is_never_switched_to(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    place.publish(first_site())
    before, real = place.files(), folder_module.write_new
    monkeypatch.setattr(folder_module, "write_new", lambda file, data: real(file, data[: len(data) // 2]))
    with pytest.raises(Refusal, match="与生成的不一样"):
        place.publish(next_site())
    assert place.files() == before
