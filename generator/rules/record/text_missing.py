"""公开方式是全文或者摘要，却没有正文

问题：“公开方式”写的是全文或者摘要，正文却是空的，或者只有标题和文号。

为什么：统计行政处罚决定书要全文公示（本局实施方案二（一）3（2））；公示的内容应当与送达的决定书一致。没有正文的记录，读者看不到事实、理由和依据。

错误示例：

    公开方式: 全文
    ---

    # 示例县统计局行政处罚决定书

正确示例：

    公开方式: 全文
    ---

    # 示例县统计局行政处罚决定书

    示统罚决字〔2020〕1号

    当事人：……（决定书全文）

怎么改：在第二个 --- 下面录入决定书全文或者摘要。依法不能公开的，“公开方式”改成 不予公开，写明理由和批准人。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.draft import Draft
from generator.rules.decisions import Decision, has_text
from generator.rules.registry import Problem, rule


@rule(severity=Severity.ERROR, since="0.3", basis="《河津市统计局三项制度实施方案》二（一）3（2）：处罚决定书全文公示")
def check(draft: Draft) -> Iterator[Problem]:
    """Decisions that promise a text and have none."""
    record = draft.record
    if isinstance(record, Decision) and not record.is_secret and not has_text(record.body):
        yield Problem(
            f"“公开方式”是{record.openness}，却没有正文",
            f"在第二个 --- 下面录入决定书{record.openness}；依法不能公开的，改成 不予公开，写明理由和批准人",
            ("公开方式",),
        )
