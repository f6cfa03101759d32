"""Whatever stops a build, the old site stays as it was, nothing is left beside it, and one Chinese line says why."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

from tests.build.project import ROOT, Project, Result

RECORD = "content/penalties/2015/shili-2015-001.md"


def assert_untouched(project: Project, before: dict[str, str], result: Result, status: int, *words: str) -> None:
    """The build ended with ``status`` and these words, without a traceback, and changed nothing."""
    said = result.stdout + result.stderr
    assert result.returncode == status, said
    for word in words:
        assert word in said
    assert "Traceback" not in said
    assert project.site() == before
    assert project.beside == {"content", "theme", "settings.py", "site"}


def test_sound_build_says_what_it_did(project: Project) -> None:
    result = project.build()
    assert result.returncode == 0
    pages = sum(path.endswith(".html") for path in project.site())
    assert re.search(rf"{pages} 个页面，{len(project.site())} 个文件；\d+ 个警告、0 个提示；用时", result.stdout)
    assert result.stderr == ""


@pytest.mark.parametrize("jobs", [1, 2])
def test_bad_record(project: Project, jobs: int) -> None:
    before = project.site()
    project.change(RECORD, "决定日期: 20", "决定日期: 二〇")
    result = project.build(jobs=jobs)
    assert_untouched(project, before, result, 1, "content/penalties/2015/shili-2015-001.md", "1 个错误，没有生成网站")


BROKEN_TEMPLATES = {
    "syntax": "{% if %}",
    "undefined": "{{ frame.no_such_thing.at_all }}",
    "fails": "{{ 1 // 0 }}",
}


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("fault", BROKEN_TEMPLATES.values(), ids=BROKEN_TEMPLATES)
@pytest.mark.parametrize("template", ["record.html", "list.html", "page.html"])
def test_broken_template(project: Project, template: str, fault: str, jobs: int) -> None:
    before = project.site()
    name = "kinds/penalties.html" if template == "record.html" else template
    project.write(f"theme/templates/{name}", f"\n\n{fault}\n")
    result = project.build(jobs=jobs)
    assert_untouched(project, before, result, 3, "错误：模板 ", f"{name.rpartition('/')[2]} 第 3 行有错误", "怎么办：修改 theme/templates/")


KILL = """
import os, signal
from generator.render import write
parent = os.getpid()
whole = write.render_chunk
def render_chunk(start, end):
    if os.getpid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)
    whole(start, end)
write.render_chunk = render_chunk
"""


def test_killed_worker(project: Project) -> None:
    before = project.site()
    result = project.build(jobs=2, code=KILL)
    assert_untouched(project, before, result, 3, "生成页面的进程意外退出", "--jobs 1")


#: The process itself, as if the machine had lost its power while the data files are written.
KILL_EXPORTS = """
import os, signal
from generator.render import write
whole = write._render
def render(artefact, run):
    if artefact.path.endswith((".json", ".csv")):
        os.kill(os.getpid(), signal.SIGKILL)
    return whole(artefact, run)
write._render = render
"""


@pytest.mark.faults
def test_killed_while_exports_are_written(project: Project) -> None:
    before = project.site()
    assert any(path.endswith(".json") for path in before)
    project.change("theme/templates/base.html", '<main id="main"', '<main id="main" data-other')
    assert project.build(code=KILL_EXPORTS).returncode == -signal.SIGKILL
    assert project.site() == before
    assert project.build().returncode == 0
    assert project.site()["index.html"] != before["index.html"]
    assert project.beside == {"content", "theme", "settings.py", "site"}


FULL = """
import builtins, errno, io, os
whole = io.open
def full(file, mode="r", *rest, **more):
    if "w" in mode and str(file).endswith("robots.txt"):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(file))
    return whole(file, mode, *rest, **more)
