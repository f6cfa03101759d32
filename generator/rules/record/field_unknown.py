"""多出了不认识的项目

问题：这一类记录里没有这个键。多半是键写错了字，或者写到了别的一组里。

为什么：不认识的键不会出现在网站上。悄悄忽略它，应当公开的内容就漏掉了；悄悄公开它，又可能公开不该公开的内容。

错误示例：

    处罚机构: bodies/shili-tjj
    当事人名称: 示例钢铁有限公司

正确示例：

    处罚机关: bodies/shili-tjj
    当事人:
      名称: 示例钢铁有限公司

怎么改：按提示把键改对，或者移到它所在的一组。记录里确实没有地方写的内容，写进正文。
"""

from __future__ import annotations

from generator.finding import Fault, KeyPath, Severity, path_text
from generator.model.draft import Draft
from generator.rules.basis import SPECIFICATION
from generator.rules.fields import homes_of, keys_at, likely
from generator.rules.registry import fault_rule


def _unknown(fault: Fault, draft: Draft) -> tuple[str, str]:
    assert isinstance(fault.where, tuple)
    *above, key = fault.where
    group: KeyPath = tuple(above)
    place = f"“{path_text(group)}”下面" if group else "这一类记录"
    return f"{place}没有“{key}”这一项", _hint(draft, group, str(key))


def _hint(draft: Draft, group: KeyPath, key: str) -> str:
    keys = keys_at(draft.kind, group)
    if homes := homes_of(draft.kind, key):
        return f"“{key}”应当写成“{homes[0]}”：移到它所在的一组，缩进对齐"
    if key.isdigit():
        return "多半是数字里的逗号把它分成了两段：去掉千分位，写成连续的数字"
    if meant := likely(key, keys):
        return f"是不是“{meant}”？"
    elsewhere = "；都不合适的内容，写进正文" if draft.kind is not None and draft.kind.KIND.prose else ""
    return f"这里可以写：{'、'.join(keys)}{elsewhere}"


check = fault_rule(
    severity=Severity.ERROR, since="0.1", basis=SPECIFICATION, wordings={"extra_forbidden": _unknown}, at_key=True
)
