"""How provisions are cited: 《统计法》（2024年修正）第四十四条第一款第（二）项, each linked to its article on the law's page.

What a law says is nowhere repeated; whether a citation is right is for the rules.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from generator.model.declaration import Privacy
from generator.model.kinds.laws import Law
from generator.model.parts import Citation
from generator.primitives.numerals import read_numeral
from generator.render import wording
from generator.render.addresses import address_of, to_page
from generator.render.inline import Items, Link, Phrase, Text, Value
from generator.render.leaves import leaf_address
from generator.render.site import ShownLaw, Site
from generator.render.views import Showing, shown

#: Longer provisions may break: they would not fit on a telephone.
_ONE_LINE = 12
#: 制定, 修订, 第二次修正; anything longer is an explanation.
_SHORT_REASON = 6
_AND = Text("、")
#: Article, paragraph, item.
Provision = tuple[str, int | None, int | None]
#: Stands for a law that has no page.
UNKNOWN_LAW = Text("（未登记的法律）")


def article_anchor(article: str) -> str:
    """The id of an article's place on its law's page: ``a44``, ``a12-1`` of 第十二条之一."""
    digits, _, rest = article.partition("之")
    return f"a{digits}-{read_numeral(rest) or 0}" if rest else f"a{digits}"


def law_title(law: ShownLaw, site: Site) -> str:
    """《统计法》; of several registered versions the one that is meant: 《统计法》（2024年修正）."""
    title = f"《{law.version.short_name}》"
    return f"{title}（{version_name(law.version, site)}）" if law.is_one_of_several else title


def version_name(law: Law, site: Site) -> str:
    """2024年修正; 2024年版 where what was done to the law may not be shown."""
    opened = shown(law, site.state(law), Showing.PAST).allows(Privacy.PUBLIC)
    short = opened and len(law.reason) <= _SHORT_REASON
    year, _, month = str(law.number).partition("-")
    return f"{year}年{f'{int(month)}月' if month else ''}{law.reason if short else '版'}"


def citations(cited: Iterable[Citation], site: Site, root: str) -> Value:
    """Provisions in the order in which they are cited; one law after another, each named once."""
    laws = tuple(
        of_one_law(site.laws.get(str(edition)), [(c.article, c.paragraph, c.item) for c in group], site, root)
        for edition, group in groupby(cited, key=lambda citation: citation.edition)
    )
    return laws[0] if len(laws) == 1 else Items(laws, inline=False)


def of_one_law(law: ShownLaw | None, provisions: Iterable[Provision], site: Site, root: str) -> Phrase:
    """《统计法》第八条、第三十九条: the law and some of its provisions."""
    words: list[Value] = [Text(law_title(law, site)) if law is not None else UNKNOWN_LAW]
    for number, (article, paragraph, item) in enumerate(provisions):
        words += [_AND] if number else []
        words.append(provision_link(law, wording.provision(article, paragraph, item), article, root))
    return Phrase(tuple(words))


def provision_link(law: ShownLaw | None, text: str, article: str, root: str) -> Link | Text:
    """A provision in words, linked to its article on the law's page, or to the page alone where that does not list the article."""
    short = len(text) <= _ONE_LINE
    if law is None:
        return Text(text, nowrap=short)
    anchor = article_anchor(article) if article in law.articles else ""
    address = leaf_address(address_of(law.version), law.articles.get(article, 1))
    return Link(text, to_page(root, address, anchor), nowrap=short)
