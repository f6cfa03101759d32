"""栏目页面开头的标题写得不对

问题：pages/ 下的页面没有标题，或者开头写了标题和网址名以外的设置。

为什么：没有标题，或者开头的设置写错的页面，会被悄悄略去，或者写到别的网址上，读者就看不到（《政府信息公开条例》第六条：及时、准确地
公开政府信息）。页面的网址就是文件名，不另外指定；页面没有草稿、日期和语言之分。

错误示例：

    标题：关于本专栏
    Status: draft
    本专栏是……

正确示例：

    Title: 关于本专栏
    Slug: about

    本专栏是……

怎么改：第一行写“Title: 标题”（半角冒号加一个空格）；“Slug: ”可以不写，写了就与文件名（不带 .md）一字不差；然后空一行，再写正文。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.finding import Severity, Span
from generator.model.draft import Draft
from generator.model.placement import page_of
from generator.rules.basis import ACCURACY
from generator.rules.registry import Problem, rule

#: What Python-Markdown takes for a line of the header.
_LINE = re.compile(r" {0,3}(?P<key>[A-Za-z0-9_-]+):\s*(?P<value>.*)")
_FIRST = "第一行写“Title: 标题”（半角冒号加一个空格），空一行再写正文"


@rule(severity=Severity.ERROR, since="0.4", basis=ACCURACY)
def check(draft: Draft) -> Iterator[Problem]:
    """The lines above the first blank one of a native page: a title, and a slug that is the file's name."""
    stem = page_of(draft.path) if draft.kind is None else None
    if stem is None or (draft.faults and not draft.body):
        return
    seen: set[str] = set()
    for number, line in enumerate(draft.body.split("\n"), start=draft.body_line):
        found = _LINE.fullmatch(line)
        if not line.strip() or (found is None and "title" not in seen):
            break
        span = Span(number, 1, max(len(line), 1))
        if found is None:
            yield Problem("页面的标题和正文之间没有空一行", "在这一行前面加一个空行", span)
            break
        key = found["key"].lower()
        message, hint = _judge(key, found["value"].strip(), stem, seen)
        if message:
            yield Problem(message, hint, span)
        seen.add(key)
    if "title" not in seen:
        yield Problem("页面没有标题", _FIRST, Span(draft.body_line, 1))


def _judge(key: str, value: str, stem: str, seen: set[str]) -> tuple[str, str]:
    if key not in ("title", "slug"):
        return f"页面开头不能写“{key}”", "只写 Title 和 Slug，删去这一行；是正文的，在它前面空一行"
    if key in seen:
        return f"页面开头写了两次 {key.capitalize()}", "只留一个，删去这一行"
    if key == "title" and not value:
        return "页面的标题是空的", _FIRST
    if key == "slug" and value != stem:
        return f"页面的 Slug 是“{value}”，与文件名“{stem}.md”不一致", f"改成 Slug: {stem}，或者删去这一行；要换网址的，改文件名"
    return "", ""
