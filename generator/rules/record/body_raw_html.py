"""正文里有 HTML 代码

问题：正文里写了 HTML 标签、注释，或者用“&nbsp;”“&#20320;”这样的代码代替文字。

为什么：正文只用 Markdown 的写法。HTML 可以带进脚本、隐藏文字和第三方的内容；网站生成时会把它们去掉，页面上就与原件不一致。
代码代替的文字检查不到，也检索不到。

错误示例：

    <p>当事人<b>示例钢铁有限公司</b></p>
    罚款&nbsp;5000&nbsp;元<!-- 待核 -->

正确示例：

    当事人**示例钢铁有限公司**
    罚款 5000 元

怎么改：删去标签和注释，只留文字：加粗写 **文字**，标题写 ## 标题，换段空一行，表格用竖线。文字里要出现“<”的，写成“\\<”，
或者用反引号括起来；小于号后面留一个空格（a < b）不受影响。代码代替的文字，直接写那个字。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.draft import Draft
from generator.rules.basis import SECURITY
from generator.rules.bodies import body_of
from generator.rules.registry import Problem, rule


@rule(severity=Severity.ERROR, since="0.1", basis=SECURITY)
def check(draft: Draft) -> Iterator[Problem]:
    """What the renderer would take for HTML, the first of each line, and character references outside code."""
    body = body_of(draft)
    for span in {span.line: span for span in reversed(body.html)}.values():
        yield Problem(
            "正文里有 HTML 代码，页面上不会显示",
            "删去代码，只留文字（加粗写 **文字**，换段空一行）；文字里要出现“<”的，写成“\\<”",
            span,
        )
    for span in body.entities:
        yield Problem("正文里用代码代替了文字", "直接写那个字；空格直接按空格键", span)
