"""大批改动登记：一次提交改动的记录很多时，由谁批准、为什么，写在这里，提交才能通过。"""

from __future__ import annotations

from generator.model.declaration import Group, Privacy, field
from generator.model.record import Kind, Lifecycle, Policy
from generator.model.scalars import Day, Text, Whole


class BulkChange(Group):
    """One acknowledged proposal."""

    number: Text = field("编号", "登记的编号，不再次使用", required=True, example="2026-001")
    day: Day = field("日期", "登记的日期", required=True, example="2026-09-01")
    records: Whole = field("记录数", "这次提交改动、撤下的已公开记录有几条", required=True, example="35")
    reason: Text = field("理由", "为什么要一次改动这么多", required=True, example="统一信用代码录入规则调整，逐条核对后更正")
    approver: Text = field("批准人", "批准人（不公开）", required=True, example="局长", privacy=Privacy.INTERNAL)


class BulkChangeList(Policy):
    """The register of large proposals, ``reference/bulk-changes.yaml``."""

    KIND = Kind(
        folder="reference",
        title="大批改动登记",
        summary="一次提交最多可以改动、撤下几条已经公开的记录；超过的逐次登记。",
        lifecycle=Lifecycle.POLICY,
        stage=None,
        order=998,
        stems="bulk-changes",
    )

    limit: Whole = field("上限", "一次提交最多可以改动、撤下几条已经公开的记录，不用登记", required=True, example="20")
    rows: tuple[BulkChange, ...] = field("条目", "每次超过上限的提交一行", many=True)
