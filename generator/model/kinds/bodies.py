"""执法主体：谁有权执法，职责、权限、依据、程序和救济渠道。"""

from __future__ import annotations

from generator.model.declaration import Group, Privacy, field
from generator.model.record import Edition, Kind, Lifecycle, Stage
from generator.model.scalars import CreditCode, Text, choice

BodyNature = choice("主体性质", "法定行政机关", "授权组织", "受委托组织")
RemedyPath = choice("救济途径", "行政复议", "行政诉讼", "投诉举报")


class Remedy(Group):
    """One way to object or complain."""

    path: RemedyPath = field("途径", "行政复议、行政诉讼或投诉举报", required=True, example="行政复议")
    authority: Text | None = field("受理机关", "向谁提出", example="示例县人民政府")
    limit: Text | None = field("期限", "提出的期限", example="知道行政行为之日起六十日内")
    note: Text | None = field("说明", "地址、方式等补充说明")


class Entrustment(Group):
    """A matter entrusted to another organisation."""

    organisation: Text = field("受托组织", "接受委托的组织", required=True)
    matter: Text = field("事项", "委托的执法事项", required=True)
    term: Text | None = field("期限", "委托期限")


class EnforcementBody(Edition):
    """An enforcement body; one list id is one body."""

    KIND = Kind(
        folder="bodies",
        title="执法主体",
        summary="行使统计执法权的机关：职责、权限、依据、程序和救济渠道。",
        lifecycle=Lifecycle.LIST,
        stage=Stage.BEFORE,
        order=10,
        prose=True,
        outline=("## 机构和岗位", "## 执法要求"),
        caption="name",
        clauses=("二（一）1（1）", "三（二）"),
    )

    name: Text = field("名称", "机关全称", required=True, example="示例县统计局", privacy=Privacy.IDENTITY, column=True,
                       export="CF_CFJG")
    nature: BodyNature = field("主体性质", "执法主体的法律性质", required=True, example="法定行政机关", column=True)
    credit_code: CreditCode | None = field("统一社会信用代码", "机关的统一社会信用代码", export="CF_CFJGDM")
    number_prefix: Text | None = field("文号代字", "处罚决定书文号中的机关代字", example="示统罚决字")
    file_prefix: Text | None = field(
        "文件前缀", "本机关记录的文件名前缀；本栏目主体的记录不加前缀", example="shili", privacy=Privacy.INTERNAL
    )
    address: Text | None = field("地址", "办公地址")
    postcode: Text | None = field("邮政编码", "六位邮政编码")
    telephone: Text | None = field("办公电话", "公开的办公电话", column=True)
    email: Text | None = field("电子邮箱", "公开的电子邮箱")
    duties: tuple[Text, ...] = field("执法职责", "承担的执法职责", many=True, required=True)
    powers: tuple[Text, ...] = field("执法权限", "可以行使的执法权限", many=True, required=True)
    grounds: tuple[Text, ...] = field("执法依据", "主要法律依据", many=True, required=True)
    procedures: tuple[Text, ...] = field("执法程序", "执法的步骤和要求", many=True, required=True)
    remedies: tuple[Remedy, ...] = field("救济渠道", "当事人如何寻求救济", many=True, required=True, clauses=("二（一）1（1）",))
    complaint_telephone: Text | None = field("监督电话", "接受投诉举报的电话", clauses=("二（一）2（2）",))
    entrustments: tuple[Entrustment, ...] = field("委托", "委托其他组织执法的情况", many=True)
