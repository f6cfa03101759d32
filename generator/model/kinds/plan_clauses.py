"""实施方案条款：本机关方案的每一条，由哪些公示内容落实；网站办不到的写明原因。"""

from __future__ import annotations

from generator.model.declaration import Group, field
from generator.model.record import Kind, Lifecycle, Policy
from generator.model.scalars import Text


class PlanClause(Group):
    """One clause of the plan: its number and our own short title."""

    number: Text = field("编号", "条款在方案中的序号", required=True, example="二（一）1（1）")
    title: Text = field("标题", "条款内容的简短概括（用自己的话）", required=True, example="公开主体、人员、职责等基本信息")
    pages: tuple[Text, ...] = field("页面", "落实本条的说明页：pages/ 中的文件名，不带扩展名", many=True, example="objections")
    off_site: Text | None = field("站外原因", "条款（或其一部分）为什么不能由网站落实", example="配备设备属于内部保障工作")


class PlanClauses(Policy):
    """The clauses of the bureau's plan, whole and in order."""

    KIND = Kind(
        folder="reference",
        title="实施方案条款",
        summary="本机关实施方案的条款。",
        lifecycle=Lifecycle.POLICY,
        stage=None,
        order=910,
        stems="plan-clauses",
    )

    name: Text = field("名称", "方案名称", required=True, example="三项制度实施方案")
    basis: Text = field("依据", "方案的出处", required=True, example="河津市统计局")
    rows: tuple[PlanClause, ...] = field("条目", "每条一行", many=True, required=True)
