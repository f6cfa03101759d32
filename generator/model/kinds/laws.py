"""法律依据：法律、法规的版本、施行日期、条文位置、罚则幅度和新旧条文对应，只记事实，不抄条文。"""

from __future__ import annotations

from generator.model.declaration import Group, Privacy, field
from generator.model.parts import Article, LawVersion
from generator.model.record import Edition, Kind, Lifecycle, Stage
from generator.model.references import code_of
from generator.model.scalars import Day, Money, Text, WebAddress, Whole, YesNo, choice

LawRank = choice("效力级别", "法律", "行政法规", "地方性法规", "部委规章", "地方政府规章", "规范性文件")
Gravity = choice("情节", "一般", "严重")
Subject = choice("主体", "国家机关", "企业事业单位或者其他组织", "个体工商户", "个人")
ArticleUse = choice("条文用途", "义务", "检查", "职责", "举报", "保密", "处罚", "救济")
ConductCode = code_of("reference/codes-violations", "违法行为代码")


class ArticleFact(Group):
    """One article: where it stands and what it is about, in our own words."""

    article: Article = field("条", "第几条", required=True, example="44")
    topic: Text = field("主题", "本条说什么（用自己的话）", required=True, example="提供不真实统计资料等行为的处罚")
    paragraphs: Whole | None = field("款数", "本条有几款", example="3")
    items: Whole | None = field("项数", "本条列举几项", example="5")
    uses: tuple[ArticleUse, ...] = field(
        "用途", "本栏目为什么引用这一条，供检查新旧条号是否写混", many=True, example="处罚", privacy=Privacy.INTERNAL
    )


class Renumbering(Group):
    """The same provision in the version before."""

    old: Article = field("旧条", "上一版的条", required=True, example="41")
    new: Article = field("新条", "本版的条", required=True, example="44")


class PenaltyRange(Group):
    """What a penal provision allows, by subject and gravity. No cap: no fine may be imposed."""

    article: Article = field("条", "第几条", required=True, example="44")
    paragraph: Whole | None = field("款", "第几款", example="2")
    conduct: tuple[ConductCode, ...] = field("违法行为", "适用的违法行为代码", many=True, required=True, example="S44-2")
    subject: Subject = field("主体", "适用的主体", required=True, example="企业事业单位或者其他组织")
    gravity: Gravity | None = field("情节", "法律区分情节的填写", example="一般")
    floor: Money | None = field("罚款下限", "罚款下限（元）", example="0")
    cap: Money | None = field("罚款上限", "罚款上限（元）；不得罚款的不填", example="100000")
    warning: YesNo | None = field("警告", "是否应当警告", example="是")
    notice: YesNo | None = field("通报", "是否可以予以通报", example="是")


class Law(Edition):
    """One version of a law; one list id is one law, its editions are its versions."""

    KIND = Kind(
        folder="laws",
        title="法律依据",
        summary="执法所依据的法律、法规的版本和施行日期；适用行为发生时的规定。",
        lifecycle=Lifecycle.LIST,
        stage=Stage.BEFORE,
        order=110,
        caption="name",
        clauses=("二（一）1（1）",),
    )

    number: LawVersion = field("版本", "通过年份；与文件名一致", required=True, example="2009", privacy=Privacy.IDENTITY,
                               column=True)
    effective_on: Day = field("施行日期", "开始施行的日期", required=True, example="2010-01-01",
                              privacy=Privacy.IDENTITY, column=True)
    reason: Text = field("修改情况", "制定、修订或者修正", required=True, example="修订")
    name: Text = field("名称", "法律名称", required=True, example="中华人民共和国统计法", privacy=Privacy.IDENTITY, column=True)
    short_name: Text = field("简称", "行文中的简称", required=True, example="统计法", privacy=Privacy.IDENTITY)
    rank: LawRank = field("效力级别", "效力级别", required=True, example="法律", column=True)
    adopted_by: Text | None = field("通过机关", "通过或者发布的机关", example="全国人民代表大会常务委员会")
    adopted_on: Day = field("通过日期", "通过或者公布的日期", required=True, example="2009-06-27")
    repealed_on: Day | None = field("失效日期", "有效的最后一天；现行有效的不填", late=True)
    articles_total: Whole | None = field("条数", "共有几条", example="50", late=True)
    articles: tuple[ArticleFact, ...] = field("条文", "本栏目引用的条", many=True, late=True)
    renumbered: tuple[Renumbering, ...] = field("条文对应", "与上一版的条文对应，只列序号有变的", many=True, late=True)
    ranges: tuple[PenaltyRange, ...] = field("罚则", "罚款的幅度", many=True, late=True)
    address: WebAddress | None = field("网址", "官方文本的网址", late=True)
