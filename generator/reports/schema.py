"""JSON Schema (draft 7) of each kind, so that an editor completes keys and marks slips while a clerk types.

It accepts what another YAML reader would type (``007`` as a number) and empty values of a half-filled form. The checks remain the
judge: a schema knows nothing of other files.
"""

from __future__ import annotations

import json
import re
from typing import Any

from generator.model.declaration import Group, Slot, slots
from generator.model.kinds import all_kinds
from generator.model.record import Record

_DRAFT = "http://json-schema.org/draft-07/schema#"
_DEFINITIONS = "#/definitions/{model}"
_ABOUT = ("title", "description", "examples")

Schema = dict[str, Any]


def schema_name(kind: type[Record]) -> str:
    """What a kind's schema is called: the kind's folder, or its module where one folder holds several kinds."""
    return kind.__module__.rpartition(".")[2].replace("_", "-") if kind.KIND.stems else kind.KIND.folder


def schema_text(kind: type[Record]) -> str:
    """The schema of one kind as JSON, keys in declared order. It describes the front matter where the kind has prose."""
    raw = kind.model_json_schema(ref_template=_DEFINITIONS)
    groups = {group.__name__: group for group in _groups(kind)}
    schema = {
        "$schema": _DRAFT,
        "title": kind.KIND.title,
        "description": kind.KIND.summary,
        **_object(raw, kind),
        "definitions": {name: _object(raw["$defs"][name], group) for name, group in sorted(groups.items())},
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
    literal = re.match(r"[a-z0-9-]*", kind.KIND.stems)
    return f"{literal[0] if literal else ''}*"


def _groups(model: type[Group]) -> set[type[Group]]:
    inner = {slot.group for slot in slots(model) if slot.group is not None}
    return inner.union(*map(_groups, inner))


def _object(raw: Schema, model: type[Group]) -> Schema:
    """A group's schema: what pydantic says of its values, in the declared order, with what is needed when."""
    properties = {slot.key: _property(raw["properties"][slot.key], slot) for slot in slots(model)}
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


def _property(raw: Schema, slot: Slot) -> Schema:
    about = {word: raw[word] for word in _ABOUT if word in raw}
    value = {word: raw[word] for word in raw if word not in (*_ABOUT, "default")}
    if "anyOf" in value:
        value = value["anyOf"][0]
    if slot.scalar is not None:
        form = {"patternErrorMessage": f"应写成：{slot.scalar.form}"}
        for part in (value, value.get("items", {})):
            part.update(form if "pattern" in part else {})
    return {**about, **(value if slot.required else _or_empty(value))}


def _or_empty(value: Schema) -> Schema:
    """The value, or nothing behind the key, which counts as absent."""
    if "$ref" in value:
        return {"anyOf": [value, {"type": "null"}]}
    if "enum" in value:
        return {**value, "enum": [*value["enum"], None]}
    types = value["type"] if isinstance(value["type"], list) else [value["type"]]
    return {**value, "type": [*types, "null"]}
