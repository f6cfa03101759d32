"""The declarations of every kind are whole and consistent; what they claim is what binding does."""

from __future__ import annotations

import pytest

from generator.model.declaration import Declaration, Privacy, slot_by_key, slots, walk_slots
from generator.model.kinds import all_kinds, folders, kind_for
from generator.model.record import Lifecycle, Record, Stage

KINDS = all_kinds()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.KIND.folder)
class TestEveryKind:
    def test_every_field_is_declared(self, kind: type[Record]) -> None:
        for name, info in kind.model_fields.items():
            assert name == "origin" or isinstance(info.json_schema_extra, Declaration), name

    def test_keys_are_unique_and_chinese_and_described(self, kind: type[Record]) -> None:
        seen = set()
        for path, slot in walk_slots(kind):
            assert path not in seen
            seen.add(path)
            assert all("\u4e00" <= char <= "\u9fff" for char in slot.key), path
            assert slot.declaration.label and slot.declaration.description, path
            assert (slot.scalar is None) != (slot.group is None), path

    def test_caption_is_an_identity_field(self, kind: type[Record]) -> None:
        if kind.KIND.caption:
            declared = {slot.name: slot for slot in slots(kind)}
            assert declared[kind.KIND.caption].declaration.privacy is Privacy.IDENTITY

    def test_needed_when_names_a_sibling(self, kind: type[Record]) -> None:
        for slot in slots(kind):
            condition = slot.declaration.needed_when
            if condition is not None:
                sibling = next(other for other in slots(kind) if other.name == condition[0])
                assert sibling.scalar is not None and set(condition[1]) <= set(sibling.scalar.options)
                assert not slot.required

    def test_examples_are_valid(self, kind: type[Record]) -> None:
        for path, slot in walk_slots(kind):
            if slot.scalar is not None and slot.declaration.example:
                slot.scalar.read(slot.declaration.example), path

    def test_approvers_and_reviewers_are_internal(self, kind: type[Record]) -> None:
        for path, slot in walk_slots(kind):
            if slot.key in ("批准人", "审查人", "公开方式批准人"):
                assert slot.declaration.privacy is Privacy.INTERNAL, path

    def test_a_kind_says_what_it_is(self, kind: type[Record]) -> None:
        info = kind.KIND
        assert info.title and info.summary
        assert (info.stage is None) == (info.lifecycle is Lifecycle.POLICY)
        assert (info.stage is Stage.ACTS) == (info.lifecycle is Lifecycle.ACT)
        stem = info.stems.replace("[a-z0-9-]+", "x").replace("(-[a-z0-9]+)*", "-x")
        assert kind_for(info.folder, stem) is kind
        assert (kind.__doc__ or "").strip()


def test_kinds_are_found_without_a_list() -> None:
    assert set(folders()) >= {"bodies", "rosters", "penalties", "corrections", "withdrawals", "reference"}
    assert kind_for("penalty") is None


def test_canonical_order_moves_base_fields() -> None:
    penalty = kind_for("penalties")
    assert penalty is not None
    keys = [slot.key for slot in slots(penalty)]
    assert keys[0] == "文号" and keys[-1] == "示例"
    assert keys.index("送达日期") < keys.index("公开日期") < keys.index("公开审查")
    assert slot_by_key(penalty, "无此键") is None
