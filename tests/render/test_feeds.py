"""The feed of acts: whole, in order, without a clock, and without a word of what is withdrawn or expired."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import feedparser
import pytest
from lxml import etree

from generator.model.settings import Settings
from generator.plugin.settings import site_settings
from generator.render.surfaces.feeds import NEWEST
from generator.writing.stage import Refusal
from tests import toy
from tests.model.builders import correction, penalty, record, withdrawal
from tests.model.policies import TERM, table
from tests.render.column import Column, admitted, check_toy, links, looked, render

ADDRESS = "https://toy.example/zfgs/"
SETTINGS = Settings(site_address=ADDRESS, owner="示例市统计局")
SPACES = {"a": "http://www.w3.org/2005/Atom", "at": "http://purl.org/atompub/tombstones/1.0", "fh": "http://purl.org/syndication/history/1.0"}
START = date(2019, 1, 1)


def feed(column: Column, name: str = "acts") -> feedparser.FeedParserDict:
    """One document as a reader reads it."""
    parsed = feedparser.parse((column.root / f"feed/{name}.atom").read_bytes())
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


def deleted(column: Column, name: str = "acts") -> dict[str, str]:
    """The entries that a document takes back, and when."""
    found = etree.parse(column.root / f"feed/{name}.atom").findall("at:deleted-entry", SPACES)
    return {element.get("ref"): element.get("when") for element in found}


def keys(parsed: feedparser.FeedParserDict) -> list[str]:
    """The entries' ids without the authority."""
    return [entry.id.split(":", 2)[2] for entry in parsed.entries]


def many(count: int) -> list[object]:
    """Decisions on days of their own."""
    days = [START + timedelta(days=9 * number) for number in range(count)]
    return [
        penalty(f"{day.year}-{n:03d}", 文号=f"示统罚决字〔{day.year}〕{n}号", 决定日期=str(day), 公开日期=str(day))
        for n, day in enumerate(days, start=1)
    ]


def walk(column: Column) -> list[list[str]]:
    """Every document from the newest, by the links from each to the one before it."""
    found, name = [], "acts"
    while name:
        parsed = feed(column, name)
        found.append(keys(parsed))
        older = [link.href for link in parsed.feed.links if link.rel == "prev-archive"]
        name = older[0].removeprefix(f"{ADDRESS}feed/").removesuffix(".atom") if older else ""
    return found


def test_no_act_can_be_missed(tmp_path: Path) -> None:
    column = render(admitted(*many(130), settings=SETTINGS), tmp_path)
    newest, *archives = walk(column)
    everything = [key for archive in archives for key in archive]
    assert len(newest) == NEWEST
    assert len(everything) == len(set(everything)) == 130
    assert everything[:NEWEST] == newest
    for name in ("2019", "2020", "2021", "2022"):
        root = etree.parse(column.root / f"feed/acts-{name}.atom").getroot()
        assert root.find("fh:archive", SPACES) is not None
        assert {entry.published[:4] for entry in feed(column, f"acts-{name}").entries} == {name}
    assert etree.parse(column.root / "feed/acts.atom").getroot().find("fh:archive", SPACES) is None


def test_json_tells_the_same(tmp_path: Path) -> None:
    column = render(admitted(*many(130), withdrawal("penalties/2019-003"), settings=SETTINGS), tmp_path)
    documents = sorted(column.root.glob("feed/*.json"))
    assert len(documents) == 5
    for file in documents:
        data = json.loads(file.read_text("utf-8"))
        parsed = feed(column, file.stem)
        assert data["version"] == "https://jsonfeed.org/version/1.1"
        assert [item["id"] for item in data["items"]] == [entry.id for entry in parsed.entries]
        assert [item["date_published"] for item in data["items"]] == [entry.published for entry in parsed.entries]
        assert {gone["id"]: gone["when"] for gone in data["_disclosure"]["deleted"]} == deleted(column, file.stem)
        older = [link.href for link in parsed.feed.links if link.rel == "prev-archive"]
        assert [data[key] for key in data if key == "next_url"] == [href.replace(".atom", ".json") for href in older]


@pytest.fixture(scope="module")
def lives(tmp_path_factory: pytest.TempPathFactory) -> Column:
    """One decision in each standing, and a list with two editions."""
    reinstatement = {"恢复对象": "penalties/2020-004", "恢复日期": "2021-09-01", "理由": "判决恢复", "批准人": "局长", "示例": "是"}
    redaction = {"处理对象": "penalties/2020-001", "处理日期": "2020-08-03", "处理事项": [{"正文": "是", "标题": "当事人", "处数": "1",
                 "类别": "个人隐私"}], "理由": "依申请 <b>", "批准人": "局长", "示例": "是"}
    roster = {"版次": "1", "生效日期": "2019-01-01", "调整原因": "首次公布", "机关": "bodies/shili-tjj", "示例": "是",
              "条目": [{"编号": "p01", "姓名": "示例甲", "职务": "股长", "岗位": "执法人员"}]}
    records = [
        *(penalty(f"2020-{n:03d}", 文号=f"示统罚决字〔2020〕{n}号") for n in range(1, 5)),
        correction("penalties/2020-002"), correction("penalties/2020-003", "2020-002", 理由="把独家公司写错了"),
        withdrawal("penalties/2020-003"), withdrawal("penalties/2020-004", "2021-002"),
        record("reinstatements/2021/2021-001.yaml", reinstatement), record("redactions/2020/2020-001.yaml", redaction),
        record("rosters/shili-tjj/1.yaml", roster),
        record("rosters/shili-tjj/2.yaml", roster | {"版次": "2", "生效日期": "2021-01-01", "调整原因": "人员变动"}),
        table("terms", TERM | {"类别": ["decisions"], "最长": "1"}),
        penalty("2027-001", 文号="示统罚决字〔2027〕1号", 公开日期="2027-01-01", 决定日期="2026-12-30"),
    ]
    return render(admitted(*records, settings=SETTINGS), tmp_path_factory.mktemp("lives"))


