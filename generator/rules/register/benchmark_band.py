"""罚款与裁量基准的档次不符

问题：写明的裁量档次不存在，或者不适用于本案的违法行为、当事人、情节和行为时间；或者罚款不在档次的幅度里；或者裁量基准有规定而没有写明档次。

为什么：行政处罚裁量基准应当公布，行使裁量权应当遵守（《行政处罚法》第三十四条）。以决定日期那天有效的一版为准；写有“适用行为截止”的行
只适用于那一天以前发生的行为。

错误示例：

    罚款金额: 20000
    裁量: {基准: discretion/shili-tjj#S44-2, 档次: 较轻}      # 较轻的罚款不超过一万五千元

正确示例：

    罚款金额: 12000
    裁量: {基准: discretion/shili-tjj#S44-2, 档次: 较轻}

怎么改：对照决定书和裁量基准核对档次和罚款；有特殊情形、确需偏离基准的，用“豁免”写明理由和批准人。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import KeyPath, Severity
from generator.model.kinds.discretion import Band, Benchmark, DiscretionBenchmark
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.register import Register
from generator.rules.decisions import not_withdrawn
from generator.rules.lists import list_in_force
from generator.rules.penal import ORGAN, applied_to, hides_fine, is_mitigated, subject_of, yuan
from generator.rules.registry import Problem, rule

_HINT = "对照决定书和裁量基准核对档次和罚款"


@rule(
    severity=Severity.ERROR, since="0.3", basis="《行政处罚法》第三十四条：行使裁量权应当遵守公布的裁量基准",
    clauses=("二（一）1（1）", "三（二）"),
)
def check(register: Register) -> Iterator[Problem]:
    """The band that each penalty names, in the edition in force on the day of the decision."""
    for penalty in not_withdrawn(register, PenaltyDecision):
        path = penalty.origin.path
        if penalty.discretion is None:
            if _has_benchmark(register, penalty):
                yield Problem(
                    "没有写明适用的裁量档次，而当时的裁量基准对这种违法行为有规定", "补写“裁量”：基准和档次",
                    ("处罚种类",), path, Severity.WARNING,
                )
            continue
        target = penalty.discretion.benchmark
        row = register.resolve(target, penalty.decided_on)
        if not isinstance(row, Benchmark):
            if target.row is None:
                yield Problem("“基准”没有写到行", f"写成 {target.id}#行的编号", ("裁量", "基准"), path)
            continue
        misfit = _row_misfit(register, penalty, row, register.edition_on(target.id, penalty.decided_on))
        if misfit:
            yield Problem(misfit, "换成适用的那一行", ("裁量", "基准"), path)
        else:
            yield from _band(register, penalty, row)


def _has_benchmark(register: Register, penalty: PenaltyDecision) -> bool:
    """Whether a band could have been named; the bands are about fines, which state organs do not pay."""
    edition = list_in_force(register, DiscretionBenchmark, penalty.authority.id, penalty.decided_on)
    if edition is None or penalty.is_secret or subject_of(register, penalty) == ORGAN:
        return False
    return any(row.conduct in penalty.conduct for row in edition.rows)


def _row_misfit(
    register: Register, penalty: PenaltyDecision, row: Benchmark, edition: DiscretionBenchmark
) -> str:
    """Why the row is not for this case; "" if it is."""
    if edition.agency.id != penalty.authority.id:
        return f"{edition.id} 不是本机关的裁量基准"
    if row.conduct not in penalty.conduct:
        return f"{row.number} 不是本案违法行为的裁量基准"
    if penalty.conduct_period is None:
        return ""
    end = penalty.conduct_period.end
    if row.acts_until is not None and end > row.acts_until:
        return f"{row.number} 只适用于 {row.acts_until} 以前发生的行为，本案的行为止于 {end}"
    lighter = any(one.is_lighter_new for one in applied_to(register, penalty))
    earlier = [
        other.number for other in edition.rows
        if other.conduct == row.conduct and other.acts_until is not None and end <= other.acts_until
    ]
    if row.acts_until is None and earlier and not lighter:
        return f"本案的行为止于 {end}，适用的是过渡的一行 {earlier[0]}，不是 {row.number}"
    return ""


def _band(register: Register, penalty: PenaltyDecision, row: Benchmark) -> Iterator[Problem]:
    assert penalty.discretion is not None
    where: KeyPath = ("裁量", "档次")
    name = penalty.discretion.band
    if name is None:
        yield Problem(f"没有写明适用 {row.number} 的哪一档", "补写“档次”", ("裁量", "基准"), penalty.origin.path)
        return
    named = [band for band in row.bands if band.name == name]
    if not named:
        names = "、".join(dict.fromkeys(band.name for band in row.bands))
        yield Problem(f"{row.number} 没有“{name}”这一档", f"现有档次：{names}", where, penalty.origin.path)
        return
    fitting = [band for band in named if _is_for(band, penalty)]
    if not fitting:
        sort = penalty.party.sort if penalty.party is not None else ""
        yield Problem(
            f"{row.number} 的“{name}”档不适用于{sort}、情节{penalty.gravity}的案件", _HINT, where, penalty.origin.path
        )
    elif misfit := _amount_misfit(register, penalty, fitting[0]):
        yield Problem(f"{misfit}（{row.number} 的“{name}”档）", _HINT, ("罚款金额",), penalty.origin.path)


def _is_for(band: Band, penalty: PenaltyDecision) -> bool:
    sort = penalty.party.sort if penalty.party is not None else None
    return band.subject in (None, sort) and band.gravity in (None, penalty.gravity)


def _amount_misfit(register: Register, penalty: PenaltyDecision, band: Band) -> str:
    """The fine against the band; of several conducts the others may add to it, so that only the floor counts."""
    if hides_fine(penalty):
        return ""
    fine = penalty.fine or 0
    if band.floor is not None and fine < band.floor and not is_mitigated(register, penalty):
        given = f"罚款 {yuan(penalty.fine)}" if penalty.fine else "没有罚款，"
        return f"{given}低于裁量基准的下限 {yuan(band.floor)}"
    if band.cap is not None and fine > band.cap and len(penalty.conduct) == 1:
        assert penalty.fine is not None
        return f"罚款 {yuan(penalty.fine)}高于裁量基准的上限 {yuan(band.cap)}"
    return ""
