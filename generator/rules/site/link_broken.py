"""页面里的链接打不开

问题：生成的页面里有站内链接，指向不存在的文件或者页内位置；或者用了以“/”开头的链接，网站放进子目录以后会断开。

为什么：链接可用性是政府网站检查的内容；打不开的链接等于没有公开。

错误示例：

    [更正与撤下规则](corections-policy.md)
    [统计局](/index.html)

正确示例：

    [更正与撤下规则]({filename}corrections-policy.md)
    [处罚决定](penalties/shili-2020-001)

怎么改：页面之间的链接写 {filename} 加文件名；记录写它的编号；别的网站写完整的网址。站外的链接不在这里检查。链接不是自己写的，
是模板里的，请交给维护人员。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache, partial
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from generator.finding import Severity
from generator.model.site import FinishedSite
from generator.rules.registry import Problem, rule

#: Not fetched: whether they answer is not a fact of this site.
_OUTSIDE = ("http", "https", "mailto", "tel")
_FINE = ""


@rule(severity=Severity.ERROR, since="0.1", basis="《政府网站与政务新媒体检查指标》：链接可用性")
def check(site: FinishedSite) -> Iterator[Problem]:
    """Internal links and anchors that lead nowhere: one finding per target, however many pages link to it."""
    # All record pages share their links up to the root: what is left of these is judged once for pages of the same depth.
    judge = lru_cache(maxsize=None)(partial(_judge, site))
    fine: dict[int, set[str]] = defaultdict(set)
    broken: dict[tuple[str, str, str], list[tuple[str, str]]] = defaultdict(list)
    for page, facts in site.pages.items():
        known = fine[page.count("/")]
        for link in sorted(set(facts.links).difference(known)):
            folder, rest = _climb(page.rpartition("/")[0], link)
            message = judge(folder, rest) if rest[:1] not in ("", "#", "?") else _anchor(site, page, rest)
            if message != _FINE:
                broken[message, folder, rest].append((page, link))
            elif not folder and rest[:1] not in ("", "#", "?"):
                known.add(link)
    # A withdrawal takes attachments away to which a page may lead: that does not keep it back (DESIGN §2.6).
    severity = Severity.WARNING if site.relieved else Severity.ERROR
    for (message, *_target), places in broken.items():
        page, link = min(places)
        more = f"（共 {len(places)} 个页面有这个链接）" if len(places) > 1 else ""
        hint = "正文里的链接，改记录或者页面；模板里的链接，请交给维护人员"
        yield Problem(f"链接“{link}”{message}{more}", hint, path=page, severity=severity)


def _climb(folder: str, link: str) -> tuple[str, str]:
    """Take each ``../`` off a link and the last part off the folder that it starts from."""
    while folder and link.startswith("../"):
        folder, link = folder.rpartition("/")[0], link[3:] or "./"
    return folder, link


def _judge(site: FinishedSite, folder: str, link: str) -> str:
    """What is wrong with a link that starts from a folder; "" if nothing."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return "不是网址"
    if parts.scheme:
        return _FINE if parts.scheme in _OUTSIDE else f"用了“{parts.scheme}:”，不能公开"
    if parts.netloc:
        return "没有写明协议"
    if parts.path.startswith("/"):
        return "以“/”开头，网站放进子目录以后会断开"
    target = normpath(f"{folder}/{unquote(parts.path)}".lstrip("/"))
    if target.startswith(".."):
        return "指到了网站以外"
    if parts.path.endswith("/"):
        target = normpath(f"{target}/index.html")
    if target not in site.files:
        return "指向的文件不存在"
    return _anchor(site, target, f"#{parts.fragment}")


def _anchor(site: FinishedSite, page: str, link: str) -> str:
    """Whether a page has the place that the link names. Of other files than pages nothing is known."""
    name = unquote(link.partition("#")[2])
    if name in ("", "top") or page not in site.pages or name in site.pages[page].anchors:
        return _FINE
    return "指向的页内位置不存在"
