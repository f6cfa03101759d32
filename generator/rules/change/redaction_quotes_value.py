"""隐私处理里还能看到隐去的内容

问题：这次隐去的内容，在隐私处理的说明、同一条记录的其他地方，或者对它的更正、撤下说明里还能看到。

为什么：隐去是为了让公众不再看到。说明理由时把它又写一遍，或者正文里留着一处，等于没有隐去（《个人信息保护法》第四十七条；
《政府信息公开条例》第十五条）。

错误示例：

    处理事项: [{字段: 当事人.地址, 类别: 个人隐私}]
    理由: 当事人的住址某某路某某号不应当公开

正确示例：

    理由: 当事人的经营场所同时是家庭住址，依法隐去

怎么改：说明里只写隐去了哪里、为什么，不写内容；记录和有关说明里其他出现的地方，也换成【依法隐去】，并写进处理事项。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.comparison import Comparison
from generator.model.declaration import Privacy
from generator.model.editions import wording_of
from generator.model.kinds.redactions import Redaction
from generator.model.paths import place_at
from generator.model.record import Record
from generator.model.transition import Transition
from generator.rules.altered import name_of
from generator.rules.registry import Problem, rule

#: Shorter texts and bare numbers stand everywhere; they count in the redaction itself only.
_TELLING = 4


@rule(severity=Severity.ERROR, since="0.4", basis="《个人信息保护法》第四十七条；《政府信息公开条例》第十五条")
def check(change: Transition) -> Iterator[Problem]:
    """What new redactions hide and what can yet be read in them, in the record, or in the acts on it."""
    for comparison in change.comparisons:
        if comparison.hidden:
            for record in (comparison.head, *change.head.acts_on(comparison.head.ref)):
                yield from _quotes(record, comparison)


def _quotes(record: Record, comparison: Comparison) -> Iterator[Problem]:
    shortest = 2 if record in comparison.acts and isinstance(record, Redaction) else _TELLING
    hidden = [text for text in comparison.hidden if len(text) >= shortest and not (shortest > 2 and _is_bare(text))]
    wording = wording_of(record)
    places = [
        (path, text) for path, text in wording.said.items()
        if (place := place_at(type(record), path)) is not None and place.privacy is not Privacy.INTERNAL
    ]
    for path, text in (*places, ((), wording.body)):
        if any(part in text for part in hidden):
            yield Problem(
                f"{record.ref} 的{name_of(path)}里还能看到 {comparison.head.ref} 这次隐去的内容",
                "把它换成【依法隐去】，并写进处理事项，说明里不写隐去的内容；或者恢复原样，运行 disclosure redact，它把引用的地方一起换掉",
                path or None,
                record.origin.path,
                quote=False,
            )


def _is_bare(text: str) -> bool:
    """A number alone, with or without its point and its sign."""
    return text.replace(".", "").replace("%", "").isdecimal()
