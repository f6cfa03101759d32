"""现行清单没有跟上法律的修改

问题：构建那天有效的清单，引用的法律版本已经失效，或者复议机关还是旧法的写法，而清单还没有新的一版。

为什么：清单应当随法律、法规、规章的制定、修改、废止和机构职能的变化及时调整（实施方案二（一）1（2）；《政府信息公开条例》第二十六条）。法律失效的日期一到
就会出现这个提醒；只提醒，不阻止发布。适用于旧行为的过渡档次（写有“适用行为截止”的）不算。

错误示例：

    # 构建日 2024-10-20，清单最新一版是 2019 年的
    抽查依据: [{法律: laws/statistics-law, 版本: 2009, 条: 35, 款: 1}]

正确示例：

    # 另写一版，生效日期 2024-09-30
    抽查依据: [{法律: laws/statistics-law, 版本: 2024, 条: 38, 款: 1}]

怎么改：对照新法核对条号和内容，另写一版清单。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.finding import KeyPath, Severity
from generator.model.kinds.bodies import EnforcementBody
from generator.model.kinds.discretion import Benchmark
from generator.model.kinds.laws import Law
from generator.model.parts import Citation
from generator.model.record import Edition
from generator.model.register import Register
from generator.model.walk import groups
from generator.rules.citations import in_force, out_of_force
from generator.rules.penal import laws_of
from generator.rules.reconsideration import outdated
from generator.rules.registry import Problem, rule
from generator.rules.unbound import unbound_refs


@rule(
    severity=Severity.WARNING, since="0.3", timed=True,
    basis="《河津市统计局三项制度实施方案》二（一）1（2）；《政府信息公开条例》第二十六条",
)
def check(register: Register, as_of: date) -> Iterator[Problem]:
    """The editions in force on ``as_of`` that were right when they came into force."""
    unread = unbound_refs(register)
    for list_id in dict.fromkeys(record.id for record in register.records if isinstance(record, Edition)):
        if list_id in unread:
            continue
        edition = register.edition_on(list_id, as_of)
        if edition is None or isinstance(edition, Law):
            continue
        yield from _citations(register, edition, as_of)
        if isinstance(edition, EnforcementBody):
            yield from _remedies(register, edition, as_of)


def _citations(register: Register, edition: Edition, as_of: date) -> Iterator[Problem]:
    """One finding for each version that has gone out of force, at the first place that cites it."""
    book = laws_of(register)
    lapsed: dict[str, list[tuple[KeyPath, Citation, Law]]] = {}
    rows = getattr(edition, "rows", ())
    for where, citation in groups(edition, Citation):
        law = book.version(citation.law.id, citation.version)
        row = rows[where[1]] if rows and isinstance(where[1], int) else None
        if law is None or (isinstance(row, Benchmark) and row.acts_until is not None):
            continue
        if in_force(law, edition.effective_on) and not in_force(law, as_of):
            lapsed.setdefault(law.ref, []).append((where, citation, law))
    for found in lapsed.values():
        where, citation, law = found[0]
        message = out_of_force(book, law, citation.article, [as_of])
        more = f"（本版共 {len(found)} 处）" if len(found) > 1 else ""
        yield Problem(f"{message}{more}", "对照新法核对条号和内容，另写一版清单", (*where, "版本"), edition.origin.path)


def _remedies(register: Register, body: EnforcementBody, as_of: date) -> Iterator[Problem]:
    for index, remedy in enumerate(body.remedies):
        if outdated(register, body, remedy, body.effective_on):
            continue
        if message := outdated(register, body, remedy, as_of):
            yield Problem(message, "另写一版执法主体信息", ("救济渠道", index, "受理机关"), body.origin.path)
