"""Small tables of policy data, made in code."""

from __future__ import annotations

from typing import Any

from generator.model.record import Record
from tests.model.builders import record

DEADLINE = {"编号": "d1", "事项": "公开", "名称": "公开期限", "类别": ["penalties"], "起算": "决定日期", "完成": "公开日期",
            "期限": "7", "单位": "工作日", "依据": "方案"}
TERM = {"编号": "t1", "公示线": "门户公示", "方案": "plan", "类别": ["penalties"], "起算": "公开日期", "依据": "方案"}
DEMAND = {"编号": "w1", "类别": ["penalties"], "事由": ["撤销"], "要求": "期限", "天数": "3", "单位": "工作日", "依据": "第四十八条"}


def without(row: dict[str, Any], *keys: str) -> dict[str, Any]:
    """A row without some keys."""
    return {key: value for key, value in row.items() if key not in keys}


def table(stem: str, *rows: dict[str, Any]) -> Record:
    """``reference/<stem>.yaml`` with these rows."""
    return record(f"reference/{stem}.yaml", {"名称": "表", "依据": "出处", "条目": list(rows)})


def calendar(year: int = 2027, **changes: Any) -> Record:
    """``reference/calendar-<year>.yaml``: 元旦 off, one Sunday made up; ``None`` leaves a key out."""
    data = {
        "年份": str(year), "通知文号": "示例通知〔2026〕1号",
        "放假": [{"名称": "元旦", "起": f"{year}-01-01", "止": f"{year}-01-03"}], "调休上班": [f"{year}-01-10"],
    } | changes
    return record(f"reference/calendar-{year}.yaml", {key: value for key, value in data.items() if value is not None})
