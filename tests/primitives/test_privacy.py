"""The detectors: what they must find however it is written, what they must let pass, and that they never tell a value."""

from __future__ import annotations

import string
from pathlib import Path

import pytest

from generator.primitives.privacy import (
    Allowed,
    Hit,
    Sort,
    allow,
    find,
    find_secrecy,
    may_hold,
)  # fmt: skip
from tests.primitives.constructed import (
    CARD,
    CARD_19,
    HOME,
    ID,
    ID_15,
    ID_TYPO,
    ID_X,
    LANDLINE,
    MAIL,
    MOBILE,
    PASSPORT,
    PERMIT,
    PLATE,
    PLATE_ELECTRIC,
)  # fmt: skip

CONTENT = Path(__file__).resolve().parent.parent.parent / "content"

FOUND = [
    (ID, Sort.RESIDENT_ID),
    (ID_X, Sort.RESIDENT_ID),
    (ID_X.lower(), Sort.RESIDENT_ID),
    (ID_TYPO, Sort.RESIDENT_ID),
    (ID_15, Sort.RESIDENT_ID),
    (f"身份证号{ID}", Sort.RESIDENT_ID),
    (f"身份证号码：{ID[:6]}19001301{ID[14:]}", Sort.RESIDENT_ID),  # no such month, but said to be an ID
    (f"身份证：{ID[:14]}", Sort.RESIDENT_ID),  # cut off, birthday and all
    (f"统一社会信用代码：{ID}", Sort.RESIDENT_ID),  # beyond doubt, whatever it is called
    (f"案号：{ID}", Sort.RESIDENT_ID),
    (f"{ID[:6]} {ID[6:14]} {ID[14:]}", Sort.RESIDENT_ID),
    (f"{ID[:6]}-{ID[6:14]}-{ID[14:]}", Sort.RESIDENT_ID),
    (" ".join(ID), Sort.RESIDENT_ID),
    (f"{ID[:9]}\n{ID[9:]}", Sort.RESIDENT_ID),
    (MOBILE, Sort.MOBILE),
    (f"+86 {MOBILE}", Sort.MOBILE),
    (f"86{MOBILE}", Sort.MOBILE),
    (f"0086-{MOBILE}", Sort.MOBILE),
    ("139 0000 0000", Sort.MOBILE),
    ("139-0000-0000", Sort.MOBILE),
    ("1390000\n0000", Sort.MOBILE),
    ("Tel" + MOBILE, Sort.MOBILE),
    (f"2020-06-01 {MOBILE}", Sort.MOBILE),
    (f"手机号{MOBILE}，", Sort.MOBILE),
    (f"1,{MOBILE},100", Sort.MOBILE),
    (LANDLINE, Sort.LANDLINE),
    ("03595000000", Sort.LANDLINE),
    ("（0359）5000000", Sort.LANDLINE),
    ("0359 500 0000", Sort.LANDLINE),
    ("0359-5000000-801", Sort.LANDLINE),
    ("+86 359 5000000", Sort.LANDLINE),
    ("电话：5000000", Sort.LANDLINE),
    ("联系电话 500-0000", Sort.LANDLINE),
    ("010-60000000", Sort.LANDLINE),
    (CARD, Sort.BANK_CARD),
    (CARD_19, Sort.BANK_CARD),
    (" ".join(CARD[place : place + 4] for place in range(0, 16, 4)), Sort.BANK_CARD),
    ("账号：0500000000000", Sort.BANK_CARD),
    (f"税务登记证号：{ID_15}", Sort.TRADER_TAX),
    (f"{ID}01", Sort.TRADER_TAX),
    (f"{ID_15}00000", Sort.TRADER_TAX),
    (PASSPORT, Sort.TRAVEL_PAPER),
    ("EA0000000", Sort.TRAVEL_PAPER),
    (PERMIT, Sort.TRAVEL_PAPER),
    ("M0000000000", Sort.TRAVEL_PAPER),
    ("C00000000", Sort.TRAVEL_PAPER),
    ("台湾居民来往大陆通行证号码：00000000", Sort.TRAVEL_PAPER),
    ("护照：p0000000", Sort.TRAVEL_PAPER),
    (PLATE, Sort.PLATE),
    ("晋A·00000", Sort.PLATE),
    ("晋 A-12345".replace("晋 ", "晋"), Sort.PLATE),
    ("晋A1234学", Sort.PLATE),
    (PLATE_ELECTRIC, Sort.PLATE),
    (MAIL, Sort.MAIL),
    ("nobody @ personal.example", Sort.MAIL),
    ("nobody＠personal.example", Sort.MAIL),
    ("[写信](mailto:nobody@personal.example)", Sort.MAIL),
    ("nobody(at)personal.example", Sort.MAIL),
    ("nobody（at）personal.example", Sort.MAIL),
    ("139.0000.0000", Sort.MOBILE),
    ("139_0000_0000", Sort.MOBILE),
    ("139（0000）0000", Sort.MOBILE),
    ("晋 M 12345", Sort.PLATE),
    ("微信号：nobody_0000", Sort.CHAT),
    ("微信号nobody_0000", Sort.CHAT),
    ("微信（nobody0000）", Sort.CHAT),
    ("QQ：100000000", Sort.CHAT),
    ("QQ号100000000", Sort.CHAT),
    ("1980年1月1日出生", Sort.BIRTH),
    ("出生日期：1980-01-01", Sort.BIRTH),
    ("生于1980年，出生年月：1980年1月", Sort.BIRTH),
    ("[见](https://a.example/?p=%31%33900000000)", Sort.MOBILE),
    ("[见](https://a.example/?p=nobody%40personal.example)", Sort.MAIL),
    (HOME, Sort.HOME),
    ("住址：示例县示例镇示例村三组12号", Sort.HOME),
    ("**户籍所在地：**示例县示例街道示例路八号", Sort.HOME),
    ("位于2单元501室", Sort.HOME),
]


