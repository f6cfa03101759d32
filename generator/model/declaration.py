"""One declaration per field: key, label, privacy, lateness, export name, description and example in one place.

Binding, rules, pages, schema, docs and scaffolds all read it from here; nothing else keeps a list of keys.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field

from generator.model.scalars import MARKER, Scalar, parse_text


class Privacy(StrEnum):
    """Who may see a field, and for how long (DESIGN §6)."""

    IDENTITY = "identity"
    """Identifies the act itself; stays on a tombstone."""
    PUBLIC = "public"
    """Public while the record is; gone with it."""
    PERSONAL = "personal"
    """Public while the record is, and about a person or party."""
    INTERNAL = "internal"
    """Reaches no artefact: approvers, reviewers, internal documents."""

    @property
    def label(self) -> str:
        """The word used in the field documentation."""
        return {
            "identity": "标识（撤下后保留）",
            "public": "公开",
            "personal": "公开（涉及当事人）",
            "internal": "内部（不进入网站）",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Declaration:
    """What is declared beside a field. ``key`` is the YAML key, ``label`` the public's word for it."""

    key: str
    label: str
    description: str
    example: str = ""
    privacy: Privacy = Privacy.PUBLIC
    late: bool = False
    """May be filled after publication without an act (DESIGN §2.3)."""
    export: str = ""
    """Column code in the exchange format (双公示), where one is known."""
    column: bool = False
    """Shown as a column of the kind's list."""
    rank: int = 0
    """Moves a field that a base class declares to its place in the canonical order; ties keep declaration order."""
    needed_when: tuple[str, tuple[str, ...]] | None = None
    """Required where the named sibling attribute has one of these values."""
    clauses: tuple[str, ...] = ()
    """The clauses of the bureau's plan that ask for this very field."""

    def __call__(self, schema: dict[str, Any]) -> None:
        """Complete the field's JSON Schema; pydantic calls this."""
        schema["title"] = self.label
        schema["description"] = self.description
        if self.example:
            schema["examples"] = [self.example]


def field(
    key: str,
    description: str,
    *,
    required: bool = False,
    label: str = "",
    many: bool = False,
    default: Any = None,
    **rest: Any,
) -> Any:
    """Declare a field. A list (``many``) that is not required defaults to ``()``, anything else to ``default``."""
    declaration = Declaration(key=key, label=label or key, description=description, **rest)
    options: dict[str, Any] = {"alias": key, "json_schema_extra": declaration}
    if required:
        return Field(**options, **({"min_length": 1} if many else {}))
    return Field(default=() if many else default, **options)


class Group(BaseModel):
    """A set of declared fields: a record, or a mapping inside one. Frozen; unknown keys are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    if not TYPE_CHECKING:
        # Generic code often asks for fields that only some kinds have. Pydantic's own looks for extra and private attributes first,
        # which no group has, and takes four times as long.
        __getattr__ = object.__getattribute__

    def __reduce__(self) -> tuple[Any, ...]:
        """What is sent from one process to another. Groups with the same fields filled share the set that says so: there are thousands."""
        given = frozenset(self.model_fields_set)
        shared = _given.get(given)
        if shared is None:
            shared = _given[given] = set(given)
        return _revived, (type(self), self.__dict__, shared)


_given: dict[frozenset[str], set[str]] = {}
_put = object.__setattr__


def _revived(kind: type[Group], values: dict[str, Any], given: set[str]) -> Group:
    """A group as it was: it was validated before it was sent. Pydantic's own way takes longer and makes a set for each."""
    group = kind.__new__(kind)
    _put(group, "__dict__", values)
    _put(group, "__pydantic_fields_set__", given)
    _put(group, "__pydantic_extra__", None)
    _put(group, "__pydantic_private__", None)
    return group


@dataclass(frozen=True, slots=True)
class Slot:
    """One declared field as the generic code sees it: name, declaration and the shape of its value."""

    name: str
    declaration: Declaration
    required: bool
    many: bool
    scalar: Scalar | None
    """The scalar type, or None where the value is a group."""
    group: type[Group] | None
    """The group, or None where the value is a scalar."""
    may_be_absent: bool = False
    """Neither required nor filled by a default: without it the value is None, the list empty."""

    @property
    def key(self) -> str:
        """The YAML key."""
        return self.declaration.key


    @property
    def may_hide(self) -> bool:
        """Whether a redaction may put the marker in the place of the value.

        Always in free text. Not where the record would lose what it is, or what it must have: typed fields that identify it,
        that are required, and items of lists, but for those whose type knows a value that hides (:attr:`Scalar.hidden`).
        """
        if self.scalar is None:
            return False
        if self.scalar.parse is parse_text or self.scalar.hidden is not None:
            return True
        return self.may_be_absent and not self.many and self.declaration.privacy is not Privacy.IDENTITY

    def told_by(self, holder: Group) -> Any:
        """The field's value as it can be told: the marker where it was redacted."""
        value = getattr(holder, self.name)
        return MARKER if value is None and self.is_hidden(holder, None) else value

    def is_hidden(self, holder: Group, value: Any) -> bool:
        """Whether ``value``, which is ``holder``'s or one of its items, was redacted: an absent value that was yet given is."""
        if value is None:
            return self.scalar is not None and self.name in holder.model_fields_set
        return value == MARKER or (self.scalar is not None and self.scalar.hidden is not None and value == self.scalar.hidden)


def _strip(annotation: Any) -> Any:
    """Unwrap ``X | None``."""
    if get_origin(annotation) in (Union, UnionType):
        inner = [part for part in get_args(annotation) if part is not NoneType]
        return inner[0] if len(inner) == 1 else annotation
    return annotation


def _shape(annotation: Any, metadata: list[Any]) -> tuple[bool, Scalar | None, type[Group] | None]:
    """Read (many, scalar, group) off a field's annotation."""
    annotation = _strip(annotation)
    if get_origin(annotation) is Annotated:
        inner, *extra = get_args(annotation)
        return _shape(inner, [*extra, *metadata])
    for item in metadata:
        if isinstance(item, Scalar):
            return False, item, None
    if get_origin(annotation) is tuple:
        _, scalar, group = _shape(get_args(annotation)[0], [])
        return True, scalar, group
    if isinstance(annotation, type) and issubclass(annotation, Group):
        return False, None, annotation
    raise TypeError(f"not a declared field type: {annotation!r}")


@cache
def slots(model: type[Group]) -> tuple[Slot, ...]:
    """The declared fields of a group in canonical order."""
    found = []
    for name, info in model.model_fields.items():
        declaration = info.json_schema_extra
        if isinstance(declaration, Declaration):
            many, scalar, group = _shape(info.annotation, list(info.metadata))
            is_absent = not info.is_required() and info.default in (None, ())
            found.append(Slot(name, declaration, info.is_required(), many, scalar, group, is_absent))
    return tuple(sorted(found, key=lambda slot: slot.declaration.rank))


@cache
def slot_by_key(model: type[Group], key: str) -> Slot | None:
    """The field with this YAML key, or None."""
    return next((slot for slot in slots(model) if slot.key == key), None)


def walk_slots(model: type[Group], prefix: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Slot]]:
    """Every declared field of a group and of the groups inside it, with its path of keys, parents first."""
    for slot in slots(model):
        path = (*prefix, slot.key)
        yield path, slot
        if slot.group is not None:
            yield from walk_slots(slot.group, path)
