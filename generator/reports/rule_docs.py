"""The help pages of the rules, for ``disclosure explain`` and ``docs/rules.md``. Made from the rules' own docstrings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len

from generator.rules.registry import Rule, Scope, all_rules, rules_of

_SCOPES = {
    Scope.RECORD: "单个文件",
    Scope.REGISTER: "全部文件之间",
    Scope.CHANGE: "与已公开的内容相比",
    Scope.SITE: "生成的网站",
    Scope.WAIVER: "豁免和遗漏",
}
_HEAD = """\
# 检查规则

本页由程序按 `generator/rules/` 中各条规则的说明生成，请不要手工修改；改了规则以后运行 `make docs`。

在命令行查看一条规则：`disclosure explain 规则名`。有“错误”就不生成网站；“警告”和“提示”不影响生成。

| 规则 | 级别 | 检查什么 |
| --- | --- | --- |
"""
#: A line break inside a Chinese sentence; Markdown would print it as a blank.
_SOFT_BREAK = re.compile(r"(?<=[^\x00-\x7f])\n(?=[^\x00-\x7f\s])")


def rule_page(rule: Rule) -> str:
    """One rule as ``explain`` prints it."""
    facts = "\n".join(f"{label}：{text}" for label, text in _facts(rule))
    return f"{rule.id}  {rule.title}\n\n{facts}\n\n{_body(rule)}\n"


def rule_list() -> str:
    """All rules with their titles, scope by scope."""
    width = max(cell_len(rule.id) for rule in all_rules())
    return "\n".join(_listed(scope, width) for scope in Scope)


def rules_page() -> str:
    """``docs/rules.md``."""
    index = "".join(f"| [{rule.id}](#{rule.id}) | {rule.severity.label} | {rule.title} |\n" for rule in all_rules())
    return "\n".join([_HEAD + index, *_sections()])


def _listed(scope: Scope, width: int) -> str:
    lines = (f"  {rule.id:<{width}}  {rule.severity.label}  {rule.title}\n" for rule in rules_of(scope))
    return f"{_SCOPES[scope]}：\n{''.join(lines)}"


def _sections() -> Iterator[str]:
    for rule in all_rules():
        facts = "\n".join(f"- {label}：{text}" for label, text in _facts(rule))
        yield f"## {rule.id}\n\n**{rule.title}**\n\n{facts}\n\n{_SOFT_BREAK.sub('', _body(rule))}\n"


def _facts(rule: Rule) -> tuple[tuple[str, str], ...]:
    return (
        ("级别", rule.severity.label),
        ("范围", _SCOPES[rule.scope]),
        ("依据", rule.basis),
        ("始于", f"{rule.since} 版"),
    )


def _body(rule: Rule) -> str:
    """The docstring below its first line."""
    return rule.doc.strip().partition("\n")[2].strip()
