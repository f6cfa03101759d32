"""设置里的单位、标识码或者备案号是别人的

问题：设置文件里的主办单位与本机关的名称不同，出现了别的执法主体的名称、电话、信用代码，网站标识码、备案号写法不对、互相矛盾，或者不是
同一个省的；栏目网址不在所填的域名之下。

为什么：页脚和页面标签说明网站归谁管、由谁负责。常见的差错是照搬别的网站的模板，把别处的域名、标识码、备案号带了过来，读者因此找错
单位，检查时按严重差错处理。

错误示例：

    DISCLOSURE_OWNER = "示例县统计局"
    DISCLOSURE_FOOTER = [("主办单位", "示例市统计局"), ("ICP备案号", "粤ICP备00000000号")]
    DISCLOSURE_WEBSITE_CODE = "1400000000"

正确示例：

    DISCLOSURE_OWNER = "示例县统计局"
    DISCLOSURE_FOOTER = [("主办单位", "示例县统计局"), ("ICP备案号", "晋ICP备00000000号")]
    DISCLOSURE_WEBSITE_CODE = "1400000000"

怎么改：改设置文件（pelicanconf.py、publishconf.py）里的这一项；还没有核定的，写 "" 或者删去，页面上就不出现。
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.finding import Severity
from generator.model.kinds.bodies import EnforcementBody
from generator.model.register import Register
from generator.model.settings import Settings
from generator.primitives.website import (
    FORMS,
    is_well_formed,
    item_named,
    province_of,
    province_of_credit_code,
)
from generator.rules.registry import Problem, rule

_OWNER, _FOOTER, _CODE = "DISCLOSURE_OWNER", "DISCLOSURE_FOOTER", "DISCLOSURE_WEBSITE_CODE"
_HOST = "主办单位"
_SITE_CODE = "网站标识码"
_SAMPLE = "示例"


@rule(
    severity=Severity.ERROR, since="0.4",
    basis="《政府网站发展指引》（国办发〔2017〕47号）：页脚和页面标签；《政府网站与政务新媒体检查指标》：严重错误",
)
def check(register: Register) -> Iterator[Problem]:
    """The settings against the main body, against the other bodies, against each other."""
    settings = register.settings
    own = _editions(register, settings.main_body)
    yield from _names(settings, own)
    yield from _others(register, settings, own)
    yield from _numbers(settings, own)
    yield from _domain(settings)


def _editions(register: Register, list_id: str) -> list[EnforcementBody]:
    return [edition for edition in register.editions(list_id) if isinstance(edition, EnforcementBody)]


def _names(settings: Settings, own: list[EnforcementBody]) -> Iterator[Problem]:
    """Whoever is named as the owner is the main body, under one of its names, or is not known here at all."""
    names = [edition.name for edition in own]
    if names and settings.owner and settings.owner not in names:
        yield _problem(_OWNER, f"写的是“{settings.owner}”，而 {settings.main_body} 的名称是“{names[-1]}”", "两处写成一样的名称")
    for label, text in settings.footer:
        if label == _HOST and settings.owner and text != settings.owner:
            yield _problem(_FOOTER, f"的“{label}”写的是“{text}”，而 {_OWNER} 是“{settings.owner}”", "两处写成一样的名称")


def _others(register: Register, settings: Settings, own: list[EnforcementBody]) -> Iterator[Problem]:
    """Nothing in the settings may belong to another body, nor be left over from the samples."""
    mine = {value for edition in own for value in _particulars(edition)}
    foreign = {
        value: edition.name
        for list_id in register.list_ids(EnforcementBody) if list_id != settings.main_body
        for edition in _editions(register, list_id) for value in _particulars(edition) if value not in mine
    }
    samples = any(_SAMPLE in edition.name for edition in own)
    for name, text in _texts(settings):
        owner = next((foreign[value] for value in foreign if value in text), "")
        if owner:
            yield _problem(name, f"里的“{text}”是{owner}的", "改成本机关的；没有核定的删去")
        elif own and not samples and _SAMPLE in text:
            yield _problem(name, f"里的“{text}”是示例", "改成本机关的；没有核定的删去")


def _particulars(edition: EnforcementBody) -> list[str]:
    told = (edition.name, edition.credit_code, edition.address, edition.telephone, edition.email, edition.complaint_telephone)
    return [str(value) for value in told if value]


def _texts(settings: Settings) -> Iterator[tuple[str, str]]:
    yield "DISCLOSURE_SITE_NAME", settings.site_name
    yield "DISCLOSURE_WEBSITE_NAME", settings.website_name
    for _, text in settings.footer:
        yield _FOOTER, text


def _numbers(settings: Settings, own: list[EnforcementBody]) -> Iterator[Problem]:
    """Numbers are well formed, say the same wherever they stand, and come from one province."""
    told = [(_CODE, _SITE_CODE, settings.website_code)] if settings.website_code else []
    for label, text in settings.footer:
        item = item_named(label)
        if item and not is_well_formed(item, text):
            yield _problem(_FOOTER, f"的“{label}”写的是“{text}”，不是{item}的写法", f"应当是{FORMS[item][1]}；没有核定的删去")
        elif item:
            told.append((_FOOTER, item, text))
    codes = {text.strip() for _, item, text in told if item == _SITE_CODE}
    if len(codes) > 1:
        yield _problem(_FOOTER, f"和 {_CODE} 的网站标识码不同：{'、'.join(sorted(codes))}", "一个网站只有一个标识码，核对后改成一样的")
    provinces = {province_of(item, text): item for _, item, text in told if province_of(item, text)}
    for edition in own[-1:]:
        if edition.credit_code and (province := province_of_credit_code(edition.credit_code)):
            provinces.setdefault(province, "机关的统一社会信用代码")
    if len(provinces) > 1:
        named = "，".join(f"{item}是“{province}”" for province, item in provinces.items())
        yield _problem(_FOOTER, f"等处的号码不是同一个省的：{named}", "核对是不是从别的网站抄来的")


def _domain(settings: Settings) -> Iterator[Problem]:
    host = urlsplit(settings.site_address).hostname or ""
    domain = settings.website_domain.removeprefix("www.")
    if host and domain and host != domain and not host.endswith(f".{domain}"):
        yield _problem(
            "DISCLOSURE_WEBSITE_DOMAIN", f"是“{settings.website_domain}”，而栏目的网址在“{host}”",
            "栏目用的是所在网站的域名；两项核对后改成一致的",
        )


def _problem(name: str, message: str, hint: str) -> Problem:
    return Problem(f"设置 {name} {message}", hint)
