"""Sets of fields that several kinds share: citations, periods, steps, reviews, attachments."""

from __future__ import annotations

import re
from typing import Annotated

from generator.model.declaration import Group, Privacy, field
from generator.model.references import OfficerNumber, Target, ref
from generator.model.scalars import (
    CreditCode,
    Day,
    Scalar,
    Text,
    WebAddress,
    Whole,
    YesNo,
    choice,
    no_full_width,
    recurring,
    refuse,
)

PartySort = choice("当事人类别", "法人及非法人组织", "个体工商户", "自然人")
Openness = choice("公开方式", "全文", "摘要", "不予公开")
Step = choice(
    "环节", "立案", "检查", "调查取证", "告知", "听证", "法制审核", "集体讨论", "决定", "送达", "执行", "结案", "归档"
)
ReviewResult = choice("审核结论", "通过", "修改后通过", "不通过")
ReleaseResult = choice("公开审查结论", "同意公开", "处理后公开", "不予公开")
LawRef = ref("laws", name="法律")
PowerRef = ref("powers", name="执法事项")
InspectionItemRef = ref("inspection-items", name="抽查事项")

_ARTICLE = re.compile(r"[1-9]\d{0,3}(之[一二三四五六七八九十]{1,3})?\Z", re.ASCII)
_LAW_VERSION = re.compile(r"\d{4}(-\d{1,2})?\Z", re.ASCII)


@recurring
def parse_article(text: str) -> str:
    """The number of an article as typed, ``41`` or ``12之一``."""
    no_full_width(text)
    if not _ARTICLE.match(text):
        raise refuse("article-form")
    return text


@recurring
def _parse_version(text: str) -> str:
    no_full_width(text)
    if not _LAW_VERSION.match(text):
        raise refuse("law-version-form")
    return text


#: An article's number: ``41`` or ``12之一``.
Article = Annotated[
    str,
    Scalar("条", "条的序数，如 41 或 12之一", parse_article,
           {"type": ["string", "integer"], "pattern": r"^[1-9]\d{0,3}(之[一二三四五六七八九十]{1,3})?$"}),
]
#: A version of a law: its year of adoption, ``2009``; ``2018-10`` if two fall in one year.
LawVersion = Annotated[
    str,
    Scalar("法律版本", "通过年份，如 2009；同年两次的写年-月，如 2018-10", _parse_version,
           {"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{1,2})?$"}),
]


class Citation(Group):
    """One provision of one version of a law, printed 第四十一条第一款第（二）项."""

    law: LawRef = field("法律", "法律的编号", required=True, example="laws/statistics-law")
    version: LawVersion = field("版本", "法律的版本（通过年份）", required=True, example="2009")
    article: Article = field("条", "第几条", required=True, example="41")
    paragraph: Whole | None = field("款", "第几款；该条只有一款的不填", example="1")
    item: Whole | None = field("项", "第几项", example="2")

    @property
    def edition(self) -> Target:
        """The cited version as a reference."""
        return Target(self.law.id, edition=self.version)

    @property
    def edition_ref(self) -> str:
        """The full reference of the cited version: what :attr:`edition` says."""
        return f"{self.law.id}@{self.version}"


class Period(Group):
    """First and last day, both included."""

    start: Day = field("起", "第一天", required=True, example="2019-01-01")
    end: Day = field("止", "最后一天", required=True, example="2019-12-31")


class Party(Group):
    """The party that an act of enforcement is directed at."""

    name: Text = field("名称", "当事人名称；自然人只写姓和“某”", required=True, example="示例钢铁有限公司",
                       privacy=Privacy.PERSONAL, export="CF_XDR_MC", column=True)
    sort: PartySort = field("类别", "当事人类别", required=True, example="法人及非法人组织", export="CF_XDR_LB")
    credit_code: CreditCode | None = field("统一社会信用代码", "当事人的统一社会信用代码", privacy=Privacy.PERSONAL,
                                           export="CF_XDR_SHXYM")
    representative: Text | None = field("法定代表人", "法定代表人或主要负责人", privacy=Privacy.PERSONAL, export="CF_FRDB")
    address: Text | None = field("地址", "住所或经营场所", privacy=Privacy.PERSONAL)


class ProcessStep(Group):
    """One step of the case. The public sees step and day."""

    step: Step = field("环节", "执法环节", required=True, example="立案")
    day: Day = field("日期", "该环节的日期", required=True, example="2020-03-02")
    paper: Text | None = field("文书", "该环节的执法文书", privacy=Privacy.INTERNAL, example="立案审批表")
    recorded: YesNo | None = field("音像", "是否有音像记录", privacy=Privacy.INTERNAL, example="否")
    officers: tuple[OfficerNumber, ...] = field(
        "执法人员", "本环节的执法人员与本案的不同时，填他们的统计执法证号", many=True, privacy=Privacy.INTERNAL, example="SL-TJ-0001"
    )


class LegalReview(Group):
    """The legal review of a major decision."""

    needed: YesNo = field("需要", "是否属于重大执法决定", required=True, example="是")
    day: Day | None = field("日期", "审核日期")
    reviewer: Text | None = field("人员", "审核人员（不公开）", privacy=Privacy.INTERNAL)
    result: ReviewResult | None = field("结论", "审核结论", example="通过")


class ReleaseReview(Group):
    """The review before publication (政府信息公开条例 第十七条)."""

    day: Day = field("日期", "审查日期", required=True)
    reviewer: Text = field("审查人", "审查人（不公开）", required=True, privacy=Privacy.INTERNAL)
    result: ReleaseResult = field("结论", "审查结论", required=True, example="同意公开")


class LateExplanation(Group):
    """Why a record was published late."""

    reason: Text = field("理由", "迟延公开的理由", required=True)
    approver: Text = field("批准人", "批准人（不公开）", required=True, privacy=Privacy.INTERNAL)


class Archive(Group):
    """The filing of the case file."""

    day: Day = field("日期", "归档日期", required=True)
    file_number: Text | None = field("案卷号", "案卷号", privacy=Privacy.INTERNAL)


class Channel(Group):
    """Another place where the record was published."""

    name: Text = field("名称", "公开渠道", required=True, example="政务服务网")
    address: WebAddress | None = field("网址", "该渠道的网址")
    day: Day | None = field("日期", "在该渠道公开的日期")


class Attachment(Group):
    """A file of the record, in ``attachments/<folder>/<stem>/``."""

    file: Text = field("文件", "文件名", required=True, example="decision.pdf")
    title: Text = field("说明", "文件是什么", required=True, example="行政处罚决定书（扫描件）")


class Submission(Group):
    """A report handed to an authority (报送)."""

    authority: Text = field("机关", "报送的机关", required=True, example="示例县人民政府")
    day: Day | None = field("日期", "报送日期", example="2020-01-20")


class TimeLimits(Group):
    """The time allowed, by law and as promised."""

    by_law: Text | None = field("法定时限", "法律规定的时限", example="3个月")
    promised: Text | None = field("承诺时限", "机关承诺的时限")
