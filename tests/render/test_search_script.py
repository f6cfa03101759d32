"""The script of the search page, run in Node: how it compares, what it finds, in which order."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.render.search_data import Entry, shard
from generator.render.theme import THEME, assets_of
from tests.render.scripts import evaluate

#: What is typed, and the form in which it is compared: every line must be the same as the form of the first writing.
SAME = [
    (
        "河统罚决字〔2020〕1号", "河统罚决字[2020]1号", "河统罚决字（2020）1号", "河统罚决字【2020】１号", "河统罚决字(2020) 1 号",
        "河统罚决字［２０２０］1号",
    ),
    ("91999999MA1L00032N", "91999999ma1l00032n", "９１９９９９９９ＭＡ１Ｌ０００３２Ｎ", " 91999999 MA1L 00032N\u200b"),
    ("SL-TJ-0001", "sl－tj－0001", "SL—TJ—0001", "SL–TJ−0001"),
    ("《统计法》第四十一条", "统计法第四十一条", "〈统计法〉第四十一条", "“统计法”第四十一条"),
    ("示例·艾合买提商行", "示例艾合买提商行", "示例・艾合买提商行"),
]
#: Pairs that are not the same.
DIFFERENT = [("2020-1", "20201"), ("1号", "2号"), ("𠮷", "吉"), ("䶮", "龑")]
REFUSED, UNTRUE = ("拒绝提供统计资料",), ("提供不真实的统计资料",)
ARTICLE = ("《统计法》第四十一条", "统计法第41条", "统计法41条")
ENTRIES = [
    Entry(
        "行政处罚决定", "penalties/2020-001/", "示统罚决字〔2020〕1号", ("2020-06-01", "2020-06-05"),
        keys=("示例甲有限公司", "91999999MA1L00032N"), words=(REFUSED, ARTICLE),
    ),
    Entry(
        "行政处罚决定", "penalties/2020-011/", "示统罚决字〔2020〕11号", ("2020-11-02",),
        keys=("示例乙有限公司",), words=(UNTRUE,),
    ),
    Entry(
        "行政处罚决定", "penalties/2021-001/", "示统罚决字〔2021〕1号", ("2021-01-01",),
        keys=("示例甲有限公司第一分公司",), words=(REFUSED,),
    ),
    Entry("更正", "corrections/2021-001/", "更正：示统罚决字〔2020〕1号", ("2021-02-01",)),
    Entry("违法行为", "topics/conduct/S44-1/", "拒绝提供统计资料"),
]
DATA = shard(ENTRIES, 2020).decode()


def found(query: str) -> list[str]:
    """The addresses of what a query finds, the best first."""
    return evaluate(f"disclosure.find({json.dumps(query)}).map(function (hit) {{ return hit.row[1]; }})", [DATA])


def folded(*texts: str) -> Any:
    """The forms in which texts are compared."""
    return evaluate(f"{json.dumps(texts)}.map(disclosure.fold)")


@pytest.mark.parametrize("writings", SAME, ids=["number", "code", "certificate", "law", "name"])
def test_writings_that_are_the_same(writings: tuple[str, ...]) -> None:
    assert len(set(folded(*writings))) == 1


def test_writings_that_differ() -> None:
    forms = folded(*(text for pair in DIFFERENT for text in pair))
    assert [first != second for first, second in zip(forms[::2], forms[1::2], strict=True)] == [True] * len(DIFFERENT)


@pytest.mark.parametrize(
    ("query", "addresses"),
    [
        ("示统罚决字[2020]1号", ["penalties/2020-001/", "corrections/2021-001/"]),
        ("示统罚决字 2020 1号", ["penalties/2020-001/", "corrections/2021-001/", "penalties/2020-011/"]),
        ("示统罚决字〔2020", ["penalties/2020-011/", "penalties/2020-001/", "corrections/2021-001/"]),
        ("示例甲有限公司", ["penalties/2020-001/", "penalties/2021-001/"]),
        ("有限公司", ["penalties/2021-001/", "penalties/2020-011/", "penalties/2020-001/"]),
        ("91999999ma1l00032n", ["penalties/2020-001/"]),
        ("拒绝提供统计资料", ["topics/conduct/S44-1/", "penalties/2021-001/", "penalties/2020-001/"]),
        ("统计法第41条", ["penalties/2020-001/"]),
        ("第四十一条", ["penalties/2020-001/"]),
        ("示例甲 拒绝提供", ["penalties/2021-001/", "penalties/2020-001/"]),
        ("示例乙 拒绝提供", []),
        ("2020年6月1日", ["penalties/2020-001/"]),
        ("2020.6.5", ["penalties/2020-001/"]),
        ("20201102", ["penalties/2020-011/"]),
        ("2020年11月", ["penalties/2020-011/"]),
        ("2021年", ["corrections/2021-001/", "penalties/2021-001/"]),
        ("2020年13月", []),
        ("没有的字", []),
        ("", []),
        ("（）", []),
        ("统计.*", []),
    ],
)
def test_what_is_found_and_in_which_order(query: str, addresses: list[str]) -> None:
    assert found(query) == addresses


def test_shards_add_up_and_line_ends_in_names_are_harmless() -> None:
    odd = shard([Entry("行政处罚决定", "penalties/2019-001/", "示例\u2028丙\u2029</script>")], 2019)
    assert "\u2028" not in odd.decode()
    assert evaluate("disclosure.find('示例').length", [DATA, odd.decode()]) == 4
    assert evaluate("disclosure.find('示例丙')[0].row[2]", [odd.decode()]) == "示例\u2028丙\u2029</script>"


@pytest.mark.slow
def test_ten_thousand_records() -> None:
    """The sizes and times that docs/decisions/0022 names; the bounds are three times as wide."""
    many = [
        Entry("行政处罚决定", f"penalties/2020-{n:05d}/", f"示统罚决字〔2020〕{n}号", ("2020-06-01", "2020-06-05"), (),
              (f"示例第{n}号有限公司", f"91999999MA1L{n:05d}X"), (("拒绝提供统计资料",), ("《统计法》第四十一条", "统计法第41条")))
        for n in range(10_000)
    ]
    data = shard(many, 2020)
    assert len(data) < 3_000_000
    spent = evaluate("(function () { var from = Date.now(); disclosure.find('示例第77号'); return Date.now() - from; })()", [data.decode()])
    print(f"{len(data)} bytes; a query takes {spent} ms")
    assert spent < 1000


def test_large_type_is_kept_where_it_can_be() -> None:
    first = evaluate("[Array.from(classes), kept]")
    assert first == [[], {"disclosureLarge": "off"}]
    assert evaluate("[Array.from(classes), kept]", search="?large") == [["large"], {"disclosureLarge": "on"}]
    assert evaluate("Array.from(classes)", kept={"disclosureLarge": "on"}) == ["large"]
    assert evaluate("Array.from(classes)", search="?q=large") == []


def test_large_type_is_carried_on_by_links_where_nothing_can_be_kept() -> None:
    click = (
        "(function () {{ var link = {{href: 'x', host: '{host}', search: '{search}'}};"
        " document.onclick({{target: {{parentNode: link}}}}); return link.search; }})()"
    )
    given = {"search": "?large", "refusing": True}
    assert evaluate(click.format(host="a.example", search=""), **given) == "?large"
    assert evaluate(click.format(host="a.example", search="?q=1"), **given) == "?q=1&large"
    assert evaluate(click.format(host="b.example", search=""), **given) == ""
    assert evaluate(click.format(host="a.example", search=""), refusing=True) == ""
    assert evaluate(click.format(host="a.example", search=""), search="?large") == ""


def test_scripts_are_small() -> None:
    """As they are served: what every page loads, and what the two pages with a tool load besides."""
    sizes = {asset.name: len(asset.data) for asset in assets_of(THEME) if asset.name.endswith(".js")}
    assert set(sizes) == {"site.js", "search.js", "officers.js", "modules/fulltext.js"}
    assert sizes["site.js"] <= 4_000
    assert sizes["site.js"] + max(sizes["search.js"], sizes["officers.js"]) <= 10_000
    assert sizes["modules/fulltext.js"] <= 4_000
