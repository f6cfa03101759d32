"""文件里留着合并冲突的标记

问题：文件里有 <<<<<<<、>>>>>>> 开头的行。

为什么：两个人改了同一处，git 把两种写法都留在文件里，等人选定。没有选定就公开，页面上会出现互相矛盾的两段文字（《政府信息公开条例》第六条：
及时、准确地公开政府信息）。

错误示例：

    <<<<<<< HEAD
    罚款人民币5000元。
    =======
    罚款人民币6000元。
    >>>>>>> main

正确示例：

    罚款人民币5000元。

怎么改：核对原件，留下对的一段，删去标记和另一段。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.finding import Severity
from generator.model.draft import Draft
from generator.reading.positions import Lines
from generator.rules.basis import ACCURACY
from generator.rules.registry import Problem, rule

#: What begins and what ends a conflict; the line of = between them underlines headings, too.
_MARKER = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)


@rule(severity=Severity.ERROR, since="0.4", basis=ACCURACY)
def check(draft: Draft) -> Iterator[Problem]:
    """The first marker of a text. Between the keys it is no YAML, which another rule tells."""
    if "<<<<<<<" in draft.body or ">>>>>>>" in draft.body:
        found = _MARKER.search(draft.body)
        if found is not None:
            where = Lines(draft.body, draft.body_line).span(*found.span())
            yield Problem("这里留着合并冲突的标记", "核对原件，留下对的一段，删去标记和另一段", where)