io.open = builtins.open = full
"""


def test_full_disk(project: Project) -> None:
    before = project.site()
    assert_untouched(project, before, project.build(code=FULL), 3, "磁盘已满", "清理磁盘")


#: A limit that the kernel enforces: no file may grow beyond it.
LIMITED = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))\n"


@pytest.mark.parametrize("jobs", [1, 2])
def test_file_that_the_system_refuses_to_write(project: Project, jobs: int) -> None:
    before = project.site()
    assert_untouched(project, before, project.build(jobs=jobs, code=LIMITED), 3, "读写出错（File too large）")


SMUGGLE = """
from generator.render import write
whole = write.write_site
from generator.plugin import generate
def write_site(checked, plan, env, out, *rest, **more):
    whole(checked, plan, env, out, *rest, **more)
    {deed}
generate.write_site = write_site
"""


@pytest.mark.parametrize(
    ("deed", "words"),
    [
        ('(out / "robots.txt").unlink()', "计划生成的文件没有写出来"),
        ('(out / "extra.html").write_text("")', "写出了计划以外的文件"),
        ('(out / "extra").symlink_to("/etc")', "写出了计划以外的文件"),
    ],
)
def test_site_that_differs_from_its_plan(project: Project, deed: str, words: str) -> None:
    before = project.site()
    result = project.build(code=SMUGGLE.format(deed=deed))
    assert_untouched(project, before, result, 1, "page-missing", words, "没有启用")


def test_crash_of_the_program(project: Project) -> None:
    before = project.site()
    result = project.build(code="from generator import flow\ndef plan(checked): return {}['x']\nflow.plan = plan\n")
    assert_untouched(project, before, result, 3, "程序出错（KeyError: 'x'，generator/plugin/site.py:", "交给维护人员")


@pytest.mark.parametrize("jobs", [1, 2])
def test_interrupt(project: Project, jobs: int) -> None:
    before = project.site()
    code = "from generator.plugin import generate\ndef late(*a, **k): raise KeyboardInterrupt\ngenerate.write_site = late\n"
    assert_untouched(project, before, project.build(jobs=jobs, code=code), 130, "已中断，原来的网站没有改动")


SLOW = """
import os, time
from generator.render import write
parent, whole = os.getpid(), write.render_chunk
def render_chunk(start, end):
    whole(start, end)
    if os.getpid() != parent:
        os.write(1, b"rendering\\n")
        time.sleep(2)
write.render_chunk, write._CHUNK = render_chunk, 5
"""


@contextmanager
def slow_build(project: Project) -> Iterator[subprocess.Popen[str]]:
    """A build in a process group of its own, while its workers are at work and will be for seconds."""
    script = project.root.parent / "slow.py"
    script.write_text(
        SLOW + "import sys\nfrom datetime import date\nfrom pathlib import Path\nfrom generator.plugin import build\n"
        "sys.exit(build(Path('content'), Path('site'), Path('settings.py'), date(2026, 1, 5), 2, lambda found: None))\n",
        "utf-8",
    )
    process = subprocess.Popen(
        [sys.executable, str(script)], cwd=project.root, env={**os.environ, "PYTHONPATH": str(ROOT)}, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )
    assert process.stdout is not None
    assert [process.stdout.readline() for _ in range(2)] == ["rendering\n"] * 2
    yield process
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def assert_all_ended(group: int) -> None:
    """No process of the group is left after a short while."""
    for _ in range(50):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    raise AssertionError("a worker outlived the build")


@pytest.mark.faults
def test_ctrl_c_ends_all_processes(project: Project) -> None:
    before = project.site()
    with slow_build(project) as process:
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=30)
        assert_all_ended(process.pid)
    assert_untouched(project, before, Result(process.args, process.returncode, out, err), 130, "已中断")


@pytest.mark.faults
def test_killed_build_leaves_no_workers_and_no_lock(project: Project) -> None:
    before = project.site()
    with slow_build(project) as process:
        process.kill()
        process.communicate(timeout=30)
        assert_all_ended(process.pid)
    assert project.site() == before
    assert project.build().returncode == 0
    assert project.site() == before
    assert project.beside == {"content", "theme", "settings.py", "site"}


@pytest.mark.faults
def test_two_builds_at_once(project: Project) -> None:
    with slow_build(project) as first:
        second = project.build()
        assert second.returncode == 3
        assert "另一个生成正在写" in second.stderr
        assert project.build(output="other").returncode == 0
        out, _ = first.communicate(timeout=30)
    assert first.returncode == 0
    assert "已生成 site：" in out
