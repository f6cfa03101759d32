"""The base that a proposal is compared with: where it is read from, on which day it stood in public, what its attachments hold.

Reads trees and judges nothing; what may have changed is for the rules of change.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from generator.model.draft import AttachmentFile
from generator.reading.tree import GitTree, Tree, TreeError, open_base


def open_whole_base(spec: str, content: Path) -> Tree:
    """What ``--base`` names (:func:`generator.reading.tree.open_base`), from a clone that has the whole history.

    In a shallow clone the commit at which a branch left the other is found wrongly, or not at all, without a word from git. Raises
    :class:`TreeError`.
    """
    tree = open_base(spec, content)
    if isinstance(tree, GitTree) and tree.is_shallow:
        tree.close()
        raise TreeError(
            "仓库只取了最近的历史，不能确定这次改动是从哪里开始的",
            "运行 git fetch --unshallow 取回全部历史；在持续集成中把 fetch-depth 设为 0。也可以用 --base 指定一个文件夹",
        )
    return tree


def base_day(tree: Tree, as_of: date) -> date:
    """The day on which the base stood in public: a commit's own day, for a folder ``as_of`` (DESIGN §3)."""
    return tree.day if isinstance(tree, GitTree) else as_of


def file_digests(tree: Tree, files: Iterable[AttachmentFile]) -> Mapping[str, str]:
    """SHA-256 of each attachment, by its path."""
    return digests(tree, (file.path for file in files))


def digests(tree: Tree, paths: Iterable[str]) -> Mapping[str, str]:
    """SHA-256 of each file, by its path."""
    return {path: hashlib.sha256(tree.read(path)).hexdigest() for path in paths}
