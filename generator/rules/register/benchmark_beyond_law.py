"""裁量基准超出法定幅度

问题：裁量基准某一档的罚款上限高于法律规定的上限，或者下限低于法律规定的下限。

为什么：裁量基准只能在法律规定的幅度内细化（《行政处罚法》第四条、第三十四条）。法律修改后基准没有跟着改，或者照抄旧法的数额，按它作出的处罚
就会违法。一行以“适用行为截止”那天有效的法律为准，没有写的以本版生效日期那天为准。

错误示例：

    # 生效日期: 2024-09-30，没有写“适用行为截止”
    - {名称: 较重, 情节: 一般, 适用对象: 法人及非法人组织, 裁量标准: …, 罚款下限: 60000, 罚款上限: 200000}

正确示例：

    - {名称: 较重, 情节: 一般, 适用对象: 法人及非法人组织, 裁量标准: …, 罚款下限: 60000, 罚款上限: 100000}

怎么改：对照 content/laws/ 该版本的“罚则”改正档次；基准已经公布的，另写一版，调整原因写“更正差错”或者法律修改。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import KeyPath, Severity
from generator.model.kinds.discretion import Band, Benchmark, DiscretionBenchmark
from generator.model.kinds.laws import Law
from generator.model.register import Register
from generator.rules.penal import SUBJECTS, law_name, laws_of, yuan
from generator.rules.registry import Problem, rule

_HINT = "对照该版本的“罚则”改正；基准已经公布的，另写一版"


@rule(severity=Severity.ERROR, since="0.3", basis="《行政处罚法》第四条、第三十四条", clauses=("二（一）1（1）", "三（二）"))
def check(register: Register) -> Iterator[Problem]:
    """Every band of every edition against the law of the acts that it is for."""
    book = laws_of(register)
    for edition in register.of_kind(DiscretionBenchmark):
        assert isinstance(edition, DiscretionBenchmark)
        for index, row in enumerate(edition.rows):
            law = book.penal_law(row.conduct.row or "", row.acts_until or edition.effective_on)
            for number, band in enumerate(row.bands if law is not None else ()):
                if band.subject is not None and (band.cap is not None or band.floor is not None):
                    where = ("条目", index, "档次", number)
                    yield from _faults(register, edition, row, band, where, law)  # type: ignore[arg-type]


def _faults(
    register: Register, edition: DiscretionBenchmark, row: Benchmark, band: Band, where: KeyPath, law: Law
) -> Iterator[Problem]:
    assert band.subject is not None
    subject = SUBJECTS[band.subject]
    ranges = laws_of(register).ranges(law, row.conduct.row or "", subject, band.gravity)
    place = f"{row.number} 的“{band.name}”档"
    if not ranges:
        if band.cap:
            yield Problem(
                f"{place}：{law_name(law)}没有规定对{subject}的这种行为罚款", _HINT, (*where, "罚款上限"), edition.origin.path
            )
        return
    cap = max(item.cap or 0 for item in ranges)
    floor = min(item.floor or 0 for item in ranges)
    if band.cap is not None and band.cap > cap:
        yield Problem(
            f"{place}罚款上限 {yuan(band.cap)}，高于{law_name(law)}的上限 {cap} 元", _HINT, (*where, "罚款上限"),
            edition.origin.path,
        )
    if band.floor is not None and band.floor < floor:
        yield Problem(
            f"{place}罚款下限 {yuan(band.floor)}，低于{law_name(law)}的下限 {floor} 元", _HINT, (*where, "罚款下限"),
            edition.origin.path,
        )
