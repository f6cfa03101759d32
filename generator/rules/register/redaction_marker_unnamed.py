"""【依法隐去】没有说明

问题：一个字段写了【依法隐去】，却没有一份隐私处理说明它为什么隐去。

为什么：隐去要说明理由（《政府信息公开条例》第三十七条），公众才分得清是依法不公开，还是漏填、错填。正文里和一段文字中间的
【依法隐去】不受这条限制。

错误示例：

    # content/penalties/2020/2020-002.md，没有对应的隐私处理
    当事人: {名称: 示例建材有限公司, 地址: 【依法隐去】}

正确示例：

    # content/redactions/2020/2020-001.yaml
    处理对象: penalties/2020-002
    处理事项: [{字段: 当事人.地址, 类别: 个人隐私}]

怎么改：公开以后隐去的，写一份隐私处理，如 disclosure redact penalties/2020-002 --field 当事人.地址。第一次公开时就不应当公开的，
这一项不填，或者在文字里只把那几个字写成【依法隐去】。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import KeyPath, Severity, path_text
from generator.model.comparison import quoted_paths
from generator.model.kinds.redactions import RedactedPart, Redaction
from generator.model.paths import parse_path
from generator.model.record import Act, Policy, Record
from generator.model.register import Register
from generator.model.scalars import MARKER
from generator.rules.registry import Problem, rule


@rule(severity=Severity.ERROR, since="0.4", basis="《政府信息公开条例》第三十七条：能够作区分处理的，公开可以公开的内容，并说明理由")
def check(register: Register) -> Iterator[Problem]:
    """Fields that hold nothing but the marker, and that no redaction names."""
    for record in register.records:
        if isinstance(record, Policy) or not record.origin.marks:
            continue
        known = _named(record, register)
        for path in record.origin.marks:
            if path not in known:
                yield Problem(
                    f"“{path_text(path)}”写了{MARKER}，没有隐私处理说明理由",
                    f"公开以后隐去的，运行 disclosure redact {record.ref} --field {path_text(path)}；第一次公开时就不公开的，这一项不填",
                    path,
                    record.origin.path,
                )


def _named(record: Record, register: Register) -> frozenset[KeyPath]:
    """The fields of a record that redactions name, and where it quotes what redactions of its own record hide."""
    own = frozenset(parse_path(part.path) for part in _parts(record.ref, register) if part.path is not None)
    return own | quoted_paths(record, _parts(str(record.target), register)) if isinstance(record, Act) else own


def _parts(ref: str, register: Register) -> tuple[RedactedPart, ...]:
    acts = (act for act in register.acts_on(ref) if isinstance(act, Redaction))
    return tuple(part for act in acts for part in act.parts)
