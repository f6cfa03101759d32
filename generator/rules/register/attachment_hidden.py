"""附件里藏着看不见的内容

问题：附件里有打开时看不到、别人却能取出来的内容：PDF 里盖在黑框下的文字、保留的旧版本、嵌入的文件、脚本；Word 里的批注、修订痕迹、
隐藏文字；Excel 里隐藏的工作表、行、列、批注、数据缓存；文件属性里的个人姓名；图片里的拍摄地点。

为什么：涂黑、隐藏都没有删去内容，下载的人复制粘贴就能看到。公开的只能是审查过的内容（《政府信息公开条例》第十七条），个人信息不得
超出必要的范围公开（《个人信息保护法》第三十四条）。

错误示例：在 PDF 里画一个黑框盖住姓名；把“身份证号”一列隐藏以后上传 Excel；带着“接受修订”之前的痕迹上传 Word。

正确示例：在原文件里删去要隐去的内容，再导出；文件属性清空。

怎么改：Word、Excel：文件 → 信息 → 检查问题 → 检查文档，把批注、修订、隐藏内容、文档属性全部删除，再保存（WPS：文件 → 文档加密
→ 属性；审阅 → 接受全部修订、删除全部批注）。PDF：在原文件里删去内容以后重新导出；没有原文件的，打印出来遮盖后重新扫描。照片：
另存时去掉位置信息，或者截图。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.register import Register
from generator.rules.attachments import Wording, plainly, worded_faults
from generator.rules.registry import Problem, rule

_EXPORT = "在原文件里删去这些内容，再重新导出 PDF；没有原文件的，打印出来遮盖以后重新扫描"

_WORDINGS: dict[str, Wording] = {
    "hidden-covered": plainly("{place}有 {count} 个字被框或者图片盖住，复制粘贴就能看到", _EXPORT),
    "hidden-unseen": plainly("{place}有 {count} 个看不见的字（与底色相同、设为不显示或者在页面之外）", _EXPORT),
    "hidden-old-text": plainly(
        "文件里保留着修改以前的旧版本，有 {count} 行文字现在的版本里已经没有", "不要“保存”，用“另存为”或者重新导出，旧版本才会去掉",
    ),
    "hidden-embedded": plainly("附件里嵌着别的文件（{place}）", "把嵌入的文件或者图表删去（图表改为图片）；要公开的，单独作为附件"),
    "hidden-script": plainly("附件里有会自动运行的内容（{place}）", "重新导出为不带脚本、控件和动态表单的文件"),
    "hidden-author": plainly("{place}像是个人的姓名", "清空文件属性里的姓名，或者改为单位名称，再保存"),
    "hidden-comment": plainly("{place}有 {count} 条批注", "删去全部批注，再保存"),
    "hidden-tracked": plainly("{place}有 {count} 处修订痕迹", "接受或者拒绝全部修订，再保存"),
    "hidden-text": plainly("{place}有 {count} 处设为“隐藏”的文字", "用“检查文档”删去，再保存"),
    "hidden-sheet": plainly("{place}是隐藏的", "取消隐藏看一看；不该公开的，删去整个工作表（不是隐藏），再保存"),
    "hidden-row": plainly("{place}有隐藏或者筛选掉的行：{which}", "取消隐藏和筛选；不该公开的行删去，再保存"),
    "hidden-column": plainly("{place}有隐藏的列：{which}", "取消隐藏；不该公开的列删去，再保存"),
    "hidden-cache": plainly(
        "附件里存着表格以外的数据（{place}）", "把需要的内容复制、“选择性粘贴”为数值到新的工作簿，再保存",
    ),
    "hidden-position": plainly("{place}里记着拍摄地点", "去掉照片的位置信息（属性 → 详细信息 → 删除属性），或者截图后使用"),
}


@rule(
    severity=Severity.ERROR, since="0.3", codes=_WORDINGS,
    basis="《政府信息公开条例》第十七条：公开政府信息前应当依法审查；《个人信息保护法》第三十四条",
    clauses=("二（一）",),
)
def check(register: Register) -> Iterator[Problem]:
    """What lies unseen in attachments."""
    return worded_faults(register, _WORDINGS)
