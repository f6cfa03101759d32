"""The canonical form: what moves, what stays as typed, where comments go, and what is refused rather than changed."""

from __future__ import annotations

from textwrap import dedent

import pytest

from generator.model.kinds.corrections import Correction
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.kinds.rosters import Roster
from generator.writing.canonical import canonical
from generator.writing.parts import Unwritable

CASES = {
    "keys in declared order, at every depth": (
        """
        条目:
          - 职务: 股长
            编号: p01
            证件:
              - 有效期: {止: 2022-12-31, 起: 2018-01-01}
                号码: SL-TJ-0001
            姓名: 示例甲
        机关: bodies/shili-tjj
        版次: 1
        """,
        """
        版次: 1
        机关: bodies/shili-tjj
        条目:
          - 编号: p01
            姓名: 示例甲
            职务: 股长
            证件:
              - 号码: SL-TJ-0001
                有效期: {起: 2018-01-01, 止: 2022-12-31}
        """,
    ),
    "unknown keys come last, in the order typed": (
        "乙: 1\n版次: 1\n甲: 2\n",
        "版次: 1\n乙: 1\n甲: 2\n",
    ),
    "indentation, blanks and blank lines": (
        """


        机关 :   bodies/shili-tjj


        调整原因:
            首次公布
        条目:
        -   编号:   p01
            姓名: 示例甲
        -
            编号: p02


        """,
        """
        调整原因: 首次公布
        机关: bodies/shili-tjj
        条目:
          - 编号: p01
            姓名: 示例甲
          - 编号: p02
        """,
    ),
    "what another YAML reader would type stays as typed, quoted or not": (
        """
        条目:
          - {编号: 007, 姓名: 是, 职务: no, 岗位: "12:30", 执法范围: '2020-06-01', 资格: ~}
        """,
        """
        条目:
          - {编号: 007, 姓名: 是, 职务: no, 岗位: "12:30", 执法范围: '2020-06-01', 资格: ~}
        """,
    ),
    "short flow stays flow; typed over several lines it is joined": (
        """
        备案: { 日期: 2020-07-02,机关: 示例县司法局 }
        条目: [
          {编号: p01,
           姓名: 示例甲}
        ]
        """,
        """
        备案: {机关: 示例县司法局, 日期: 2020-07-02}
        条目: [{编号: p01, 姓名: 示例甲}]
        """,
    ),
    "long flow that was broken anyhow becomes a block": (
        """
        条目:
          - {编号: p01, 证件: [{种类: 统计执法证, 号码: SL-TJ-0001, 有效期: {起: 2018-01-01,
             止: 2022-12-31}}], 执法范围: 示例县行政区域内的统计执法和统计检查工作}
        """,
        """
        条目:
          - 编号: p01
            证件: [{种类: 统计执法证, 号码: SL-TJ-0001, 有效期: {起: 2018-01-01, 止: 2022-12-31}}]
            执法范围: 示例县行政区域内的统计执法和统计检查工作
        """,
    ),
    "and so do the collections in it that are still too long": (
        """
        条目:
          [{编号: p01, 证件: [{种类: 统计执法证, 号码: SL-TJ-0001, 发证机关: 国家统计局, 有效期: {起: 2018-01-01,
             止: 2022-12-31}}, {种类: 行政执法证}]}]  # 一人
        """,
        """
        条目:  # 一人
          - 编号: p01
            证件:
              - 种类: 统计执法证
                号码: SL-TJ-0001
                发证机关: 国家统计局
                有效期: {起: 2018-01-01, 止: 2022-12-31}
              - {种类: 行政执法证}
        """,
    ),
    "flow with a comment keeps its lines": (
        "备案: {日期: 2020-07-02,  # 收到之日\n    机关: 示例县司法局}\n",
        "备案: {日期: 2020-07-02,  # 收到之日\n  机关: 示例县司法局}\n",
    ),
    "a comment moves with the entry below it, a heading stays": (
        """
        # 示例县统计局执法人员清单

        # 第一批
        条目:
          # 股长
          - 职务: 股长   # 兼
            # 化名
            姓名: 示例甲
            # - 编号: p00
          # 以下停用
        # 版次从 1 起
        版次: 1
        # 完
        """,
        """
        # 示例县统计局执法人员清单

        # 版次从 1 起
        版次: 1
        # 第一批
        条目:
          # 股长
          # 化名
          - 姓名: 示例甲
            职务: 股长  # 兼
            # - 编号: p00
          # 以下停用
        # 完
        """,
    ),
    "comments behind keys, dashes and marks": (
        """
        条目:  # 每人一行
          -  # 第一人
            编号: p01
            姓名:  # 化名
              示例甲
            执法范围: |  # 照抄
              一
        """,
        """
        条目:  # 每人一行
          # 第一人
          - 编号: p01
            # 化名
            姓名: 示例甲
            执法范围: |  # 照抄
              一
        """,
    ),
    "texts over several lines": (
        """
        变动依据: 第一行
             第二行
        调整原因: "引
            号"
        条目:
          - 姓名: |+
               甲
                 乙

            职务: >-
               折
               行
          - 姓名: |-

              甲
        """,
        """
        变动依据: 第一行
          第二行
        调整原因: "引
          号"
        条目:
          - 姓名: |+
              甲
                乙

            职务: >-
              折
              行
          - 姓名: |-

              甲
        """,
    ),
    "full-width blanks are text": (
        "变动依据: |\n    　　第一段\n    　　第二段　\n调整原因:\n    第一行\n    　第二行\n",
        "变动依据: |\n  　　第一段\n  　　第二段　\n调整原因: 第一行\n  　第二行\n",
    ),
    "document marks go": ("%YAML 1.1\n---  # 甲\n版次: 1\n...\n", "# 甲\n版次: 1\n"),
    "half-filled forms": ("备案:\n调整原因:   # 待定\n条目:\n  -\n版次:", "版次:\n调整原因:  # 待定\n备案:\n条目:\n  -\n"),
    "lists of lists": ("条目:\n- - 甲\n  -   - 乙\n- []\n", "条目:\n  - - 甲\n    - - 乙\n  - []\n"),
}


