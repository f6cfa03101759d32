"""What the tests of the targets share: the machine behind ssh, the object store, and a small site to publish."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.deploy.machines import Machine, machine


@pytest.fixture(scope="session")
def behind_ssh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """A machine that only ssh reaches."""
    with machine(tmp_path_factory.mktemp("sshd")) as found:
        yield found


@pytest.fixture
def ssh(behind_ssh: Machine, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """The same, with an ``ssh`` on the PATH that may log in."""
    monkeypatch.setenv("PATH", f"{behind_ssh.bin}:/usr/bin:/bin")
    return behind_ssh
