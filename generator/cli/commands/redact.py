"""``disclosure redact``: puts 【依法隐去】 in the place of what must not be public, in the record and in the acts that quote it.

What is taken away is printed nowhere and stands in no file afterwards; git still has it in what was committed before.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

import click

from generator.cli.acting import (
    Desk,
    approver_option,
    filled,
    new_act,
    on_desk,
    options_of,
    public_record,
    reason_option,
    sample_mark,
)
from generator.cli.mistakes import meant
from generator.cli.options import one_of
from generator.cli.program import declare
from generator.cli.proposing import Piece, Proposal, settle
from generator.finding import KeyPath, path_text
from generator.model.declaration import slot_by_key
from generator.model.kinds.redactions import RedactedPart, Redaction
from generator.model.parts import Attachment
from generator.model.passages import sections
from generator.model.paths import ABSENT, parse_path, place_at, texts
from generator.model.record import Record
from generator.model.scalars import MARKER
from generator.model.scrubbing import (
    TELLING,
    Hidden,
    headings_with,
    hide_under,
    holders,
    holds,
    quotes,
    told_before,
)
from generator.writing.acts import Said, act_text
from generator.writing.edits import with_body, with_values
from generator.writing.parts import Unwritable
from generator.writing.stage import Refusal

_HELP = (
    "依法隐去已经公开的内容里不应当公开的部分，写一份隐私处理说明。\n\n"
    f"字段的值、正文里的文字换成{MARKER}，更正等说明里引用的也换掉。隐去的内容不显示，不写进说明。\n"
    "正文里要隐去的就是那个字段的内容时，只写 --heading，不用写 --text。\n"
    "整条都不应当公开的，用 disclosure withdraw。写之前先检查：会带来新的错误，就什么也不写。\n\n"
    "注意：git 的旧提交里仍有原来的内容，请立即告诉技术人员。"
)
_EXAMPLES = """\
  disclosure redact penalties/2020-002 --field 当事人.地址 --heading 当事人 --sort 个人隐私 \\
      --reason 当事人的经营场所同时是家庭住址，依法隐去 --approver 局长
                                           隐去一个字段，和正文“当事人”标题下同样的文字
  disclosure redact penalties/2020-002 --heading 查明的事实 --text - --sort 个人信息 \\
      --reason 可能识别举报人 --approver 局长
                                           隐去正文里的话：另行输入，每行一处，不留在命令的历史里