def test_every_kind_of_act_has_an_entry(lives: Column) -> None:
    told = [(entry.title.partition("：")[0], entry.published[:10]) for entry in feed(lives).entries]
    assert told == [
        ("恢复", "2021-09-01"), ("撤下", "2021-03-01"), ("撤下", "2021-03-01"), ("名单调整", "2021-01-01"), ("隐私处理", "2020-08-03"),
        ("更正", "2020-07-01"), ("公开", "2020-06-05"), ("公开", "2020-06-05"), ("公开", "2020-06-05"), ("公开", "2019-01-01"),
    ]
    assert feed(lives).feed.updated == "2021-09-01T00:00:00+08:00"
    assert looked(lives).traces == ()


def test_what_was_told_of_a_withdrawn_record_is_taken_back(lives: Column) -> None:
    gone = {"tag:toy.example,2026:penalties/2020-003/published", "tag:toy.example,2026:corrections/2020-002"}
    for name in ("acts", "acts-2020", "acts-2021"):
        assert deleted(lives, name) == dict.fromkeys(gone, "2021-03-01T00:00:00+08:00")
        assert not gone & {entry.id for entry in feed(lives, name).entries}
        text = lives.text(f"feed/{name}.atom") + lives.text(f"feed/{name}.json")
        assert "独家" not in text
        assert "〔2027〕" not in text


def test_expiry_ends_a_record_like_a_withdrawal(tmp_path: Path) -> None:
    terms = table("terms", TERM | {"类别": ["penalties"], "最长": "1"})
    column = render(admitted(penalty("2020-001"), terms, settings=SETTINGS), tmp_path)
    assert [entry.title for entry in feed(column).entries] == ["期满：示统罚决字〔2020〕1号"]
    assert list(deleted(column)) == ["tag:toy.example,2026:penalties/2020-001/published"]


def test_reasons_are_text(lives: Column) -> None:
    summary = next(entry.summary for entry in feed(lives).entries if entry.title.startswith("隐私处理"))
    assert "&lt;b&gt;" in summary


def test_the_same_register_gives_the_same_feed_on_any_day(tmp_path: Path) -> None:
    one = render(admitted(*many(3), as_of=date(2026, 1, 1), settings=SETTINGS), tmp_path / "one")
    two = render(admitted(*many(3), as_of=date(2026, 9, 9), settings=SETTINGS), tmp_path / "two")
    assert one.text("feed/acts.atom") == two.text("feed/acts.atom")
    assert one.text("feed/acts.json") == two.text("feed/acts.json")


def test_the_authority_outlives_the_address(tmp_path: Path) -> None:
    settings = replace(SETTINGS, feed_authority="tjj.example,2020", site_address="https://new.example/")
    column = render(admitted(*many(1), settings=settings), tmp_path)
    assert feed(column).entries[0].id == "tag:tjj.example,2020:penalties/2019-001/published"
    with pytest.raises(Refusal):
        site_settings({"DISCLOSURE_FEED_AUTHORITY": "tjj.example"})


def test_pages_lead_to_the_feed_and_the_toy_has_one(tmp_path: Path) -> None:
    column = render(check_toy(settings=replace(toy.SETTINGS, site_address=ADDRESS)), tmp_path / "with", toy.CONTENT)
    assert links(column, "penalties/2020-001/index.html", "link[rel=alternate]") == ["../../feed/acts.atom", "../../feed/acts.json"]
    events = [key for document in walk(column)[1:] for key in document]
    shown = {ref for ref in (item.ref for item in column.checked.register.acts) if f"{ref}/index.html" in column.plan.paths}
    taken_back = {key.split(":", 2)[2] for file in column.root.glob("feed/acts-*.atom") for key in deleted(column, file.stem)}
    assert shown <= {*events, *taken_back}


@pytest.mark.parametrize("settings", [Settings(), SETTINGS])
def test_without_an_address_or_events_there_is_none(settings: Settings, tmp_path: Path) -> None:
    records = many(1) if settings.site_address == "" else []
    column = render(admitted(*records, settings=settings), tmp_path)
    assert not (column.root / "feed").exists()
    assert links(column, "index.html", "link[rel=alternate]") == []
