"""引用的法律条款不存在

问题：引用了没有登记的法律版本，或者该版本里没有这一条、这一款、这一项。

为什么：处罚必须有法定依据，依据必须是现行有效、确实存在的条款（行政处罚法第四条、第五十九条）。条款写错，决定的依据就不成立，页面上的链接也会断。

错误示例：

    处罚依据: [{法律: laws/statistics-law, 版本: 2009, 条: 41, 款: 1, 项: 9}]

正确示例：

    处罚依据: [{法律: laws/statistics-law, 版本: 2009, 条: 41, 款: 1, 项: 2}]

怎么改：对照法律原文核对条、款、项；原文确有而这里没有登记的，在 laws/ 下该版本的“条文”中补登这一条。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.kinds.laws import ArticleFact, Law
from generator.model.parts import Citation
from generator.model.register import Register
from generator.model.walk import groups
from generator.rules.registry import Problem, rule
from generator.rules.unbound import unbound_refs


@rule(
    severity=Severity.ERROR, since="0.2", basis="《行政处罚法》第四条、第五十九条：处罚应当有法定依据，决定书载明依据",
    clauses=("二（一）1（1）",),
)
def check(register: Register) -> Iterator[Problem]:
    """Every citation of every record against the registered versions of the laws."""
    unread = unbound_refs(register)
    facts = {law.ref: {fact.article: fact for fact in law.articles} for law in register.records if isinstance(law, Law)}
    for record in register.records:
        for where, citation in groups(record, Citation):
            if citation.edition_ref in unread:
                continue
            law = register.get(citation.edition_ref)
            if not isinstance(law, Law):
                if register.editions(citation.law.id):
                    known = "、".join(edition.origin.stem for edition in register.editions(citation.law.id))
                    yield Problem(
                        f"没有登记 {citation.law} 的 {citation.version} 版本", f"已登记的版本有：{known}",
                        (*where, "版本"), record.origin.path,
                    )
                continue
            for key, message, hint in _faults(law, facts[citation.edition_ref].get(citation.article), citation):
                yield Problem(message, hint, (*where, key), record.origin.path)


def _faults(law: Law, fact: ArticleFact | None, citation: Citation) -> Iterator[tuple[str, str, str]]:
    """(key, message, hint) for each part of the citation that the law does not have."""
    name = f"《{law.short_name}》（{law.origin.stem}）"
    number, of, inserted = citation.article.partition("之")
    article = f"第 {number} 条{of}{inserted}"
    if fact is None:
        if law.articles_total is not None and int(number) > law.articles_total:
            yield "条", f"{name}共 {law.articles_total} 条，没有{article}", "对照法律原文核对条数和版本"
        else:
            yield (
                "条", f"{name}{article}没有登记",
                f"对照原文核对；确有此条的，在 content/{law.origin.path} 的“条文”中补登它的主题、款数和项数",
            )
        return
    paragraphs, items = fact.paragraphs, fact.items
    if citation.paragraph is not None and paragraphs is not None and not 1 <= citation.paragraph <= paragraphs:
        yield "款", f"{name}{article}共 {paragraphs} 款，没有第 {citation.paragraph} 款", "对照法律原文核对款"
    elif citation.paragraph is not None and paragraphs == 1:
        yield "款", f"{name}{article}只有一款，引用时不写款", "删去“款”"
    if citation.item is not None and not 1 <= citation.item <= (items or 0):
        count = f"共列 {items} 项" if items else "没有分项"
        yield "项", f"{name}{article}{count}，没有第 {citation.item} 项", "对照法律原文核对项"
