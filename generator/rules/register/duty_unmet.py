"""应当公开的内容没有公开

问题：按公示清单应当公开的一项内容，本栏目主体还没有公开，或者只有“文本待提供”的说明。

为什么：实施方案和法律要求公开的内容缺一项，就是没有依法公开；巡查和考核也逐项核对（政府信息公开条例第十九条、行政处罚法第三十四条、第三十九条）。

错误示例：policies/ 下没有制度类别为“音像记录管理制度”的文件。

正确示例：

    制度类别: 音像记录管理制度

怎么改：按提示的类别和字段补充记录；确实没有的，请有关股室提供。清单本身在 content/reference/checklist.yaml。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.finding import Severity
from generator.model.completeness import Fulfilment, Item, completeness
from generator.model.register import Register
from generator.rules.registry import Problem, rule


@rule(severity=Severity.WARNING, since="0.3", basis="《政府信息公开条例》第十九条；本机关三项制度实施方案", timed=True)
def check(register: Register, as_of: date) -> Iterator[Problem]:
    """The checklist of the column's main body, one problem an item that is not met."""
    body = register.settings.main_body
    editions = register.editions(body)
    if not editions or editions[0].effective_on > as_of:
        return
    for item in completeness(register, body, as_of):
        if item.fulfilment is not Fulfilment.MET:
            yield _problem(item, editions[-1].origin.path)


def _problem(item: Item, path: str) -> Problem:
    row = item.item
    if item.fulfilment is Fulfilment.PLACEHOLDER:
        return Problem(
            f"“{row.title}”只有“文本待提供”的说明", "取得文件后补上全文，删去“文本待提供”", None,
            item.records[-1].origin.path, basis=row.basis,
        )
    if row.setting is not None:
        hint = f"在设置文件中填写{row.setting}的名称和网址"
    elif row.value is not None:
        hint = f"在 {row.folder}/ 补充“{row.key}”为“{row.value}”的记录"
    elif row.key is not None:
        hint = f"在 {row.folder}/ 的记录中填写“{row.key}”"
    else:
        hint = f"在 {row.folder}/ 补充本机关的记录"
    return Problem(f"应当公开的“{row.title}”没有公开", hint, None, path, basis=row.basis)
