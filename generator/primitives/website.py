"""The numbers in the foot of a government site: 网站标识码, ICP备案号, 公安备案号, and the province that each was given in.

Whether a number really belongs to the site only its owner knows; nothing here looks anything up.
"""

from __future__ import annotations

import re
from types import MappingProxyType

#: Ten digits that begin with the 行政区划代码, or ``bm`` and eight digits for departments of the State Council.
SITE_CODE = r"bm\d{8}|\d{10}"

#: The first two digits of 行政区划代码 (GB/T 2260) and the short name that stands in front of 备案 numbers.
PROVINCES = MappingProxyType(
    {
        "11": "京", "12": "津", "13": "冀", "14": "晋", "15": "蒙", "21": "辽", "22": "吉", "23": "黑", "31": "沪", "32": "苏", "33": "浙",
        "34": "皖", "35": "闽", "36": "赣", "37": "鲁", "41": "豫", "42": "鄂", "43": "湘", "44": "粤", "45": "桂", "46": "琼", "50": "渝",
        "51": "川", "52": "贵", "53": "云", "54": "藏", "61": "陕", "62": "甘", "63": "青", "64": "宁", "65": "新",
    }
)  # fmt: skip

_SHORT = "".join(PROVINCES.values())
#: What the footer's items are called (folded: no blanks, upper case) → their form, and an example of it.
FORMS = MappingProxyType(
    {
        "网站标识码": (re.compile(SITE_CODE, re.ASCII), "10 位数字，或者 bm 加 8 位数字"),
        "ICP备案号": (re.compile(rf"[{_SHORT}]ICP[备证]\d{{5,10}}号(-\d{{1,3}})?", re.ASCII), "形如 晋ICP备00000000号"),
        "公安备案号": (re.compile(rf"[{_SHORT}]公网安备\s?\d{{14}}号?", re.ASCII), "形如 晋公网安备14000000000000号"),
    }
)
#: Other names for the same items.
_ALIASES = {"备案号": "ICP备案号", "ICP备案": "ICP备案号", "公安备案": "公安备案号", "公网安备": "公安备案号", "标识码": "网站标识码"}


def item_named(label: str) -> str:
    """The item that a footer's label means; ``""`` for those without a form."""
    folded = label.replace(" ", "").upper()
    name = _ALIASES.get(folded, folded)
    return name if name in FORMS else ""


def is_well_formed(item: str, text: str) -> bool:
    """Whether a text has its item's form."""
    return FORMS[item][0].fullmatch(text.strip()) is not None


def province_of(item: str, text: str) -> str:
    """The province that gave a number, by its short name; ``""`` where the number names none."""
    text = text.strip()
    return PROVINCES.get(text[:2], "") if item == "网站标识码" else text[0] if text[:1] in _SHORT else ""


def province_of_credit_code(code: str) -> str:
    """The province of a 统一社会信用代码: its third and fourth characters; ``""`` for national ones and invented ones."""
    return PROVINCES.get(code[2:4], "")
