"""``disclosure explain``: the help page of a rule, or the list of all rules. The texts are the rules' own docstrings."""

from __future__ import annotations

from difflib import get_close_matches

import click

from generator.cli.mistakes import meant
from generator.cli.output import say
from generator.cli.program import declare
from generator.reports.rule_docs import rule_list, rule_page
from generator.rules.registry import all_rules
from generator.writing.stage import Refusal

_HELP = "说明一条检查规则：查什么、依据什么、怎么改。\n\n规则名写在检查结果的方括号里，如 错误[field-format]。不写规则名，就列出全部规则。"
_EXAMPLES = """\
  disclosure explain                列出全部规则
  disclosure explain field-format   说明一条规则
"""


@declare("explain", _HELP, _EXAMPLES)
@click.argument("name", metavar="[规则名]", required=False)
def command(name: str | None) -> int:
    """Print one page, or the list."""
    if name is None:
        say(rule_list().rstrip("\n"))
        return 0
    rules = {rule.id: rule for rule in all_rules()}
    if name not in rules:
        near = meant(get_close_matches(name, rules))
        raise Refusal(f"没有叫“{name}”的规则", near or "运行 disclosure explain 查看全部规则")
    say(rule_page(rules[name]).rstrip("\n"))
    return 0
