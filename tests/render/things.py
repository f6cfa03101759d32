"""Small lists, laws and codes for tests of neighbours: whatever decisions refer to."""

from __future__ import annotations

from typing import Any

from generator.model.record import Record
from tests.model.builders import penalty, record

S44 = {"法律": "laws/statistics-law", "版本": "2024", "条": "44", "款": "2"}
EDITION = {"版次": "1", "生效日期": "2019-01-01", "调整原因": "首次公布", "机关": "bodies/shili-tjj", "示例": "是"}
BODY = {
    "版次": "1", "生效日期": "2019-01-01", "调整原因": "首次公布", "名称": "示例县统计局", "主体性质": "法定行政机关", "执法职责": ["查处"],
    "执法权限": ["处罚"], "执法依据": ["《统计法》"], "执法程序": ["立案"], "救济渠道": [{"途径": "行政复议"}], "示例": "是",
}


def body(number: int = 1, **changes: Any) -> Record:
    """An edition of the sample body."""
    return record(f"bodies/shili-tjj/{number}.md", BODY | {"版次": str(number)} | changes, "说明文字。")


def law(version: str = "2024", **changes: Any) -> Record:
    """A version of a law with articles 8 and 44."""
    data = {
        "版本": version, "施行日期": f"{version}-09-13", "修改情况": "修正", "名称": "中华人民共和国统计法", "简称": "统计法",
        "效力级别": "法律", "通过日期": f"{version}-09-13",
        "条文": [{"条": "8", "主题": "义务"}, {"条": "44", "主题": "主要罚则", "款数": "3", "项数": "5"}],
    }
    return record(f"laws/statistics-law/{version}.yaml", data | changes)


def codes(*numbers: str) -> Record:
    """The code list of conduct."""
    rows = [{"编号": number, "名称": f"违法行为{number}", "依据": "统计法"} for number in numbers]
    return record("reference/codes-violations.yaml", {"名称": "统计违法行为代码", "依据": "统计法", "条目": rows})


def powers(number: int = 1, *rows: dict[str, Any], **changes: Any) -> Record:
    """An edition of the sample body's powers."""
    return record(f"powers/shili-tjj/{number}.yaml", EDITION | {"版次": str(number), "条目": list(rows) or [power("B-1")]} | changes)


def power(number: str, **changes: Any) -> dict[str, Any]:
    """One power."""
    data = {"编号": number, "项目名称": f"事项{number}", "执法类别": "行政处罚", "执法依据": {"法律": [S44]}, "实施对象": "统计调查对象"}
    return data | changes


def officer(number: str, name: str, certificate: str, **changes: Any) -> dict[str, Any]:
    """A roster row."""
    held = {"种类": "统计执法证", "号码": certificate, "发证机关": "示例省统计局", "有效期": {"起": "2018-01-01", "止": "2030-01-01"}}
    return {"编号": number, "姓名": name, "职务": "科员", "岗位": "执法人员", "证件": [held]} | changes


def roster(number: int, day: str, *rows: dict[str, Any]) -> Record:
    """A roster edition."""
    data = EDITION | {"版次": str(number), "生效日期": day, "调整原因": f"第{number}次调整", "条目": list(rows)}
    return record(f"rosters/shili-tjj/{number}.yaml", data)


def party(name: str = "示例甲有限公司", **changes: Any) -> dict[str, Any]:
    """A legal person."""
    return {"名称": name, "类别": "法人及非法人组织"} | changes


def decision(number: int, year: int = 2025, **changes: Any) -> Record:
    """A penalty decision of the sample body, with a party, conduct, grounds, power and officers."""
    data = {
        "文号": f"示统罚决字〔{year}〕{number}号", "决定日期": f"{year}-06-01", "公开日期": f"{year}-06-05", "当事人": party(),
        "违法行为": ["S44-2"], "处罚依据": [S44], "事项": "powers/shili-tjj#B-1", "执法人员": ["SL-1", "SL-2"],
    }
    return penalty(f"shili-{year}-{number:03d}", **data | changes)


def result(number: int = 1, year: int = 2025, **changes: Any) -> Record:
    """An inspection result of the same party."""
    data = {
        "机关": "bodies/shili-tjj", "检查类型": "双随机抽查", "公开方式": "全文", "检查对象": party(),
        "检查事项": ["inspection-items/shili-tjj#c01"], "检查日期": f"{year}-03-01", "执法人员": ["SL-1"], "检查结果": "未发现问题",
        "决定日期": f"{year}-03-10", "公开日期": f"{year}-03-20", "示例": "是",
    }
    return record(f"inspection-results/{year}/shili-{year}-{number:03d}.yaml", data | changes)
