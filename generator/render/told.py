"""Asks which hidden values a record says itself, to everybody: an officer of two rosters, a reason that many decisions give."""

from __future__ import annotations

from collections.abc import Mapping, Set
from functools import lru_cache

from generator.model.checked import CheckedRegister
from generator.model.record import Record
from generator.model.suppression import public_body, public_fields, public_values
from generator.render.patterns import Patterns

#: Records whose words are kept: a record's files are looked at one after the other.
_RECENT = 1024
#: Records of which is kept what their fields say, some words each: lists and search data name hundreds of records again.
_NAMED = 16_384


class Told:
    """The words of one register's records. ``redacted`` are the fields that redactions name; ``writings`` those of the same amount."""

    def __init__(
        self, checked: CheckedRegister, redacted: Mapping[str, frozenset[str]], patterns: Patterns,
        writings: Mapping[bytes, tuple[bytes, ...]],
    ) -> None:  # fmt: skip
        self._checked = checked
        self._redacted = redacted
        self._patterns = patterns
        self._writings = writings
        self._are_fields = lru_cache(maxsize=_NAMED)(self._that_are_fields)
        self._with_a_writing = lru_cache(maxsize=_RECENT)(self._forms_in)
        self._in_fields = lru_cache(maxsize=_NAMED)(self._of_fields)
        self._in_body = lru_cache(maxsize=_RECENT)(self._of_body)
        self._in_a_line = lru_cache(maxsize=_RECENT * 8)(self._is_in_a_line)

    def by(self, record: Record, forms: Set[bytes]) -> Set[bytes]:
        """Those of the forms that a record says; what takes longer is only asked for what was not found yet."""
        ref = record.ref
        told = forms & self._are_fields(ref)
        if len(told) < len(forms):
            told |= {form for form in forms - told if self._in_a_line(ref, form)}
        if len(told) < len(forms):
            told |= forms & self._in_fields(ref)
        return told if len(told) == len(forms) else told | (forms & self._in_body(ref))

    def _is_in_a_line(self, ref: str, form: bytes) -> bool:
        """Whether a word stands in a line of the text as it is: then it stands in the text, and that need not be folded."""
        record = self._checked.register.get(ref)
        assert record is not None
        word = form.decode()
        return not self._patterns.is_number(form) and word in public_body(record, self._checked, word)

    def _that_are_fields(self, ref: str) -> frozenset[bytes]:
        """What stands in a field alone: so do the names of reports and indicators that many decisions give.

        What is said with it is said too: B103 with B103-2. Of all signs that folding changes only the commonest is looked at: what that
        misses is found in all fields together.
        """
        record = self._checked.register.get(ref)
        assert record is not None
        values = public_values(record, self._checked, self._redacted.get(ref, frozenset()))
        texts = {value.replace("，", ",") for value in values if isinstance(value, str)}
        return frozenset().union(*map(self._with_a_writing, self._patterns.those(texts)))

    def _of_fields(self, ref: str) -> frozenset[bytes]:
        record = self._checked.register.get(ref)
        assert record is not None
        return self._forms_in(public_fields(record, self._checked, self._redacted.get(ref, frozenset())))

    def _of_body(self, ref: str) -> frozenset[bytes]:
        record = self._checked.register.get(ref)
        assert record is not None
        return self._forms_in(public_body(record, self._checked))

    def _forms_in(self, text: str) -> frozenset[bytes]:
        found = self._patterns.in_text(text.encode())
        return frozenset(other for form in found for other in self._writings.get(form, (form,)))
