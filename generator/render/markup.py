"""From Markdown to clean HTML: the text of records by comrak, and the last sanitising of every text whoever rendered it.

The dialect: paragraphs, headings, lists, quotations, emphasis, code, tables, rules, links. Raw HTML and images do not pass. Faults in
a text are for the rules to find; here only what is safe comes out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from html import escape, unescape
from itertools import count

import comrak
import nh3
from markupsafe import Markup

#: Turns a relative link into the address that a page uses, or None if it leads nowhere.
Resolve = Callable[[str], str | None]

_TAGS = {
    *("a", "blockquote", "br", "code", "dd", "del", "dl", "dt", "em", "hr", "li", "ol", "p", "pre", "s", "strong", "sub", "sup", "ul"),
    *("h1", "h2", "h3", "h4", "h5", "h6"),
    *("table", "tbody", "td", "tfoot", "th", "thead", "tr"),
}
#: HTML in which the cleaner has nothing to do: tags that it lets through, none with an attribute, and text that it writes as it stands.
_CLEAN = re.compile(
    r"(?:[^<&\r\0\xa0\ufeff]++|</?(?:p|h[1-6]|strong|em|ul|ol|li|blockquote|table|thead|tbody|tr|th|td)>|&(?:amp|lt|gt);)*+\Z"
)
_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes={"a": {"href"}, "ol": {"start"}, "th": {"align"}, "td": {"align"}},
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
)
_OUTSIDE = ("https://", "http://", "mailto:")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")

_EXTENSIONS = comrak.ExtensionOptions()
_EXTENSIONS.cjk_friendly_emphasis = True
_EXTENSIONS.table = True
_PARSE = comrak.ParseOptions()
_RENDER = comrak.RenderOptions()
_RENDER.unsafe_ = False

_WIDE = "\u2018-\u201f\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
_SOFT_BREAK = re.compile(rf"\n(?<=[{_WIDE}]\n)(?=[{_WIDE}])")
#: The cleaner writes tags in one way only, so that these patterns see every one of them and nothing of the text. An address may hold
#: the sign that ends a tag.
_TAG = re.compile(r'<[^<>"]*+(?:"[^"]*"[^<>"]*+)*+>')
_MARKED = re.compile(r'<(?:(/?)h([1-6])|(/?)table|t(?:(h)|d(?= ))(?: align="(\w+)")?|a href="([^"]*)")>')
_DAY = r"(?:\d{4}年\d{1,2}月\d{1,2}日|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)"
_SIGNATURE = re.compile(rf"(?:<p>([^<。；：]{{2,40}})</p>\n)?<p>((?:[^<。；：]{{2,40}}<br>\n?)?{_DAY})</p>\s*\Z")
_TABLE = '<div class="scroll" tabindex="0" role="group" aria-label="表格"><table>'
_TABLE_END = "</table></div>"
_NUMBER = re.compile(r"(</h2>\n)<p>([^<>\s。]{2,20}〔\d{4}〕第?\d+号)</p>")


def render_body(markdown: str, resolve: Resolve) -> Markup:
    """The HTML of a record's text, to stand below a page's own title.

    Headings go one level down; the document number under the title and the signature at the end are set apart.
    """
    html = _finish(_clean_body(markdown), 1, resolve)
    html = _NUMBER.sub(r'\1<p class="number">\2</p>', html, count=1)
    # It is the last paragraph, perhaps with the one before it.
    tail = max(html.rfind("<p>", 0, max(html.rfind("<p>"), 0)), 0)
    return Markup(html[:tail] + _SIGNATURE.sub(_sign, html[tail:]))  # noqa: S704 - sanitised above


def sanitise(html: str, resolve: Resolve | None = None) -> Markup:
    """Clean HTML that another engine made: only harmless tags and links; headings keep their level and get our ids."""
    return Markup(_finish(_joined(_CLEANER.clean(html)), 0, resolve or _keep))  # noqa: S704 - sanitised here


def words_of_body(markdown: str) -> str:
    """The words of a record's text as its reader sees them, line by line."""
    words = unescape(_TAG.sub("", _clean_body(markdown)))
    return "\n".join(line.strip() for line in words.splitlines() if line.strip())


@lru_cache(maxsize=256)
def _clean_body(markdown: str) -> str:
    """A record's page and its data are made in one task (write.py): both ask for this."""
    html = comrak.render_markdown(markdown, _EXTENSIONS, _PARSE, _RENDER)
    # The engine closes what it opens: most decisions are clean as it writes them, and the cleaner takes longer than all the rest of a text.
    return _joined(html if _CLEAN.match(html) else _CLEANER.clean(html))


def _joined(html: str) -> str:
    """Between Chinese characters a line break in the source is no blank; in code it is part of the text."""
    return html if "<pre>" in html else _SOFT_BREAK.sub("", html)


def _keep(href: str) -> str:
    return href


def safe_link(href: str, resolve: Resolve) -> str | None:
    """The address that a link may keep: the web, mail, a place on the page, or what ``resolve`` makes of a relative one."""
    if href.startswith(("#", *_OUTSIDE)):
        return href
    if not href or href.startswith(("/", "\\")) or _SCHEME.match(href):
        return None
    return resolve(href)


def _finish(html: str, down: int, resolve: Resolve) -> str:
    """Give headings of clean HTML levels and ids, cells scopes and alignment, tables room to scroll, links their address."""
    headings = count(1)

    def mark(match: re.Match[str]) -> str:
        closing, level, table_end, head, align, href = match.groups()
        if level is not None:
            tag = f"h{min(int(level) + down, 6)}"
            return f"</{tag}>" if closing else f'<{tag} id="s{next(headings)}">'
        if table_end is not None:
            return _TABLE_END if table_end else _TABLE
        if href is not None:
            kept = safe_link(unescape(href), resolve)
            return "<a>" if kept is None else f'<a href="{escape(kept)}">'
        cell = 'th scope="col"' if head else "td"
        return f'<{cell} class="{align}">' if align else f"<{cell}>"

    return _MARKED.sub(mark, html)


def _sign(match: re.Match[str]) -> str:
    authority, day = match.groups()
    above = f'<p class="signature">{authority}</p>\n' if authority else ""
    return f'{above}<p class="signature">{day}</p>\n'
