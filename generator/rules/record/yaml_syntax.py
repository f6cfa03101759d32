"""项目的写法不合格式，读不下去

问题：各项内容要按 YAML 的写法：一行一个“键: 值”，冒号是半角的，后面空一格；下一层用空格缩进。写法不对，这个文件就
读不出来。

为什么：写法不对时，同一行字可以有几种读法。宁可停下来问清楚，也不猜。

错误示例：

    文号：示统罚决字〔2020〕1号
    处罚机关:bodies/shili-tjj
    处罚内容: 警告: 并处罚款5000元

正确示例：

    文号: 示统罚决字〔2020〕1号
    处罚机关: bodies/shili-tjj
    处罚内容: "警告: 并处罚款5000元"

怎么改：按提示的行、列找到地方。常见的有：冒号打成了全角“：”；冒号后面没有空格；用 Tab 键缩进；引号、括号没有成对；
值里有半角冒号却没有加引号。
"""

from __future__ import annotations

from generator.finding import Fault, Severity
from generator.model.draft import Draft
from generator.rules.basis import SPECIFICATION
from generator.rules.registry import fault_rule


def _syntax(fault: Fault, _draft: Draft) -> tuple[str, str]:
    return (
        f"读不下去：{fault.context['problem']}",
        "按提示改这一行；改好以后再检查一次，后面的内容才能读到",
    )


def _tab(_fault: Fault, _draft: Draft) -> tuple[str, str]:
    return "缩进用了 Tab 键", "把 Tab 换成空格，每一层空两格"


def _colon(fault: Fault, _draft: Draft) -> tuple[str, str]:
    key = fault.context["key"]
    return f"“{key}”后面的冒号是全角的", f"改成半角冒号加一个空格：{key}: …"


def _not_mapping(fault: Fault, _draft: Draft) -> tuple[str, str]:
    shape = fault.context["shape"]
    what = "里面没有内容" if shape == "空" else f"读到的是{shape}"
    return f"这里应当是一行一个“键: 值”，{what}", "按“键: 值”的写法逐行填写，如 文号: 示统罚决字〔2020〕1号"


def _depth(fault: Fault, _draft: Draft) -> tuple[str, str]:
    return (
        f"一层套一层，超过了 {fault.context['limit']} 层，后面的内容没有读取",
        "记录一般只有三四层：检查多余的括号、连字符和缩进",
    )


check = fault_rule(
    severity=Severity.ERROR,
    since="0.1",
    basis=SPECIFICATION,
    wordings={
        "yaml-syntax": _syntax, "yaml-tab": _tab, "yaml-fullwidth-colon": _colon,
        "yaml-not-mapping": _not_mapping, "yaml-depth": _depth,
    },
)
