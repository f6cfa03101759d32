"""The toy register, rendered once for all tests that only read it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests import toy
from tests.render.column import Column, check_toy, render

ADDRESS = "https://toy.example/zfgs/"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Column:
    """The toy register's site."""
    return render(check_toy(), tmp_path_factory.mktemp("site"), toy.CONTENT)


@pytest.fixture(scope="session")
def addressed(tmp_path_factory: pytest.TempPathFactory) -> Column:
    """The same with an address and pages of two rows."""
    settings = replace(toy.SETTINGS, site_address=ADDRESS, page_size=2)
    return render(check_toy(settings=settings), tmp_path_factory.mktemp("addressed"), toy.CONTENT)
