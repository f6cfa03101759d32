"""The sorts of personal data and marks of secrecy that the detectors tell apart, and their names."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """What was found. Its value is its name in the words that staff read."""

    RESIDENT_ID = "居民身份证号码"
    TRADER_TAX = "个体工商户税号（含身份证号码）"
    BANK_CARD = "银行卡号或者账号"
    MOBILE = "手机号码"
    LANDLINE = "固定电话号码"
    TRAVEL_PAPER = "护照或者通行证号码"
    PLATE = "车牌号码"
    MAIL = "电子邮箱"
    CHAT = "微信号或者QQ号"
    BIRTH = "出生日期"
    HOME = "家庭住址"
    NAME = "自然人姓名"
    SECRECY = "密级标志"
    FIGURE = "调查数据"


@dataclass(frozen=True, slots=True)
class Hit:
    """One finding in a text: its sort and its range, ``end`` exclusive. The value itself is never carried."""

    sort: Sort
    start: int
    end: int