@pytest.mark.parametrize("name", CASES)
def test_form(name: str) -> None:
    typed, wanted = (dedent(text).removeprefix("\n") for text in CASES[name])
    assert canonical(typed, Roster) == wanted
    assert canonical(wanted, Roster) == wanted


def test_body_stays_byte_for_byte() -> None:
    body = "# 示例县统计局\n\n第一行  \n第二行\n\n    缩进\n\t制表\n\n---\n\n- 甲\n"
    typed = f"---\n公开日期: 2020-06-05\n文号: 示统罚决字〔2020〕1号\n---  \n\n\n{body}\n \n\n"
    assert canonical(typed, PenaltyDecision) == (
        f"---\n文号: 示统罚决字〔2020〕1号\n公开日期: 2020-06-05\n---\n\n{body}"
    )


def test_without_body() -> None:
    assert canonical("---\n文号: 甲\n---", PenaltyDecision) == "---\n文号: 甲\n---\n"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("理由: 甲\n理由: 乙\n", "cannot be read"),
        ("理由: &甲 乙\n", "cannot be read"),
        ("- 甲\n", "cannot be read"),
        ("{理由: 甲}\n", "one flow collection"),
        ("? 理由\n: 甲\n", "question mark"),
        ("理由: >1\n  甲\n", "explicit indentation"),
        ("理由: |#\n  甲\n", "do not agree"),
    ],
)
def test_refused(text: str, reason: str) -> None:
    with pytest.raises(Unwritable, match=reason):
        canonical(text, Correction)


def test_front_matter_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(Unwritable, match="front matter"):
        canonical("文号: 甲\n", PenaltyDecision)
