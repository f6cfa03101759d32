"""What must not appear on the site: the values of records that are withdrawn, expired, pending or 不予公开, and of internal fields.

Written from DESIGN §6 and on purpose not from ``render/views.py``: this is what the pages are held against. It searches nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from generator.finding import KeyPath
from generator.model.checked import CheckedRegister
from generator.model.declaration import Privacy
from generator.model.kinds.corrections import Correction
from generator.model.kinds.redactions import Redaction
from generator.model.leaves import leaves_of, values_of
from generator.model.paths import place_at
from generator.model.record import Act, Document, Edition, Record
from generator.model.standing import Standing
from generator.model.walk import references
from generator.model.writings import How, forms_of, in_brackets
from generator.primitives.folding import fold, plain, sentences

#: A redaction that names a file puts another in its place: what that is called, the record goes on saying.
_FILE = re.compile(r"附件\.\d+\.文件\Z")
#: Sentences of a text, from this length.
SENTENCE = 8
#: Public texts that are asked which sentences are the form's.
_ASKED = 100
_CONTENT = frozenset({Privacy.PUBLIC, Privacy.PERSONAL})
_ALL = frozenset({Privacy.IDENTITY, Privacy.PUBLIC, Privacy.PERSONAL})
_INTERNAL = frozenset({Privacy.INTERNAL})
#: Of what is 不予公开 the year and this are public.
_GROUND_OF_SECRECY = "公开方式理由"
#: Standing → the classes that no page may show. ``INTERNAL`` never is shown, in any.
HIDES = {
    Standing.PENDING: _ALL,
    Standing.CURRENT: frozenset[Privacy](),
    Standing.CORRECTED: frozenset[Privacy](),
    Standing.WITHDRAWN: _CONTENT,
    Standing.EXPIRED: _CONTENT,
}
_REASON = "理由"


class Hidden(NamedTuple):
    """A value that must not appear. ``forms`` are its folded writings; ``numbers`` the folded number and address of its record."""

    record: str
    field: str
    """Its place in the words of the file: ``当事人.名称``, ``正文``, ``附件``."""
    privacy: Privacy
    how: How
    forms: tuple[str, ...]
    numbers: tuple[str, ...] = ()


def hidden_classes(record: Record, checked: CheckedRegister) -> frozenset[Privacy]:
    """The classes of a record's fields that may be on no page, ``INTERNAL`` apart."""
    if isinstance(record, Document) and record.is_secret:
        return _ALL
    if isinstance(record, Edition) and record.effective_on > checked.as_of:
        return _ALL
    if isinstance(record, Act):
        about = checked.register.get(str(record.target))
        if about is not None and about is not record and not isinstance(about, Act):
            return hidden_classes(about, checked) | HIDES[checked.state(record).standing]
    return HIDES[checked.state(record).standing]


def is_hidden_by_time(record: Record, privacy: Privacy, checked: CheckedRegister) -> bool:
    """Whether no act and no ground hides a value, but a day alone. Whom a decision to come concerns is nobody's to tell before.

    What is internal is hidden on every day.
    """
    if privacy is Privacy.INTERNAL:
        return False
    if isinstance(record, Edition):
        return record.effective_on > checked.as_of
    standing, is_secret = checked.state(record).standing, isinstance(record, Document) and record.is_secret
    is_to_come = standing is Standing.PENDING and not is_secret
    return standing is Standing.EXPIRED or (is_to_come and privacy is not Privacy.PERSONAL)


def hidden_of(checked: CheckedRegister) -> Iterator[Hidden]:
    """Every value of every record that must not appear. Attachments are another matter: their bytes are not known here."""
    redacted = redacted_paths(checked)
    boilerplate = words_of_the_form(checked)
    internal: set[str] = set()
    for record in checked.register.records:
        if record.KIND.stage is None:
            continue
        yield from _internal_of(record, internal)
        classes, named = hidden_classes(record, checked), redacted.get(record.ref, frozenset())
        if classes or named:
            yield from _content_of(record, classes, named, boilerplate, checked)


def _internal_of(record: Record, known: set[str]) -> Iterator[Hidden]:
    """One finding for a value is enough, however many records were approved by the same person: these are ``known`` from then on."""
    numbers = numbers_of(record)
    for leaf in leaves_of(record, _INTERNAL):
        if leaf.value in known:
            continue
        how, forms = forms_of(leaf)
        if forms and (how is How.NUMBERED or forms[0] not in known):
            known.update(forms[:1] if how is How.ALONE else ())
            yield Hidden(record.ref, leaf.path, leaf.privacy, how, forms, numbers)


