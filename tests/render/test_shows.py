"""What each standing shows, for every kind and every field: the table of DESIGN §6, held against the bytes of whole sites."""

from __future__ import annotations

from datetime import date
from itertools import count
from pathlib import Path
from urllib.parse import unquote

import pytest

from generator.model.declaration import Privacy, slots, walk_slots
from generator.model.kinds import all_kinds
from generator.model.record import Edition, Lifecycle, Record
from generator.model.references import Certificate
from generator.model.standing import Standing
from generator.model.walk import references
from generator.render.addresses import address_of, file_of
from generator.render.views import SHOWS, Showing
from tests.model.builders import correction, penalty, record, withdrawal
from tests.model.policies import TERM, table
from tests.render import things
from tests.render.column import AS_OF, Column, admitted, render
from tests.render.samples import BODY, Maker, Sample, sample

KINDS = [kind for kind in all_kinds() if kind.KIND.stage is not None]
IDENTITY, PUBLIC, PERSONAL, INTERNAL = Privacy
#: Written out once more, from DESIGN §6 and not from the code: what a record's own page shows.
EXPECTED = {
    Standing.PENDING: set(),
    Standing.CURRENT: {IDENTITY, PUBLIC, PERSONAL},
    Standing.CORRECTED: {IDENTITY, PUBLIC, PERSONAL},
    Standing.WITHDRAWN: {IDENTITY},
    Standing.EXPIRED: {IDENTITY},
}
DOCUMENTS = [kind for kind in KINDS if kind.KIND.lifecycle is Lifecycle.DOCUMENT]
#: Every kind in every standing that it can reach.
CASES = [
    (kind, standing)
    for kind in KINDS
    for standing in Standing
    if kind in DOCUMENTS or standing in (Standing.CURRENT, Standing.WITHDRAWN)
]


def other() -> Record:
    """The record that sample acts are about; its file name is the one that acts name."""
    return penalty("2020-900")


def around(made: Sample) -> list[Record]:
    """What the sample names, so that every page that speaks of its neighbours is there: body, law, code, officers; and who names it."""
    numbers = [named.number for _, _, named in references(made.record) if isinstance(named, Certificate)]
    rows = [things.officer(f"p{n}", "邻甲", number) for n, number in enumerate(numbers)]
    edition = things.EDITION | {"机关": "bodies/none"}
    found = [
        record("bodies/none/1.md", things.BODY | {"名称": "邻县统计局"}),
        record("laws/none/2009.yaml", {
            "版本": "2009", "施行日期": "2010-01-01", "修改情况": "修订", "名称": "邻法", "简称": "邻法", "效力级别": "法律",
            "通过日期": "2009-06-27", "条文": [{"条": "41", "主题": "邻条"}],
        }),
        things.codes("S9"),
        record("inspection-results/2019/2019-900.yaml", NEIGHBOUR | {"抽查计划": "inspection-plans/2020-900"}),
    ]
    return found + ([record("rosters/none/1.yaml", edition | {"条目": rows})] if rows else [])


#: An inspection result of nobody, which names the sample where it can.
NEIGHBOUR = {
    "机关": "bodies/none", "检查类型": "双随机抽查", "公开方式": "全文", "检查对象": {"名称": "邻公司", "类别": "个体工商户"},
    "检查事项": ["inspection-items/demo#r1"], "检查日期": "2019-03-01", "执法人员": ["N-0"], "检查结果": "未发现问题",
    "抽取": "inspection-draws/2020-900", "决定日期": "2019-03-10", "公开日期": "2019-03-20", "示例": "是",
}


def build(made: Sample, standing: Standing, root: Path) -> Column:
    """A site in which the sample stands as asked."""
    target = made.record.ref
    acts = {
        Standing.WITHDRAWN: [withdrawal(target, "2021-800")],
        Standing.CORRECTED: [correction(target, "2021-801", 更正日期="2021-01-02")],
        Standing.EXPIRED: [
            table("terms", TERM | {"类别": [made.record.KIND.folder], "最长": "1"}),
            correction(target, "2021-801", 更正日期="2021-01-02"),
        ],
    }
    others = [*around(made), *([] if made.record.id == "penalties/2020-900" else [other()])]
    day = date(2000, 1, 1) if standing is Standing.PENDING else AS_OF
    return render(admitted(made.record, *others, *acts.get(standing, []), as_of=day), root)


def everything(column: Column) -> str:
    """All bytes of the site as text."""
    return "\n".join(data.decode() for data in column.files.values())


