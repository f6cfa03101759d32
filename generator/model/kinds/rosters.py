"""执法人员清单：谁可以执法，持什么证件，证件何时有效；含法制审核人员。"""

from __future__ import annotations

from generator.model.declaration import Group, Privacy, field
from generator.model.record import Edition, Filing, Kind, Lifecycle, Row, Stage
from generator.model.references import BodyRef
from generator.model.scalars import CertificateNumber, Day, Text, choice

CertificateSort = choice("证件种类", "统计执法证", "行政执法证")
Post = choice("岗位", "执法人员", "法制审核人员")
ReviewerQualification = choice("法制审核资格", "取得统计执法资格", "取得法律职业资格", "法律专业人员")


class Validity(Group):
    """The days on which a certificate is valid, both included."""

    start: Day = field("起", "有效期的第一天", required=True, example="2018-01-01")
    end: Day = field("止", "有效期的最后一天", required=True, example="2022-12-31")


class HeldCertificate(Group):
    """One certificate of an officer."""

    sort: CertificateSort = field("种类", "证件种类", required=True, example="统计执法证")
    number: CertificateNumber = field("号码", "证件上印的号码", required=True, example="SL-TJ-0001")
    issuer: Text = field("发证机关", "颁发证件的机关", required=True, example="国家统计局")
    validity: Validity = field("有效期", "证件有效期", required=True)


class Officer(Row):
    """One person of the roster."""

    name: Text = field("姓名", "执法人员姓名", required=True, example="示例甲", privacy=Privacy.PERSONAL, column=True)
    title: Text = field("职务", "职务或岗位名称", required=True, example="股长", column=True)
    post: Post = field("岗位", "执法人员或法制审核人员", required=True, example="执法人员", column=True)
    certificates: tuple[HeldCertificate, ...] = field("证件", "持有的执法证件", many=True)
    scope: Text | None = field("执法范围", "执法的区域或领域", example="示例县行政区域内统计执法", column=True)
    qualification: ReviewerQualification | None = field("资格", "法制审核人员的资格", example="取得统计执法资格",
                                                        clauses=("二（三）1",))
    filing: Filing | None = field("备案", "法制审核人员基本信息的备案", clauses=("二（三）1",))


class Roster(Edition):
    """The roster of one body."""

    KIND = Kind(
        folder="rosters",
        title="执法人员清单",
        summary="持证执法人员和法制审核人员。执法时应当主动出示证件，公众可按证号核对。",
        lifecycle=Lifecycle.LIST,
        stage=Stage.BEFORE,
        order=20,
        clauses=("二（一）1（1）", "二（一）1（2）", "二（一）2（2）", "二（一）2（3）", "二（三）1"),
    )

    agency: BodyRef = field("机关", "清单所属的机关", required=True, example="bodies/shili-tjj",
                         privacy=Privacy.IDENTITY, column=True)
    rows: tuple[Officer, ...] = field("条目", "每人一行", many=True, required=True)