@pytest.mark.parametrize(("text", "sort"), FOUND)
def test_found(text: str, sort: Sort) -> None:
    assert [hit.sort for hit in find(f"前文，{text}。后文")] == [sort]


def full_width(text: str) -> str:
    return "".join(chr(ord(char) + 0xFEE0) if char in string.digits + string.ascii_letters + "@-" else char for char in text)


def joined(mark: str) -> object:
    """Puts a mark between all characters."""
    return lambda text: mark.join(text)


DISGUISES = {
    "full-width": full_width,
    "zero-width": joined("\u200b"),
    "soft-hyphen": joined("\u00ad"),
    "word-joiner": joined("\u2060"),
    "decimal-entity": lambda text: "".join(f"&#{ord(char)};" for char in text),
    "hex-entity": lambda text: f"&#x{ord(text[0]):x};" + text[1:],
    "zero-width-entity": joined("&zwnj;"),
    "percent": lambda text: "".join(f"%{ord(char):x}" if char.isdigit() or char == "@" else char for char in text),
    "mathematical": lambda text: "".join(chr(0x1D7CE + int(char)) if char.isdigit() else char for char in text),
    "arabic": lambda text: "".join(chr(0x660 + int(char)) if char.isdigit() else char for char in text),
    "emphasis": lambda text: f"{text[:3]}**{text[3:5]}**{text[5:]}",
    "code": lambda text: f"{text[:4]}``{text[4:6]}`{text[6:]}",
    "escaped": lambda text: f"{text[:3]}\\{text[3:]}",
    "struck": lambda text: f"{text[:4]}~~{text[4:]}",
}
SPACINGS = {
    "no-break-blank": "\u00a0", "thin-blank": "\u2009", "full-width-blank": "\u3000", "en-dash": "\u2013", "em-dash": "\u2014",
    "full-width-hyphen": "－", "no-break-hyphen": "\u2011", "two-blanks": "  ", "entity": "&nbsp;", "tab": "\t",
}  # fmt: skip


@pytest.mark.parametrize("disguise", DISGUISES.values(), ids=DISGUISES)
@pytest.mark.parametrize(
    ("value", "sort"),
    [(ID, Sort.RESIDENT_ID), (ID_X, Sort.RESIDENT_ID), (MOBILE, Sort.MOBILE), (LANDLINE, Sort.LANDLINE), (CARD, Sort.BANK_CARD),
     (PASSPORT, Sort.TRAVEL_PAPER), (PLATE, Sort.PLATE), (MAIL, Sort.MAIL)],
)  # fmt: skip
def test_found_in_disguise(disguise: object, value: str, sort: Sort) -> None:
    text = disguise(value)  # type: ignore[operator]
    (hit,) = find(f"前文{text}后文")
    assert hit == Hit(sort, 2, 2 + len(text))


@pytest.mark.parametrize("blank", SPACINGS.values(), ids=SPACINGS)
def test_found_in_groups(blank: str) -> None:
    assert [hit.sort for hit in find(f"前{blank.join((ID[:6], ID[6:14], ID[14:]))}后")] == [Sort.RESIDENT_ID]
    assert [hit.sort for hit in find(f"前{blank.join(('139', '0000', '0000'))}后")] == [Sort.MOBILE]
    assert [hit.sort for hit in find(f"前{blank.join(('0359', '5000000'))}后")] == [Sort.LANDLINE]


