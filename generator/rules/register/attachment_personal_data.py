"""附件里有个人信息

问题：附件的文字里有居民身份证号码、手机或者固定电话、银行卡号、护照或者通行证号码、车牌号码、电子邮箱、家庭住址等。看不见的地方也查：
隐藏的工作表和行列、批注、修订痕迹、文件属性、盖住的文字、保留的旧版本。

为什么：和正文一样，个人隐私不得公开（《个人信息保护法》第三十四条；《政府信息公开条例》第十五条；《行政处罚法》第五十条）。以往的
泄露大多出在附件：正文看过了，附件没有人逐页逐格看。

错误示例：把带“身份证号”“联系电话”两列的台账直接作为附件。

正确示例：另存一份只含应当公开的列的表格，作为附件。

怎么改：在原文件里删去（不是遮住、不是隐藏、不是涂黑），另存为新文件，替换附件。扫描件要重新遮盖以后再扫描，或者先变成图片再导出。
提示里写明第几页、哪个工作表的哪一格，不显示号码。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.draft import AttachmentFile
from generator.model.register import Register
from generator.primitives.privacy import Hit, find
from generator.rules.privacy import (
    LAW,
    allowed,
    holder,
    is_about_person,
    is_suspect,
    named_places,
    own,
    places_of,
)
from generator.rules.registry import Problem, rule

_MEND = "在原文件里删去（不是遮住、隐藏或者涂黑），另存为新文件，替换这个附件；已经公开过的，还要登记隐私处理（redactions）"


@rule(severity=Severity.ERROR, since="0.3", basis=LAW, clauses=("二（一）",))
def check(register: Register) -> Iterator[Problem]:
    """The texts of every attachment, hidden ones too."""
    for file in register.attachments:
        if file.content is None:
            continue
        record = holder(register, file)
        if is_about_person(record) or is_suspect(file.content.fragments):
            yield from _in_file(register, file)


def _in_file(register: Register, file: AttachmentFile) -> Iterator[Problem]:
    assert file.content is not None
    record = holder(register, file)
    known, about_person = allowed(register) | own(record), is_about_person(record)

    def search(text: str) -> tuple[Hit, ...]:
        return find(text, known, resident=about_person)

    for sort, places in places_of(file.content.fragments, search).items():
        message = f"{named_places(places)}有{sort.value}（{len(places)} 处）"
        yield Problem(message, _MEND, None, file.path, quote=False)
