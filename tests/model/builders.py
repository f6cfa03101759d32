"""Small records made in code, for tests that need no files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.finding import KeyPath
from generator.model.draft import Draft, Reading
from generator.model.kinds import kind_for
from generator.model.placement import Placement, place
from generator.model.record import Record
from generator.model.register import Register
from generator.model.settings import Settings
from generator.reading.bind import bind

PENALTY: dict[str, Any] = {
    "文号": "示统罚决字〔2020〕1号",
    "处罚机关": "bodies/shili-tjj",
    "案件程序": "普通程序",
    "公开方式": "全文",
    "处罚种类": ["警告"],
    "决定日期": "2020-06-01",
    "公开日期": "2020-06-05",
    "示例": "是",
}
WITHDRAWAL = {"撤下日期": "2021-03-01", "事由": "撤销", "理由": "复议决定撤销", "批准人": "局长", "示例": "是"}
CORRECTION = {
    "更正日期": "2020-07-01",
    "更正事项": [{"字段": "罚款金额", "原": "50000", "现": "5000"}],
    "理由": "录入错误",
    "批准人": "局长",
    "示例": "是",
}


def record(path: str, data: dict[str, Any], body: str = "") -> Record:
    """Bind ``data`` as the file at ``path`` would be bound; faults fail the test."""
    placed = place(path)
    assert isinstance(placed, Placement), placed
    bound, faults = bind(placed.kind, data, placed.origin._replace(body=body))
    assert bound is not None, faults
    return bound


def penalty(stem: str = "shili-2020-001", **changes: Any) -> Record:
    """A penalty decision with some keys changed."""
    return record(f"penalties/{stem}.md", PENALTY | changes)


def withdrawal(target: str, stem: str = "2021-001", **changes: Any) -> Record:
    """A withdrawal of ``target``."""
    return record(f"withdrawals/{stem}.yaml", {"撤下对象": target} | WITHDRAWAL | changes)


def correction(target: str, stem: str = "2020-001", **changes: Any) -> Record:
    """A correction of ``target``."""
    return record(f"corrections/{stem}.yaml", {"更正对象": target} | CORRECTION | changes)


def rebuilt(like: Record, said: Mapping[KeyPath, str], body: str | None = None) -> Record | None:
    """The record of the same file that says just this; None where a row is missing in between, or a value is of no use to the kind."""
    tree: dict[Any, Any] = {}
    for path, text in said.items():
        node = tree
        for part in path[:-1]:
            node = node.setdefault(part, {})
        node[path[-1]] = text
    origin = like.origin if body is None else like.origin._replace(body=body)
    try:
        return type(like).model_validate({**_listed(tree), "\0origin": origin})
    except ValueError:
        return None


def _listed(node: Any) -> Any:
    """Nested mappings with rows as tuples. Raises ``ValueError`` where a row is missing."""
    if not isinstance(node, dict):
        return node
    if not all(isinstance(key, int) for key in node):
        return {key: _listed(value) for key, value in node.items()}
    if sorted(node) != list(range(len(node))):
        raise ValueError("a row is missing")
    return tuple(_listed(node[index]) for index in range(len(node)))


def register(*records: Record, settings: Settings | None = None) -> Register:
    """A register of these records."""
    drafts = tuple(
        Draft(item.origin.path, kind_for(item.origin.folder, item.origin.stem), item)
        for item in sorted(records, key=lambda item: item.origin.path)
    )
    return Register(Reading("content", drafts), settings or Settings())
