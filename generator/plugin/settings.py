"""Reads the settings file and takes the column's own settings (``DISCLOSURE_…``) out of it; a slip in a name or a type is refused.

Knows nothing of records. Pelican's own settings are Pelican's affair.
"""

from __future__ import annotations

import locale
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from string import Formatter
from types import MappingProxyType
from typing import Any

from pelican.settings import read_settings

from generator.history.ledger import LedgerError, read_ledger
from generator.model.ledger_days import LedgerDays
from generator.model.settings import INDEX_PARTS, Link, Settings
from generator.primitives import clock
from generator.primitives.website import SITE_CODE
from generator.writing.stage import Refusal

#: Pelican's own settings, defaults filled in.
PelicanSettings = dict[str, Any]

_PREFIX = "DISCLOSURE_"
#: Day of the build, for plain ``pelican``: a setting, or this variable of the environment.
AS_OF = "DISCLOSURE_AS_OF"
#: The ledger's file, for plain ``pelican``.
LEDGER = "DISCLOSURE_LEDGER"


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise ValueError


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise ValueError


def _count(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    raise ValueError


def _body(value: object) -> str:
    text = _text(value)
    if text and not text.startswith("bodies/"):
        raise ValueError
    return text


def _address(value: object) -> str:
    text = _text(value)
    if text and not (text.startswith(("https://", "http://")) and text.endswith("/")):
        raise ValueError
    return text


def _authority(value: object) -> str:
    text = _text(value)
    if text and not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+,\d{4}(-\d{2}){0,2}", text):
        raise ValueError
    return text


def _domain(value: object) -> str:
    text = _text(value)
    if text and not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", text):
        raise ValueError
    return text


def _site_code(value: object) -> str:
    text = _text(value)
    if text and not re.fullmatch(SITE_CODE, text, re.ASCII):
        raise ValueError
    return text


def _index_number(value: object) -> str:
    text = _text(value)
    named = [part for _, part, _, _ in Formatter().parse(text) if part is not None]
    if not set(INDEX_PARTS[-2:]) <= set(named) <= set(INDEX_PARTS):
        raise ValueError
    return text


def _pair(value: object) -> tuple[str, str]:
    if isinstance(value, tuple | list) and len(value) == 2:
        return _text(value[0]), _text(value[1])
    raise ValueError


def _link(value: object) -> Link | None:
    if value is None:
        return None
    text, address = _pair(value)
    if not address.startswith(("https://", "http://")):
        raise ValueError
    return Link(text, address)


def _pairs(value: object) -> tuple[tuple[str, str], ...]:
    if isinstance(value, tuple | list):
        return tuple(_pair(item) for item in value)
    raise ValueError


@dataclass(frozen=True, slots=True)
class _Setting:
    field: str
    convert: Callable[[object], object]
    form: str
    """What the value must look like, with an example."""


_SETTINGS: Mapping[str, _Setting] = MappingProxyType(
    {
        "DISCLOSURE_SITE_NAME": _Setting("site_name", _text, '一段文字，如 "行政执法公示专栏"'),
        "DISCLOSURE_OWNER": _Setting("owner", _text, '一段文字，如 "河津市统计局"'),
        "DISCLOSURE_MAIN_BODY": _Setting("main_body", _body, '执法主体的编号，如 "bodies/hejin-tjj"，没有就写 ""'),
        "DISCLOSURE_SITE_ADDRESS": _Setting(
            "site_address", _address, '以 https:// 或 http:// 开头、以 / 结尾的网址，如 "https://example.gov.cn/zfgs/"，没有就写 ""'
        ),
        "DISCLOSURE_FEED_AUTHORITY": _Setting(
            "feed_authority", _authority, '域名、英文逗号和启用年份，如 "tjj.example.gov.cn,2020"；换域名时保留旧的，没有就写 ""'
        ),
        "DISCLOSURE_INCLUDE_SAMPLES": _Setting("include_samples", _flag, "True 或 False，不加引号"),
        "DISCLOSURE_SERVICE_SITE": _Setting(
            "service_site", _link, '名称和网址，如 ("政务服务网", "https://example.gov.cn/")，没有就写 None'
        ),
        "DISCLOSURE_PORTAL": _Setting("portal", _link, '名称和网址，如 ("门户网站", "https://example.gov.cn/")，没有就写 None'),
        "DISCLOSURE_FOOTER": _Setting("footer", _pairs, '若干对名称和内容，如 [("主办单位", "河津市统计局")]'),
        "DISCLOSURE_WEBSITE_NAME": _Setting("website_name", _text, '所在网站的正式名称，如 "河津市人民政府门户网站"，没有就写 ""'),
        "DISCLOSURE_WEBSITE_DOMAIN": _Setting("website_domain", _domain, '所在网站的英文域名，如 "www.example.gov.cn"，没有就写 ""'),
        "DISCLOSURE_WEBSITE_CODE": _Setting(
            "website_code", _site_code, '网站标识码：10 位数字，或者 bm 加 8 位数字，没有核定就写 ""'
        ),
        "DISCLOSURE_INDEX_NUMBER": _Setting(
            "index_number", _index_number,
            f'含有{{类别}}和{{编号}}的一段文字，如 "{Settings().index_number}"，可用的有{"、".join(INDEX_PARTS)}',
        ),
        "DISCLOSURE_PORTAL_TERMS": _Setting("portal_terms", _text, '公示期限表中门户公示的方案，如 "plan"'),
        "DISCLOSURE_CREDIT_TERMS": _Setting("credit_terms", _text, '公示期限表中信用公示的方案，如 "cr36" 或 "nbs49"'),
        "DISCLOSURE_PAGE_SIZE": _Setting("page_size", _count, "大于 0 的整数，不加引号，如 50"),
    }
)


@contextmanager
def kept_locale() -> Iterator[None]:
    """Put the process's locale back afterwards: Pelican changes it, and with it how Python reads other programs' output."""
    before = locale.setlocale(locale.LC_ALL)
    try:
        yield
    finally:
        locale.setlocale(locale.LC_ALL, before)


@contextmanager
def _forgotten(folder: Path) -> Iterator[None]:
    """Forget afterwards what a settings file imported from its own folder: another folder's file of the same name must not get it."""
    before = list(sys.path)
    try:
        yield
    finally:
        sys.path[:] = before
        for name, module in list(sys.modules.items()):
            if Path(getattr(module, "__file__", None) or "").parent == folder:
                del sys.modules[name]


def load_settings(path: Path, **override: object) -> tuple[Settings, PelicanSettings]:
    """Read a settings file as Pelican does; ``override`` replaces single settings.

    Raises :class:`Refusal` if the file cannot be run, or a ``DISCLOSURE_`` setting is unknown or of the wrong form.
    """
    if not path.is_file():
        raise Refusal(f"没有设置文件 {path}", "用 --settings 写明它在哪里，例如 --settings pelicanconf.py")
    try:
        with kept_locale(), _forgotten(path.resolve().parent):
            settings = read_settings(str(path.resolve()), override=dict(override))
    except SyntaxError as error:
        # The file that it imports, perhaps.
        path = path.with_name(Path(error.filename or path).name)
        raise Refusal(f"设置文件 {path} 第 {error.lineno} 行不符合 Python 语法", "检查这一行及上一行的引号、括号和逗号") from error
    except Exception as error:
        raise Refusal(f"设置文件 {path} 不能使用（{type(error).__name__}: {error}）", "按上面的原因修改设置文件") from error
    return site_settings(settings), settings


def site_settings(settings: Mapping[str, Any]) -> Settings:
    """The column's settings among Pelican's. Raises :class:`Refusal` as :func:`load_settings` does."""
    values: dict[str, Any] = {}
    for name in sorted(name for name in settings if name.startswith(_PREFIX) and name != AS_OF):
        setting = _SETTINGS.get(name)
        if setting is None:
            near = get_close_matches(name.removeprefix(_PREFIX), [known.removeprefix(_PREFIX) for known in _SETTINGS], n=1)
            advice = f"是不是想写 {_PREFIX}{near[0]}？" if near else "可用的名称：" + "、".join(_SETTINGS)
            raise Refusal(f"设置里有不认识的名称 {name}", advice)
        try:
            values[setting.field] = setting.convert(settings[name])
        except ValueError:
            raise Refusal(f"设置 {name} 的值 {settings[name]!r} 写法不对", f"应当是{setting.form}") from None
    return Settings(**values)


def day_of_build(settings: Mapping[str, Any]) -> date:
    """The day as of which plain ``pelican`` builds: the setting or the variable ``DISCLOSURE_AS_OF``, else today in Shanghai."""
    text = settings.get(AS_OF) or os.environ.get(AS_OF)
    if not text:
        return clock.today()
    try:
        day = date.fromisoformat(_text(text))
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise Refusal(f"{AS_OF} 的值 {text!r} 不是日期", "写成 年-月-日，如 2026-01-31")
    return day


def days_of_ledger(as_of: date) -> LedgerDays | None:
    """The first days in the ledger that the variable ``DISCLOSURE_LEDGER`` names; None if it names none. Raises :class:`Refusal`."""
    name = os.environ.get(LEDGER)
    return read_days(Path(name), as_of) if name else None


def read_days(file: Path, as_of: date) -> LedgerDays:
    """The first days in a ledger's file, for a site built on ``as_of``. Raises :class:`Refusal`."""
    if not file.is_file():
        raise Refusal(f"没有台账文件 {file}", "写明 ledger.jsonl 在哪里；没有台账的，不用写")
    try:
        return read_ledger(file.read_bytes()).days(as_of)
    except LedgerError as error:
        raise Refusal(f"台账 {file} 被改动过：{error}", "从线上的网站或者备份里取回没有改动的 ledger.jsonl") from error
