"""What a release changes, in a clerk's words: files added, changed, removed; what happened to which record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.history.timeline import Happening
from generator.publish.manifest import Manifest, Mark

#: Records that are named one by one, of each happening.
_NAMED = 10


class Changes(NamedTuple):
    """The paths of files and what happened to records: word and id."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    events: tuple[tuple[str, str], ...]

    @property
    def is_none(self) -> bool:
        """Whether no byte differs."""
        return not (self.added or self.changed or self.removed)

    def told(self) -> Iterator[str]:
        """The lines of the report."""
        yield f"文件：新增 {len(self.added)} 个，改动 {len(self.changed)} 个，删除 {len(self.removed)} 个"
        counted = Counter(word for word, _ in self.events)
        if counted:
            yield "记录：" + "，".join(f"{word} {count} 条" for word, count in counted.items())
        for word, count in counted.items():
            named = [ref for event, ref in self.events if event == word][:_NAMED]
            yield f"  {word}：{'、'.join(named)}{' 等' if count > _NAMED else ''}"


def changes_of(live: Manifest | None, content: Mapping[str, str], records: Mapping[str, Mark]) -> Changes:
    """The differences between the live release and a site with these files and records."""
    old = live.content if live is not None else {}
    return Changes(
        tuple(sorted(content.keys() - old.keys())),
        tuple(sorted(path for path in content.keys() & old.keys() if content[path] != old[path])),
        tuple(sorted(old.keys() - content.keys())),
        tuple(_events(live.records if live is not None else {}, records)),
    )


def _events(old: Mapping[str, Mark], new: Mapping[str, Mark]) -> Iterator[tuple[str, str]]:
    for ref, mark in new.items():
        known = old.get(ref)
        if known is None:
            yield Happening.PUBLISHED.label, ref
        acts = {act for act, _ in known.acts} if known is not None else set[str]()
        yield from ((word, ref) for act, word in mark.acts if act not in acts)
        if mark.standing == "expired" and (known is None or known.standing != "expired"):
            yield Happening.EXPIRED.label, ref
    yield from (("回退后不再出现", ref) for ref in old if ref not in new)
