"""适用范围表：哪些环节要两名执法人员、凭什么证件、哪些机关才有权处罚等，写明依据和施行期间。"""

from __future__ import annotations

from generator.model.declaration import Group, field
from generator.model.kinds.inspection_results import InspectionSort
from generator.model.kinds.rosters import CertificateSort
from generator.model.parts import Citation, Step
from generator.model.record import Kind, Lifecycle, Policy
from generator.model.scalars import Day, Text, choice

#: What the rules look up. A scope without a row is not checked.
ScopeMatter = choice(
    "规则事项", "国家机关", "执法环节", "执法证件", "涉外处罚", "国家调查队", "减轻处罚", "频次上限除外", "复议机关", "听证后审核"
)


class Scope(Group):
    """What one rule applies to, for the days in force; of the typed lists only those that the matter needs are filled."""

    number: Text = field("编号", "行的编号，不重复、不再次使用", required=True, example="two-officers")
    matter: ScopeMatter = field("事项", "程序按事项和日期查找适用的一行", required=True, example="执法环节")
    name: Text = field("名称", "这一行说的是什么", required=True, example="应当由两名以上执法人员实施的环节")
    steps: tuple[Step, ...] = field("环节", "适用的执法环节", many=True, example="检查")
    certificates: tuple[CertificateSort, ...] = field("证件", "应当持有的证件", many=True, example="统计执法证")
    sorts: tuple[InspectionSort, ...] = field("检查类型", "适用的检查类型", many=True, example="举报核查")
    bodies: tuple[Text, ...] = field("机关", "机关名称，或者名称中的字样", many=True, example="国家统计局")
    prefixes: tuple[Text, ...] = field("代码前缀", "统一社会信用代码的前几位", many=True, example="11")
    provisions: tuple[Citation, ...] = field("条款", "所指的或者作为出处的已登记条款", many=True)
    basis: Text = field("依据", "出处：法律条款或文件", required=True, example="《行政处罚法》第四十二条")
    in_force: Day | None = field("施行日期", "从哪一天起适用；不知道的不填")
    until: Day | None = field("失效日期", "适用的最后一天")
    note: Text | None = field("说明", "怎样理解、还有什么没有查到")


class ScopeTable(Policy):
    """All scopes, in ``reference/scopes.yaml``."""

    KIND = Kind(
        folder="reference",
        title="适用范围表",
        summary="检查用到的环节、证件、机关和条款。",
        lifecycle=Lifecycle.POLICY,
        stage=None,
        order=960,
        stems="scopes",
    )

    name: Text = field("名称", "表的名称", required=True, example="适用范围表")
    basis: Text = field("依据", "表的出处", required=True)
    rows: tuple[Scope, ...] = field("条目", "每个事项一行", many=True, required=True)
