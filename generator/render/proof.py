"""Searches every finished file for what must not appear, and tells where it stands without a public record to say it.

Made once, before the workers are forked, which then share its patterns. Whether what it finds is a fault is for the rule.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, is_dataclass

from ahocorasick_rs import BytesAhoCorasick

from generator.model.checked import CheckedRegister
from generator.model.declaration import Privacy, walk_slots
from generator.model.draft import AttachmentFile
from generator.model.kinds import all_kinds
from generator.model.kinds.bodies import EnforcementBody
from generator.model.record import Act, Lifecycle, Record
from generator.model.site import SitePlan, Trace
from generator.model.suppression import (
    SENTENCE,
    Hidden,
    How,
    hidden_classes,
    hidden_of,
    public_text,
    redacted_paths,
)
from generator.primitives.folding import fold
from generator.reading.searchable import UnreadableError, texts_of

_DIGITS = b"0123456789"
_WORD = b"abcdefghijklmnopqrstuvwxyz0123456789-"


class Proof:
    """The hidden values of one register, and the search for them. ``read`` gives the bytes of a content file, for attachments."""

    def __init__(self, checked: CheckedRegister, plan: SitePlan, read: Callable[[str], bytes]) -> None:
        self._checked = checked
        self._plan = {artefact.path: artefact.records for artefact in plan.artefacts}
        self._redacted = redacted_paths(checked)
        self._digests: dict[str, Hidden] = {}
        self.values = (*hidden_of(checked), *self._attachments(read))
        self._of: dict[bytes, list[int]] = defaultdict(list)
        self._numbered: dict[bytes, list[int]] = defaultdict(list)
        for index, value in enumerate(self.values):
            for form in value.forms:
                self._of[form.encode()].append(index)
            if value.how is How.NUMBERED:
                for number in value.numbers:
                    self._numbered[number.encode()].append(index)
        self._alone = {
            form: alone for form, every in self._of.items() if (alone := [n for n in every if self.values[n].how is How.ALONE])
        }
        self._patterns = tuple({**self._of, **self._numbered})
        self._automaton = BytesAhoCorasick(self._patterns)
        self._common = self._forms_in(_common(checked).encode())
        self._held: dict[str, frozenset[int]] = {}

    def _attachments(self, read: Callable[[str], bytes]) -> Iterator[Hidden]:
        """The bytes and the lines of files that may not be copied: of hidden records, and those that no record names."""
        for file in self._checked.register.attachments:
            record = self._checked.register.get(file.record_id)
            if record is None or not self._is_copied(file, record):
                hidden = Hidden(file.record_id, f"附件 {file.name}", Privacy.PUBLIC, How.ALONE, (fold(file.name),))
                self._digests[hashlib.sha256(read(file.path)).hexdigest()] = hidden
                yield hidden
                for fragment in file.content.fragments if file.content else ():
                    for line in map(fold, fragment.text.splitlines()):
                        if len(line) >= SENTENCE:
                            yield hidden._replace(forms=(line,))

    def _is_copied(self, file: AttachmentFile, record: Record) -> bool:
        named = {attachment.file for attachment in getattr(record, "attachments", ())}
        return file.name in named and Privacy.PUBLIC not in hidden_classes(record, self._checked)

    def search(self, path: str, data: bytes) -> Iterator[Trace]:
        """What stands in a file, its name or its parts, and in none of the public records that the file is rendered from."""
        whole = self._digests.get(hashlib.sha256(data).hexdigest()) if self._digests else None
        if whole is not None:
            yield Trace(path, whole.record, whole.field)
        try:
            found = self._found(data, *(text.encode("utf-8", "replace") for text in texts_of(path, data)))
        except UnreadableError:
            yield Trace(path)
            found = self._found(data)
        records = self._plan.get(path, ())
        for index in sorted(found):
            value = self.values[index]
            if not any(index in self._held_by(ref, value) for ref in records):
                yield Trace(path, value.record, value.field, value.privacy is Privacy.INTERNAL)

    def _found(self, *texts: bytes) -> set[int]:
        """The values that stand in the texts of one file."""
        forms = set().union(*map(self._forms_in, texts))
        said = forms - self._common
        found = {index for form in said for index in self._alone.get(form, ())}
        for number in forms & self._numbered.keys():
            found.update(index for index in self._numbered[number] if not said.isdisjoint(self._encoded(index)))
        return found

    def _encoded(self, index: int) -> Iterator[bytes]:
        return (form.encode() for form in self.values[index].forms)

    def _forms_in(self, text: bytes) -> set[bytes]:
        """The patterns that stand in a text, each once, and not as a part of a longer number."""
        matches = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return {
            self._patterns[pattern] for pattern, start, end in matches if _is_whole(self._patterns[pattern], text, start, end)
        }

    def _held_by(self, ref: str, value: Hidden) -> frozenset[int]:
        """The values that a record says itself, to everybody. An act never may tell whose record it hid."""
        record = self._checked.register.get(ref)
        if record is None or (
            isinstance(record, Act) and str(record.target) == value.record and value.privacy is Privacy.PERSONAL
        ):
            return frozenset()
        if ref not in self._held:
            text = public_text(record, self._checked, self._redacted.get(ref, frozenset())).encode()
            self._held[ref] = frozenset(index for form in self._forms_in(text) for index in self._of.get(form, ()))
        return self._held[ref]

    def settled(self, traces: Iterable[Trace]) -> tuple[Trace, ...]:
        """Without internal values that some public record says too: an approver may be known for another office."""
        kept = list(dict.fromkeys(traces))
        if any(trace.internal for trace in kept):
            said = self._said()
            kept = [trace for trace in kept if not trace.internal or (trace.record, trace.field) not in said]
        return tuple(kept)

    def _said(self) -> set[tuple[str, str]]:
        found: set[int] = set()
        for record in self._checked.register.records:
            if record.KIND.stage is not None and Privacy.IDENTITY not in hidden_classes(record, self._checked):
                found |= self._held_by(record.ref, Hidden("", "", Privacy.INTERNAL, How.ALONE, ()))
        return {(self.values[index].record, self.values[index].field) for index in found}


def _is_whole(form: bytes, text: bytes, start: int, end: int) -> bool:
    """Whether what was found is no part of a longer number or address."""
    if form[-1:] in _DIGITS and form.isascii():
        edge = _DIGITS if not any(letter in form for letter in b"/-") else _WORD
        before, after = text[start - 1 : start], text[end : end + 1]
        if (before and before in edge) or (after and after in edge):
            return False
        return not _goes_on(text[end : end + 2]) and not _goes_on(text[max(start - 2, 0) : start][::-1])
    return True


def _goes_on(after: bytes) -> bool:
    """Whether a number goes on behind a point or comma."""
    return len(after) == 2 and after[:1] in b".," and after[1:] in _DIGITS


def _common(checked: CheckedRegister) -> str:
    """What every page may say: the settings, the words of the declarations, policy data, public bodies' own words, all addresses."""
    settings = checked.register.settings
    assert is_dataclass(settings)
    texts = [str(value) for value in asdict(settings).values()]
    for kind in all_kinds():
        texts += [kind.KIND.title, kind.KIND.summary]
        for _path, slot in walk_slots(kind):
            texts += [slot.declaration.label, *(slot.scalar.options if slot.scalar is not None else ())]
    for record in checked.register.records:
        is_policy = record.KIND.lifecycle is Lifecycle.POLICY
        if is_policy or (isinstance(record, EnforcementBody) and Privacy.PUBLIC not in hidden_classes(record, checked)):
            texts.append(public_text(record, checked))
        if Privacy.IDENTITY not in hidden_classes(record, checked):
            texts.append(record.ref)
    return "\n".join(map(fold, texts))
