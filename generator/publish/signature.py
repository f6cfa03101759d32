"""Signs the manifest with an SSH key, and checks such a signature: what ``ssh-keygen -Y`` does, called as it is.

Keys are files that their owner names; none is made, stored or printed here.
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import NamedTuple

from generator.writing.stage import Refusal

#: What the signature is for: one made for another purpose does not count (``-n``).
NAMESPACE = "disclosure-manifest"
_INSTALL = "安装 OpenSSH（ssh-keygen），或者去掉签名的选项"


class Signer(NamedTuple):
    """The private key's file."""

    key: Path

    def require(self) -> None:
        """Raises :class:`Refusal` where there is no such file."""
        if not self.key.is_file():
            raise Refusal(f"没有密钥文件 {self.key}", "写 SSH 私钥的位置，如 ~/.ssh/id_ed25519")


def sign(manifest: Path, signer: Signer) -> None:
    """Write ``manifest.json.sig``. Raises :class:`Refusal` if the key cannot be used."""
    signer.require()
    manifest.with_name(f"{manifest.name}.sig").unlink(missing_ok=True)
    done = _run(["ssh-keygen", "-q", "-Y", "sign", "-n", NAMESPACE, "-f", str(signer.key), str(manifest)], b"")
    if done.returncode:
        raise Refusal(f"用 {signer.key} 签名没有成功：{_said(done)}", "核对密钥文件；有口令的密钥先用 ssh-add 装入")


def check_signature(manifest: Path, signers: Path, identity: str) -> str:
    """What is wrong with the signature beside a manifest; empty if it is good. ``signers`` is an ``allowed_signers`` file."""
    signature = manifest.with_name(f"{manifest.name}.sig")
    if not signature.is_file():
        return "没有签名文件"
    arguments = ["ssh-keygen", "-Y", "verify", "-n", NAMESPACE, "-f", str(signers), "-I", identity, "-s", str(signature)]
    done = _run(arguments, manifest.read_bytes())
    return f"签名不对：{_said(done)}" if done.returncode else ""


def _run(arguments: list[str], data: bytes) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(arguments, input=data, capture_output=True, check=False)  # noqa: S603 - a fixed program
    except FileNotFoundError:
        raise Refusal("没有找到 ssh-keygen 程序", _INSTALL) from None


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    return (done.stderr or done.stdout).decode("utf-8", "replace").strip().partition("\n")[0]
