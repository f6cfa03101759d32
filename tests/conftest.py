"""What every test may ask for: a copy of the toy register, its check, and goldens that only ``make golden`` rewrites."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from generator.finding import Finding
from generator.model.settings import Settings
from tests import toy as toy_register

# Tests look whether a command left anything behind in a project; what Python keeps beside the settings is not the command's.
os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
sys.dont_write_bytecode = True

# The suite gives the same verdict every time; ``make judge`` looks further, and elsewhere each time. A busy machine is no fault.
_PATIENT = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
hypothesis_settings.register_profile("suite", derandomize=True, **_PATIENT)
hypothesis_settings.register_profile("judge", max_examples=5_000, **_PATIENT)
hypothesis_settings.load_profile("suite")

#: Compares with a committed file; rewrites it under ``--update-golden``.
Golden = Callable[[Path, "str | bytes"], None]
CheckTree = Callable[..., "tuple[Finding, ...]"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update-golden``: write the expected files anew; read the difference like code.

    ``--every-page``: judge all pages of the sample site in the browser, not one of each sort. ``--switches``: how often the site is
    switched under a reader's eyes.
    """
    parser.addoption("--update-golden", action="store_true", help="重写标准答案文件")
    parser.addoption("--every-page", action="store_true", help="在浏览器里检查每个页面，不只是每种一页")
    parser.addoption("--switches", type=int, default=10, help="一边访问一边换版本，换几次")


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    """The content folder of a fresh copy of the toy register."""
    return toy_register.copy_toy(tmp_path)


@pytest.fixture
def settings() -> Settings:
    """The settings that the toy register belongs to."""
    return toy_register.SETTINGS


@pytest.fixture
def check_tree() -> CheckTree:
    """``check_tree(content, base=None, as_of=2026-09-01)``: all findings of a content folder."""
    return toy_register.check_tree


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """``golden(path, text_or_bytes)``: a missing or different file fails, unless goldens are being rewritten."""

    def compare(path: Path, actual: str | bytes) -> None:
        data = actual.encode() if isinstance(actual, str) else actual
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        assert path.is_file(), f"{path} is missing: make golden writes it"
        expected = path.read_bytes()
        if isinstance(actual, str):
            assert actual == expected.decode()
        assert data == expected

    return compare
