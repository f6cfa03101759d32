"""How a target is laid out: ``releases/``, ``current`` beside it, the ledger, and nothing that is not ours.

It knows names only; whoever lists a target (a folder, a server) hands them in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from generator.publish.target import LAST_RUN, LEDGER, NEXT_LEDGER, Survey, sequence_of
from generator.writing.stage import Refusal

RELEASES, CURRENT, NEXT, LOCK, DRAFT = "releases", "current", "current.next", "lock", ".draft"
#: In ``releases/``: what a broken upload left, so that the next need not send it again.
HALF = ".half"
_OURS = frozenset({RELEASES, CURRENT, NEXT, LOCK, DRAFT, LEDGER, NEXT_LEDGER, LAST_RUN})


def survey_of(root: str, entries: Iterable[str], names: Iterable[str], link: str | None) -> Survey:
    """What a target holds, from the names in its root and in ``releases/`` and the text of the link ``current``, if it is one.

    Raises :class:`generator.writing.stage.Refusal` for whatever this program did not put there.
    """
    entries, names = set(entries), tuple(names)
    _refuse_strangers(root, entries - _OURS)
    found = {name: sequence_of(name) for name in names if not is_unfinished(name)}
    _refuse_strangers(f"{root}/{RELEASES}", {name for name, sequence in found.items() if sequence is None})
    releases = tuple(sorted(found, key=lambda name: (found[name] or 0, name)))
    left = tuple(sorted(name for name in names if is_unfinished(name) and name != HALF))
    if link is None:
        _refuse_strangers(root, entries & {CURRENT})
        return Survey(releases, None, left)
    folder, _, live = link.rpartition("/")
    if folder != RELEASES or live not in releases:
        newest = releases[-1] if releases else "…"
        raise Refusal(
            f"{root}/{CURRENT} 指向的不是 {root}/{RELEASES} 里的发布版本（{link}）",
            f"看看是谁改了它；确认以后运行 ln -sfn {RELEASES}/{newest} {root}/{CURRENT}，再重新发布",
        )
    return Survey(releases, live, left)


def _refuse_strangers(place: str, names: Collection[str]) -> None:
    if names:
        shown = "、".join(sorted(names)[:3]) + ("……" if len(names) > 3 else "")
        raise Refusal(
            f"{place} 里有不属于本程序的内容：{shown}；为防误删，没有动这个文件夹",
            "用 --to 换一个空的或者不存在的文件夹；确认这些内容不需要在那里的，先自行移走",
        )


def staging_of(name: str) -> str:
    """What a release is called in ``releases/`` while nobody may see it."""
    return f".{name}.staging"


def removing_of(name: str) -> str:
    """What a release is called in ``releases/`` while it is being removed."""
    return f".{name}.removing"


def is_unfinished(name: str) -> bool:
    """Whether something in ``releases/`` is one of these."""
    inner = name.removeprefix(".").removesuffix(".staging").removesuffix(".removing")
    return name == HALF or (name.startswith(".") and name != f".{inner}" and sequence_of(inner) is not None)
