"""Runs the system's own programs (ssh, rsync, rclone) and says in Chinese what their failures mean.

It keeps no connection and knows nothing of releases.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence
from typing import NamedTuple

from generator.writing.stage import Refusal


class Failure(NamedTuple):
    """What a program prints when something is wrong, what that means, and what to do."""

    pattern: str
    message: str
    hint: str


_SPACE = Failure(r"No space left|Disk quota exceeded", "目标的磁盘满了", "清理磁盘以后重新发布；网站仍是原来的版本")
#: The first pattern that is found in what the program printed is the reason; the last resort quotes it.
_FAILURES = (
    Failure(r"Could not resolve hostname|no such host", "找不到这台服务器", "检查 --to 里的主机名，检查网络和域名解析"),
    Failure(
        r"Host key verification failed|REMOTE HOST IDENTIFICATION",
        "没有确认过这台服务器的身份，或者它的身份变了",
        "向门户管理员核对服务器的主机密钥，再把它写进发布账户的 ~/.ssh/known_hosts；核对以前不要发布",
    ),
    Failure(
        r"Permission denied \((?:publickey|password|keyboard)",
        "服务器不接受发布账户的密钥",
        "检查用户名，检查公钥是否已由门户管理员写进服务器上该账户的 ~/.ssh/authorized_keys",
    ),
    Failure(
        r"Connection refused|Connection timed out|timed out|No route to host|Network is unreachable|connection refused",
        "连不上目标服务器",
        "检查网络、端口和防火墙；恢复以后重新发布，网站仍是原来的版本",
    ),
    _SPACE,
    Failure(
        r"AccessDenied|InvalidAccessKeyId|SignatureDoesNotMatch|Forbidden|\b403\b",
        "对象存储不接受这个账户",
        "检查环境变量 RCLONE_CONFIG_* 里的密钥和权限：列目录、读、写、删都要有",
    ),
    Failure(r"NoSuchBucket|directory not found", "对象存储里没有这个存储桶", "请管理员先建好存储桶，再发布"),
    Failure(
        r"didn't find section in config file",
        "rclone 不认识 --to 里写的存储名称",
        "先用 rclone config 或环境变量 RCLONE_CONFIG_名称_TYPE 等设置它",
    ),
    Failure(
        r"(?:rsync|flock|sha256sum|find|xargs): not found|command not found",
        "服务器上缺少发布要用的程序",
        "请门户管理员在服务器上安装 rsync（Debian、Ubuntu：sudo apt install rsync），并确认有 flock 和 sha256sum",
    ),
    Failure(
        r"Permission denied|Read-only file system|Operation not permitted",
        "发布账户在目标文件夹里没有写的权限",
        "请门户管理员把目标文件夹交给发布账户（chown），再重新发布",
    ),
    Failure(
        r"Connection (?:to .* )?closed|Connection reset|Broken pipe|connection unexpectedly closed|lost connection",
        "传到一半，连接断了",
        "网站仍是原来的版本；网络恢复以后重新发布，已经传过去的不会再传",
    ),
)


def program(name: str) -> str:
    """Where a program is on this machine. Raises :class:`Refusal` if it is not installed."""
    found = shutil.which(name)
    if found is None:
        package = "openssh-client" if name == "ssh" else name
        raise Refusal(f"这台机器上没有 {name}，发布不了", f"先安装（Debian、Ubuntu：sudo apt install {package}），再发布")
    return found


def explained(target: str, printed: str) -> Refusal:
    """A program's failure in Chinese, with the last line that it printed."""
    lines = [line.strip() for line in printed.splitlines() if line.strip()]
    for failure in _FAILURES:
        told = next((line for line in lines if re.search(failure.pattern, line)), None)
        if told is not None:
            return Refusal(f"发布到 {target} 没有成功：{failure.message}（{told}）", failure.hint)
    told = lines[-1] if lines else "没有说明原因"
    return Refusal(f"发布到 {target} 没有成功：{told}", "网站仍是原来的版本；请把这一行交给技术人员")


def call(target: str, command: Sequence[str], data: bytes = b"", allowed: Sequence[int] = ()) -> tuple[int, bytes]:
    """Run a program with ``data`` as its input; its exit code (0 or one of ``allowed``) and output. Else raises :class:`Refusal`."""
    done = subprocess.run([program(command[0]), *command[1:]], input=data, capture_output=True, check=False)  # noqa: S603
    if done.returncode != 0 and done.returncode not in allowed:
        raise explained(target, done.stderr.decode("utf-8", "replace"))
    return done.returncode, done.stdout
