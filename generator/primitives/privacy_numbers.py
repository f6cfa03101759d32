"""Tells a string of digits that belongs to a person from one that does not: ID, phone, bank card, a trader's tax number.

Looks at digits and at the few words before and after them. Never gives a number away: callers get its kind alone.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from functools import lru_cache

from stdnum import luhn
from stdnum.cn import ric, uscc

from generator.primitives.privacy_kinds import Sort

#: A run of digit groups: blanks, line feeds, hyphens and ``)`` may stand between them, two at most.
_RUN = re.compile(r"\d+(?:[ \t\r\n)-]{1,2}\d+)*", re.ASCII)
_GROUP = re.compile(r"\d+", re.ASCII)
_WORD = re.compile(r"[A-Za-z]+\Z", re.ASCII)
#: Digits of the longest number that is looked for (an account), and of the shortest.
_LONGEST, _SHORTEST = 22, 7

#: First two digits of an area code (GB/T 2260); 81-83 residence permits of Hong Kong, Macau and Taiwan, 9 permanent residents.
_PROVINCES = re.compile("1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9[1-6]")
#: How people group a mobile number and a card; other splits are figures that happen to stand side by side.
_MOBILE_GROUPS = frozenset([(11,), (3, 4, 4), (3, 8), (7, 4), (3, 3, 5), (3, 2, 2, 2, 2), (3, 4, 2, 2), (1,) * 11])
_OLD_ID_GROUPS = frozenset([(15,), (6, 6, 3), (6, 2, 2, 2, 3), (6, 9), (12, 3), (3, 3, 6, 3), (1,) * 15])
_CARD_STARTS = "34569"

#: Words that introduce another kind of number. Against a number that is beyond doubt they do not help.
_NUMBERED = re.compile(
    r"(?:编号|案号|文号|单号|票号|流水号|受理号|登记号|注册号|缴款码|执法证号|证书号|许可证号|批号|代码|订单号|条码|批次号|"
    r"票据号码|案卷号|申请号|专利号|序列号)[\s:是为(\[“\"]{0,4}\Z|[〔\[(]\d{4}[〕\])]第?\Z"
)
_IDENTITY = re.compile(r"(?:身份证件?|公民身份)(?:号码|号|编号)?[^0-9A-Za-z\n。;,、]{0,6}\Z|证件号码?[\s:是为(]{0,4}\Z")
_TAX = re.compile(r"(?:税务登记证?号?|税号|纳税人识别号|纳税人编码)(?:码)?[\s:是为(]{0,4}\Z")
_ACCOUNT = re.compile(r"(?:账号|帐号|账户|帐户|卡号|银行卡)(?:号码|号)?[\s:是为(]{0,4}\Z")
_TREASURY = re.compile(r"财政|国库|罚没|非税|代收|缴款|收缴")
_PHONE = re.compile(r"(?:电话|手机|传真|座机|固话|热线|[Tt][Ee][Ll])(?:号码|号)?[\s:是为(.]{0,4}\Z")
_UNIT_AFTER = re.compile(r"\s?(?:[元万亿千百%吨台套件户人]|平方|立方|公斤|千瓦|公里)|\.\d")
_MONEY_BEFORE = re.compile(r"(?:[¥￥$]|人民币|RMB)\s?\Z|\d\.\Z")

Found = tuple[Sort, int, int]


def numbers(text: str, allowed: frozenset[str]) -> Iterator[Found]:
    """(sort, start, end) of the personal numbers of a folded text. ``allowed``: digits of numbers that may be public."""
    for run in _RUN.finditer(text):
        if run.end() - run.start() >= _SHORTEST:
            yield from _of_run(text, _groups(run), allowed)


def unions(text: str) -> Iterator[str]:
    """The digits of every union of neighbouring groups in a folded text: all the ways to read its numbers."""
    for run in _RUN.finditer(text):
        groups = _groups(run)
        for first in range(len(groups)):
            for last in range(_reach(groups, first), first, -1):
                yield "".join(text[start:end] for start, end in groups[first:last])


def called_otherwise(before: str) -> bool:
    """Whether the words before a number introduce it as a case number, a code or the like."""
    return _NUMBERED.search(before) is not None


def _groups(run: re.Match[str]) -> list[tuple[int, int]]:
    return [(group.start() + run.start(), group.end() + run.start()) for group in _GROUP.finditer(run[0])]


def _reach(groups: list[tuple[int, int]], first: int) -> int:
    """How far a number that begins with the group ``first`` may go: an index behind its last group."""
    last, total = first, 0
    while last < len(groups) and (total := total + groups[last][1] - groups[last][0]) <= _LONGEST:
        last += 1
    return last


def _of_run(text: str, groups: list[tuple[int, int]], allowed: frozenset[str]) -> Iterator[Found]:
    """Every union of neighbouring groups, the longest first; what was found is not looked at again."""
    first = 0
    while first < len(groups):
        for last in range(_reach(groups, first), first, -1):
            found = _judge(text, groups[first:last], allowed)
            if found is not None:
                yield found
                first = last - 1
                break
        first += 1


def _judge(text: str, groups: list[tuple[int, int]], allowed: frozenset[str]) -> Found | None:
    start, end = groups[0][0], groups[-1][1]
    digits = "".join(text[low:high] for low, high in groups)
    if len(digits) == 17 and text[end : end + 1] in ("X", "x"):
        digits, end = digits + "X", end + 1
    if len(digits) < _SHORTEST or _is_part(text, start, end):
        return None
    shape = tuple(high - low for low, high in groups)
    before, after = text[max(0, start - 60) : start], text[end : end + 8]
    for length, judge in _JUDGES:
        if len(digits) in length and (sort := judge(digits, shape, before, after)) is not None:
            return None if digits in allowed and sort not in (Sort.RESIDENT_ID, Sort.TRADER_TAX) else (sort, start, end)
    return None


def _is_part(text: str, start: int, end: int) -> bool:
    """Letters beside the digits: a credit code, a digest, a form's code. ``Tel`` and the like are words of their own."""
    if text[end : end + 1].isalpha() and text[end : end + 1].isascii():
        return True
    word = _WORD.search(text, max(0, start - 12), start)
    return word is not None and word[0].lower() not in ("tel", "phone", "mobile", "mob", "id", "no", "fax")


