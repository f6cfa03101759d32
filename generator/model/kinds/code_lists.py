"""代码表：违法行为等代码的名称、依据和施行期间。"""

from __future__ import annotations

from generator.model.declaration import Group, field
from generator.model.record import Kind, Lifecycle, Policy
from generator.model.scalars import Day, Text


class Code(Group):
    """One code; its number is never reused."""

    number: Text = field("编号", "代码", required=True, example="S44-2")
    name: Text = field("名称", "代码的含义", required=True, example="提供不真实或者不完整的统计资料")
    basis: Text = field("依据", "出处：法律条款或文件", required=True, example="统计法（2024）第四十四条第一款第二项")
    in_force: Day | None = field("施行日期", "从哪一天起使用")
    until: Day | None = field("失效日期", "最后使用的一天")


class CodeList(Policy):
    """One list of codes in ``reference/codes-….yaml``."""

    KIND = Kind(
        folder="reference",
        title="代码表",
        summary="记录中使用的代码。",
        lifecycle=Lifecycle.POLICY,
        stage=None,
        order=900,
        stems=r"codes-[a-z0-9-]+",
    )

    name: Text = field("名称", "代码表名称", required=True, example="统计违法行为代码")
    basis: Text = field("依据", "代码表的出处", required=True)
    rows: tuple[Code, ...] = field("条目", "每个代码一行", many=True, required=True)
