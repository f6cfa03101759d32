"""已经公开的附件换了内容

问题：附件的文件名没有变，文件的内容变了。

为什么：公众下载过原来的附件。用同一个文件名换成别的内容，等于悄悄改动（《河津市统计局三项制度实施方案》二（一）：公开的信息不准确的，
及时予以更正）。

错误示例：

    # 用新的扫描件覆盖 content/attachments/penalties/2020-001/decision.pdf

正确示例：

    # 新的扫描件另起文件名 decision-2.pdf，记录的“附件”改写它，再写更正
    更正事项: [{字段: 附件.1.文件, 原: decision.pdf, 现: decision-2.pdf}]

怎么改：恢复原来的文件；新的文件另起文件名，用 disclosure correct 写更正说明。附件里有不应当公开的内容，用 disclosure redact，字段写
附件.1.文件，再用处理过的文件替换。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.kinds.redactions import Redaction
from generator.model.paths import parse_path
from generator.model.record import Edition, Record
from generator.model.transition import Transition
from generator.rules.registry import Problem, rule


@rule(severity=Severity.ERROR, since="0.4", basis="《河津市统计局三项制度实施方案》二（一）：公开的信息不准确的，及时予以更正")
def check(change: Transition) -> Iterator[Problem]:
    """Attachments of public records whose bytes are not those of the base, but for those that a new redaction names."""
    for file in change.base.register.attachments:
        now = change.files.get(file.path)
        record = _public(file.record_id, change)
        if now is None or record is None or now == change.base.files.get(file.path):
            continue
        if file.name not in _redacted(record, change):
            yield Problem(
                f"{record.ref} 已经公开，附件 {file.name} 的内容变了",
                f"恢复原来的文件；新的文件另起文件名，运行 disclosure correct {record.ref} --reason “……”",
                path=file.path,
            )


def _public(record_id: str, change: Transition) -> Record | None:
    """The public record, or the list's public edition, whose folder this is."""
    register = change.base.register
    found = (register.get(record_id), *register.editions(record_id))
    return next((record for record in found if record is not None and change.was_public(record)), None)


def _redacted(record: Record, change: Transition) -> frozenset[str]:
    """The names of the files that new redactions of the record, or of its list's editions, are about."""
    refs = [edition.ref for edition in change.head.editions(record.id)] if isinstance(record, Edition) else [record.ref]
    named = set()
    for ref in refs:
        files = getattr(change.base.register.get(ref), "attachments", ())
        for act in change.new_acts(ref):
            for part in act.parts if isinstance(act, Redaction) else ():
                path = parse_path(part.path or "")
                if path[:1] == ("附件",) and len(path) == 3 and isinstance(path[1], int) and path[1] < len(files):
                    named.add(files[path[1]].file)
    return frozenset(named)