def _day(digits: str) -> bool:
    """Whether eight digits are a day on which a living person, or one of this century, may be born."""
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:8])
    return 1900 <= year <= 2099 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def is_resident_id(digits: str) -> bool:
    """Whether 18 characters are a resident ID beyond doubt: area, day of birth and check character are right."""
    return _looks_resident(digits) and ric.calc_check_digit(digits) == digits[-1].upper()


def _looks_resident(digits: str) -> bool:
    return len(digits) == 18 and _PROVINCES.match(digits) is not None and digits[:17].isdigit() and _day(digits[6:14])


def _looks_old_id(digits: str) -> bool:
    return _PROVINCES.match(digits) is not None and _day("19" + digits[6:12])


def _by_words(digits: str, _shape: tuple[int, ...], before: str, _after: str) -> Sort | None:
    """A number that the words before it call an ID, though it is mistyped."""
    return Sort.RESIDENT_ID if _IDENTITY.search(before) and not _is_credit_code(digits) else None


def _is_credit_code(digits: str) -> bool:
    return len(digits) == 18 and uscc.is_valid(digits)


def _resident(digits: str, _shape: tuple[int, ...], before: str, _after: str) -> Sort | None:
    if not _looks_resident(digits):
        return None
    if is_resident_id(digits):
        return Sort.RESIDENT_ID
    # A mistyped ID still names its owner; a credit code or a number that is called one of another kind does not.
    return None if _is_credit_code(digits) or called_otherwise(before) else Sort.RESIDENT_ID


def _old_resident(digits: str, shape: tuple[int, ...], before: str, _after: str) -> Sort | None:
    if shape not in _OLD_ID_GROUPS or not _looks_old_id(digits):
        return None
    if _TAX.search(before):
        return Sort.TRADER_TAX
    return None if called_otherwise(before) else Sort.RESIDENT_ID


