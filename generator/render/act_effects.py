"""What each standing leaves to be seen in each place, as a table for the public: printed from the one table that decides it.

It words :data:`generator.render.views.SHOWS` and decides nothing.
"""

from __future__ import annotations

from generator.model.standing import Standing
from generator.render.inline import Text
from generator.render.view_types import Column, Row, Section, Table
from generator.render.views import SHOWS, Extent, Showing, extent_of

_PLACES = {
    Showing.PAGE: "原网址的页面",
    Showing.PAST: "历次版本",
    Showing.ROW: "列表",
    Showing.FILES: "附件",
    Showing.INDEX: "搜索引擎",
}
_STANDINGS = (Standing.CURRENT, Standing.CORRECTED, Standing.WITHDRAWN, Standing.EXPIRED)
_WORDS = {
    Extent.ALL: "全部公开内容",
    Extent.IMPERSONAL: "个人信息以外的内容",
    Extent.IDENTITY: "只有文号、机关、日期、撤下或者期满的说明",
    Extent.NOTHING: "没有",
}
#: Files are there or not; search engines are led to a page or not.
_PLAIN = {Showing.FILES: ("可以下载", "不提供"), Showing.INDEX: ("可以找到", "不再收录")}


def effects_section() -> Section:
    """The table, as a section of a page."""
    columns = (Column("状态"), *(Column(words) for words in _PLACES.values()))
    rows = tuple(Row((Text(standing.label), *(Text(_words(standing, place)) for place in _PLACES))) for standing in _STANDINGS)
    return Section("effects", "处理之后哪里还显示什么", table=Table("处理之后哪里还显示什么", columns, rows))


def _words(standing: Standing, place: Showing) -> str:
    extent = extent_of(SHOWS[standing][place])
    if place in _PLAIN:
        there, gone = _PLAIN[place]
        return gone if extent is Extent.NOTHING else there
    return _WORDS[extent]
