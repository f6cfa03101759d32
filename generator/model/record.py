"""The common shape of everything that staff commit: documents, list editions, acts and policy data.

A kind is one class in ``model/kinds/`` built on one of these bases. What the public may see of a record is not decided here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from typing import Annotated, Any, ClassVar, NamedTuple

from pydantic import Field, SkipValidation

from generator.finding import KeyPath
from generator.model.declaration import Group, Privacy, field
from generator.model.references import Target, ref
from generator.model.scalars import Day, Text, Whole, YesNo


class Lifecycle(StrEnum):
    """How records of a kind change (DESIGN §2.2)."""

    DOCUMENT = "document"
    LIST = "list"
    ACT = "act"
    POLICY = "policy"


class Stage(StrEnum):
    """The column's sections, in the public's words; the value is the section's address."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"
    ACTS = "acts"

    @property
    def label(self) -> str:
        """The section's name."""
        return {"before": "事前公开", "during": "事中公示", "after": "事后公开", "acts": "更正与撤下"}[self.value]


@dataclass(frozen=True, slots=True)
class Kind:
    """What is declared of a kind beside its fields."""

    folder: str
    title: str
    """The kind's name in the public's words."""
    summary: str
    """One sentence for the list page: what the reader finds here and why it is public."""
    lifecycle: Lifecycle
    stage: Stage | None
    """The section that lists the kind; None for policy data, which has no pages of its own."""
    order: int
    """Rank among the kinds of the section."""
    prose: bool = False
    """Files are Markdown with front matter; otherwise plain YAML."""
    caption: str = ""
    """Name of the field that titles a record; it must be ``IDENTITY``. Empty: the kind's title and the id."""
    outline: tuple[str, ...] = ()
    """Headings of the text in the blank form of a kind with prose, as Markdown (``## 当事人``)."""
    stems: str = ""
    """Regular expression for file stems, where one folder holds several kinds."""
    clauses: tuple[str, ...] = ()
    """The clauses of the bureau's plan that the kind serves (``reference/plan-clauses.yaml``)."""

    @property
    def suffix(self) -> str:
        """File name extension of the kind's files."""
        return ".md" if self.prose else ".yaml"


class Origin(NamedTuple):
    """Where a record came from. ``path`` is relative to the content folder; lines count from 1."""

    id: str
    path: str
    stem: str
    shelf: str | None = None
    """The year folder, where there is one."""
    body: str = ""
    """The Markdown after the front matter, ``""`` for plain YAML."""
    body_line: int = 0
    marks: tuple[KeyPath, ...] = ()
    """Where a value is nothing but the marker of a redaction."""

    @property
    def folder(self) -> str:
        """The top folder, ``penalties``."""
        return self.id.split("/", 1)[0]


class Record(Group):
    """One file of content, bound to its kind."""

    KIND: ClassVar[Kind]

    origin: Annotated[Any, SkipValidation] = Field(alias="\0origin", exclude=True)
    """The :class:`Origin`; handed in by the binder under a key that no file can hold."""

    @property
    def id(self) -> str:
        """The record's id; for an edition the id of its list."""
        return self.origin.id

    @property
    def ref(self) -> str:
        """The full reference: the id, for an edition with ``@`` and its number."""
        return self.origin.id

    @property
    def body(self) -> str:
        """The Markdown text."""
        return self.origin.body

    @property
    def is_sample(self) -> bool:
        """Invented for demonstration (DESIGN §3)."""
        return bool(getattr(self, "sample", False))


class Waiver(Group):
    """Lets one rule pass for this record, with a reason and an approver (DESIGN §5)."""

    rule: Text = field("规则", "被豁免的规则编号", required=True, example="publication-overdue", privacy=Privacy.INTERNAL)
    reason: Text = field("理由", "为什么豁免", required=True, example="系统故障，已书面说明", privacy=Privacy.INTERNAL)
    approver: Text = field("批准人", "批准豁免的负责人", required=True, example="局长", privacy=Privacy.INTERNAL)
    until: Day = field("截止", "最后可以据此新增或者修改本记录的一天", required=True, example="2026-12-31",
                       privacy=Privacy.INTERNAL)


