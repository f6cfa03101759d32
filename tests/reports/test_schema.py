"""The editor schemas: valid draft 7, no stricter than the reader on good records, and awake to a misspelt key."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from generator.model.kinds import all_kinds
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.kinds.rosters import Roster
from generator.model.placement import Placement, place
from generator.model.record import Record
from generator.reading.front_matter import split
from generator.reports.schema import editor_settings, schema_name, schema_text

ROOT = Path(__file__).resolve().parents[2]
CONTENTS = (ROOT / "content", ROOT / "tests" / "toy" / "content")


class Typed(yaml.SafeLoader):
    """What an editor's YAML 1.2 reader sees: numbers, booleans and empty values are typed, days are text."""


Typed.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith(":timestamp")]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def typed_records() -> list[tuple[str, type[Record], Any]]:
    """(path, kind, typed values) of every record of the shipped content and the toy register."""
    found = []
    for content in CONTENTS:
        for file in sorted(content.rglob("*.*")):
            placed = place(file.relative_to(content).as_posix())
            if isinstance(placed, Placement):
                front, _ = split(file.read_text("utf-8")) if file.suffix == ".md" else (None, ())
                text = front.yaml_text if front is not None else file.read_text("utf-8")
                found.append((file.relative_to(ROOT).as_posix(), placed.kind, yaml.load(text, Typed)))
    return found


RECORDS = typed_records()


def faults(kind: type[Record], values: Any) -> list[str]:
    """What a validator says of typed values."""
    return [error.message for error in Draft7Validator(json.loads(schema_text(kind))).iter_errors(values)]


@pytest.mark.parametrize("kind", all_kinds(), ids=schema_name)
def test_schema_is_valid_and_chinese(kind: type[Record]) -> None:
    schema = json.loads(schema_text(kind))
    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert schema["title"] == kind.KIND.title
    assert "\\u0000" not in schema_text(kind)
    assert "$defs" not in schema_text(kind)
    for group in (schema, *schema["definitions"].values()):
        assert group["additionalProperties"] is False
        for key, value in group["properties"].items():
            assert not key.isascii()
            assert not value["title"].isascii()
            assert not value["description"].isascii()


def test_every_kind_has_a_record_to_be_held_against() -> None:
    assert {kind for _, kind, _ in RECORDS} == set(all_kinds())


@pytest.mark.parametrize(("path", "kind", "values"), RECORDS, ids=[path for path, _, _ in RECORDS])
def test_good_records_are_accepted(path: str, kind: type[Record], values: Any) -> None:
    assert faults(kind, values) == []


@pytest.mark.parametrize("kind", all_kinds(), ids=schema_name)
def test_a_misspelt_key_is_refused_at_every_depth(kind: type[Record]) -> None:
    values = next(values for _, other, values in RECORDS if other is kind)
    assert groups(values)[0] is values
    for group in groups(values):
        group["没有这个键"] = 1
        assert any("没有这个键" in fault for fault in faults(kind, values))
        del group["没有这个键"]


def groups(values: Any) -> list[dict[str, Any]]:
    """Every mapping inside a value."""
    if isinstance(values, dict):
        return [values, *(group for value in values.values() for group in groups(value))]
    return [group for item in values for group in groups(item)] if isinstance(values, list) else []


def penalty(**change: Any) -> dict[str, Any]:
    """A good decision's values, with a change."""
    return {**next(values for _, kind, values in RECORDS if kind is PenaltyDecision), **change}


@pytest.mark.parametrize(
    "change",
    [
        {"决定日期": "2020年6月1日"},
        {"决定日期": None},
        {"罚款金额": "10,000"},
        {"案件程序": "简易"},
        {"处罚种类": []},
        {"处罚种类": "罚款"},
        {"当事人": {"名称": "示例钢铁有限公司"}},
        {"处罚机关": "penalties/2020-001"},
        {"过程": [{"环节": "立案"}]},
    ],
)
def test_slips_are_refused(change: dict[str, Any]) -> None:
    assert faults(PenaltyDecision, penalty()) == []
    assert faults(PenaltyDecision, penalty(**change)) != []


def test_what_another_reader_types_is_accepted() -> None:
    assert faults(PenaltyDecision, penalty(罚款金额=5000.5, 处罚内容=True, 案号=7, 示例=None, 附件=None)) == []


def test_what_is_needed_follows_the_openness() -> None:
    bare = penalty()
    del bare["违法事实"]
    assert faults(PenaltyDecision, bare) == ["'违法事实' is a required property"]
    kept_back = {**bare, "公开方式": "不予公开", "公开方式理由": "依法", "公开方式批准人": "局长"}
    assert faults(PenaltyDecision, kept_back) == []


def test_editors_find_the_schema_of_every_yaml_kind() -> None:
    mapped = json.loads(editor_settings())["yaml.schemas"]
    assert {Path(name).stem for name in mapped} == {schema_name(kind) for kind in all_kinds() if not kind.KIND.prose}
    assert mapped["./schemas/rosters.json"] == "content/rosters/**/*.yaml"
    assert all((ROOT / name).is_file() for name in mapped)


def test_keys_stand_in_declared_order() -> None:
    keys = list(json.loads(schema_text(Roster))["properties"])
    assert keys[0] == "版次"
    assert keys[-1] == "示例"
