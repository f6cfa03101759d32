"""Tells personal data that is no number: e-mail, number plates, travel papers, home addresses, names, marks of secrecy.

Works on the plain reading of a text. Whether something may be public is for the caller.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.primitives.privacy_kinds import Sort
from generator.primitives.privacy_numbers import called_otherwise

Found = tuple[Sort, int, int]

_MAIL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}\s?(?:@|\(at\))\s?(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}", re.ASCII)
#: GA 36: province, office, five characters (six for electric cars) without I and O. Three digits at least, so that a form's
#: code behind 新 or 云 is not taken for one.
_PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]\s?[A-HJ-NP-Z][ ·-]{0,2}"
    r"(?=(?:[A-HJ-NP-Z]{0,2}\d){3})[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳](?![A-Za-z0-9表])",
    re.ASCII,
)
#: Passports (E, EA to EZ, G), permits for Hong Kong and Macau (C, H, M, W).
_PAPER = re.compile(r"(?<![A-Za-z0-9-])(?:[EC][A-HJ-NP-Z]\d{7}|[EGCW]\d{8}|[HM]\d{8}(?:\d{2})?)(?![A-Za-z0-9-])", re.ASCII)
_PAPER_NAMED = re.compile(
    r"(?:护照|通行证|台胞证|回乡证|返乡证|居留证|居留身份证)(?:号码|号|编号)?[\s:是为(]{0,4}([A-Za-z]{0,3}\d[A-Za-z0-9]{5,14})(?![A-Za-z0-9])"
)
#: A mobile number whose groups are parted by what parts no other number: 138.0000.0000, 138（0000）0000.
_MOBILE = re.compile(r"(?<![0-9A-Za-z._])1[3-9]\d(?:([._])\d{4}\1|\(\d{4}\))\d{4}(?![0-9A-Za-z_]|\.\d)", re.ASCII)
#: A public account (公众号) is the office's; what is called 微信 alone is a person's.
_CHAT = re.compile(
    r"(?:微信号码?[\s:是为(]{0,4}|(?:微信|WeChat|QQ)(?:号码?)?[\s:是为(]{1,4})([A-Za-z][A-Za-z0-9_-]{5,19}|\d{5,11})(?![A-Za-z0-9_-])"
    r"|QQ(?:号码?)?(\d{5,11})(?!\d)"
)
_DAY = r"(?:19|20)\d\d(?:年\d{1,2}月(?:\d{1,2}日)?|[-./]\d{1,2}[-./]\d{1,2})"
_BIRTH = re.compile(rf"({_DAY})\s?出生(?![率人数])|出生(?:日期|年月日?|于)?[\s:为是于]{{0,3}}({_DAY})")
_DATED = re.compile(r"[A-Z](?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)", re.ASCII)

_NUMERAL = "[0-9一二三四五六七八九十百零〇A-Za-z甲乙丙丁东西南北]"
_STREET = "(?:大道|大街|街道|街|路|巷|弄|胡同|里|道|村|庄|屯|寨|小区|社区|花园|家园|公寓|新村|苑|院|组|队)"
_DOOR = rf"{_NUMERAL}{{1,6}}(?:号楼|号院|号|栋|幢|座|楼|单元|层|室|户|组|排)"
#: Below the street: a street or village, and behind it a door.
_DETAILED = re.compile(rf"(?<=[\u4e00-\u9fff]){_STREET}[\u4e00-\u9fff]{{0,10}}?{_DOOR}(?:{_NUMERAL}{{1,6}}(?:单元|楼|室|号|户))*")
_RESIDES = re.compile(
    r"(?:家庭住址|家庭地址|住址|户籍所在地|户籍地址?|户籍|现住址?|居住地址?|居住于|居住在|家住|暂住地?|租住于?|身份证住址)"
    r"[\s:为是于在*]{0,6}"
)
_DWELLING = re.compile(rf"{_NUMERAL}{{1,4}}单元[\s,]?{_NUMERAL}{{1,6}}(?:室|号|户)")
_SENTENCE = re.compile(r"[^\n。;,、|]{0,60}")

#: A line that holds nothing but a mark, and a mark with its star (保守国家秘密法实施条例: 密级★期限).
_STARRED = re.compile(r"(?:绝\s{0,4}密|机\s{0,4}密|秘\s{0,4}密)\s{0,3}[★☆]")
_ALONE = re.compile(
    r"(?m)^[\s>#*|【\[(]{0,8}(?:密级[\s:]{0,3})?(绝密|机密|秘密|绝密级|机密级|秘密级|工作秘密|内部资料|内部文件|内部材料|仅供内部使用)[\s*|】\])!]{0,8}$"
)
_LEVEL = re.compile(r"密级[\s:|]{1,3}(?:绝密|机密|秘密|工作秘密)")
_INTERNAL = re.compile(
    r"内部(?:资料|文件|材料|刊物|情况|掌握|使用)[\s,、·*]{0,4}(?:请?注意|妥善|严禁|不得|切勿|禁止)[^\n。]{0,6}?(?:保存|保管|保密|外传|传阅|复制|泄露|公开)"
)

_MASKED = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]{1,2}某{1,2}(?:[甲乙丙丁戊己庚辛壬癸]|[0-9]{1,2}|[A-Z])?")
_NAMED = re.compile(
    r"(?:当事人|被处罚人|被处罚当事人|姓名|行政相对人)(?:\*\*)?[ ]?:(?:\*\*)?[ ]?(?:\*\*)?([\u3400-\u9fff·]{2,8})(?![\u3400-\u9fff])"
)
#: The hundred most frequent surnames cover some 85 % of people; a dozen more are frequent in the north.
_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田"
    "任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文柴卫裴解原畅师宁樊"
)
_OFFICES = re.compile(r"[局科股室办处院队府会社部司所厅委校厂店站馆行组县市省区乡镇村]\Z|公司|中心|政府|统计|单位|用户|管理|电脑|示例|作者")
_LATIN_NAME = re.compile(r"[A-Z][a-z]{1,6} [A-Z][a-z]{1,12}\Z|[A-Z][a-z]{1,12}, ?[A-Z][a-z]{1,12}\Z")
_PROGRAMS = re.compile(r"Microsoft|Office|Word|Excel|Adobe|Acrobat|Kingsoft|Windows|Apple|Libre|Open|Foxit|Admin|User|Default|Test", re.I)


def words(text: str, mails: frozenset[str], places: frozenset[str], *, resident: bool) -> Iterator[Found]:
    """The personal data of a folded text that is not a mere number.

    ``mails`` (lower case) and ``places`` (addresses without blanks) may be public. ``resident``: the text is about a natural
    person, so that any address below the street is a home.
    """
    for match in _MAIL.finditer(text):
        if re.sub(r"\s", "", match[0]).lower() not in mails:
            yield Sort.MAIL, *match.span()
    for match in _PLATE.finditer(text):
        yield Sort.PLATE, *match.span()
    for match in _MOBILE.finditer(text):
        yield Sort.MOBILE, *match.span()
    for sort, pattern in ((Sort.CHAT, _CHAT), (Sort.BIRTH, _BIRTH)):
        for match in pattern.finditer(text):
            yield sort, *match.span(1 if match[1] is not None else 2)
    yield from _papers(text)
    yield from _homes(text, places, resident)


def mails(text: str) -> Iterator[re.Match[str]]:
    """The e-mail addresses of a folded text."""
    return _MAIL.finditer(text)


def _papers(text: str) -> Iterator[Found]:
    for match in _PAPER_NAMED.finditer(text):
        yield Sort.TRAVEL_PAPER, *match.span(1)
    for match in _PAPER.finditer(text):
        if not _DATED.match(match[0]) and not called_otherwise(text[max(0, match.start() - 20) : match.start()]):
            yield Sort.TRAVEL_PAPER, *match.span()


def _homes(text: str, places: frozenset[str], resident: bool) -> Iterator[Found]:
    for match in _RESIDES.finditer(text):
        rest = _SENTENCE.match(text, match.end())
        assert rest is not None
        home = _DETAILED.search(rest[0]) or _DWELLING.search(rest[0])
        if home is not None:
            yield Sort.HOME, rest.start() + home.start(), rest.start() + home.end()
    for pattern in (_DETAILED, _DWELLING) if resident else (_DWELLING,):
        for match in pattern.finditer(text):
            if not _is_known(text, match.start(), match.end(), places):
                yield Sort.HOME, *match.span()


def _is_known(text: str, start: int, end: int, places: frozenset[str]) -> bool:
    """Whether what was found lies within an address that may be public."""
    return any(text.find(place, max(0, end - len(place)), start + len(place)) >= 0 for place in places)


def secrecy(text: str) -> Iterator[Found]:
    """The marks of secrecy of a folded text. The word 国家秘密 in a sentence is none."""
    for pattern in (_STARRED, _LEVEL, _ALONE, _INTERNAL):
        for match in pattern.finditer(text):
            yield Sort.SECRECY, *match.span()


def is_masked_name(name: str) -> bool:
    """Whether a natural person's name is written as 姓 + 某 (王某, 欧阳某某, 张某2)."""
    return _MASKED.fullmatch(name) is not None


def full_names(text: str) -> Iterator[Found]:
    """Names that a folded text gives for the party, not written as 姓 + 某."""
    for match in _NAMED.finditer(text):
        if not is_masked_name(match[1]) and "某" not in match[1]:
            yield Sort.NAME, *match.span(1)


@cache
def looks_like_person(value: str) -> bool:
    """Whether the author of a file, as its properties name one, seems to be a person and not an office or a program."""
    name = value.strip()
    if _LATIN_NAME.match(name):
        return _PROGRAMS.search(name) is None
    plain = re.sub(r"[ ·]", "", name)
    is_chinese = re.fullmatch(r"[\u3400-\u9fff]{2,4}", plain) is not None
    return is_chinese and plain[0] in _SURNAMES and _OFFICES.search(plain) is None
