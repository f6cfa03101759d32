"""The throw-away site as a fixture."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pelican.throwaway import Site, make_site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A sound throw-away site."""
    return make_site(tmp_path)
