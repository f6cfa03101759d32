"""隐私处理：公开内容中不应公开的部分依法隐去，只说明隐去了哪里、为什么，不再现原内容。"""

from __future__ import annotations

from generator.model.declaration import Group, Privacy, field
from generator.model.record import Act, AnyTarget, Effect, Kind, Lifecycle, Stage
from generator.model.scalars import Day, Text, Whole, YesNo, choice

RedactionSort = choice("隐去类别", "个人隐私", "个人信息", "商业秘密", "国家秘密", "工作秘密", "微观数据", "其他")


class RedactedPart(Group):
    """What was removed: a field, or a part of the text under a heading. Never the value."""

    path: Text | None = field("字段", "被隐去的字段，如 当事人.地址", example="当事人.地址", privacy=Privacy.IDENTITY)
    in_body: YesNo | None = field("正文", "隐去的是正文时填 是", example="是", privacy=Privacy.IDENTITY)
    heading: Text | None = field("标题", "正文中所在的标题", example="当事人", privacy=Privacy.IDENTITY)
    places: Whole | None = field("处数", "本次在该标题下隐去几处", example="1", privacy=Privacy.IDENTITY)
    sort: RedactionSort = field("类别", "为什么不应公开", required=True, example="个人隐私", privacy=Privacy.IDENTITY)


class Redaction(Act):
    """A redaction; in the same change the value in the file becomes 【依法隐去】."""

    EFFECT = Effect.REDACT
    KIND = Kind(
        folder="redactions",
        title="隐私处理",
        summary="已公开内容中不应公开的部分依法隐去，并说明理由。",
        lifecycle=Lifecycle.ACT,
        stage=Stage.ACTS,
        order=15,
        clauses=("二（一）",),
    )

    target: AnyTarget = field("处理对象", "被处理的记录的编号", required=True, example="penalties/shili-2020-002",
                              privacy=Privacy.IDENTITY, column=True)
    day: Day = field("处理日期", "处理之日", required=True, example="2020-08-03", privacy=Privacy.IDENTITY, column=True)
    parts: tuple[RedactedPart, ...] = field("处理事项", "逐项写明隐去了哪里，不写原内容", many=True, required=True)
