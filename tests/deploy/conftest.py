"""What the tests of the targets share: the machine behind ssh, and the object store."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.publish import object_store
from tests.deploy.machines import Machine, machine
from tests.deploy.store import object_store as running_store


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


@pytest.fixture(scope="session")
def store_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """rclone's settings for a running object store."""
    with running_store(tmp_path_factory.mktemp("store")) as settings:
        yield settings


@pytest.fixture
def store(store_settings: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> str:
    """A place in the store that is this test's own; the lock does not wait out the store's whole seconds."""
    for name, value in store_settings.items():
        monkeypatch.setenv(name, value)
    # A bundle of certificates that the environment names stands in rclone's way where nothing is encrypted.
    monkeypatch.delenv("AWS_CA_BUNDLE", raising=False)
    monkeypatch.setattr(object_store, "_SETTLE", 0.0)
    return f"store:bucket/{abs(hash(str(tmp_path))):x}"
