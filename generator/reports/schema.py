"""JSON Schema (draft 7) of each kind, so that an editor completes keys and marks slips while a clerk types.

It accepts what another YAML reader would type (``007`` as a number) and empty values of a half-filled form; only what every record
needs is marked while it is empty. The checks remain the judge: a schema knows nothing of other files.
"""

from __future__ import annotations

import json
import re
from typing import Any

from generator.model.declaration import Group, Slot, slots
from generator.model.kinds import all_kinds
from generator.model.record import Record
from generator.model.references import STEM

_DRAFT = "http://json-schema.org/draft-07/schema#"
_DEFINITIONS = "#/definitions/{model}"
_ABOUT = ("title", "description", "examples")

Schema = dict[str, Any]


def schema_name(kind: type[Record]) -> str:
    """What a kind's schema is called: the kind's folder; where one folder holds several kinds its file, or its module."""
    stems = kind.KIND.stems
    if not stems:
        return kind.KIND.folder
    return stems if re.fullmatch(STEM, stems) else kind.__module__.rpartition(".")[2].replace("_", "-")


def schema_text(kind: type[Record]) -> str:
    """The schema of one kind as JSON, keys in declared order. It describes the front matter where the kind has prose."""
    raw = kind.model_json_schema(ref_template=_DEFINITIONS)
    groups = {group.__name__: group for group in _groups(kind)}
    schema = {
        "$schema": _DRAFT,
        "title": kind.KIND.title,
        "description": kind.KIND.summary,
        **_object(raw, kind, may_be_blank=False),
        "definitions": {
            name: _object(raw["$defs"][name], group, may_be_blank=True) for name, group in sorted(groups.items())
        },
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def editor_settings() -> str:
    """``.vscode/settings.json``: which schema the YAML extension holds against which files; nothing is loaded from the network."""
    schemas = {
        f"./schemas/{schema_name(kind)}.json": f"content/{kind.KIND.folder}/**/{_stems(kind)}{kind.KIND.suffix}"
        for kind in all_kinds()
        if not kind.KIND.prose
    }
    settings = {
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "yaml.schemaStore.enable": False,
        "yaml.schemas": schemas,
    }
    return json.dumps(settings, ensure_ascii=False, indent=2) + "\n"


def _stems(kind: type[Record]) -> str:
    """A glob for the file stems: the literal beginning of the kind's expression."""
    if re.fullmatch(STEM, kind.KIND.stems):
        return kind.KIND.stems
    literal = re.match(r"[a-z0-9-]*", kind.KIND.stems)
    return f"{literal[0] if literal else ''}*"


def _groups(model: type[Group]) -> set[type[Group]]:
    inner = {slot.group for slot in slots(model) if slot.group is not None}
    return inner.union(*map(_groups, inner))


def _object(raw: Schema, model: type[Group], *, may_be_blank: bool) -> Schema:
    """A group's schema: what pydantic says of its values, in the declared order, with what is needed when.

    A group that may be blank as a whole may stand in a form with all its keys empty.
    """
    properties = {
        slot.key: _property(raw["properties"][slot.key], slot, may_be_blank or not slot.required) for slot in slots(model)
    }
    schema: Schema = {
        "type": "object",
        "properties": properties,
        "required": [slot.key for slot in slots(model) if slot.required],
        "additionalProperties": False,
    }
    conditions = _conditions(model)
    return {**schema, "allOf": conditions} if conditions else schema


def _conditions(model: type[Group]) -> list[Schema]:
    """``if`` a field has one of certain values ``then`` others are required; one entry for each such condition."""
    needed: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for slot in slots(model):
        if slot.declaration.needed_when is not None:
            needed.setdefault(slot.declaration.needed_when, []).append(slot.key)
    keys = {slot.name: slot.key for slot in slots(model)}
    return [
        {
            "if": {"properties": {keys[name]: {"enum": list(values)}}, "required": [keys[name]]},
            "then": {"required": required},
        }
        for (name, values), required in needed.items()
    ]


def _property(raw: Schema, slot: Slot, may_be_empty: bool) -> Schema:
    about = {word: raw[word] for word in _ABOUT if word in raw}
    value = {word: raw[word] for word in raw if word not in (*_ABOUT, "default")}
    if "anyOf" in value:
        value = value["anyOf"][0]
    if slot.scalar is not None:
        form = {"patternErrorMessage": f"应写成：{slot.scalar.form}"}
        for part in (value, value.get("items", {})):
            part.update(form if "pattern" in part else {})
    if may_be_empty and slot.many and slot.scalar is not None:
        value = {**value, "items": _or_empty(value["items"])}
    return {**about, **(_or_empty(value) if may_be_empty else value)}


def _or_empty(value: Schema) -> Schema:
    """The value, or nothing behind the key, which counts as absent."""
    if "$ref" in value:
        return {"anyOf": [value, {"type": "null"}]}
    if "enum" in value:
        return {**value, "enum": [*value["enum"], None]}
    types = value["type"] if isinstance(value["type"], list) else [value["type"]]
    return {**value, "type": [*types, "null"]}
