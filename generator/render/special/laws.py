"""A law: its articles with who cites them, what they were numbered before, and what the penal provisions allow."""

from __future__ import annotations

from decimal import Decimal

from generator.model.kinds.laws import ArticleFact, Law, PenaltyRange, Renumbering
from generator.render import wording
from generator.render.addresses import to_page
from generator.render.citations import article_anchor, provision_link, version_name
from generator.render.inline import Items, Link, Phrase, Text, Value
from generator.render.names import reference
from generator.render.provisions import article_address, cited_words
from generator.render.site import ARTICLES_ON_A_PAGE, ShownLaw
from generator.render.values import Desk
from generator.render.view_types import Column, Row, Section, Table

_ARTICLES = (Column("条"), Column("主题"), Column("款、项数"), Column("引用"))
_RANGES = (
    Column("依据"), Column("主体"), Column("情节"), Column("罚款"), Column("警告"), Column("通报"), Column("违法行为"),
)


def _articles(law: Law, facts: tuple[ArticleFact, ...], desk: Desk) -> list[Section]:
    rows = tuple(
        Row(
            (
                Text(wording.article(fact.article), nowrap=True),
                wording.words(fact.topic),
                _extent(fact),
                _cited(law, fact.article, desk),
            ),
            anchor=article_anchor(fact.article),
        )
        for fact in facts[slice(*desk.span)]
    )
    return [Section("articles", "条文", table=Table("本栏目登记的条文", _ARTICLES, rows))]


def _extent(fact: ArticleFact) -> Value:
    """3 款 5 项."""
    told = ((fact.paragraphs, "款"), (fact.items, "项"))
    words = " ".join(f"{number} {unit}" for number, unit in told if number is not None)
    return Text(words, nowrap=True) if words else wording.BLANK


def _cited(law: Law, article: str, desk: Desk) -> Value:
    tally = desk.site.neighbours.provisions.get((law.ref, article))
    if tally is None:
        return wording.BLANK
    return Link(cited_words(tally), to_page(desk.root, article_address(law, article)))


def _renumbered(law: Law, pairs: tuple[Renumbering, ...], desk: Desk) -> list[Section]:
    topics = {fact.article: fact.topic for fact in law.articles}
    before = _version_before(law, desk)
    old = version_name(before.version, desk.site) if before is not None else "上一版"
    rows = tuple(
        Row((
            _place(before, pair.old, desk),
            _place(desk.site.laws.get(law.ref), pair.new, desk),
            wording.words(topics[pair.new]) if pair.new in topics else wording.BLANK,
        ))
        for pair in pairs if _stands_here(law, pair.new, desk)
    )
    heads = (Column(old), Column(version_name(law, desk.site)), Column("主题"))
    return [Section("renumbered", "新旧条文对应", table=Table("序号有变的条文", heads, rows))] if rows else []


def _version_before(law: Law, desk: Desk) -> ShownLaw | None:
    versions = desk.site.register.editions(law.id)
    at = versions.index(law)
    return desk.site.laws.get(versions[at - 1].ref) if at else None


def _place(law: ShownLaw | None, article: str, desk: Desk) -> Value:
    return provision_link(law, wording.article(article), article, desk.root)


def _ranges(law: Law, ranges: tuple[PenaltyRange, ...], desk: Desk) -> list[Section]:
    own = desk.site.laws.get(law.ref)
    rows = tuple(
        Row((
            provision_link(own, wording.provision(allowed.article, allowed.paragraph), allowed.article, desk.root),
            Text(allowed.subject),
            wording.BLANK if allowed.gravity is None else Text(allowed.gravity, nowrap=True),
            _fine(allowed),
            _whether(allowed.warning, "应当", "不警告"),
            _whether(allowed.notice, "可以", "不通报"),
            Items(tuple(reference(code, desk.site, desk.root, desk.day) for code in allowed.conduct), inline=False),
        ))
        for allowed in ranges if _stands_here(law, allowed.article, desk)
    )
    return [Section("ranges", "罚则", table=Table("各条罚则的幅度", _RANGES, rows))] if rows else []


def _stands_here(law: Law, article: str, desk: Desk) -> bool:
    """Whether the page tells the article. The first one takes those that are not registered."""
    known = desk.site.laws.get(law.ref)
    page = known.articles.get(article, 1) if known is not None else 1
    return page == 1 + desk.span[0] // ARTICLES_ON_A_PAGE


def _fine(allowed: PenaltyRange) -> Value:
    """不罚款; 100,000 元以下; 100,000 元以上 500,000 元以下."""
    if allowed.cap is None:
        return Text("不罚款", nowrap=True) if not allowed.floor else Phrase((_amount(allowed.floor), Text("以上")))
    cap = Phrase((_amount(allowed.cap), Text("以下")))
    return Phrase((_amount(allowed.floor), Text("以上，"), cap)) if allowed.floor else cap


def _amount(value: Decimal) -> Text:
    return wording.money(value)


def _whether(said: bool | None, yes: str, no: str) -> Value:
    return wording.BLANK if said is None else Text(yes if said else no, nowrap=True)


#: A law in force has no day on which it ended.
SILENT = frozenset({"repealed_on"})
FIELDS = {"articles": _articles, "renumbered": _renumbered, "ranges": _ranges}
