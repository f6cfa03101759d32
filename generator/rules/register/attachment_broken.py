"""附件读不出来

问题：附件打不开、加了密码、解开以后大得不合常理，或者里面是图片没有文字，系统因而检查不了。

为什么：不能检查的内容不能公开（《政府信息公开条例》第十七条）。损坏的文件公众也打不开；加了密码的文件等于没有公开；解开以后无限膨胀
的文件会让打开它的电脑死机。扫描件和照片没有文字，系统查不到里面的个人信息，只提示由人核对。

错误示例：只传了一半的 PDF；带打开密码或者禁止复制的 PDF；打开要密码的 Excel。

正确示例：能正常打开、能选中文字的 PDF；由 Word 直接导出的 PDF 最好。

怎么改：用原来的软件打开看一看，重新导出或者另存；去掉密码和限制。扫描件请逐页核对：身份证号、电话、住址、银行账号要在扫描以前遮盖。
有文字版的，改用文字版。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Fault, Severity
from generator.model.register import Register
from generator.rules.attachments import Wording, first_few, plainly, worded_faults
from generator.rules.registry import Problem, rule

_AGAIN = "用原来的软件打开，重新导出或者另存，替换这个附件"


def _textless(fault: Fault) -> tuple[str, str]:
    pages = fault.context.get("pages", ())
    where = f"第 {first_few(pages)} 页是" if pages else "附件是"
    return f"{where}图片，没有文字，系统查不到里面的个人信息", "请人工核对身份证号、电话、住址、账号等是否已经遮盖；有文字版的改用文字版"


_WORDINGS: dict[str, Wording] = {
    "attachment-encrypted": plainly("附件加了密码或者限制，内容检查不了", "去掉打开密码和复制、打印的限制，重新保存"),
    "attachment-damaged": plainly("附件已经损坏，或者只有一部分，内容读不出来", _AGAIN),
    "attachment-bomb": plainly("附件解开以后大得不合常理，没有读取", "用原来的软件打开，删去多余的图片、页面或者空白的行列，重新导出"),
    "attachment-entity": plainly("附件内部有不该有的定义（DOCTYPE），可能会无限膨胀，没有读取", _AGAIN),
    "attachment-oversize": plainly("附件太大，没有读取", "降低扫描的分辨率，或者分成几个文件"),
    "attachment-textless": _textless,
}


@rule(
    severity=Severity.ERROR, since="0.3", codes=_WORDINGS,
    basis="《政府信息公开条例》第十七条：公开政府信息前应当依法审查",
)
def check(register: Register) -> Iterator[Problem]:
    """What could not be read of attachments."""
    return worded_faults(register, _WORDINGS, {"attachment-textless": Severity.NOTICE})
