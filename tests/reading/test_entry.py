"""Names of files: passed over, refused, accepted."""

from __future__ import annotations

import pytest

from generator.reading.entry import first_flaw, is_passed_over


@pytest.mark.parametrize("name", [".gitkeep", ".DS_Store", ".x.yaml.swp", "x.yaml~", "~$x.docx", ".git", "~"])
def test_passed_over(name: str) -> None:
    assert is_passed_over(name)


@pytest.mark.parametrize("name", [".", "..", "2020-001.md", "x~y", "x.", "决定书.pdf"])
def test_not_passed_over(name: str) -> None:
    assert not is_passed_over(name)


@pytest.mark.parametrize(
    "path", ["penalties/2020/2020-001.md", "attachments/a/决定书（扫描件） 1.pdf", "a/𠮷.md", "a/é.md"]
)
def test_safe(path: str) -> None:
    assert first_flaw(path.split("/")) is None


@pytest.mark.parametrize(
    ("path", "reason", "shown"),
    [
        ("a/../b", "dots", "a/.."),
        ("./b", "dots", "."),
        ("a//b", "dots", "a/"),
        ("a\\b/c", "backslash", "a\\b"),
        ("a/b\nc", "control", "a/b\\nc"),
        ("a/\x1b[31m", "control", "a/\\x1b[31m"),
        ("a/b\u202e.md", "control", "a/b\\u202e.md"),
        ("a/b\u200b.md", "control", "a/b\\u200b.md"),
        ("a/\udcb0\udca1.md", "not-utf8", "a/\\xb0\\xa1.md"),
        ("a/e\u0301.md", "not-nfc", "a/e\u0301.md"),
    ],
)
def test_refused_and_shown_without_harm(path: str, reason: str, shown: str) -> None:
    entry = first_flaw(path.split("/"))
    assert entry is not None
    assert entry.fault is not None
    assert (entry.path, entry.size, entry.fault.code, entry.fault.context) == (
        shown,
        0,
        "path-unsafe",
        {"reason": reason},
    )
    assert entry.path.encode("utf-8")
