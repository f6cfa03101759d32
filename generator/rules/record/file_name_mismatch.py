"""文件的位置或者名字与内容对不上

问题：文件放错了文件夹，扩展名不对，名字不合规则，或者名字里的年份、序号、版次与文件里写的不一致。

为什么：网址由文件名得来，公开以后不能再变。名字与内容一致，才不会把两份决定混在一起。

错误示例：决定日期是 2020-06-01、文号是〔2020〕1号的决定，写成 content/penalties/2021/2021-002.md。

正确示例：

    content/penalties/2020/2020-001.md          决定：年份-三位序号
    content/penalties/2020/shili-2020-001.md    其他机关的决定，前面加文件前缀
    content/penalties/2020/2020-001-r2.md       同一文号的第二份记录
    content/rosters/shili-tjj/2.yaml            清单：文件夹是清单名，文件名是版次
    content/corrections/2020/2020-001.yaml      更正、撤下：年份-三位序号
    content/attachments/penalties/2020-001/     附件：类别/记录的文件名/

怎么改：没有公开过的，把文件改名或者移到提示的位置。已经公开的文件不要改名，先核对是不是文件里的日期、文号或者版次写错了。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.finding import Fault, Severity
from generator.model.declaration import Slot, slots
from generator.model.draft import Draft
from generator.model.record import Act, Document, Edition, Record
from generator.model.scalars import DecisionNumber
from generator.rules.basis import SPECIFICATION
from generator.rules.fields import key_of
from generator.rules.registry import Problem, Wording, rule, worded
from generator.rules.stems import parse_stem

_DECISION_NUMBER = DecisionNumber.__metadata__[0]
_LAST_NUMBER = re.compile(r"(\d+)号\Z")
_FORM = "年份-三位序号，如 2020-001（其他机关的记录加文件前缀，如 shili-2020-001；同一文号的另一份记录加 -r2）"
_LETTERS = "只用小写字母、数字和连字符，如 2020-001"


#: What systems and editors leave behind, hidden files apart, which are passed over.
_LEFT = re.compile(r"(?:/|\A)(?:Thumbs\.db|desktop\.ini|[^/]+\.(?:bak|tmp|orig|rej))\Z", re.IGNORECASE)
_FOREIGN = "这是系统或者编辑器留下的文件，不是记录"
_DELETE = "删除它；不想再提交的，写进 .gitignore"
#: The suffixes that a record may have been given by a slip.
_TEXTS = frozenset({"", ".md", ".yaml", ".yml", ".txt", ".markdown"})


def _unknown(fault: Fault, draft: Draft) -> tuple[str, str]:
    if _LEFT.search(draft.path):
        return _FOREIGN, _DELETE
    return "这个位置不放任何一类记录，文件没有读取", f"移到它所属的文件夹：{'、'.join(fault.context['folders'])}"


def _suffix(fault: Fault, draft: Draft) -> tuple[str, str]:
    if _LEFT.search(draft.path):
        return _FOREIGN, _DELETE
    expected, got = fault.context["expected"], fault.context["got"]
    message = f"这一类记录的扩展名是 {expected}，不是 {got}，文件没有读取"
    if got.lower() not in _TEXTS:
        return message, f"是记录的，写成 {expected} 的文字文件；是附件的，移到 attachments/类别/记录的文件名/"
    return message, f"把扩展名改成 {expected}"


def _stem(fault: Fault, _draft: Draft) -> tuple[str, str]:
    return f"“{fault.context['stem']}”不能作名字，文件没有读取", _LETTERS


def _edition(fault: Fault, _draft: Draft) -> tuple[str, str]:
    return f"文件名应当是版次，不是“{fault.context['stem']}”，文件没有读取", "第一版写 1，第二版写 2，如 2.yaml"


def _depth(fault: Fault, _draft: Draft) -> tuple[str, str]:
    return "文件夹的层数不对，文件没有读取", f"移到 {fault.context['expected']}"


def _attachment(_fault: Fault, _draft: Draft) -> tuple[str, str]:
    return "附件的位置不对，不会公开", "移到 attachments/类别/记录的文件名/，如 attachments/penalties/2020-001/decision.pdf"


def _page(_fault: Fault, _draft: Draft) -> tuple[str, str]:
    return "页面的位置或者名字不对，不会公开", f"页面直接放在 pages 文件夹，扩展名是 .md；名字{_LETTERS.replace('2020-001', 'about.md')}"


_WORDINGS: dict[str, Wording] = {
    "path-unknown": _unknown, "path-suffix": _suffix, "path-stem": _stem, "path-edition": _edition,
    "path-depth": _depth, "attachment-place": _attachment, "page-place": _page,
}


@rule(severity=Severity.ERROR, since="0.1", basis=SPECIFICATION, codes=_WORDINGS)
def check(draft: Draft) -> Iterator[Problem]:
    """Files in no right place, and names that contradict what the record says."""
    yield from worded(draft, _WORDINGS)
    record = draft.record
    if isinstance(record, Edition) and record.origin.stem != str(record.number):
        yield Problem(
            f"文件名是 {record.origin.stem}，而版次是 {record.number}", "文件名和版次改成一致", (key_of(record, "number"),)
        )
    elif isinstance(record, Document | Act):
        yield from _numbered(record)


def _numbered(record: Document | Act) -> Iterator[Problem]:
    stem = parse_stem(record.origin.stem)
    if stem is None or (isinstance(record, Act) and stem.prefix):
        form = "年份-三位序号，如 2020-001" if isinstance(record, Act) else _FORM
        yield Problem(f"文件名“{record.origin.stem}”不合规则", f"写成{form}")
        return
    year, key = record.own_day.year, _day_key(record)
    if stem.year != year:
        yield Problem(f"文件名里的年份是 {stem.year}，而“{key}”在 {year} 年", "核对日期；日期没有错的，改文件名", (key,))
    if record.origin.shelf is not None and record.origin.shelf != str(year):
        yield Problem(
            f"文件放在 {record.origin.shelf} 年的文件夹，而“{key}”在 {year} 年",
            f"核对日期；日期没有错的，移到 {record.origin.folder}/{year}/",
            (key,),
        )
    number, key = _document_number(record)
    if number and number != stem.number:
        yield Problem(f"文件名里的序号是 {stem.number}，而文号是 {number} 号", "核对文号；文号没有错的，改文件名", (key,))


def _day_key(record: Document | Act) -> str:
    """The key of the day that a record counts under: the decision's, else the publication's; an act's own."""
    names = ("day",) if isinstance(record, Act) else ("decided_on", "published_on")
    return next(key_of(record, name) for name in names if getattr(record, name, None) is not None)


def _document_number(record: Record) -> tuple[int, str]:
    """The running number in the 文号 and its key; 0 for a kind without one."""
    slot = _number_slot(type(record))
    value = getattr(record, slot.name) if slot is not None else None
    found = _LAST_NUMBER.search(value) if value else None
    return (int(found[1]), slot.key) if found and slot is not None else (0, "")


@cache
def _number_slot(kind: type[Record]) -> Slot | None:
    return next((slot for slot in slots(kind) if slot.scalar is _DECISION_NUMBER), None)
