"""Every fault that reading and binding can report is worded by exactly one rule, whatever a file may hold."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import generator
from generator.finding import Fault
from generator.model.declaration import walk_slots
from generator.model.draft import Draft
from generator.model.kinds import all_kinds
from generator.model.record import Origin, Record
from generator.reading.bind import bind
from generator.rules.engine import run
from generator.rules.registry import Scope, all_rules, rules_of

PACKAGE = Path(generator.__file__).parent
OWNED = Counter(code for rule in all_rules() for code in rule.codes)
#: pydantic's own error types that a mapping of texts, lists and mappings can bring about; the fuzzing below finds no other.
PYDANTIC = {"missing", "extra_forbidden", "too_short", "model_type", "tuple_type"}


def literal_codes() -> set[str]:
    """The codes named in the source: what is handed to ``Fault``, ``refuse`` and their like, and the tables of codes."""
    found: set[str] = set()
    for file in [*(PACKAGE / "reading").rglob("*.py"), *(PACKAGE / "model").rglob("*.py")]:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args and _name(node.func) in ("Fault", "refuse", "_refuse"):
                found |= {leaf.value for leaf in ast.walk(node.args[0]) if _is_text(leaf)}
            if isinstance(node, ast.Assign) and _name(node.targets[0]) == "_CLASSES":
                assert isinstance(node.value, ast.Dict)
                found |= {key.value for key in node.value.keys if isinstance(key, ast.Constant)}
    return found - {"type"}


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _name(node: ast.AST) -> str:
    return getattr(node, "id", getattr(node, "attr", ""))


def test_each_code_has_one_owner() -> None:
    assert {code for code, count in OWNED.items() if count > 1} == set()
    assert set(OWNED) == literal_codes() | PYDANTIC


def kinds() -> list[Any]:
    return [pytest.param(kind, id=kind.KIND.folder) for kind in all_kinds()]


WRONG = ["x", " ", [], ["x"], [""], {}, {"x": "y"}, [["x"]], [{"x": "y"}], [{}], {"x": ["y"]}]


def _bound(kind: type[Record], data: dict[str, Any]) -> Draft:
    folder = kind.KIND.folder
    record, faults = bind(kind, data, Origin(f"{folder}/x", f"{folder}/x", "x"))
    return Draft(f"{folder}/x", kind, record, faults)


def _at(path: tuple[str, ...], value: object, wrap: bool) -> dict[str, Any]:
    data: Any = value
    for key in reversed(path):
        data = {key: [data] if wrap and data is not value else data}
    return data


def _drafts(kind: type[Record]) -> Iterator[Draft]:
    """Every wrong shape at every field of the kind, with the groups above it as a mapping and as a list of mappings."""
    for path, _slot in walk_slots(kind):
        for wrong in WRONG:
            yield _bound(kind, _at(path, wrong, wrap=False))
            yield _bound(kind, _at(path, wrong, wrap=True))


@pytest.mark.parametrize("kind", kinds())
def test_wrong_shapes_are_worded(kind: type[Record]) -> None:
    codes: set[str] = set()
    for draft in _drafts(kind):
        assert draft.record is None
        assert draft.faults
        codes |= {fault.code for fault in draft.faults}
        assert_all_worded(draft)
    assert codes <= set(OWNED)
    assert {"missing", "extra_forbidden", "tuple_type", "scalar-shape"} & codes


def assert_all_worded(draft: Draft) -> None:
    """Each fault becomes a finding, or is explained by one (a mistyped key, a list of bad items); no rule crashes."""
    found = run(rules_of(Scope.RECORD), [(draft.path, draft)], "", lambda *_: (None, None))
    assert found, draft.faults
    assert not [finding for finding in found if "运行出错" in finding.message]
    plain = [fault for fault in draft.faults if fault.code not in ("missing", "too_short")]
    assert len(found) >= len(plain)
    assert all(finding.message and finding.hint for finding in found)


def scalars() -> st.SearchStrategy[str]:
    return st.one_of(
        st.text(max_size=20), st.sampled_from(["是", "2020-06-01", "5000", "1万", "bodies/toy-tjj", "//x", "a:b", "２"])
    )


@given(st.data())
@pytest.mark.parametrize("kind", kinds())
def test_any_value_is_worded(kind: type[Record], data: st.DataObject) -> None:
    paths = [path for path, _ in walk_slots(kind)]
    path = data.draw(st.sampled_from(paths))
    draft = _bound(kind, _at(path, data.draw(scalars()), wrap=data.draw(st.booleans())))
    if draft.record is None:
        assert {fault.code for fault in draft.faults} <= set(OWNED)
        assert_all_worded(draft)


def test_the_fuzzing_reaches_every_type_of_pydantic() -> None:
    reached = {fault.code for kind in all_kinds() for draft in _drafts(kind) for fault in draft.faults}
    assert reached >= PYDANTIC


def test_an_unowned_code_would_be_noticed() -> None:
    with pytest.raises(AssertionError):
        assert_all_worded(Draft("x", None, None, (Fault("nobody-owns-this"),)))

