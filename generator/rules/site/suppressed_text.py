"""网站上出现了不应公开的内容

问题：已经撤下、公示期满、尚未公开或者不予公开的记录，它的当事人、事实、正文、金额或者附件，还留在某个生成的文件里；或者审查人、批准人等
内部内容进了网站；或者撤下、期满的页面还列在网站地图里，没有请搜索引擎不再收录，还列在按当事人、违法行为、条文、执法人员分类的页面上。
提示只说在哪个文件、是哪条记录的哪个字段，不重复内容本身。

为什么：行政处罚决定被依法变更、撤销、确认违法或者确认无效的，应当撤回公示信息（行政处罚法第四十八条第二款）；目的已实现、期限已届满的
个人信息应当删除（个人信息保护法第四十七条）。撤下不完整，等于没有撤下。

错误示例：

    撤下说明里写“因撤销对示例化工有限公司的处罚”：公司的名称又公开了一次

正确示例：

    撤下说明里写“因处罚决定被复议机关撤销”

怎么改：撤下说明、页面或者别的记录里写了它的，改那里的文字；不是自己写的，是模板或者程序漏了，请把提示交给维护人员。上一次的网站没有改动。

只因为日子（公示期满，清单的新版还没有生效，或者还没有到公开日期）而不公开的内容，页面或者更正、撤下的说明里写了它的，只是警告：照样改那里的文字，
但不影响发布。尚未公开的决定涉及谁（当事人等个人信息），谁也不能提前说，仍然是错误。

紧急撤下、隐去时（takedown、publish --acts-only），这次撤下的记录在别处还留有内容的，也是警告：先撤下，再马上改别处。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.site import INDEXED, SORTED, FinishedSite, Trace
from generator.rules.registry import Problem, rule

_BASIS = "行政处罚法第四十八条第二款；个人信息保护法第四十七条"
_MEND = "别的记录、说明或者页面里写了它的，改那里的文字；不是自己写的，请把本行交给维护人员；上一次的网站没有改动"
_LAPSED = "页面或者说明里写了它的，改那里的文字；这一条只因日期而起，不影响发布"
_RELIEF = "这次是紧急撤下或者隐去，不因此耽误；别处还写着它的，马上改那里的文字，再发布一次"
_PROGRAM = "这是模板或者程序的问题，请把本行交给维护人员；上一次的网站没有改动"
_PACKED = "请把这个文件换成可以打开的，或者交给维护人员；打不开的文件没有办法核对"


@rule(severity=Severity.ERROR, since="0.1", basis=_BASIS)
def check(site: FinishedSite) -> Iterator[Problem]:
    """Every trace, once for each file, record and field. The value is never told."""
    for trace in sorted(set(site.traces)):
        # The live release shows it in full: to keep the withdrawal back for what is left elsewhere would hide nothing (DESIGN §2.6).
        is_relief = (trace.record in site.relieved and not trace.internal) or trace.path in site.live
        severity = Severity.WARNING if trace.lapsed or is_relief else Severity.ERROR
        yield Problem(_message(trace), _RELIEF if is_relief else _hint(trace), path=trace.path, severity=severity, quote=False)


def _hint(trace: Trace) -> str:
    if trace.lapsed:
        return _LAPSED
    if not trace.record:
        return _PACKED
    return _PROGRAM if trace.field in (INDEXED, SORTED) else _MEND


def _message(trace: Trace) -> str:
    if trace.field == INDEXED:
        return f"搜索引擎还会收录 {trace.record}：它已经撤下或者期满"
    if trace.field == SORTED:
        return f"分类页面或者别的记录的页面还指向 {trace.record}：它已经撤下或者期满，这样会让人知道它的内容"
    if not trace.record:
        return "文件打不开，不能核对里面有没有不应公开的内容"
    if trace.internal:
        return f"出现了 {trace.record} 的内部内容“{trace.field}”"
    return f"出现了 {trace.record} 不应公开的内容“{trace.field}”"
