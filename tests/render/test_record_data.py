"""``record.json`` and ``.gone``: what of a record they tell in each standing, and that nothing hidden gets into them."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from generator.model.settings import Settings
from generator.primitives.canonical_json import canonical
from tests.model.builders import PENALTY, correction, penalty, record, withdrawal
from tests.render.column import Column, admitted, looked, render
from tests.render.things import body, officer, roster


def told(column: Column, ref: str) -> dict[str, Any]:
    """The data of a record; its bytes must be canonical."""
    data = column.root.joinpath(f"{ref}/record.json").read_bytes()
    found: dict[str, Any] = json.loads(data)
    assert canonical(found) == data
    return found


def test_every_page_of_a_record_has_its_data_and_leads_to_it(site: Column) -> None:
    paged = {artefact.path for artefact in site.plan.artefacts if artefact.surface == "record_data"}
    assert paged == {path for path in site.files if path.endswith("record.json")}
    for path in paged:
        page = site.page(path.replace("record.json", "index.html"))
        links = [link["href"] for link in page.select("main a[href$='record.json']")]
        assert links == [f"{'../' * path.count('/')}{path}"]
    kinds = {json.loads(site.files[path])["kind"] for path in paged}
    assert {"行政处罚决定", "执法人员清单", "更正", "撤下", "隐私处理"} <= kinds


def test_current(tmp_path: Path) -> None:
    decision = penalty("2020-001", 违法事实="上报数小于核查数")
    found = told(render(admitted(body(), decision), tmp_path), "penalties/2020-001")
    assert found["standing"] == "current"
    assert found["published"] == decision.published_on.isoformat()
    assert found["fields"]["违法事实"] == "上报数小于核查数"
    assert found["fields"]["处罚机关"] == "bodies/shili-tjj"
    assert "公开审查" not in found["fields"]
    assert "ground" not in found and "since" not in found


def test_withdrawn_and_expired_have_no_payload(tmp_path: Path) -> None:
    records = [penalty("2020-001", 违法事实="秘密的事实"), withdrawal("penalties/2020-001", 事由="撤销")]
    column = render(admitted(body(), *records), tmp_path)
    found = told(column, "penalties/2020-001")
    assert (found["standing"], found["fields"], found["ground"]) == ("withdrawn", {}, "撤销")
    assert [act["id"] for act in found["acts"]] == [records[1].ref]
    assert {"text", "attachments"}.isdisjoint(found)
    assert "秘密的事实" not in column.text("penalties/2020-001/record.json")
    gone = [path for path in column.files if path.endswith(".gone")]
    assert gone == ["penalties/2020-001/.gone"]
    assert column.files[gone[0]] == b""


def test_an_expired_record_of_the_toy(site: Column) -> None:
    standings = {path: json.loads(data)["standing"] for path, data in site.files.items() if path.endswith("record.json")}
    for path, standing in standings.items():
        found = json.loads(site.files[path])
        is_hidden = standing in ("withdrawn", "expired")
        assert (found["fields"] == {}) == is_hidden
        assert (path.replace("record.json", ".gone") in site.files) == (standing == "withdrawn")
    assert {"current", "corrected", "withdrawn"} <= set(standings.values())


def test_redacted(tmp_path: Path) -> None:
    decision = penalty("2020-001", 当事人={"名称": "示例公司", "类别": "法人及非法人组织", "地址": "【依法隐去】"})
    parts = [{"字段": "当事人.地址", "类别": "个人隐私"}]
    act = {"处理对象": "penalties/2020-001", "处理日期": "2020-08-03", "处理事项": parts, "理由": "示例", "批准人": "示例局长"}
    column = render(admitted(body(), decision, record("redactions/2020/2020-001.yaml", act)), tmp_path)
    found = told(column, "penalties/2020-001")
    assert found["fields"]["当事人"]["地址"] == "【依法隐去】"
    assert [act["act"] for act in found["acts"]] == ["隐私处理"]


def test_a_correction_quotes_only_what_may_be_seen(tmp_path: Path) -> None:
    changes = [{"字段": "违法事实", "原": "原来的话", "现": "现在的话"}]
    records = [penalty("2020-001", 违法事实="现在的话"), correction("penalties/2020-001", 更正事项=changes)]
    live = render(admitted(body(), *records), tmp_path / "live")
    assert told(live, records[1].id)["fields"]["更正事项"] == [{"内容": "违法事实", "原": "原来的话", "现": "现在的话"}]
    gone = render(admitted(body(), *records, withdrawal("penalties/2020-001")), tmp_path / "gone")
    assert told(gone, records[1].id)["fields"]["更正事项"] == [{"内容": "违法事实", "原": "已随原记录撤下", "现": "已随原记录撤下"}]


def test_pending_and_secret_records_have_no_data_and_are_not_named(tmp_path: Path) -> None:
    pending = penalty("2027-001", 公开日期="2027-01-05", 决定日期="2027-01-01", 文号="示统罚决字〔2027〕1号")
    secret = penalty("2020-009", 公开方式="不予公开", 公开方式理由="涉及国家秘密")
    names = withdrawal("penalties/2020-001", 替代="penalties/2027-001")
    column = render(admitted(body(), penalty("2020-001"), pending, secret, names), tmp_path)
    data = {path: file.decode() for path, file in column.files.items() if path.endswith("record.json")}
    assert not [path for path in data if "2027-001" in path or "2020-009" in path]
    assert not [path for path, text in data.items() if "2027-001" in text or "2020-009" in text]
    assert told(column, names.id)["fields"]["替代"] == "（未公开的记录）"


def test_links_in_the_text_never_name_what_is_not_public(tmp_path: Path) -> None:
    decision = record("penalties/2020-001.md", PENALTY, body="另见[该决定](penalties/2027-001)，**示例**。\n\n- 一项\n")
    found = told(render(admitted(body(), decision), tmp_path), "penalties/2020-001")
    assert found["text"] == "另见该决定，示例。\n一项"


def test_past_rosters_tell_numbers_only(tmp_path: Path) -> None:
    first = roster(1, "2019-01-01", officer("p01", "示例甲", "SL-1"), officer("p02", "示例乙", "SL-2"))
    second = roster(2, "2022-01-01", officer("p01", "示例甲", "SL-1"))
    column = render(admitted(body(), first, second), tmp_path)
    assert told(column, "rosters/shili-tjj/1")["fields"]["条目"] == {"人数": "2", "证件号码": ["SL-1", "SL-2"]}
    assert told(column, "rosters/shili-tjj/2")["fields"]["条目"][0]["姓名"] == "示例甲"


@pytest.mark.parametrize(("handling", "reported"), [("全部", "646"), ("仅比率", "【依法隐去】")])
def test_survey_figures_as_the_page_shows_them(tmp_path: Path, handling: str, reported: str) -> None:
    row = {"报表": "示例表", "表号": "B1", "报告期": "2019年", "指标": "产值", "单位": "千元", "上报数": "646", "核查数": "5087",
           "差额": "4441", "差错率": "87.3%"}
    decision = penalty("2020-001", 调查数据=[row], 微观数据={"处理": handling, "理由": "示例"})
    found = told(render(admitted(body(), decision), tmp_path), "penalties/2020-001")
    assert found["fields"]["调查数据"][0]["上报数"] == reported
    assert found["fields"]["调查数据"][0]["差错率"] == "87.3%"
    hidden = penalty("2020-001", 调查数据=[row], 微观数据={"处理": "隐去", "理由": "示例"})
    found = told(render(admitted(body(), hidden), tmp_path / "hidden"), "penalties/2020-001")
    assert found["fields"]["调查数据"] == "【依法隐去】"


def test_the_proof_searches_the_data(site: Column) -> None:
    path = next(path for path in site.files if path.endswith("penalties/2020-003/record.json"))
    file = site.root / path
    whole = file.read_bytes()
    party = next(record for record in site.checked.register.records if record.ref == "penalties/2020-003").party.name  # type: ignore[attr-defined]
    try:
        file.write_bytes(whole.replace(b'"fields":{}', canonical({"fields": {"当事人": party}})[1:-1]))
        assert {trace.path for trace in looked(site).traces} == {path}
    finally:
        file.write_bytes(whole)


def test_canonical_form() -> None:
    value = {"b": "é\u0001\n", "a": [True, None, 1], unicodedata.lookup("GRINNING FACE"): ""}
    assert canonical(value) == '{"a":[true,null,1],"b":"é\\u0001\\n","😀":""}'.encode()


def test_the_verify_page_says_when_there_is_no_ledger(tmp_path: Path) -> None:
    column = render(admitted(body(), settings=Settings()), tmp_path)
    assert "本网站目前没有公示台账" in column.page("verify/index.html").get_text()
    assert column.files["verify/verify.py"].startswith(b"#!/usr/bin/env python3")
