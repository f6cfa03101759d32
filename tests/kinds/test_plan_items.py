"""What the plan names and sites forget: each has a kind and keys of its own, and a record of the repository that shows it."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from generator.finding import KeyPath
from generator.model.declaration import walk_slots
from generator.model.kinds import kind_for
from generator.model.record import Record
from generator.model.walk import leaves
from tests.reports.plan import content


class Item(NamedTuple):
    """A kind's folder, the keys that must be filled in one record, and the values that the record must have."""

    folder: str
    keys: tuple[str, ...]
    having: tuple[tuple[str, str], ...] = ()


def policy(sort: str, *keys: str) -> Item:
    """A policy of one sort."""
    return Item("policies", keys, (("制度类别", sort),))


ITEMS = {
    "forms of papers": policy("执法文书格式文本", "文书.名称", "文书.环节"),
    "filing of the forms of papers": policy("执法文书格式文本", "备案.机关", "备案.日期"),
    "guide to wording": policy("执法行为用语指引", "告知内容"),
    "rules of audio-visual records": policy("音像记录管理制度"),
    "rules of publication": policy("行政执法公示办法", "上位文件.名称"),
    "rules of recording": policy("执法全过程记录办法", "上位文件.名称"),
    "rules of legal review": policy("重大执法决定法制审核办法", "上位文件.名称"),
    "follow-up within a month": Item("policies", ("上位文件.印发日期", "成文日期", "施行日期")),
    "rules of case files": policy("执法案卷管理和评查制度"),
    "rules of benchmarks": policy("裁量基准制度"),
    "rules of complaints": policy("投诉举报制度"),
    "rules of assessment": policy("考核与监督制度"),
    "rules of officers": policy("执法人员管理制度"),
    "publication, withdrawal and renewal": policy("信息公开发布撤销更新机制"),
    "the plan itself": policy("实施方案", "责任.岗位", "责任.职责"),
    "responsibility for review": policy("法制审核责任制", "责任.岗位", "责任.职责"),
    "responsibility for each item of review": Item("legal-review-items", ("条目.审核责任",)),
    "flowchart of enforcement": Item("flowcharts", ("步骤.名称", "转换.从"), (("种类", "执法流程图"),)),
    "flowchart of legal review": Item("flowcharts", ("步骤.名称", "转换.从"), (("种类", "法制审核流程图"),)),
    "qualification of reviewers": Item("rosters", ("条目.资格",), (("条目.岗位", "法制审核人员"),)),
    "filing of reviewers": Item("rosters", ("条目.备案.机关", "条目.备案.日期"), (("条目.岗位", "法制审核人员"),)),
    "filing of a list": Item("powers", ("备案.机关", "变动日期", "变动依据")),
    "what officers tell the party": Item("guides", ("告知内容",)),
    "ways to complain": Item("bodies", ("救济渠道.受理机关",), (("救济渠道.途径", "投诉举报"),)),
    "complaints as handled": Item("complaints", ("方式", "办理结果", "办结日期", "反馈日期")),
    "annual report handed in": Item("annual-reports", ("报送.机关", "报送.日期")),
    "number on the provincial platform": Item("penalties", ("平台办案编号", "案号"), (("案件程序", "普通程序"),)),
    "filing of the case": Item("penalties", ("归档.日期", "归档.案卷号")),
    "steps of the case and what was recorded": Item("penalties", ("过程.环节", "过程.日期", "过程.文书", "过程.音像")),
    "legal review before the decision": Item("penalties", ("法制审核.日期", "法制审核.结论")),
    "other channels": Item("penalties", ("渠道.名称", "渠道.日期")),
    "what is recorded, how and by whom": Item("recording-items", ("条目.执法环节", "条目.记录方式", "条目.标识要求")),
    "draw that can be repeated": Item("inspection-draws", ("检查对象.签.签号", "执法人员.抽中", "种子", "检查对象.名录摘要")),
}
CONTENT = content()


def said(path: KeyPath) -> str:
    """A key path without its indexes."""
    return ".".join(part for part in path if isinstance(part, str))


def values(record: Record) -> dict[str, set[str]]:
    """What a record says under each key, as it would be typed."""
    found: dict[str, set[str]] = {}
    for path, slot, value in leaves(record):
        assert slot.scalar is not None
        found.setdefault(said(path), set()).add(slot.scalar.write(value))
    return found


@pytest.mark.parametrize("item", ITEMS.values(), ids=list(ITEMS))
def test_the_plan_s_item_is_data_and_has_a_record(item: Item) -> None:
    kind = kind_for(item.folder)
    assert kind is not None
    declared = {".".join(path) for path, _slot in walk_slots(kind)}
    assert {*item.keys, *(key for key, _value in item.having)} <= declared
    showing = [
        record.ref for record in CONTENT.of_kind(kind)
        if set(item.keys) <= set(told := values(record)) and all(value in told.get(key, ()) for key, value in item.having)
    ]
    assert showing, "no record shows it"


def test_what_must_be_compared_is_not_free_text() -> None:
    """Choices and days that rules and readers sort and count by."""
    typed = {"rosters": ("条目.资格", "条目.备案.日期"), "policies": ("制度类别", "有效性", "上位文件.印发日期", "文书.环节"),
             "flowcharts": ("种类", "步骤.类型"), "bodies": ("救济渠道.途径",), "complaints": ("方式", "事项类别", "办理结果"),
             "annual-reports": ("报送.日期",)}  # fmt: skip
    for folder, keys in typed.items():
        kind = kind_for(folder)
        assert kind is not None
        names = {".".join(path): slot.scalar.name for path, slot in walk_slots(kind) if slot.scalar is not None}
        assert [key for key in keys if names[key] == "文字"] == []
