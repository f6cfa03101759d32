"""链接或者图片不安全

问题：链接会执行代码（javascript:、data: 等）、指向读者自己的电脑（file:）、没有写明协议（//…），或者正文里插了别的网站的
图片。

为什么：点开这样的链接，读者的电脑会执行别人的代码。页面一打开就从别的网站取图片，读者的访问记录就交给了别人；别人的图片换了，
本栏目的内容也跟着变。

错误示例：

    见[附件](javascript:alert(1))
    ![现场照片](https://img.example.com/1.jpg)

正确示例：

    见[统计法](https://www.stats.gov.cn/)
    见[处罚决定](penalties/shili-2020-001)

怎么改：网址写以 https:// 开头的完整地址；本栏目的记录写它的编号；图片和文件放进附件文件夹，在“附件”里写明。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Fault, Severity, path_text
from generator.model.draft import Draft
from generator.rules.basis import SECURITY
from generator.rules.bodies import BodyLink, body_of
from generator.rules.registry import Problem, Wording, rule, worded

#: What the sanitiser lets through (DESIGN §11); anything else would lose its address without a word.
_ALLOWED = frozenset({"", "http", "https", "mailto"})
_FULL_ADDRESS = "写以 https:// 开头的完整网址"


def _field(fault: Fault, _draft: Draft) -> tuple[str, str]:
    assert isinstance(fault.where, tuple)
    return f"“{path_text(fault.where)}”以“{fault.context['scheme']}”开头，不能作为网址公开", _FULL_ADDRESS


_WORDINGS: dict[str, Wording] = {"web-address-scheme": _field}


@rule(severity=Severity.ERROR, since="0.1", basis=SECURITY, codes=_WORDINGS)
def check(draft: Draft) -> Iterator[Problem]:
    """Addresses of fields and of the Markdown that a page must not carry."""
    yield from worded(draft, _WORDINGS)
    for link in body_of(draft).links:
        message, hint = _judge(link)
        if message:
            yield Problem(message, hint, link.span)


def _judge(link: BodyLink) -> tuple[str, str]:
    if link.image:
        return "正文里插了图片", "图片放进附件文件夹，在“附件”里写明文件名；正文里只写文字"
    if link.scheme == "//":
        return "链接没有写明协议", _FULL_ADDRESS
    if link.scheme not in _ALLOWED:
        return f"链接以“{link.scheme}:”开头，不能公开", _FULL_ADDRESS
    return "", ""
