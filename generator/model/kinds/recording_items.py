"""音像记录事项清单：执法的哪些环节应当录音录像，由谁记、怎么记。"""

from __future__ import annotations

from generator.model.declaration import Privacy, field
from generator.model.parts import PowerRef, Step
from generator.model.record import Edition, Kind, Lifecycle, Row, Stage
from generator.model.references import BodyRef
from generator.model.scalars import Text


class RecordingItem(Row):
    """One step that must be recorded."""

    name: Text = field("执法事项", "执法事项名称", required=True, example="统计执法检查", column=True)
    power: PowerRef | None = field(
        "事项", "执法事项清单中的事项；各类事项都要记录的不填", example="powers/shili-tjj#3100-B-00101"
    )
    step: Step = field("执法环节", "应当记录的环节", required=True, example="调查取证", column=True)
    condition: Text | None = field("适用情形", "只在这种情形下记录的，写明情形；每次都要记录的不填", example="登记保存证据")
    place: Text | None = field("执法场所", "在什么场所记录", example="被检查单位", column=True)
    recorder: Text | None = field("记录人员", "由谁记录", example="执法人员", column=True)
    method: Text = field("记录方式", "录音、录像或者拍照", required=True, example="录像", column=True)
    content: Text = field("记录内容", "记录什么", required=True, example="出示证件、告知权利义务、检查过程", column=True)
    marking: Text | None = field("标识要求", "文件怎样命名", example="案件名称+八位日期+两位序号+专业+记录内容")
    note: Text | None = field("备注", "备注")


class RecordingList(Edition):
    """The recording list of one body."""

    KIND = Kind(
        folder="recording-items",
        title="音像记录事项清单",
        summary="执法全过程记录中应当录音录像的事项和环节。",
        lifecycle=Lifecycle.LIST,
        stage=Stage.BEFORE,
        order=70,
        clauses=("二（二）2（1）",),
    )

    agency: BodyRef = field("机关", "清单所属的机关", required=True, example="bodies/shili-tjj",
                            privacy=Privacy.IDENTITY, column=True)
    rows: tuple[RecordingItem, ...] = field("条目", "每项一行", many=True, required=True)
