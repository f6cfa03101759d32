"""真实记录与示例记录混在一起

问题：真实的记录引用了示例（虚构）的记录，或者对示例所作的更正、撤下没有标为示例，或者示例的更正、撤下针对真实的记录。

为什么：示例只供演示，正式发布时整个去掉。真实的记录引用它，发布以后引用就断了；虚构的更正、撤下更不能改动真实的公示。

错误示例：

    # content/withdrawals/2021/2021-001.yaml，没有写“示例: 是”
    撤下对象: penalties/shili-2020-001

正确示例：

    撤下对象: penalties/shili-2020-001
    示例: 是

怎么改：这条记录也是虚构的，补写“示例: 是”；是真实的，把引用改成真实的记录。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity, path_text
from generator.model.record import Act
from generator.model.register import Register
from generator.model.walk import references
from generator.rules.basis import SPECIFICATION
from generator.rules.fields import key_of
from generator.rules.registry import Problem, rule


@rule(severity=Severity.ERROR, since="0.1", basis=SPECIFICATION)
def check(register: Register) -> Iterator[Problem]:
    """References from the real to the invented, and acts on a record of the other sort."""
    for record in register.records:
        if record.is_sample and not isinstance(record, Act):
            continue
        for where, _slot, target in references(record):
            holders = register.holders(target)
            if not holders:
                continue
            to_sample = all(holder.is_sample for holder in holders)
            key = f"“{path_text(where)}”"
            if record.is_sample and not to_sample and where[-1] == key_of(record, "target"):
                yield Problem(
                    f"{key}是真实的记录 {target}，示例的{record.KIND.title}不能改动它", "把对象改成示例的记录",
                    where, record.origin.path,
                )
            elif to_sample and not record.is_sample:
                yield Problem(
                    f"{key}引用了示例的记录 {target}，而本记录没有标为示例",
                    "本记录也是虚构的，补写“示例: 是”；是真实的，改成真实的记录", where, record.origin.path,
                )
