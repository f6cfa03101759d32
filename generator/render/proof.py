"""Searches every finished file for what must not appear, and tells where it stands without a public record to say it.

Made once, before the workers are forked, which then share its patterns. Whether what it finds is a fault is for the rule.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, is_dataclass
from functools import cached_property

from generator.model.checked import CheckedRegister
from generator.model.declaration import Privacy, walk_slots
from generator.model.draft import AttachmentFile
from generator.model.kinds import all_kinds
from generator.model.kinds.bodies import EnforcementBody
from generator.model.record import Act, Lifecycle, Record
from generator.model.site import FULL_TEXT, Artefact, SitePlan, Trace
from generator.model.suppression import (
    SENTENCE,
    Hidden,
    hidden_classes,
    hidden_of,
    is_hidden_by_time,
    public_text,
    redacted_paths,
    words_of_the_form,
)
from generator.model.writings import How
from generator.primitives.folding import fold, sentences
from generator.reading.searchable import UnreadableError, page_of_fragment
from generator.render.patterns import Patterns
from generator.render.told import Told
from generator.render.tombstone_places import TombstonePlaces


class Proof:
    """The hidden values of one register, and the search for them. ``read`` gives the bytes of a content file, for attachments."""

    @staticmethod
    def hidden(checked: CheckedRegister) -> tuple[Hidden, ...]:
        """The values that records hide: asked for apart, because no plan is needed for them."""
        return tuple(hidden_of(checked))

    def __init__(
        self, checked: CheckedRegister, plan: SitePlan, read: Callable[[str], bytes], hidden: tuple[Hidden, ...] | None = None
    ) -> None:
        self._checked = checked
        self._plan = {artefact.path: artefact.records for artefact in plan.artefacts}
        self._typed = {artefact.path: _typed(artefact, checked) for artefact in plan.artefacts if artefact.native}
        self._redacted = redacted_paths(checked)
        self._places = TombstonePlaces(checked, plan)
        self._digests: dict[bytes, Hidden] = {}
        self.values = (*(self.hidden(checked) if hidden is None else hidden), *self._attachments(read))
        self._of: dict[bytes, list[int]] = defaultdict(list)
        self._alone: dict[bytes, list[int]] = defaultdict(list)
        self._numbered: dict[bytes, list[int]] = defaultdict(list)
        same: dict[bytes, tuple[bytes, ...]] = {}
        for index, value in enumerate(self.values):
            forms = tuple(map(str.encode, value.forms))
            for form in forms:
                self._of[form].append(index)
            if value.how is How.ALONE:
                for form in forms:
                    self._alone[form].append(index)
                if len(forms) > 1:
                    same.update(dict.fromkeys(forms, forms))
            else:
                # 2000 alone tells nothing, but who says it may say 2,000.
                for said in {*forms, *(form.replace(b",", b"") for form in forms)} if len(forms) > 1 else ():
                    same[said] = tuple(dict.fromkeys((*same.get(said, ()), *forms)))
                for number in value.numbers:
                    self._numbered[number.encode()].append(index)
        # The names of these hold a digest, which may hold any short number: b41c is no article 41.
        assets = (path for path in self._plan if path.startswith("assets/"))
        self._patterns = Patterns({**self._of, **self._numbered, **same}, assets)
        self._common = self._patterns.in_text(_common(checked).encode())
        self._told = Told(checked, self._redacted, self._patterns, same)

    def _attachments(self, read: Callable[[str], bytes]) -> Iterator[Hidden]:
        """The bytes and the sentences of files that may not be copied: of hidden records, and those that no record names.

        Not what a tombstone still says, nor what stands in files that are copied or in the texts of several records: the form's words.
        Nor the bytes of a file that is copied for another record: the same form, filled in for both.
        """
        kept, copied = [], set(words_of_the_form(self._checked)) if self._checked.register.attachments else set()
        public = []
        for file in self._checked.register.attachments:
            record = self._checked.register.get(file.record_id)
            if record is not None and self._is_copied(file, record):
                copied.update(_sentences(file))
                public.append(file)
            else:
                kept.append((file, record))
        sizes = {file.size for file, _record in kept}
        same = {hashlib.sha256(read(file.path)).digest() for file in public if file.size in sizes}
        for file, record in kept:
            hidden = Hidden(file.record_id, f"附件 {file.name}", Privacy.PUBLIC, How.ALONE, (fold(file.name),))
            digest = hashlib.sha256(read(file.path)).digest()
            if digest not in same:
                self._digests[digest] = hidden
            yield hidden
            stays = public_text(record, self._checked, self._redacted.get(record.ref, frozenset())) if record is not None else ""
            yield from (hidden._replace(forms=(line,)) for line in _sentences(file) if line not in copied and line not in stays)

    def _is_copied(self, file: AttachmentFile, record: Record) -> bool:
        named = {attachment.file for attachment in getattr(record, "attachments", ())}
        return file.name in named and Privacy.PUBLIC not in hidden_classes(record, self._checked)

    def search(self, path: str, data: bytes) -> Iterator[Trace]:
        """What stands in a file, its name or its parts, and in none of the public records that the file is rendered from."""
        whole = self._digests.get(hashlib.sha256(data).digest()) if self._digests else None
        if whole is not None:
            yield Trace(path, whole.record, whole.field)
        yield from self._places.search(path, data)
        try:
            forms = self._patterns.in_file(path, data)
        except UnreadableError:
            yield Trace(path)
            forms = self._patterns.in_raw(data)
        records = self._records_of(path, data)
        for index in sorted(self._untold(forms - self._common, records, forms & self._numbered.keys())):
            value = self.values[index]
            yield Trace(
                path, value.record, value.field, value.privacy is Privacy.INTERNAL, self._has_lapsed(value, path, records)
            )

    def _has_lapsed(self, value: Hidden, path: str, records: tuple[str, ...]) -> bool:
        """Whether a day alone hid the value, and a page or an act that staff wrote says it: time is never an error (DESIGN §2.6)."""
        record = self._checked.register.get(value.record)
        if record is None or not is_hidden_by_time(record, value.privacy, self._checked):
            return False
        forms = set(map(str.encode, value.forms))
        typed = self._typed.values() if path.startswith(FULL_TEXT) else (self._typed.get(path, b""),)
        if any(form in text for form in forms for text in typed):
            return True
        told = (self._checked.register.get(ref) for ref in records)
        return any(isinstance(act, Act) and self._told.by(act, forms) for act in told)

    def _records_of(self, path: str, data: bytes) -> tuple[str, ...]:
        """The records that a file is rendered from; a piece of the full-text index holds a page, its other files hold all of them."""
        if not path.startswith(FULL_TEXT):
            return self._plan.get(path, ())
        page = page_of_fragment(data)
        return self._plan.get(page, ()) if page is not None else self._everything

    @cached_property
    def _everything(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(ref for refs in self._plan.values() for ref in refs))

    def _untold(self, forms: set[bytes], records: tuple[str, ...], numbers: set[bytes]) -> Iterator[int]:
        """The values that these forms write and no record of the file says itself; short ones only beside their record's number."""
        beside: dict[bytes, list[int]] = defaultdict(list)
        for index in {index for number in numbers for index in self._numbered[number]}:
            for form in forms.intersection(map(str.encode, self.values[index].forms)):
                beside[form].append(index)
        forms = {form for form in forms if form in self._alone or form in beside}
        acts = []
        for ref in records:
            if not forms:
                return
            record = self._checked.register.get(ref)
            if isinstance(record, Act):
                acts.append(record)
                # The title of an act names what it is about: 〔2020〕500号 is no fine of 500.
                record = self._checked.register.get(str(record.target))
                # So does the title of an act about an act, and there names end.
                record = self._checked.register.get(str(record.target)) if isinstance(record, Act) else record
            if record is not None and not isinstance(record, Act):
                forms -= self._told.by(record, forms)
        found = {index for form in forms for index in (*self._alone.get(form, ()), *beside.get(form, ()))}
        yield from (index for index in found if not any(self._is_told_by(act, self.values[index]) for act in acts))

    def _is_told_by(self, act: Act, value: Hidden) -> bool:
        """Whether an act says the value; it never may tell whose record it hid."""
        if str(act.target) == value.record and value.privacy is Privacy.PERSONAL:
            return False
        return bool(self._told.by(act, set(map(str.encode, value.forms))))

    def settled(self, traces: Iterable[Trace]) -> tuple[Trace, ...]:
        """Without internal values that some public record says too: an approver may be known for another office."""
        kept = list(dict.fromkeys(traces))
        if any(trace.internal for trace in kept):
            said = self._said()
            kept = [trace for trace in kept if not trace.internal or (trace.record, trace.field) not in said]
        return tuple(kept)

    def _said(self) -> set[tuple[str, str]]:
        forms: set[bytes] = set()
        for record in self._checked.register.records:
            if record.KIND.stage is not None and Privacy.IDENTITY not in hidden_classes(record, self._checked):
                forms |= self._told.by(record, self._of.keys())
        return {(self.values[index].record, self.values[index].field) for form in forms for index in self._of.get(form, ())}


def _typed(artefact: Artefact, checked: CheckedRegister) -> bytes:
    """What staff wrote in a native page."""
    return fold("\n".join(page.body for page in checked.register.pages if page.stem in artefact.subject)).encode()


def _sentences(file: AttachmentFile) -> Iterator[str]:
    for fragment in file.content.fragments if file.content else ():
        yield from sentences(fragment.text, SENTENCE)


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
            # Lists are called by their body and what they are.
            texts += [f"{getattr(record, 'name', '')}{kind.KIND.title}" for kind in all_kinds()]
        if Privacy.IDENTITY not in hidden_classes(record, checked):
            texts.append(record.ref)
    return "\n".join(map(fold, texts))
