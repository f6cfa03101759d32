"""How one typed text becomes a value: the scalar types that fields are declared with.

Every scalar of a record arrives as text; a :class:`Scalar` says what the text must look like, what it means, how it
is written back and what an editor may expect. Refusals are error *types* with context; their Chinese wording belongs to the rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any

from pydantic_core import PydanticCustomError, core_schema
from stdnum.cn import uscc

Parse = Callable[[str], Any]

#: Stands for what a redaction removed: as a whole value of any type, and within a text.
MARKER = "【依法隐去】"

_FULL_WIDTH = re.compile("[０-９Ａ-Ｚａ-ｚ．－]")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})\Z", re.ASCII)
_DAY_LIKE = re.compile(r"\s*(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?\s*\Z", re.ASCII)
_MONEY = re.compile(r"(0|[1-9]\d*)(\.\d{1,2})?\Z", re.ASCII)
_MONEY_LIKE = re.compile(r"[¥￥]?\s*((?:\d{1,3}(?:[,，]\d{3})+|[1-9]\d*)(?:\.\d{1,2})?)\s*(万)?\s*元?\Z", re.ASCII)
_DECIMAL = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?\Z", re.ASCII)
_PERCENT = re.compile(r"(-?(?:0|[1-9]\d*)(?:\.\d+)?)%\Z", re.ASCII)
_WHOLE = re.compile(r"(0|[1-9]\d*)\Z", re.ASCII)
_DECISION_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,20}〔\d{4}〕第?\d{1,6}号\Z", re.ASCII)
_CERTIFICATE = re.compile(r"[0-9A-Za-z\u4e00-\u9fff（）()〔〕-]{2,40}\Z")
_SCHEME = re.compile(r"\s*(?:([A-Za-z][A-Za-z0-9+.-]*):(?!\d)|//)")
_ADDRESS = re.compile(r"https?://[^\s<>\"'`]+\Z")


#: For types whose values recur in thousands of records: one object stands for all that are written alike. It is parsed once, and
#: once sent from the process that read it.
recurring = lru_cache(maxsize=4096)


def refuse(kind: str, **context: Any) -> PydanticCustomError:
    """An error of type ``kind``; its wording is looked up later, so the English template stays empty."""
    return PydanticCustomError(kind, "{kind}", {"kind": kind, **context})  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Scalar:
    """A scalar type.

    ``name`` is its Chinese name in messages and docs, ``form`` the accepted form in words, ``schema`` the JSON Schema
    (draft 7) of what an editor's YAML may see, ``write`` the canonical text of a parsed value.
    """

    name: str
    form: str
    parse: Parse
    schema: Mapping[str, Any] = field(default_factory=lambda: {"type": ["string", "number", "boolean"]}, hash=False)
    write: Callable[[Any], str] = str
    options: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    hidden: Any = None
    """What a field holds whose value was redacted; None, as if nothing were there, unless a field must not be empty."""

    def read(self, raw: object) -> Any:
        """Parse one raw value; anything but text is of the wrong shape."""
        if type(raw) is not str:
            raise refuse("scalar-shape", expected=self.name, got=shape_name(raw))
        return self.parse(raw)

    def accept(self, raw: object) -> Any:
        """What a field holds for a raw value: parsed, or :attr:`hidden` for the marker. The binder says where the marker may stand."""
        if type(raw) is not str:
            return self.read(raw)
        try:
            return self.parse(raw)
        except PydanticCustomError:
            if raw == MARKER:
                return self.hidden
            raise

    def __get_pydantic_core_schema__(self, _source: Any, _handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            self.accept, serialization=core_schema.plain_serializer_function_ser_schema(self.write)
        )

    def __get_pydantic_json_schema__(self, _schema: Any, _handler: Any) -> dict[str, Any]:
        return dict(self.schema)


def shape_name(raw: object) -> str:
    """The Chinese name of a raw value's shape."""
    return {dict: "一组键值", list: "列表", tuple: "列表"}.get(type(raw), "一个值")


def no_full_width(text: str) -> None:
    """Refuse full-width digits and letters where ASCII belongs."""
    if _FULL_WIDTH.search(text):
        raise refuse("digits-full-width", mended=text.translate(_NARROW) if text.isprintable() else "")


_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def parse_text(text: str) -> str:
    """Any text that is not blank; surrounding blanks do not count."""
    stripped = text.strip()
    if not stripped:
        raise refuse("text-empty")
    return stripped


@recurring
def parse_day(text: str) -> date:
    """A calendar day ``YYYY-MM-DD``; other common ways of writing it are refused with the right form."""
    match = _DAY.match(text)
    if not match:
        no_full_width(text)
        like = _DAY_LIKE.match(text)
        right = "{}-{:0>2}-{:0>2}".format(*like.groups()) if like else ""
        raise refuse("day-form", right=right)
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        raise refuse("day-impossible") from None


@recurring
def parse_money(text: str) -> Decimal:
    """Yuan as a plain number with at most two places."""
    if _MONEY.match(text):
        return Decimal(text)
    no_full_width(text)
    if re.fullmatch(r"\d+\.\d{3,}", text):
        raise refuse("money-places")
    raise refuse("money-form", right=_plain_yuan(text))


def _plain_yuan(text: str) -> str:
    """``10,000.00元`` or ``1.5万元`` as a plain number of yuan; "" if the text is something else."""
    like = _MONEY_LIKE.match(text)
    if like is None:
        return ""
    return format(Decimal(re.sub("[,，]", "", like[1])) * (10_000 if like[2] else 1), "f")


