"""A real sshd on the loopback with its own keys, and an ``ssh`` in front of the system's that knows them."""

from __future__ import annotations

import getpass
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.deploy.servers import free_port, program, running

_SSHD = """\
Port {port}
ListenAddress 127.0.0.1
HostKey {work}/host
AuthorizedKeysFile {work}/user.pub
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
"""
_SSH = """\
Host *
    IdentityFile {work}/user
    IdentitiesOnly yes
    UserKnownHostsFile {work}/known_hosts
    GlobalKnownHostsFile none
    HashKnownHosts no
    LogLevel ERROR
"""


class Machine(NamedTuple):
    """A server that can be reached by ssh; ``bin`` goes first on the PATH of whoever wants to."""

    port: int
    bin: Path
    work: Path

    def address(self, folder: Path) -> str:
        """A folder of this machine as the target's users write it."""
        return f"ssh://{getpass.getuser()}@127.0.0.1:{self.port}{folder}"


def _key(file: Path) -> str:
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", str(file)], check=True)
    return file.with_suffix(".pub").read_text("utf-8")


@contextmanager
def machine(work: Path) -> Iterator[Machine]:
    """An sshd for as long as the block runs."""
    port = free_port()
    host = _key(work / "host")
    _key(work / "user")
    (work / "known_hosts").write_text(f"[127.0.0.1]:{port} {host}", "utf-8")
    (work / "sshd_config").write_text(_SSHD.format(port=port, work=work), "utf-8")
    (work / "config").write_text(_SSH.format(work=work), "utf-8")
    wrapper = work / "bin/ssh"
    wrapper.parent.mkdir()
    wrapper.write_text(f'#!/bin/sh\nexec {program("ssh")} -F {work}/config "$@"\n', "utf-8")
    wrapper.chmod(0o755)
    if os.geteuid() == 0:
        # Debian's service makes it; here no service runs.
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
    with running([program("sshd"), "-D", "-e", "-f", str(work / "sshd_config")], port, work / "sshd.log"):
        yield Machine(port, wrapper.parent, work)