def _trader_tax(digits: str, _shape: tuple[int, ...], before: str, _after: str) -> Sort | None:
    """20 digits: an ID of 18 with a running number, or one of 15 filled up."""
    if is_resident_id(digits[:18]):
        return Sort.TRADER_TAX
    embedded = _looks_resident(digits[:18]) or _looks_old_id(digits[:15])
    return Sort.TRADER_TAX if embedded and (_TAX.search(before) or digits.endswith("00000")) else None


def _card(digits: str, shape: tuple[int, ...], before: str, _after: str) -> Sort | None:
    regular = len(shape) == 1 or set(shape) == {1} or set(shape[:-1]) == {4} or shape[0] == 6
    if not (regular and digits[0] in _CARD_STARTS and luhn.is_valid(digits)) or _is_credit_code(digits):
        return None
    return None if called_otherwise(before) or _TREASURY.search(before) else Sort.BANK_CARD


def _account(digits: str, _shape: tuple[int, ...], before: str, _after: str) -> Sort | None:
    """What is called an account. The treasury's, into which fines are paid, is public."""
    return Sort.BANK_CARD if _ACCOUNT.search(before) and not _TREASURY.search(before) else None


def _mobile(digits: str, shape: tuple[int, ...], before: str, after: str) -> Sort | None:
    national, shape = _national(digits, shape, before)
    if len(national) != 11 or national[0] != "1" or shape not in _MOBILE_GROUPS:
        return None
    if _is_amount(before, after) or called_otherwise(before):
        return None
    return Sort.MOBILE if phone_sort(national) is Sort.MOBILE else None


def _landline(digits: str, shape: tuple[int, ...], before: str, after: str) -> Sort | None:
    """Area code and number."""
    national, shape = _national(digits, shape, before)
    if len(national) in (9, 10) and national != digits:
        national = "0" + national  # +86 359 …
    if national[0] != "0" or len(shape) > 4 or _is_amount(before, after) or called_otherwise(before):
        return None
    return Sort.LANDLINE if phone_sort(national) is Sort.LANDLINE else None


def _national(digits: str, shape: tuple[int, ...], before: str) -> tuple[str, tuple[int, ...]]:
    """The number and its groups without the country's code."""
    prefix = "0086" if digits.startswith("0086") else "86"
    if not digits.startswith(prefix) or (prefix == "86" and len(digits) != 13 and not before.endswith("+")):
        return digits, shape
    rest = shape[1:] if shape[0] == len(prefix) else (shape[0] - len(prefix), *shape[1:])
    return digits[len(prefix) :], rest


def _local(digits: str, shape: tuple[int, ...], before: str, _after: str) -> Sort | None:
    """Seven or eight digits that are called a telephone number."""
    if shape not in ((7,), (8,), (3, 4), (4, 4)) or digits[0] in "01" or (len(digits) == 8 and _day(digits)):
        return None
    return Sort.LANDLINE if _PHONE.search(before) else None


def _is_amount(before: str, after: str) -> bool:
    return bool(_UNIT_AFTER.match(after) or _MONEY_BEFORE.search(before))


@lru_cache(maxsize=4096)
def phone_sort(digits: str) -> Sort | None:
    """What the numbering plan says of a national number."""
    import phonenumbers  # 30 ms that a clean register never needs

    try:
        number = phonenumbers.parse(digits, "CN")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number_for_region(number, "CN"):
        return None
    kind = phonenumbers.number_type(number)
    return {phonenumbers.PhoneNumberType.MOBILE: Sort.MOBILE,
            phonenumbers.PhoneNumberType.FIXED_LINE: Sort.LANDLINE}.get(kind)


#: Which lengths each judge looks at; the first verdict stands.
_JUDGES: tuple[tuple[range | tuple[int, ...], Callable[[str, tuple[int, ...], str, str], Sort | None]], ...] = (
    ((20,), _trader_tax),
    ((18,), _resident),
    ((15,), _old_resident),
    (range(12, 23), _by_words),
    (range(16, 20), _card),
    (range(12, 23), _account),
    ((11, 13, 15), _mobile),
    (range(10, 16), _landline),
    ((7, 8), _local),
)