def may_name(made: Sample, standing: Standing, column: Column) -> set[str]:
    """The files that may lead to the sample, by its standing: of a tombstone none that speaks of its content."""
    if standing is Standing.PENDING:
        return set()
    if standing in (Standing.CURRENT, Standing.CORRECTED):
        return set(column.files)
    result = set() if tells_nobody(type(made.record)) else {"inspection-results/2019-900/index.html"}
    of_content = ("laws/none/", "officers/", "topics/", "rosters/none/")
    # By whom it was decided and what became of it is what a tombstone says itself.
    of_identity = ("topics/agencies/", "topics/standings/")
    return {path for path in column.files if path.startswith(of_identity) or not path.startswith(of_content)} - result


def tells_nobody(kind: type[Record]) -> bool:
    """Whether records of the kind are about no person or party."""
    return not any(slot.declaration.privacy is PERSONAL for _, slot in walk_slots(kind))


@pytest.mark.parametrize(("kind", "standing"), CASES, ids=lambda value: getattr(value, "__name__", value))
def test_every_field_shows_as_its_class_says(kind: type[Record], standing: Standing, tmp_path: Path) -> None:
    made = sample(kind)
    column = build(made, standing, tmp_path)
    assert column.checked.state(made.record).standing is standing
    allowed = EXPECTED[standing]
    hidden = made.of(set(Privacy) - allowed) - made.of(allowed)
    assert [text for text in hidden if text in everything(column)] == []
    assert {path for path in column.files if made.record.id in column.text(path)} <= may_name(made, standing, column)
    if standing is Standing.PENDING:
        assert made.record.id not in everything(column)
        return
    soup = column.page(file_of(address_of(made.record)))
    page = soup.get_text() + "".join(unquote(link["href"]) for link in soup("a"))
    assert [text for text in made.of(allowed) if text not in page] == []
    if kind.KIND.prose:
        assert (BODY in page) == (PUBLIC in allowed)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if issubclass(kind, Edition)], ids=lambda kind: kind.__name__)
def test_past_editions_show_no_person(kind: type[Record], tmp_path: Path) -> None:
    made = sample(kind)
    later = record(
        made.record.origin.path.replace("/1.", "/2."),
        _raw_again(kind) | _as_second(kind),
        "新版的说明。" if kind.KIND.prose else "",
    )
    column = render(admitted(made.record, later), tmp_path)
    text = column.page(file_of(f"{made.record.id}/1/")).get_text()
    assert [token for token in made.of({PERSONAL, INTERNAL}) if token in text] == []
    rows = {token for path, _privacy, token in made.tokens if path[0] == "条目"}
    if made.of({PERSONAL}):
        assert {token for token in rows if token in text} == {token for token in rows if token.startswith("ZZ-")}
        assert "人数1 人" in text
    outside = made.of({IDENTITY, PUBLIC}) - rows
    assert [token for token in outside if token not in text] == []


def _as_second(kind: type[Record]) -> dict[str, object]:
    """The number and day of a second edition, under the keys of the kind."""
    keys = {slot.name: slot.key for slot in slots(kind)}
    return {keys["number"]: "2020" if keys["number"] == "版本" else "2", keys["effective_on"]: "2020-01-01"}


def _raw_again(kind: type[Record]) -> dict[str, object]:
    """The raw values of another sample of the kind."""
    return Maker(count(500)).group(kind, (), IDENTITY)


def test_internal_is_in_no_cell_of_the_table() -> None:
    for standing in Standing:
        for showing in Showing:
            assert INTERNAL not in SHOWS[standing][showing]


def test_what_is_withdrawn_expired_or_pending_gives_no_files_and_is_not_indexed() -> None:
    for standing in (Standing.WITHDRAWN, Standing.EXPIRED, Standing.PENDING):
        assert not SHOWS[standing][Showing.FILES]
        assert not SHOWS[standing][Showing.INDEX]


def test_secret_records_reach_the_public_as_a_count_alone(tmp_path: Path) -> None:
    made = sample(next(kind for kind in DOCUMENTS if kind.KIND.folder == "penalties"))
    data = {"公开方式": "不予公开", "公开方式理由": "公开会危及公共安全", "当事人": {"名称": "示例乙公司", "类别": "个体工商户"}}
    secret = penalty("2020-901", **{**data, "文号": "示统罚决字〔2020〕901号"})
    column = render(admitted(secret, made.record, withdrawal("penalties/2020-901", "2021-805")), tmp_path)
    text = everything(column)
    assert "2020-901" not in text
    assert "901号" not in text
    assert "示例乙公司" not in text
    assert not any("2020-901" in path or "2021-805" in path for path in column.files)
    table = column.page("penalties/index.html").select_one(".unpublished table")
    assert table is not None
    assert [cell.get_text(strip=True) for cell in table.select("tbody th, tbody td")] == ["2020年", "公开会危及公共安全", "1 件", "示例"]
