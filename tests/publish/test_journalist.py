"""The page that tells outsiders how to check: its own commands, taken from the page of a published release and run as they stand.

Who follows them has downloaded what they name into one folder, and knows sha256sum and ssh-keygen.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.publish.office import A, Office, new_office

pytestmark = pytest.mark.slow
_FLAT = (
    "manifest.json", "manifest.json.sig", "ledger.jsonl", "verify/verify.py", f"{A}/index.html", f"{A}/record.json", f"{A}/record.salt",
)
_SIGNER = "column@example.org"
#: What the page leaves to be filled in.
_WORDS = {
    "penalties/年份-序号": A, "公钥所写的名称": _SIGNER,
    "网站的网址或者下载下来的文件夹": "downloaded", "网站的网址或者文件夹": "downloaded",
}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A signed second release, in which a record was withdrawn."""
    office = new_office(tmp_path_factory.mktemp("office"))
    key = office.root.parent / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", _SIGNER, "-f", str(key)], check=True)
    shutil.copy(office.out / "ledger.jsonl", office.root.parent / "old.jsonl")
    office.takedown("penalties/shili-2015-001", "--sign-key", str(key))
    return office


@pytest.fixture
def downloads(office: Office, tmp_path: Path) -> Path:
    """What a journalist has downloaded, the ledger of some time ago among it, and the office's public key."""
    for path in _FLAT:
        shutil.copy(office.out / "current" / path, tmp_path)
    shutil.copy(office.root.parent / "old.jsonl", tmp_path)
    (tmp_path / "allowed_signers").write_text(f"{_SIGNER} {(office.root.parent / 'key.pub').read_text()}")
    shutil.copytree((office.out / "current").resolve(), tmp_path / "downloaded")
    return tmp_path


def commands(office: Office, section: str) -> list[str]:
    """The commands below a heading of the page, for the record that is checked."""
    page = BeautifulSoup(office.page("verify/index.html"), "lxml")
    found = []
    for element in page.find(id=section).find_next_siblings():
        if element.name == "h2":
            break
        found += element.get_text().replace("\\\n", "").splitlines() if element.name == "pre" else []
    assert found
    for word, real in _WORDS.items():
        found = [line.replace(word, real) for line in found]
    return found


def ran(line: str, folder: Path) -> str:
    """What a command prints; it must succeed."""
    done = subprocess.run(["sh", "-c", line], cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, (line, done.stdout, done.stderr)
    return done.stdout


def test_a_file(office: Office, downloads: Path) -> None:
    digest, row = (ran(line, downloads) for line in commands(office, "file"))
    assert digest.split()[0] in row


def test_a_record(office: Office, downloads: Path) -> None:
    digest, row = (ran(line, downloads) for line in commands(office, "record"))
    assert json.loads(row)["commitment"] == digest.split()[0]
    (downloads / "record.json").write_bytes((downloads / "record.json").read_bytes().replace("示例".encode(), "事例".encode(), 1))
    assert ran(commands(office, "record")[0], downloads) != digest


def test_the_ledger(office: Office, downloads: Path) -> None:
    digest, row, same = (ran(line, downloads) for line in commands(office, "ledger"))
    assert json.loads(row)["previous"] == digest.split()[0]
    assert same == "一致\n"
    (downloads / "old.jsonl").write_bytes((downloads / "old.jsonl").read_bytes().replace("公开".encode(), "更正".encode(), 1))
    with pytest.raises(AssertionError):
        ran(commands(office, "ledger")[2], downloads)


def test_the_program(office: Office, downloads: Path) -> None:
    for line in commands(office, "program"):
        assert "没有发现问题" in ran(line, downloads)
    (downloads / "downloaded" / A / "index.html").write_text("改了")
    with pytest.raises(AssertionError, match="内容与清单不符"):
        ran(commands(office, "program")[0], downloads)


def test_the_signature(office: Office, downloads: Path) -> None:
    (line,) = commands(office, "signature")
    assert "Good" in ran(line, downloads)
    (downloads / "manifest.json").write_bytes((downloads / "manifest.json").read_bytes().replace(b"2026-01-05", b"2026-01-06", 1))
    with pytest.raises(AssertionError):
        ran(line, downloads)
