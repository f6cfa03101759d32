"""值的写法不合要求

问题：日期、金额、文号、统一社会信用代码等有固定的写法，这里的值不合；或者该写一组的地方写了一个值，该写一个值的地方
写了列表。

为什么：写法统一，期限才能计算，金额才能汇总，文号和代码才能核对（文号用六角括号见《党政机关公文格式》GB/T 9704；
信用代码见 GB 32100）。

错误示例：

    决定日期: 2020年6月1日
    罚款金额: 10,000.00
    文号: 示统罚决字[2020]1号

正确示例：

    决定日期: 2020-06-01
    罚款金额: 10000.00
    文号: 示统罚决字〔2020〕1号

怎么改：按提示的写法改。改的只是写法，值要与决定书原件一致。
"""

from __future__ import annotations

from collections.abc import Callable

from generator.finding import Fault, Severity, path_text
from generator.model.declaration import slots
from generator.model.draft import Draft
from generator.model.placement import Placement, place
from generator.rules.basis import SPECIFICATION
from generator.rules.fields import likely, slot_at
from generator.rules.registry import Wording, fault_rule

#: Code -> what is wrong (after the name of the field), and how to mend it.
_FIXED = {
    "day-impossible": ("写的这一天日历上没有", "核对原件上的日期"),
    "money-places": ("小数超过两位", "以元为单位，最多写到分，如 1234.50"),
    "number-form": ("不是一个数字", "只写数字，不带千分位、单位和汉字，如 5087 或 12.5"),
    "whole-form": ("不是整数", "写从 0 起的整数，不带前导零和单位，如 2"),
    "percentage-form": ("不是百分比", "写数字加半角百分号，如 87.3%"),
    "credit-code-check": ("的校验位不对，至少录错了一位", "对照营业执照或者登记证书逐位核对，不要凭记忆改"),
    "certificate-form": ("不像证件号码", "照证件上印的号码填写，只用字母、数字、汉字、括号和连字符，中间不留空格"),
    "web-address-form": ("不是完整的网址", "写以 https:// 或 http:// 开头的完整网址，中间不留空格"),
    "code-form": ("不是代码表中的编号", "只写编号，如 S44-2，不写名称"),
    "article-form": ("不是条的序数", "只写数字，如 41；“第十二条之一”写 12之一"),
    "law-version-form": ("不是法律版本", "写通过年份，如 2009；同一年有两个版本的写年-月，如 2018-10"),
    "digest-form": ("不是摘要值", "写 64 位小写十六进制数（0-9、a-f），照抽取程序给出的结果复制，中间不留空格"),
}


def _name(fault: Fault) -> str:
    assert isinstance(fault.where, tuple)
    return f"“{path_text(fault.where)}”"


def _fixed(fault: Fault, _draft: Draft) -> tuple[str, str]:
    message, hint = _FIXED[fault.code]
    return _name(fault) + message, hint


def _mendable(message: str, form: str) -> Wording:
    """For codes whose context may hold the right text."""

    def word(fault: Fault, _draft: Draft) -> tuple[str, str]:
        right = fault.context["right"]
        return _name(fault) + message, f"写成 {right}" if right else form

    return word


def _credit_code(fault: Fault, _draft: Draft) -> tuple[str, str]:
    length = fault.context["length"]
    what = f"应当是 18 位，这里有 {length} 位" if length != 18 else "里有不该有的字符（只用数字和大写字母，不用 I、O、S、V、Z）"
    return _name(fault) + what, "对照营业执照或者登记证书填写，中间不留空格"


def _reference(fault: Fault, _draft: Draft) -> tuple[str, str]:
    value, folders = fault.context["value"], fault.context["folders"]
    placed = place(value.removeprefix("content/"))
    if isinstance(placed, Placement):
        hint = f"写成 {placed.origin.id}"
    else:
        hint = f"写成“文件夹/文件名”，不带扩展名，如 {f'{folders[0]}/…' if folders else 'penalties/2020-001'}"
    return f"{_name(fault)}应当是完整的编号，不是“{value}”", hint


def _folder(fault: Fault, _draft: Draft) -> tuple[str, str]:
    value, folders = fault.context["value"], fault.context["folders"]
    folder, _, stem = value.partition("/")
    meant = likely(folder, folders)
    hint = f"是不是 {meant}/{stem}？" if meant else f"写 {'、'.join(f'{name}/…' for name in folders)}"
    return f"{_name(fault)}不能指向 {folder} 文件夹里的记录", hint


def _value_shape(fault: Fault, draft: Draft) -> tuple[str, str]:
    assert isinstance(fault.where, tuple)
    slot = slot_at(draft.kind, fault.where)
    form = slot.scalar.form if slot is not None and slot.scalar is not None else fault.context["expected"]
    return f"{_name(fault)}应当只写一个值，这里写成了{fault.context['got']}", f"写成一个值：{form}"


def _group_shape(fault: Fault, draft: Draft) -> tuple[str, str]:
    assert isinstance(fault.where, tuple)
    slot = slot_at(draft.kind, fault.where)
    keys = "、".join(inner.key for inner in slots(slot.group)) if slot is not None and slot.group is not None else ""
    return f"{_name(fault)}应当分项填写，不能只写一个值或者列表", f"另起一行，缩进两格，分别填写：{keys}"


def _list_shape(fault: Fault, draft: Draft) -> tuple[str, str]:
    assert isinstance(fault.where, tuple)
    slot = slot_at(draft.kind, fault.where)
    if slot is not None and slot.group is not None:
        return f"{_name(fault)}应当是列表", "每一项另起一行，以“- ”开头，只有一项也要写“- ”"
    example = (slot.declaration.example if slot is not None else "") or "…"
    return f"{_name(fault)}应当是列表", f"加上方括号，只有一项也要加，如 {fault.where[-1]}: [{example}]"


_WORDINGS: dict[str, Callable[[Fault, Draft], tuple[str, str]]] = {
    **dict.fromkeys(_FIXED, _fixed),
    "day-form": _mendable("的日期写法不对", "写成 YYYY-MM-DD，如 2020-06-01"),
    "money-form": _mendable("不是以元为单位的数字", "只写数字，不带千分位、单位和汉字，如 5000 或 1234.50"),
    "decision-number-form": _mendable("的写法不对", "写成 机关代字〔年份〕序号号，年份用六角括号，如 示统罚决字〔2020〕1号"),
    "credit-code-form": _credit_code,
    "reference-form": _reference,
    "reference-folder": _folder,
    "scalar-shape": _value_shape,
    "model_type": _group_shape,
    "tuple_type": _list_shape,
}

check = fault_rule(severity=Severity.ERROR, since="0.1", basis=SPECIFICATION, wordings=_WORDINGS)
