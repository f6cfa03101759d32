"""已经公开的记录改了编号

问题：已经公开的记录，换了一个文件名（编号），内容没有变。

为什么：网址由编号而来，公开以后网址不变：公众保存的链接、别的网站的引用、检索结果都指向它。改了编号，原来的网址就成了错误页面
（《政府信息公开条例》第二十四条：便于公众查询）。

错误示例：

    git mv content/penalties/2020/2020-001.md content/penalties/2020/2020-005.md

正确示例：

    # 保留 content/penalties/2020/2020-001.md 的文件名，只移到别的年份文件夹是可以的

怎么改：把文件名改回去。文号录错了的，对“文号”作更正，文件名仍然不改。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.transition import Transition
from generator.rules.registry import Problem, rule
from generator.rules.renames import renames


@rule(severity=Severity.ERROR, since="0.4", basis="《政府信息公开条例》第二十四条：加强依托政府门户网站公开政府信息，便于查询")
def check(change: Transition) -> Iterator[Problem]:
    """Public records that are gone, while a new one says just what they said."""
    for old, new in renames(change).items():
        was = change.base.register.get(old)
        assert was is not None
        yield Problem(
            f"{was.KIND.title} {old} 已经公开，编号不能改成 {new.ref}",
            f"把文件名改回 {change.head.label}/{was.origin.path}",
            None,
            new.origin.path,
        )
