"""The program that outsiders download, and ``check_release``: both find every way in which a release can be tampered with.

They share no code, so that each is the other's witness. The program runs by itself, without this project on its path.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.publish import verifier
from generator.publish.check import check_release, open_release
from generator.publish.manifest import read_manifest
from generator.publish.release import Way
from generator.publish.rollback import roll_back
from generator.publish.signature import Signer, check_signature
from generator.writing.stage import Refusal
from tests.publish.test_publishing import Server
from tests.publish.things import Builder, Place, Thing, things

A, B, C = "penalties/2026-001", "penalties/2026-002", "penalties/2026-003"


@pytest.fixture
def busy(place: Place) -> Place:
    """A place after a correction, a withdrawal and a rollback."""
    site = Builder(things(A, B, C) | {B: Thing(standing="withdrawn", acts=("withdrawals/2026-001",))})
    place.publish(site)
    site.things[A] = Thing(words="改了", standing="corrected", acts=("corrections/2026-001",))
    site.things["penalties/2026-004"] = Thing()
    place.publish(site)
    roll_back(place.target, "示例", 1)
    site.things[C] = Thing(late="已缴纳")
    place.publish(site)
    return place


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """The program as an outsider runs it."""
    program = shutil.copy(verifier.__file__, cwd / "downloaded.py")
    return subprocess.run(
        [sys.executable, "-I", program, *arguments], cwd=cwd, capture_output=True, text=True, timeout=60,
        env={"PYTHONIOENCODING": "utf-8"},
    )


def test_a_sound_release_passes_both(busy: Place, tmp_path: Path) -> None:
    assert busy.problems() == []
    done = run(str(busy.live), cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    assert "没有发现问题" in done.stdout
    assert "4 条记录，第 4 次发布" in done.stdout


def rewrite(root: Path, path: str, data: bytes) -> None:
    """Change a file and make the manifest agree: who can write the site can do that."""
    (root / path).write_bytes(data)
    manifest = root / "manifest.json"
    old = read_manifest(manifest.read_bytes(), "").files[path]
    manifest.write_bytes(manifest.read_bytes().replace(old.encode(), hashlib.sha256(data).hexdigest().encode()))


def alter_record(root: Path) -> None:
    """Another text in a record, and the manifest to match."""
    data = (root / A / "record.json").read_bytes()
    rewrite(root, f"{A}/record.json", data.replace("改了".encode(), "又改".encode()))


def alter_ledger(root: Path) -> None:
    """Another id in an old line, and the manifest to match."""
    rewrite(root, "ledger.jsonl", (root / "ledger.jsonl").read_bytes().replace(b"2026-003", b"2026-005", 1))


def cut_ledger(root: Path) -> None:
    """The last line gone, and the manifest to match."""
    data = (root / "ledger.jsonl").read_bytes()
    rewrite(root, "ledger.jsonl", data[: data.rindex(b"\n", 0, -1) + 1])


def drop_record(root: Path) -> None:
    """A record gone, and the manifest to match."""
    manifest = root / "manifest.json"
    lines = manifest.read_text("utf-8").splitlines(keepends=True)
    manifest.write_text("".join(line for line in lines if C not in line), "utf-8")
    shutil.rmtree(root / C)


def unhide(root: Path) -> None:
    """A tombstone made a current record again."""
    manifest = root / "manifest.json"
    manifest.write_text(manifest.read_text("utf-8").replace('"withdrawn"', '"current"'), "utf-8")


TAMPERINGS: dict[str, tuple[Callable[[Path], object], str]] = {
    "page": (lambda root: (root / A / "index.html").write_text("改了"), "内容与清单不符"),
    "page gone": (lambda root: (root / A / "index.html").unlink(), "清单里有，网站里没有"),
    "page added": (lambda root: (root / "new.html").write_text(""), "网站里有，清单里没有"),
    "salt": (lambda root: rewrite(root, f"{A}/record.salt", b"0" * 64), "台账"),
    "salt left": (lambda root: (root / B / "record.salt").write_text("0" * 64), "盐值"),
    "record": (alter_record, "台账"),
    "record gone": (drop_record, "台账里有，网站里没有"),
    "unhidden": (unhide, "台账"),
}


@pytest.mark.parametrize(("tamper", "words"), TAMPERINGS.values(), ids=TAMPERINGS)
def test_tampering_is_found_by_both(busy: Place, tmp_path: Path, tamper: Callable[[Path], object], words: str) -> None:
    copy = Path(shutil.copytree(busy.live.resolve(), tmp_path / "copy"))
    tamper(copy)
    assert any(words in str(problem) for problem in check_release(open_release(copy)))
    done = run(str(copy), cwd=tmp_path)
    assert done.returncode == 1
    assert words in done.stdout


@pytest.mark.parametrize(("tamper", "words"), [(alter_ledger, "接不上"), (cut_ledger, "")], ids=["altered", "cut"])
def test_a_tampered_ledger_is_found_by_both(busy: Place, tmp_path: Path, tamper: Callable[[Path], object], words: str) -> None:
    copy = Path(shutil.copytree(busy.live.resolve(), tmp_path / "copy"))
    tamper(copy)
    if words:
        with pytest.raises(Refusal, match=words):
            open_release(copy)
    else:
        assert list(check_release(open_release(copy))) != []
    done = run(str(copy), cwd=tmp_path)
    assert done.returncode == 1
    assert words in done.stdout


def test_an_old_ledger_is_the_beginning_of_the_new_one(busy: Place, tmp_path: Path) -> None:
    old = tmp_path / "old.jsonl"
    data = (busy.live / "ledger.jsonl").read_bytes()
    old.write_bytes(data[: data.index(b"\n") + 1])
    assert run(str(busy.live), "--previous", str(old), cwd=tmp_path).returncode == 0
    old.write_bytes(data.replace(b"2026-001", b"2026-009", 1))
    done = run(str(busy.live), "--previous", str(old), cwd=tmp_path)
    assert done.returncode == 1
    assert "历史被改写了" in done.stdout


def test_the_whole_site_over_http(busy: Place, tmp_path: Path) -> None:
    assert (busy.live / B / ".gone").is_file(), "what a web server keeps back is in the manifest"
    url = Server(busy).url
    done = run(url, cwd=tmp_path)
    assert (done.returncode, done.stdout.count("错误")) == (0, 0), done.stdout
    (busy.live / C / "index.html").unlink()
    assert f"{C}/index.html：清单里有，网站里没有" in run(url, cwd=tmp_path).stdout


def test_one_record_over_http(busy: Place, tmp_path: Path) -> None:
    url = Server(busy).url
    for ref in (A, B):
        done = run(url, "--record", ref, cwd=tmp_path)
        assert done.returncode == 0, done.stdout
        assert "1 条记录" in done.stdout
    (busy.live / A / "index.html").write_text("改了")
    assert f"{A}/index.html：内容与清单不符" in run(url, "--record", A, cwd=tmp_path).stdout
    assert run(url, "--record", B, cwd=tmp_path).returncode == 0


@pytest.mark.parametrize("arguments", [("nowhere",), (".", "--record", "x/1"), ("http://127.0.0.1:1/",)])
def test_what_cannot_be_opened_is_said(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout.startswith("打不开：")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("arguments", "code"), [((), 2), (("--nothing", "."), 2), (("--help",), 0)])
def test_its_usage_is_told_in_chinese(tmp_path: Path, arguments: tuple[str, ...], code: int) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (code, "")
    assert "python3 verify.py 网址或者文件夹" in done.stdout
    assert "usage" not in done.stdout


def test_the_page_s_own_commands(busy: Place, tmp_path: Path) -> None:
    record = busy.live / A
    shell = f"cat record.salt record.json | sha256sum | cut -c 1-64; grep '\"{A}\"' ../../ledger.jsonl | tail -n 1"
    digest, row = subprocess.run(["sh", "-c", shell], cwd=record, capture_output=True, text=True, check=True).stdout.splitlines()
    assert json.loads(row)["commitment"] == digest
    shell = "sed -n 4p ledger.jsonl | tr -d '\\n' | sha256sum | cut -c 1-64; sed -n 5p ledger.jsonl"
    digest, row = subprocess.run(["sh", "-c", shell], cwd=busy.live, capture_output=True, text=True, check=True).stdout.splitlines()
    assert json.loads(row)["previous"] == digest
    (tmp_path / "old.jsonl").write_bytes((busy.live / "ledger.jsonl").read_bytes()[:200])
    shell = f'cmp -n "$(stat -c %s {tmp_path}/old.jsonl)" {tmp_path}/old.jsonl ledger.jsonl && echo 一致'
    assert "一致" in subprocess.run(["sh", "-c", shell], cwd=busy.live, capture_output=True, text=True, check=True).stdout


def test_signature(place: Place, site: Builder, tmp_path: Path) -> None:
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "示例", "-f", str(key)], check=True)
    place.publish(site, way=Way(signer=Signer(key)))
    signers = tmp_path / "allowed_signers"
    signers.write_text(f"publisher {key.with_suffix('.pub').read_text()}")
    manifest = place.live / "manifest.json"
    assert place.problems() == []
    assert check_signature(manifest, signers, "publisher") == ""
    assert "签名不对" in check_signature(manifest, signers, "somebody")
    shell = (
        f"ssh-keygen -Y verify -n disclosure-manifest -f {signers} -I publisher -s manifest.json.sig < manifest.json"
    )
    subprocess.run(["sh", "-c", shell], cwd=place.live, check=True, capture_output=True)
    whole = manifest.read_bytes()
    manifest.write_bytes(whole.replace(b"2026-09-01", b"2026-09-02", 1))
    assert "签名不对" in check_signature(manifest, signers, "publisher")
    (place.live / "manifest.json.sig").unlink()
    assert check_signature(manifest, signers, "publisher") == "没有签名文件"
    manifest.write_bytes(whole)
    site.things[C] = Thing()
    place.publish(site)
    roll_back(place.target, "示例", 1, Signer(key))
    assert place.problems() == []
    assert check_signature(manifest, signers, "publisher") == "", "a release that goes back is signed like any other"
    site.things["penalties/2026-004"] = Thing()
    with pytest.raises(Refusal, match="签名没有成功"):
        place.publish(site, way=Way(signer=Signer(tmp_path / "allowed_signers")))