PASSES = [
    "91110108551385082Q",
    "11230500001755309F",
    "统一社会信用代码：91999999MA1L00032N",
    "911101085513850829",  # 18 digits, no day of birth
    "示统罚决字〔2020〕1号",
    "河统罚决字〔2020〕第12345678901号",
    "案号：示例统案〔2020〕13900000001号",
    "3100-B-00101-140882",
    "表号 B103-2、C204、B203-1",
    "平台办案编号：140882202006010012",  # area, day and number: like an ID, but called otherwise and the check digit differs
    "缴款码：14088226000012345678",
    "2020年6月1日至2021-06-01",
    "2019-01-01 2019-12-31",
    "工业总产值13900000000元",
    "产值 13912345678.90 元",
    "人民币13900000000",
    "15,000,000,000",
    "| 264870 | 318455 | 53585 | 16.8% |",
    "264870 318455 53585 16.8%",
    "15000 130000",
    "158000\n13000",
    "2019 2020 2021 2022",
    "执法证号：13900000000",
    "统计执法证 SL-TJ-0001、14088200012",
    "138****0000",
    f"{ID[:3]}***********{ID[-4:]}",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "12340",
    "拨打12345政务服务便民热线、全国统计举报电话12340",
    "400-000-0000",
    "0.03595000000",
    "https://www.example.org/tjsj/202001/t20200117_1723383.html",
    "最新B10301表",
    "C20200601批次",
    "编号：H00000000",
    "罚没收入财政专户，账号：0500000000000000",
    "缴至财政专户，开户行示例银行，账号" + CARD,
    "当事人地址：示例县示例路12号示例大厦3层",
    "住所：示例县示例工业园区示例三路8号",
    "原始记录由其家人保管，居住情况不明。",
    "同一企业3单元",
    "当事人应当在15日内缴纳罚款5000元。",
    "@示例统计",
    "微信公众号：example_stat",
    "关注微信公众号 example2020",
    "出生人口1980人，2020年1月1日出生率",
    "电话：138****0000",
    "差错率87.3%，增长5%30户",
    "**2020**年**6**月",
    "139.0000.00001",
    "版本139.0000.0000.1",
]


@pytest.mark.parametrize("text", PASSES)
def test_passes(text: str) -> None:
    assert find(f"前文，{text}。后文") == ()


def test_an_address_below_the_street_is_a_home_only_where_a_person_lives() -> None:
    text = "地址：示例县示例路12号"
    assert find(text) == ()
    assert [hit.sort for hit in find(text, resident=True)] == [Sort.HOME]
    assert find("地址：示例县示例镇示例村", resident=True) == ()
    assert find("示统罚决字〔2020〕1号，人民法院〔2020〕2号，依据第44条第1款第1项", resident=True) == ()


def test_what_is_declared_passes() -> None:
    known = allow(
        contacts=[f"办公电话：{LANDLINE}，手机（{MOBILE}）", "Nobody@Personal.Example", "14088200012"],
        places=["示例县示例路12号2单元501室"],
    )
    for text in (LANDLINE, "（0359）5000000", "电话：5000000", MOBILE, "139 0000 0000", MAIL, "地址：示例县示例路12号2单元501室"):
        assert find(text), text
        assert find(text, known) == (), text
    assert [hit.sort for hit in find("0359-5000001", known)] == [Sort.LANDLINE]
    assert [hit.sort for hit in find("示例县示例路12号2单元502室", known)] == [Sort.HOME]


def test_no_declaration_makes_an_id_public() -> None:
    assert [hit.sort for hit in find(ID, allow(contacts=[ID]))] == [Sort.RESIDENT_ID]
    assert [hit.sort for hit in find(f"{ID}01", allow(contacts=[f"{ID}01"]))] == [Sort.TRADER_TAX]


def test_places_are_those_of_the_text_as_typed() -> None:
    text = f"甲{MOBILE}乙\n丙{ID}丁{MAIL}戊"
    assert [text[hit.start : hit.end] for hit in find(text)] == [MOBILE, ID, MAIL]


def test_a_hit_holds_no_value() -> None:
    for value, _sort in FOUND:
        for hit in find(value):
            assert value not in repr(hit)
    assert set(Hit.__slots__) == {"sort", "start", "end"}


def test_the_shipped_content_gives_no_false_alarm() -> None:
    declared = allow(contacts=["tjj@shili.example"])
    files = [file for file in CONTENT.rglob("*") if file.suffix in (".md", ".yaml")]
    assert len(files) > 150
    assert [(file.name, hit) for file in files for hit in find(file.read_text("utf-8"), declared)] == []
    assert [(file.name, hit) for file in files for hit in find_secrecy(file.read_text("utf-8"))] == []


def test_nearly_all_penalties_bear_no_sign() -> None:
    """The fast way is the usual one: what it costs is measured in the bench, that it is taken is tested here."""
    texts = [file.read_text("utf-8") for file in (CONTENT / "penalties").rglob("*.md")]
    assert sum(map(may_hold, texts)) * 5 < len(texts)


def test_allowed_adds_up() -> None:
    one, other = allow(contacts=[LANDLINE]), allow(contacts=[MAIL], places=["示例路1号"])
    both = one | other
    assert both == Allowed(one.numbers, other.mails, other.places)
