"""Each surface: which files it plans, and what stands on them."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.model.checked import admit
from generator.model.draft import AttachmentFile, Draft, Reading
from generator.model.kinds import all_kinds
from generator.model.record import Record, Stage
from generator.model.register import Register
from generator.model.settings import Settings
from generator.render.addresses import file_of, value_address
from tests import toy
from tests.model.builders import correction, penalty, withdrawal
from tests.render.column import AS_OF, Column, admitted, check_toy, links, render
from tests.render.things import body, officer, roster


def decisions(year: int, count: int) -> list[Record]:
    """Decisions of one year, one a day."""
    return [
        penalty(f"{year}-{n:03d}", 文号=f"示统罚决字〔{year}〕{n}号", 决定日期=f"{year}-06-{n:02d}", 公开日期=f"{year}-07-{n:02d}")
        for n in range(1, count + 1)
    ]


def test_what_is_planned_is_written(site: Column) -> None:
    ours = {artefact.path for artefact in site.plan.artefacts if not artefact.native}
    assert set(site.files) == ours
    native = {artefact.path for artefact in site.plan.artefacts if artefact.native}
    assert native == {"pages/about/index.html", "pages/corrections-policy/index.html"}


def test_home_names_every_section_and_what_is_new(site: Column) -> None:
    page = site.page("index.html")
    assert page.h1 is not None
    assert page.h1.get_text(strip=True).startswith("行政执法公示专栏")
    assert [link["href"] for link in page.select(".stages h2 a")] == [
        f"{stage}/index.html" for stage in ("before", "during", "after", "acts")
    ]
    shown = [document for document in site.checked.register.documents if site.checked.is_shown(document)]
    newest = max(shown, key=lambda document: (document.published_on, document.own_day, document.id))
    assert f"{newest.id}/index.html" in links(site, "index.html", ".news a")
    assert "withdrawals/2021-001/index.html" in links(site, "index.html", ".news a")


def test_sections_and_kinds_without_content_say_so(tmp_path: Path) -> None:
    column = render(admitted(), tmp_path)
    kinds = [kind.KIND for kind in all_kinds() if kind.KIND.stage is not None]
    for stage in Stage:
        states = [count.text for count in column.page(f"{stage}/index.html").select(".kind .count")]
        assert states == ["暂无内容"] * sum(info.stage is stage for info in kinds) != []
    for info in kinds:
        empty = column.page(f"{info.folder}/index.html").select_one(".empty")
        assert empty is not None
        assert "目前没有已公开的" in empty.text


def test_years_are_paged_from_the_oldest_and_a_new_record_touches_few_files(tmp_path: Path) -> None:
    settings = Settings(page_size=2)
    old = decisions(2019, 5)
    before = render(admitted(*old, *decisions(2020, 3), settings=settings), tmp_path / "a")
    lists = {path for path in before.files if path.startswith(("penalties/2019/", "penalties/2020/"))}
    assert lists == {f"penalties/{path}index.html" for path in ("2019/", "2019/1/", "2019/2/", "2020/", "2020/1/")}
    names = [row.th.get_text() for row in before.page("penalties/2019/1/index.html").select("tbody tr")]
    assert names == ["示统罚决字〔2019〕2号", "示统罚决字〔2019〕1号"]
    assert links(before, "penalties/2019/2/index.html", ".pager a") == [
        "../../../penalties/2019/index.html", "../../../penalties/2019/1/index.html"
    ]
    search = {"search/index.html", "search/data-2020.js"}
    topics = ("topics/sanctions/", value_address("topics/sanctions/", "警告"), "topics/agencies/", "topics/agencies/shili-tjj/")
    changes = {"index.html", "after/index.html", "penalties/index.html", "penalties/2020/index.html", *search, *map(file_of, topics)}
    fourth = render(admitted(*old, *decisions(2020, 4), settings=settings), tmp_path / "b")
    assert {path for path in before.files if fourth.files[path] != before.files[path]} == changes
    fifth = render(admitted(*old, *decisions(2020, 5), settings=settings), tmp_path / "c")
    assert {path for path in fourth.files if fifth.files[path] != fourth.files[path]} == {*changes, "penalties/2020/1/index.html"}
    added = {"penalties/2020-005/index.html", "penalties/2020-005/record.json", "penalties/2020/2/index.html"}
    assert set(fifth.files) - set(fourth.files) == added


def test_the_kinds_page_shows_the_newest_year_and_links_all(tmp_path: Path) -> None:
    column = render(admitted(*decisions(2019, 1), *decisions(2020, 2)), tmp_path)
    page = column.page("penalties/index.html")
    assert [link.get_text(" ", strip=True) for link in page.select(".years a")] == ["2020年 示例 2 件", "2019年 示例 1 件"]
    assert "2020年的行政处罚决定" in page.get_text()
    current = column.page("penalties/2019/index.html").select(".years a[aria-current]")
    assert [link.text for link in current] == ["2019年"]


def test_a_withdrawn_row_is_struck_and_has_no_party(site: Column) -> None:
    row = next(row for row in site.page("penalties/2020/index.html").select("tbody tr") if "3号" in row.th.text)
    assert "struck" in row["class"]
    party = row.find(attrs={"data-label": "当事人"})
    assert party.text == "—"
    assert [mark.text for mark in row.select(".mark")] == ["已撤下", "示例"]


def test_the_tombstone_says_what_happened_and_what_to_read(site: Column) -> None:
    page = site.page("penalties/2020-003/index.html")
    notice = page.select_one(".notice.withdrawn")
    assert notice is not None
    told = dict(zip([dt.text for dt in notice("dt")], [dd.text for dd in notice("dd")], strict=True))
    assert told["事由"] == "撤销"
    assert told["依据文书"] == "示例市政复决字〔2021〕1号"
    assert told["作出机关"] == "示例市人民政府"
    assert {link["href"] for link in notice("a")} == {
        "../../penalties/2021-001/index.html", "../../withdrawals/2021-001/index.html", "../../bodies/toy-tjj/index.html"
    }
    assert page.h1 is not None
    assert notice.find_next("h1") is page.h1
    assert page.title is not None
    assert page.title.text.startswith("〔已撤下〕示市统罚决字〔2020〕3号")
    assert page.find("meta", {"name": "robots", "content": "noindex"})


def test_a_corrected_page_shows_was_and_now_before_its_title(site: Column) -> None:
    page = site.page("penalties/2020-002/index.html")
    notice = page.select_one(".notice.corrected")
    assert notice is not None
    assert [cell.text for cell in notice.select("tbody th, tbody td")] == ["罚款金额", "80,000 元", "8,000 元"]
    assert notice.find_next("h1") is page.h1
    assert page.title is not None
    assert page.title.text.startswith("〔已更正〕")
    history = [" ".join(line.get_text(" ", strip=True).split()) for line in page.select(".history li")]
    assert [line.split(" ")[1] for line in history] == ["公开", "更正"]


def test_lists_show_the_edition_in_force_and_every_edition(tmp_path: Path) -> None:
    first = roster(1, "2019-01-01", officer("p01", "示例甲", "SL-1"), officer("p02", "示例乙", "SL-2"))
    second = roster(2, "2022-01-01", officer("p01", "示例甲", "SL-1"))
    third = roster(3, "2030-01-01", officer("p03", "示例丙", "SL-3"))
    column = render(admitted(body(), first, second, third), tmp_path)
    current = column.page("rosters/shili-tjj/index.html")
    assert current.h1 is not None
    assert current.h1.text == "示例县统计局执法人员清单"
    assert "示例甲" in current.get_text()
    assert "示例乙" not in current.get_text()
    assert [link.text for link in current.select("section[aria-labelledby=editions] tbody th a")] == ["第 2 版", "第 1 版"]
    past = column.page("rosters/shili-tjj/1/index.html").get_text()
    assert "SL-2" in past
    assert "示例乙" not in past
    assert "这是第 1 版，已不再施行" in past
    everything = "".join(data.decode() for data in column.files.values())
    assert "SL-3" not in everything
    assert not any("shili-tjj/3/" in path for path in column.files)


def test_officers_are_named_by_the_roster_of_the_day(tmp_path: Path) -> None:
    rosters = (roster(1, "2019-01-01", officer("p02", "示例乙", "SL-2")), roster(2, "2022-01-01", officer("p01", "示例甲", "SL-1")))
    decision = penalty("2020-001", 执法人员=["SL-2", "SL-1"])
    text = render(admitted(body(), *rosters, decision), tmp_path).page("penalties/2020-001/index.html").get_text()
    assert "示例乙（SL-2）" in text
    assert "SL-1" in text
    assert "示例甲" not in text
    gone = render(admitted(body(), *rosters, decision, withdrawal("rosters/shili-tjj@1")), tmp_path / "gone")
    assert "示例乙" not in "".join(data.decode() for data in gone.files.values())


def test_references_read_on_the_referrers_day_and_lead_to_the_list(tmp_path: Path) -> None:
    renamed = body(2, 生效日期="2022-01-01", 名称="示例县统计与调查局")
    column = render(admitted(body(), renamed, penalty("2020-001")), tmp_path)
    link = next(a for a in column.page("penalties/2020-001/index.html").select(".summary a"))
    assert (link.text, link["href"]) == ("示例县统计局", "../../bodies/shili-tjj/index.html")


def test_a_reference_to_what_is_not_public_names_nothing(tmp_path: Path) -> None:
    pending = penalty("2027-001", 公开日期="2027-01-05", 决定日期="2027-01-01", 文号="示统罚决字〔2027〕1号")
    column = render(admitted(penalty("2020-001"), pending, withdrawal("penalties/2020-001", 替代="penalties/2027-001")), tmp_path)
    page = column.text("penalties/2020-001/index.html")
    assert "（未公开的记录）" in page
    assert "2027" not in page


def test_missing_values_are_said(tmp_path: Path) -> None:
    column = render(admitted(body(), penalty("2020-001")), tmp_path)
    facts = {row.dt.text: row.dd.text for row in column.page("bodies/shili-tjj/index.html").select(".facts > div")}
    assert facts["地址"] == "未标注"
    assert "文件前缀" not in facts
    told = {row.dt.text: row.dd.text for row in column.page("penalties/2020-001/index.html").select(".facts > div")}
    assert told["违法事实"] == "未标注"
    assert "听证" not in told


def test_attachments_are_copied_only_while_their_record_shows_them(toy: Path) -> None:
    folder = toy / "attachments/penalties"
    shutil.copytree(folder / "2020-001", folder / "2020-003")
    old = toy / "penalties/2020/2020-003.md"
    old.write_text(old.read_text("utf-8").replace("\n示例: 是", "\n附件:\n  - {文件: decision.txt, 说明: 决定书}\n示例: 是", 1), "utf-8")
    column = render(check_toy(toy), toy.parent / "out", toy)
    copied = {path for path in column.files if path.startswith("attachments/")}
    assert copied == {"attachments/penalties/2020-001/decision.txt"}
    source = toy / "attachments/penalties/2020-001/decision.txt"
    assert column.files["attachments/penalties/2020-001/decision.txt"] == source.read_bytes()
    assert "decision.txt" not in column.text("penalties/2020-003/index.html")
    assert "../../attachments/penalties/2020-001/decision.txt" in links(column, "penalties/2020-001/index.html", "#attachments ~ div a")


def test_files_that_no_record_names_are_not_copied(tmp_path: Path) -> None:
    decision = penalty("2020-001", 附件=[{"文件": "决定书 1.txt", "说明": "决定书"}])
    files = tuple(
        AttachmentFile(f"attachments/penalties/2020-001/{name}", "penalties/2020-001", name, 1) for name in ("决定书 1.txt", "draft.txt")
    )
    for file in files:
        (tmp_path / file.path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file.path).write_text(file.name)
    reading = Reading("content", (Draft(decision.origin.path, type(decision), decision),), (), files)
    column = render(admit(Register(reading, Settings()), AS_OF, (), 0), tmp_path / "out", tmp_path)
    copied = [path for path in column.files if path.startswith("attachments/")]
    assert copied == ["attachments/penalties/2020-001/决定书 1.txt"]
    href = "../../attachments/penalties/2020-001/%E5%86%B3%E5%AE%9A%E4%B9%A6%201.txt"
    assert href in links(column, "penalties/2020-001/index.html", "main a")


def test_samples_are_marked_on_pages_and_in_rows(site: Column, tmp_path: Path) -> None:
    assert site.page("penalties/2020-001/index.html").select_one(".sample-band")
    assert site.page("penalties/2020-003/index.html").select_one(".sample-band")
    for row in site.page("penalties/2020/index.html").select("tbody tr"):
        assert "示例" in [mark.text for mark in row.select(".mark")]
    real = render(admitted(penalty("2020-001", 示例="否")), tmp_path)
    assert not real.page("penalties/2020-001/index.html").select(".sample-band, .mark.sample")


def test_home_says_how_many_samples_were_left_out(tmp_path: Path) -> None:
    column = render(check_toy(settings=replace(toy.SETTINGS, include_samples=False)), tmp_path)
    left = column.checked.samples_left_out
    assert left > 10
    assert f"{left} 条示例没有放进本站" in column.page("index.html").get_text()


def test_artefacts_carry_what_they_are_rendered_from(site: Column) -> None:
    by_path = {artefact.path: artefact for artefact in site.plan.artefacts}
    tombstone = by_path["penalties/2020-003/index.html"].records
    assert tombstone[0] == "penalties/2020-003"
    assert "withdrawals/2021-001" in tombstone
    assert "penalties/2020-003" in by_path["penalties/2020/index.html"].records
    assert set(by_path["rosters/toy-tjj/index.html"].records) >= {"rosters/toy-tjj@1", "rosters/toy-tjj@2"}


def test_a_correction_counts_from_its_day(tmp_path: Path) -> None:
    act = correction("penalties/2020-001", 更正日期="2026-12-01")
    column = render(admitted(penalty("2020-001"), act, as_of=AS_OF), tmp_path)
    assert "已更正" not in column.text("penalties/2020-001/index.html")
    assert "corrections/2020-001/index.html" not in column.files


def test_acts_about_acts_have_names_that_end(tmp_path: Path) -> None:
    first = correction("corrections/2020-002", "2020-001", 更正事项=[{"字段": "理由", "原": "甲", "现": "乙"}])
    second = correction("corrections/2020-001", "2020-002", 更正事项=[{"字段": "理由", "原": "甲", "现": "乙"}])
    column = render(admitted(first, second), tmp_path)
    assert "更正 2020-001" in column.page("corrections/2020-001/index.html").get_text()


@pytest.mark.parametrize("day", [date(2018, 1, 1), date(2020, 8, 3), date(2030, 1, 1)])
def test_the_toy_renders_on_any_day(day: date, tmp_path: Path) -> None:
    column = render(check_toy(as_of=day), tmp_path, toy.CONTENT)
    assert column.files