def words_of_the_form(checked: CheckedRegister) -> frozenset[str]:
    """Sentences that stand in the texts of two public records or more: the form's words, which tell of nobody.

    Asked of some records from all parts of the register: what none of these has is kept, and the pages are searched for it.
    """
    public = [
        record for record in checked.register.records
        if record.body and record.KIND.stage is not None and Privacy.PUBLIC not in hidden_classes(record, checked)
    ]
    asked = public[:: max(1, len(public) // _ASKED)]
    counted = Counter(sentence for record in asked for sentence in sentences(record.body, SENTENCE))
    return frozenset(sentence for sentence, count in counted.items() if count > 1)


def _content_of(
    record: Record, classes: frozenset[Privacy], redacted: frozenset[str], boilerplate: frozenset[str],
    checked: CheckedRegister,
) -> Iterator[Hidden]:
    """The values of these classes, and of fields that a redaction names: those hold the marker, or else what it was to remove."""
    numbers = tuple(form for number in numbers_of(record) for form in in_brackets(number))
    # What a tombstone still says is no secret, wherever else the record said it.
    stays = _staying(record, checked, redacted) if classes else ""
    secret = isinstance(record, Document) and record.is_secret
    for leaf in leaves_of(record, _ALL):
        how, forms = forms_of(leaf)
        if leaf.privacy not in classes and leaf.path not in redacted:
            continue
        if secret and leaf.path == _GROUND_OF_SECRECY:
            continue
        is_word = classes == _ALL and not secret and leaf.privacy is Privacy.PUBLIC and len("".join(forms[:1])) < SENTENCE
        if is_word or (isinstance(record, Act) and leaf.path in redacted):
            how = How.NUMBERED  # many acts give the same reason; what is to come calls its steps as any page may: 出示执法证件
        if forms and not (how is How.ALONE and forms[0] in stays):
            yield Hidden(record.ref, leaf.path, leaf.privacy, how, forms, numbers)
    if Privacy.PUBLIC in classes:
        for sentence in sentences(record.body, SENTENCE):
            if sentence not in stays and sentence not in boilerplate:
                yield Hidden(record.ref, "正文", Privacy.PUBLIC, How.ALONE, (sentence,), numbers)
    if Privacy.IDENTITY in classes and not isinstance(record, Edition):
        yield Hidden(record.ref, "编号", Privacy.IDENTITY, How.ALONE, (record.ref,), ())


def _staying(record: Record, checked: CheckedRegister, redacted: frozenset[str]) -> str:
    """What the record still says to everybody; an edition to come says most of what the editions before it say."""
    others = checked.register.editions(record.id) if isinstance(record, Edition) else ()
    said = [public_text(other, checked) for other in others if not hidden_classes(other, checked)]
    return "\n".join((public_text(record, checked, redacted), *said))


def numbers_of(record: Record) -> tuple[str, ...]:
    """How a page says which record it means: the record's number, where it has one, and its address."""
    caption = getattr(record, record.KIND.caption or "", None)
    return tuple(fold(text) for text in (caption, record.id) if isinstance(text, str) and text)


def redacted_paths(checked: CheckedRegister) -> dict[str, frozenset[str]]:
    """For each record the fields that redactions name; of acts the reason that went with their record, and what quotes it."""
    lost = {act.ref for act in checked.register.acts if _lost_its_reason(act, checked)}
    found = dict.fromkeys(lost, frozenset({_REASON}))
    for act in checked.register.of_kind(Correction):
        assert isinstance(act, Correction)
        if str(act.target) in lost:
            rows = (f"更正事项.{row}" for row, change in enumerate(act.changes, 1) if change.path == _REASON)
            found[act.ref] = found.get(act.ref, frozenset()) | {f"{row}.{key}" for row in rows for key in ("原", "现")}
    for act in checked.register.of_kind(Redaction):
        assert isinstance(act, Redaction)
        ref = str(act.target)
        named = {part.path for part in act.parts if part.path is not None and not _FILE.match(part.path)}
        found[ref] = found.get(ref, frozenset()) | named
    return found


def _lost_its_reason(act: Act, checked: CheckedRegister) -> bool:
    """Why a text was corrected says something of the text; only what took the text away still says why."""
    about = checked.register.get(str(act.target))
    if about is None:
        return False
    state = checked.state(about)
    return HIDES[state.standing] == _CONTENT and act is not state.decisive


@lru_cache(maxsize=8192)
def _class_at(kind: type[Record], path: KeyPath) -> Privacy | None:
    place = place_at(kind, path)
    return place.privacy if place is not None else None


def public_text(record: Record, checked: CheckedRegister, redacted: frozenset[str] = frozenset()) -> str:
    """Everything that the public may read of a record, folded; ``redacted`` are the fields that redactions name."""
    return f"{public_fields(record, checked, redacted)}\n{public_body(record, checked)}"


def public_values(record: Record, checked: CheckedRegister, redacted: frozenset[str] = frozenset()) -> list[Any]:
    """What its fields hold, texts and figures, as they are."""
    classes = _ALL - hidden_classes(record, checked)
    return [leaf.value for leaf in leaves_of(record, classes) if leaf.path not in redacted] if redacted else values_of(record, classes)


def public_fields(record: Record, checked: CheckedRegister, redacted: frozenset[str] = frozenset()) -> str:
    """Its fields and what they refer to, folded, with NUL between them."""
    classes = _ALL - hidden_classes(record, checked)
    texts = list(map(str, public_values(record, checked, redacted)))
    # Certificates, rows of lists: what others call by these numbers, this record names.
    texts += [str(value) for path, _slot, value in references(record) if _class_at(type(record), path) in classes]
    if isinstance(record, Document) and record.is_secret:
        texts.append(getattr(record, "openness_ground", None) or "")
    return fold("\0".join(texts))


def public_body(record: Record, checked: CheckedRegister, word: str = "") -> str:
    """Its text, folded, or only the first line in which a word stands as it is; nothing if the public may not read it."""
    if Privacy.PUBLIC in hidden_classes(record, checked):
        return ""
    body = record.body
    if word:
        at = body.find(word)
        body = body[body.rfind("\n", 0, at) + 1 :].partition("\n")[0] if at >= 0 else ""
    return fold(plain(body))
