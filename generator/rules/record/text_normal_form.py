"""文字里有看不见的字符、全角数字，或者忘了填写的空

问题：文件里有看不见却会改变内容的字符（改变文字方向的、零宽的、控制字符、特殊的换行），或者该写半角数字的地方写了
全角数字，或者留着“XXX”“待填”之类的占位文字。

为什么：看不见的字符能让显示的内容和实际的内容不一样，也会使检索不到；占位文字说明这份文书还没有写完
（《政府信息公开条例》第六条：公开的信息应当准确）。

错误示例：

    处罚内容: 警告，并处罚款XXX元
    决定日期: ２０２０-06-01

正确示例：

    处罚内容: 警告，并处罚款5000元
    决定日期: 2020-06-01

怎么改：从网页、Word、聊天窗口复制来的文字最容易带看不见的字符，把那几个字删掉，用键盘重新输入。全角数字改成半角。
占位文字换成实际内容；依法不公开的，写“【依法隐去】”。
"""

from __future__ import annotations

from generator.finding import Fault, Severity, path_text
from generator.model.draft import Draft
from generator.rules.basis import ACCURACY
from generator.rules.registry import Wording, fault_rule

_RETYPE = "删掉标出位置前后的几个字，用键盘重新输入"
_UNSEEN = {
    "char-bidi": ("改变文字方向的控制字符", _RETYPE),
    "char-zero-width": ("不显示的零宽字符", _RETYPE),
    "char-line-separator": ("特殊的换行字符", "删掉它，需要换行的地方按回车键"),
    "char-control": ("控制字符", _RETYPE),
    "char-private": ("自造字或者已经损坏的字，别人的电脑上显示不出来", "换成规范汉字；生僻字请用输入法重新输入"),
}


def _unseen(fault: Fault, _draft: Draft) -> tuple[str, str]:
    name, hint = _UNSEEN[fault.code]
    return f"这里有{name}（{fault.context['char']}）", hint


def _placeholder(fault: Fault, _draft: Draft) -> tuple[str, str]:
    return f"“{fault.context['text']}”是占位文字，还没有填写", "换成实际内容；依法不公开的，写“【依法隐去】”"


def _full_width(fault: Fault, _draft: Draft) -> tuple[str, str]:
    mended = fault.context["mended"]
    assert isinstance(fault.where, tuple)
    return f"“{path_text(fault.where)}”里的数字或字母是全角的", f"改成半角：{mended}" if mended else "关闭输入法的全角状态，重新输入"


_WORDINGS: dict[str, Wording] = {
    **dict.fromkeys(_UNSEEN, _unseen), "placeholder": _placeholder, "digits-full-width": _full_width,
}

check = fault_rule(severity=Severity.ERROR, since="0.1", basis=ACCURACY, wordings=_WORDINGS)
