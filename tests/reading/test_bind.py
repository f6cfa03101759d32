"""What a half-filled form says: blank keys, groups and lists count as absent, what was typed does not."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.kinds.penalties import PenaltyDecision
from generator.model.record import Origin
from generator.reading.bind import bind

BLANK_FIGURE = {"报表": "", "指标": "", "上报数": ""}
FIGURE = {"报表": "财务状况", "报告期": "2019年", "指标": "营业收入", "单位": "千元"}


def faults(**change: Any) -> list[tuple[str, str]]:
    """Code and key path of each fault that the keys bring about, beside those of the keys that every decision needs."""
    origin = Origin("penalties/x", "penalties/x", "x")
    bare = bind(PenaltyDecision, {}, origin)[1]
    found = bind(PenaltyDecision, dict(change), origin)[1]
    return [(fault.code, ".".join(map(str, fault.where or ()))) for fault in found if fault not in bare]


@pytest.mark.parametrize(
    "change",
    [
        {"案号": ""},
        {"微观数据": {}},
        {"微观数据": {"处理": "", "理由": ""}},
        {"调查数据": [BLANK_FIGURE]},
        {"调查数据": [BLANK_FIGURE, ""]},
        {"违法行为": [""]},
        {"违法行为": []},
        {"处罚种类": [""]},
        {"法制审核": {"需要": "", "日期": ""}},
    ],
)
def test_what_says_nothing_counts_as_absent(change: dict[str, Any]) -> None:
    assert faults(**change) == []


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"微观数据": {"处理": "全部", "理由": ""}}, [("missing", "微观数据.理由")]),
        ({"调查数据": [FIGURE, BLANK_FIGURE]}, [("missing", f"调查数据.1.{key}") for key in FIGURE]),
        ({"违法行为": ["S44-2", ""]}, [("code-form", "违法行为.1")]),
        ({"处罚种类": []}, [("too_short", "处罚种类")]),
        ({"微观数据": {"无此键": ""}}, [("missing", "微观数据.处理"), ("missing", "微观数据.理由"),
                                    ("extra_forbidden", "微观数据.无此键")]),
        ({"无此键": ""}, [("extra_forbidden", "无此键")]),
        ({"无此键": {}}, [("extra_forbidden", "无此键")]),
        ({"罚款金额": {}}, [("scalar-shape", "罚款金额")]),
        ({"罚款金额": []}, [("scalar-shape", "罚款金额")]),
        ({"当事人": []}, [("model_type", "当事人")]),
        ({"案号": " "}, [("text-empty", "案号")]),
    ],
)  # fmt: skip
def test_what_was_typed_counts(change: dict[str, Any], found: list[tuple[str, str]]) -> None:
    assert faults(**change) == found