_WAIVERS: dict[str, Any] = {"many": True, "privacy": Privacy.INTERNAL, "rank": 8}
_SAMPLE: dict[str, Any] = {"privacy": Privacy.IDENTITY, "rank": 9, "example": "是"}


class Document(Record):
    """A record that changes only by acts."""

    published_on: Day = field(
        "公开日期", "向社会公开的日期；晚于构建日的记录不出现在网站上", required=True, example="2020-06-05",
        privacy=Privacy.IDENTITY, column=True, rank=5,
    )
    waivers: tuple[Waiver, ...] = field("豁免", "对检查规则的豁免（不公开）", **_WAIVERS)
    sample: YesNo = field("示例", "虚构的示范记录填 是，页面上会有明显标记", default=False, **_SAMPLE)

    @property
    def own_day(self) -> date:
        """The day on which references to lists are read: the decision's, else the publication's."""
        return getattr(self, "decided_on", None) or self.published_on

    @property
    def is_secret(self) -> bool:
        """Not published at all (不予公开): only year and ground are counted."""
        return getattr(self, "openness", "") == "不予公开"


class Filing(Group):
    """A filing with a supervising authority (备案)."""

    authority: Text = field("机关", "接受备案的机关", required=True, example="示例县司法局")
    day: Day | None = field("日期", "备案日期", example="2020-07-02")


class Edition(Record):
    """One whole edition of a list; the list changes by a new edition."""

    number: Whole = field(
        "版次", "第几版，从 1 起逐版加 1，与文件名一致", required=True, example="2", privacy=Privacy.IDENTITY,
        column=True,
    )
    effective_on: Day = field(
        "生效日期", "本版开始生效的日期", required=True, example="2020-06-30", privacy=Privacy.IDENTITY, column=True
    )
    changed_on: Day | None = field("变动日期", "引起调整的变动发生之日", example="2020-06-20")
    change_basis: Text | None = field("变动依据", "引起调整的法律、文件或事项", example="机构职能调整")
    reason: Text = field("调整原因", "为什么有这一版", required=True, example="首次公布", column=True)
    filing: Filing | None = field("备案", "本版的备案情况", late=True)
    waivers: tuple[Waiver, ...] = field("豁免", "对检查规则的豁免（不公开）", **_WAIVERS)
    sample: YesNo = field("示例", "虚构的示范名单填 是", default=False, **_SAMPLE)

    @property
    def ref(self) -> str:
        """The list's id with ``@`` and the edition's number."""
        return f"{self.id}@{self.origin.stem}"

    @property
    def own_day(self) -> date:
        """The day on which references to other lists are read."""
        return self.effective_on


class Row(Group):
    """One row of a table list; its number is never reused."""

    number: Text = field("编号", "行的编号，同一清单内不重复、不再次使用", required=True, example="p01",
                         privacy=Privacy.IDENTITY, column=True)


class Effect(IntEnum):
    """What an act does; on one day acts apply in this order, so that what hides wins (DESIGN §3)."""

    CORRECT = 0
    REDACT = 1
    REINSTATE = 2
    WITHDRAW = 3


class Act(Record):
    """A notice with day, reason and approver. Subclasses declare ``target`` and ``day`` with their own keys."""

    EFFECT: ClassVar[Effect]

    target: Target
    day: date
    reason: Text = field("理由", "向社会说明的理由", required=True, example="公示录入错误，与决定书原件不一致",
                         privacy=Privacy.IDENTITY, rank=1)
    approver: Text = field("批准人", "批准本次处理的负责人（不公开）", required=True, example="局长",
                           privacy=Privacy.INTERNAL, rank=8)
    waivers: tuple[Waiver, ...] = field("豁免", "对检查规则的豁免（不公开）", **_WAIVERS)
    sample: YesNo = field("示例", "对示例记录的处理填 是", default=False, **_SAMPLE)

    @property
    def own_day(self) -> date:
        """The act's day."""
        return self.day

    @property
    def order(self) -> tuple[date, int, str]:
        """Acts on one record apply in this order."""
        return (self.day, self.EFFECT, self.id)


class Policy(Record):
    """Data that rules and pages work with: code lists, terms, calendars. No page of its own."""


#: Any record, list or edition: what an act may be about.
AnyTarget = ref(name="对象")