"""
_SORTS = options_of(RedactedPart, "类别")
#: ``--heading`` for a text without headings, or for all of it.
_WHOLE = "全文"


@declare("redact", _HELP, _EXAMPLES)
@click.argument("ref", metavar="编号")
@on_desk
@click.option("--field", "fields", multiple=True, metavar="字段", help="要隐去的字段，如 当事人.地址；几个字段就写几次")
@click.option(
    "--heading", "headings", multiple=True, metavar="标题", help=f"正文里要隐去的文字在哪个标题下，可以写几次；正文没有标题的，写 {_WHOLE}"
)
@click.option("--text", "parts", multiple=True, metavar="文字", help="正文里要隐去的文字，可以写几次；写 - 就从键盘或者管道读，每行一处")
@click.option("--sort", required=True, type=one_of("类别", *_SORTS), metavar="类别", help=f"{'、'.join(_SORTS)}【必填】")
@reason_option
@approver_option
def command(
    desk: Desk, ref: str, fields: tuple[str, ...], headings: tuple[str, ...], parts: tuple[str, ...], sort: str, reason: str,
    approver: str,
) -> int:  # fmt: skip
    """Scrub and write the redaction; 1 if it would bring an error."""
    record = public_record(desk, ref, "隐私处理")
    if parts and not headings:
        raise Refusal("写了 --text，没有写在正文的哪个标题下", "加上 --heading")
    if not fields and not headings:
        raise Refusal("没有写隐去哪里", "用 --field 写字段，如 --field 当事人.地址；或者用 --heading 写正文里的标题")
    values = {parse_path(name): _value(record, name) for name in fields}
    hiding = _typed(parts) or tuple(dict.fromkeys(values.values()))
    if headings and not hiding:
        raise Refusal("没有写正文里要隐去什么文字", "用 --text 写明；不想留在命令的历史里的，写 --text -")
    body = record.body
    rows: list[tuple[Said, ...]] = [(("字段", name), ("类别", sort)) for name in fields]
    for heading in headings:
        body, row = _hidden_under(record, body, heading, hiding)
        rows.append((*row, ("类别", sort)))
    _must_not_remain(record, body, values.values())
    acts = desk.register.acts_on(ref)
    hidden = Hidden(frozenset(values), (*values.values(), *(hiding if headings else ())), bool(headings))
    hidden = Hidden(hidden.paths, (*hidden.parts, *told_before(acts, hidden.paths)), hidden.in_body)
    pieces = [_record_piece(desk, record, tuple(values), body, rows)]
    for act in acts:
        found = tuple(quotes(act, hidden))
        if found:
            pieces.append(_piece(desk, act, found, [f"{path_text(path)}：换成{MARKER}" for path, _ in found]))
    said = filled(("处理对象", ref), ("处理日期", desk.as_of), ("理由", reason), ("批准人", approver))
    path, act_id = new_act(desk, Redaction)
    pieces.append(Piece(path, act_text(Redaction, (*said, *sample_mark(record)), "处理事项", rows)))
    sight = f"隐去的地方显示{MARKER}，并写明隐去了哪里、为什么；原来的内容从网站的所有文件中消失"
    return settle(
        desk,
        Proposal(act_id, ref, tuple(pieces), (sight,), (desk.address(record),), hidden.parts, notes=tuple(_notes(desk, ref, hidden))),
    )


def _value(record: Record, name: str) -> str:
    """What the field says; a :class:`Refusal` where nothing can be redacted."""
    path = parse_path(name)
    _may_go(record, name, path)
    value = texts(record).get(path, ABSENT)
    if value == ABSENT:
        raise Refusal(f"{record.ref} 没有填“{name}”", "核对字段")
    if MARKER in value:
        raise Refusal(f"{record.ref} 的“{name}”已经隐去了", "不用再做")
    return value


def _may_go(record: Record, name: str, path: KeyPath) -> None:
    place = place_at(type(record), path)
    if place is None or not place.is_leaf:
        near = meant(get_close_matches(name, [path_text(known) for known in texts(record)]))
        raise Refusal(f"{record.ref} 没有“{name}”这个字段", near or "照记录里的键写到具体的一项，如 当事人.地址；表格的行从 1 数起")
    if place.slot is slot_by_key(Attachment, "文件"):
        raise Refusal("附件不能只隐去文件名", "先做一份隐去以后的附件，换个文件名换掉原来的；再照 docs/fields.md 写隐私处理说明")
    if not place.slot.may_hide:
        told = f"“{name}”不能隐去：它标识这条记录，或者是必须有的日期、种类等"
        raise Refusal(told, "整条都不应当公开的，用 disclosure withdraw --ground 误发")


def _typed(parts: Sequence[str]) -> tuple[str, ...]:
    lines = [line for part in parts for line in (_from_stdin() if part == "-" else (part,))]
    return tuple(dict.fromkeys(line.strip() for line in lines if line.strip()))


def _from_stdin() -> Sequence[str]:
    return sys.stdin.buffer.read().decode("utf-8", "replace").splitlines()


def _hidden_under(record: Record, body: str, heading: str, parts: tuple[str, ...]) -> tuple[str, tuple[Said, ...]]:
    """The body without ``parts`` under a heading, and what the redaction says of it."""
    title = None if heading == _WHOLE else heading
    known = [section.title for section in sections(body)]
    if title is not None and title not in known:
        listed = f"正文里有这些标题：{'、'.join(known)}" if known else f"正文没有标题，写 {_WHOLE}"
        raise Refusal(f"{record.ref} 的正文里没有“{heading}”这个标题", meant(get_close_matches(heading, known)) or listed)
    now, places = hide_under(body, title, parts)
    if not places:
        raise Refusal(f"{record.ref} 的正文“{heading}”下面没有要隐去的文字", "照正文一字不差地写；在别的标题下的，改 --heading")
    said: tuple[Said, ...] = (("正文", "是"), *((("标题", title),) if title is not None else ()), ("处数", str(places)))
    return now, said


def _must_not_remain(record: Record, body: str, values: Iterable[str]) -> None:
    """A value that goes from its field must not be left in the text."""
    left = [value for value in values if len(value) >= TELLING and holds(body, value)]
    if left:
        where = headings_with(body, left) or (_WHOLE,)
        options = " ".join(f"--heading {title}" for title in where)
        raise Refusal(f"{record.ref} 的正文里还有同样的内容", f"加上 {options}，一起隐去")


def _record_piece(desk: Desk, record: Record, paths: tuple[KeyPath, ...], body: str, rows: Sequence[Sequence[Said]]) -> Piece:
    told = [f"{path_text(path)}：换成{MARKER}" for path in paths]
    for row in rows:
        said = dict(row)
        if "正文" in said:
            told.append(f"正文“{said.get('标题', _WHOLE)}”下：{said['处数']} 处换成{MARKER}")
    return _piece(desk, record, tuple((path, MARKER) for path in paths), told, body)


def _piece(
    desk: Desk, record: Record, values: Sequence[tuple[KeyPath, str]], told: Sequence[str], body: str | None = None
) -> Piece:
    path = record.origin.path
    text = desk.text(path)
    try:
        now = with_values(text, type(record), values)
    except Unwritable:
        raise Refusal(f"{desk.content.label}/{path} 的写法不能安全改动", "先运行 disclosure fmt 整理这个文件，再运行") from None
    if body is not None and body != record.body:
        now = with_body(now, record.body, body)
    return Piece(path, desk.as_typed(path, now), text, is_new=False, told=tuple(told))


def _notes(desk: Desk, ref: str, hidden: Hidden) -> Iterator[str]:
    """Where else the same text is to be read, by name only."""
    others = Counter(holders((record for record in desk.register.records if record.ref != ref), hidden.parts))
    acts = {act.ref for act in desk.register.acts_on(ref)}
    named = [name for name in others if name not in acts]
    if named:
        more = f" 等 {len(named)} 条" if len(named) > _NAMED else ""
        yield f"同样的内容在 {'、'.join(named[:_NAMED])}{more} 里也有，要不要一起隐去，请核对"
    yield "git 的旧提交里仍有原来的内容，请告诉技术人员"


#: So many records are named; of more, their number is told.
_NAMED = 5
