"""生成的文件与计划的不一致

问题：计划生成的页面没有写出来，或者多出了计划以外的文件。

为什么：少一个页面，就有一条应当公开的内容没有公开；多一个文件，就可能公开了不该公开的内容。

错误示例：模板出错，某一条决定的页面没有写出来，网站照样发布。

正确示例：写出来的文件与计划的一个不多、一个不少。

怎么改：这通常是程序或者模板的问题，不是记录的问题。请把提示交给维护人员。上一次的网站没有改动。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.site import FULL_TEXT, LINK, FinishedSite
from generator.rules.registry import Problem, rule

_TELL = "这是程序或者模板的问题，请把本行交给维护人员；上一次的网站没有改动"


@rule(severity=Severity.ERROR, since="0.1", basis="本系统的设计：写出的页面等于计划的页面")
def check(site: FinishedSite) -> Iterator[Problem]:
    """The difference of plan and disk, both ways."""
    for path in sorted(site.plan.paths - site.files):
        yield Problem("计划生成的文件没有写出来", _TELL, path=path)
    for path in sorted(site.files - site.plan.paths):
        if path.startswith(FULL_TEXT) and not path.endswith(LINK):
            continue
        yield Problem("写出了计划以外的文件", _TELL, path=path)
