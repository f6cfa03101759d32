"""The same content, day and settings give the same bytes: in any place, on any machine, by either command, in any number of processes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.build.project import Project, make_project
from tests.build.stranger import NOBODY, another_user, give

#: Everything about the surroundings that must not matter, all of it different at once.
SURROUNDINGS = [
    {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "0"},
    {"TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"},
    {"TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "4242", "LANG": "de_DE", "COLUMNS": "40"},
]
UMASKS = [0o022, 0o077, 0o002]
JOBS = [1, 2, 3]
#: The folder to work in, the processors that there seem to be, and those that may be used.
MACHINES = [
    "",
    "import os\nos.chdir('/')\nos.cpu_count = lambda: 7\n",
    "import os\nos.chdir('/tmp')\nos.sched_setaffinity(0, {min(os.sched_getaffinity(0))})\n",
]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    """The digests of the site as it was built in each of the surroundings: from copies in folders of different depth, whose files were
    written in different orders and at different times, with another current folder, another user, other processors.
    """
    first = make_project(tmp_path_factory.mktemp("one"), records=60)
    found = []
    for number, (env, umask, jobs, code) in enumerate(zip(SURROUNDINGS, UMASKS, JOBS, MACHINES, strict=True)):
        root = tmp_path_factory.mktemp("copies") / "/".join("x" * (number + 1)) / "项目"
        _copy(first.root, root, backwards=bool(number % 2))
        user = another_user() if number == 1 else ()
        if user:
            give(root)
        before = os.umask(umask)
        try:
            result = Project(root).build(jobs=jobs, env=env, code=code, prefix=user)
        finally:
            os.umask(before)
        assert result.returncode == 0, result.stderr
        assert (root / "site").stat().st_uid == (NOBODY if user else os.geteuid())
        found.append(Project(root).site())
    return found


def _copy(source: Path, copy: Path, *, backwards: bool) -> None:
    files = sorted((file for file in source.rglob("*") if file.is_file()), reverse=backwards)
    for number, file in enumerate(files):
        new = copy / file.relative_to(source)
        new.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, new)
        os.utime(new, (number, number))


def test_surroundings_do_not_matter(sites: list[dict[str, str]]) -> None:
    assert sites[0] == sites[1] == sites[2]
    assert len(sites[0]) > 60


def test_plain_pelican_gives_the_same_bytes(project: Project) -> None:
    built = project.site()
    result = project.pelican("-o", "plain", env={"TZ": "Pacific/Apia", "LC_ALL": "C"})
    assert result.returncode == 0, result.stdout + result.stderr
    assert project.site("plain") == built


def test_order_of_the_folder_does_not_matter(project: Project) -> None:
    built = project.site()
    content = project.root / "content"
    files = sorted((file for file in content.rglob("*") if file.is_file()), reverse=True)
    for file in files:
        copy = project.root / "new" / file.relative_to(content)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
        os.utime(copy, (0, 0))
    shutil.rmtree(content)
    (project.root / "new").rename(content)
    assert project.build().returncode == 0
    assert project.site() == built


def test_current_folder_does_not_matter(project: Project, tmp_path: Path) -> None:
    built = project.site()
    code = "import os; os.chdir('/')\n"
    assert project.build(code=code, output="elsewhere").returncode == 0
    assert project.site("elsewhere") == built


def test_day_matters_where_it_should(project: Project) -> None:
    project.change("content/penalties/2015/shili-2015-001.md", "公开日期: 2015", "公开日期: 2035")
    assert project.build().returncode == 0
    assert "penalties/shili-2015-001/index.html" not in project.site()
    late = project.pelican("-o", "late", env={"DISCLOSURE_AS_OF": "2036-01-05"})
    assert late.returncode == 0, late.stdout + late.stderr
    assert "penalties/shili-2015-001/index.html" in project.site("late")


def test_repository_itself_builds_with_both_settings(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    for settings in ("pelicanconf.py", "publishconf.py"):
        command = [sys.executable, "-P", "-m", "pelican", "content", "-s", settings, "-o", str(tmp_path / settings)]
        environment = {**os.environ, "DISCLOSURE_AS_OF": "2026-11-25"}
        result = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, timeout=120)
        assert result.returncode == 0, result.stdout + result.stderr
    assert "略去示例" in result.stdout
    everything = "".join(file.read_text("utf-8") for file in (tmp_path / "publishconf.py").rglob("*.html"))
    assert "示例县" not in everything
    assert "河津市统计局" in everything
