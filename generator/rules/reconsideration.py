"""Reads who takes applications for administrative reconsideration, and says whether it is the body's own government."""

from __future__ import annotations

import re
from datetime import date

from generator.model.kinds.bodies import EnforcementBody, Remedy
from generator.model.register import Register
from generator.rules.scopes import scope_on

_OFFICE = "统计局"
_TOLD = re.compile(r"向([^，。；：\n]{2,40}?)(?:申请|提出|提起)行政复议")


def outdated(register: Register, body: EnforcementBody, remedy: Remedy, day: date) -> str:
    """Why a remedy names the wrong authority for reconsideration on ``day``; "" if it does not, or names none."""
    scope = scope_on(register, "复议机关", day)
    if scope is None or remedy.path != "行政复议" or remedy.authority is None or _is_vertical(register, body, day):
        return ""
    right = own_government(body)
    if right:
        return "" if remedy.authority in (right, "本级人民政府") else f"复议机关应当是{right}，不是“{remedy.authority}”"
    if _OFFICE in remedy.authority or not remedy.authority.endswith(scope.bodies):
        return f"复议机关应当是本级人民政府，不是“{remedy.authority}”"
    return ""


def own_government(body: EnforcementBody) -> str:
    """The government of a bureau's own level, by the bureau's name: 示例县统计局 → 示例县人民政府; "" if it cannot be told."""
    region = body.name.removesuffix(_OFFICE)
    return f"{region}人民政府" if region != body.name else ""


def told_in(text: str) -> tuple[str, ...]:
    """The authorities that a text names: 向示例县人民政府申请行政复议."""
    return tuple(found[1] for found in _TOLD.finditer(text))


def is_bureau(authority: str) -> bool:
    """Whether an authority named in a text is, or may also be, a bureau rather than a government."""
    return _OFFICE in authority


def _is_vertical(register: Register, body: EnforcementBody, day: date) -> bool:
    """Survey teams answer to the bureau above them (行政复议法 第二十七条)."""
    team = scope_on(register, "国家调查队", day)
    return team is not None and any(word in body.name for word in team.bodies)