def parse_decimal(text: str) -> Decimal:
    """A plain decimal number, as reported figures are."""
    if _DECIMAL.match(text):
        return Decimal(text)
    no_full_width(text)
    raise refuse("number-form")


@recurring
def parse_whole(text: str) -> int:
    """A whole number from 0, without leading zeros."""
    if _WHOLE.match(text) and len(text) <= 9:
        return int(text)
    no_full_width(text)
    raise refuse("whole-form")


def parse_percentage(text: str) -> Decimal:
    """A percentage with its sign, ``87.3%``; the value is the number before the sign."""
    match = _PERCENT.match(text)
    if match:
        return Decimal(match[1])
    no_full_width(text)
    raise refuse("percentage-form")


def parse_credit_code(text: str) -> str:
    """An 18-character 统一社会信用代码 with its check character (GB 32100-2015)."""
    no_full_width(text)
    if not re.fullmatch(r"[0-9A-HJ-NP-RT-UW-Y]{18}", text, re.ASCII):
        raise refuse("credit-code-form", length=len(text))
    if uscc.calc_check_digit(text[:-1]) != text[-1]:
        raise refuse("credit-code-check")
    return text


def parse_decision_number(text: str) -> str:
    """A document number ``机关代字〔年份〕序号号`` with hexagonal brackets (GB/T 9704-2012)."""
    if _DECISION_NUMBER.match(text):
        return text
    no_full_width(text)
    mended = re.sub(r"[\[【（(［](\d{4})[\]】）)］]", r"〔\1〕", text.replace(" ", ""))
    raise refuse("decision-number-form", right=mended if _DECISION_NUMBER.match(mended) else "")


def parse_certificate(text: str) -> str:
    """A certificate number as printed on the card; its pattern is its issuer's, so only gross slips are refused."""
    no_full_width(text)
    if not _CERTIFICATE.match(text):
        raise refuse("certificate-form")
    return text


def parse_yes_no(text: str) -> bool:
    """是 or 否."""
    if text not in ("是", "否"):
        raise refuse("choice-unknown", value=text, options=("是", "否"))
    return text == "是"


def parse_web_address(text: str) -> str:
    """An absolute http or https address; another scheme, or none before ``//``, is refused as a danger of its own."""
    if _ADDRESS.match(text):
        return text
    scheme = _SCHEME.match(text)
    if scheme and (scheme[1] or "").lower() not in ("http", "https"):
        raise refuse("web-address-scheme", scheme=scheme[0].strip())
    raise refuse("web-address-form")


_LOOSE: dict[str, Any] = {"type": ["string", "number", "boolean"]}


def _pattern(pattern: str, *types: str) -> dict[str, Any]:
    return {"type": ["string", *types] if types else "string", "pattern": pattern}


Text = Annotated[str, Scalar("文字", "任意文字，不能为空", parse_text, _LOOSE)]
Day = Annotated[
    date,
    Scalar("日期", "YYYY-MM-DD，如 2020-06-01", parse_day, _pattern(r"^\d{4}-\d{2}-\d{2}$"), date.isoformat),
]
Money = Annotated[
    Decimal,
    Scalar("金额", "以元为单位的数字，最多两位小数，如 5000 或 1234.50", parse_money,
           _pattern(r"^(0|[1-9]\d*)(\.\d{1,2})?$", "number"), "{:f}".format),
]
Number = Annotated[
    Decimal,
    Scalar("数值", "数字，不带千分位和单位，如 5087 或 12.5", parse_decimal,
           _pattern(r"^-?(0|[1-9]\d*)(\.\d+)?$", "number"), "{:f}".format),
]
Whole = Annotated[
    int, Scalar("整数", "从 0 起的整数，不带前导零", parse_whole, _pattern(r"^(0|[1-9]\d*)$", "integer"))
]
Percentage = Annotated[
    Decimal,
    Scalar("百分比", "带百分号的数字，如 87.3%", parse_percentage, _pattern(r"^-?(0|[1-9]\d*)(\.\d+)?%$"), "{:f}%".format),
]
CreditCode = Annotated[
    str,
    Scalar("统一社会信用代码", "18 位数字和大写字母，末位为校验码", parse_credit_code,
           _pattern("^[0-9A-HJ-NP-RT-UW-Y]{18}$", "number")),
]
DecisionNumber = Annotated[
    str,
    Scalar("文号", "机关代字〔年份〕序号号，如 示统罚决字〔2020〕1号", parse_decision_number,
           _pattern(r"^[\u4e00-\u9fff]{2,20}〔\d{4}〕第?\d{1,6}号$")),
]
YesNo = Annotated[
    bool,
    Scalar("是否", "填 是 或 否", parse_yes_no, {"enum": ["是", "否"]}, {True: "是", False: "否"}.__getitem__,
           options=("是", "否")),
]
WebAddress = Annotated[
    str, Scalar("网址", "以 http:// 或 https:// 开头的完整网址", parse_web_address, _pattern("^https?://"))
]
CertificateNumber = Annotated[
    str, Scalar("证件号码", "证件上印的号码", parse_certificate, _LOOSE, hidden=MARKER)
]


def choice(name: str, *options: str) -> Any:
    """A scalar type that accepts exactly one of ``options``."""
    @recurring
    def parse(text: str) -> str:
        if text not in options:
            raise refuse("choice-unknown", value=text, options=options)
        return text

    form = "下列之一：" + "、".join(options)
    return Annotated[str, Scalar(name, form, parse, {"enum": list(options)}, options=options)]
