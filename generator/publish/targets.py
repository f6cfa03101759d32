"""Which kind of target a text names: every kind in one place."""

from __future__ import annotations

from pathlib import Path

from generator.publish.archive import ArchiveTarget
from generator.publish.folder import FolderTarget
from generator.publish.object_store import StoreTarget
from generator.publish.ssh import SshTarget
from generator.publish.target import Target
from generator.writing.stage import Refusal

_HOW = "写法：文件夹；ssh://用户@主机/路径；zip:文件夹/名称.zip；rclone:存储名称:存储桶/路径"


def target_of(spec: str) -> Target:
    """The target that ``--to`` names. Raises :class:`generator.writing.stage.Refusal` if no kind of target is written so."""
    if not spec.strip():
        raise Refusal("没有写发布到哪里", _HOW)
    kind, colon, rest = spec.partition(":")
    if not colon or "/" in kind:
        return FolderTarget(Path(spec))
    if kind == "ssh":
        return SshTarget(spec)
    if kind == "zip" and rest:
        return ArchiveTarget(Path(rest))
    if kind == "rclone":
        return StoreTarget(rest)
    raise Refusal(f"看不懂发布目标 {spec}", _HOW)
