"""The small project as a fixture: sound, and built once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.build.project import Project, make_project


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with its site; tests take copies of it."""
    project = make_project(tmp_path_factory.mktemp("built") / "project")
    result = project.build()
    assert result.returncode == 0, result.stderr
    return project


@pytest.fixture
def project(built_once: Project, tmp_path: Path) -> Project:
    """A project of one's own, with the site of an earlier build."""
    shutil.copytree(built_once.root, tmp_path / "project")
    return Project(tmp_path / "project")
