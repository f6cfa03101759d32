"""What the system's own refusals are called, and what to do about each: the one table for every command.

It knows error numbers; which file it was about, and what stays as it was, is said by whoever caught the error.
"""

from __future__ import annotations

import errno
from collections.abc import Mapping
from types import MappingProxyType

_ELSEWHERE = "或者写到别的地方（生成用 --output，发布用 --to，临时文件用环境变量 TMPDIR）"
_PERMISSION = ("没有权限", f"检查文件和文件夹的权限、是谁的，{_ELSEWHERE}")
_KNOWN: Mapping[int, tuple[str, str]] = MappingProxyType(
    {
        errno.ENOSPC: ("磁盘已满", f"清理磁盘，{_ELSEWHERE}"),
        errno.EDQUOT: ("超出磁盘配额", f"清理自己的文件，{_ELSEWHERE}"),
        errno.EROFS: ("所在的磁盘是只读的", f"换成可以写的，{_ELSEWHERE}"),
        errno.EACCES: _PERMISSION,
        errno.EPERM: _PERMISSION,
        errno.EBUSY: ("正被占用（可能是挂载点）", "写到它下面的子文件夹"),
        errno.EMFILE: ("打开的文件太多", "减少同时生成的进程（--jobs 1），或者放宽 ulimit -n"),
        errno.ENOENT: ("不存在", "核对写的位置；运行当中被删除的，再运行一次"),
        errno.ENOTDIR: ("路径当中有一段是文件，不是文件夹", "核对写的位置"),
        errno.EISDIR: ("是文件夹，不是文件", "核对写的位置"),
        errno.ENAMETOOLONG: ("名称太长", "换短一些的名称"),
        errno.ELOOP: ("是链接，或者链接绕成了圈", "换成真正的文件或者文件夹"),
        errno.EIO: ("磁盘读写出错，磁盘可能坏了", "先备份台账 ledger.jsonl，再检查磁盘"),
    }
)


def os_error(error: OSError) -> tuple[str, str]:
    """What happened and what to do, in Chinese."""
    return _KNOWN.get(error.errno or 0, (f"读写出错（{error.strerror or error}）", "检查磁盘和文件夹的权限"))
