"""Our adapter inside plain ``pelican``: what Pelican forgives (tests/pelican) must not get past it."""

from __future__ import annotations

import ast
import inspect

import pytest

from generator import plugin
from tests.build.project import Project, Result

RECORD = "content/penalties/2015/shili-2015-001.md"


def assert_refused(project: Project, before: dict[str, str], result: Result, status: int, *words: str) -> None:
    """Pelican ended with ``status`` and these words, without a traceback, and the old site is untouched."""
    said = result.stdout + result.stderr
    assert result.returncode == status, said
    for word in words:
        assert word in said
    assert "Traceback" not in said
    assert project.site() == before
    assert project.beside == {"content", "theme", "settings.py", "site"}


def test_register_only_connects() -> None:
    function = ast.parse(inspect.getsource(plugin.register)).body[0]
    assert isinstance(function, ast.FunctionDef)
    calls = list(function.body[1:])
    assert len(calls) == 5
    for call in calls:
        assert ast.unparse(call).startswith("signals.")
        assert ".connect(" in ast.unparse(call)


@pytest.mark.parametrize("quiet", [(), ("-q",), ("--fatal", "errors", "-q")])
def test_bad_record_stops_pelican_however_it_is_called(project: Project, quiet: tuple[str, ...]) -> None:
    before = project.site()
    project.change(RECORD, "处罚种类: [警告, 罚款]", "处罚种类: [警告, 罚钱]")
    assert_refused(project, before, project.pelican(*quiet), 1, "choice-unknown", "1 个错误，没有生成网站")


@pytest.mark.parametrize(
    "text",
    ["没有标题。\n", "Title: 甲\nDate: 某日\n\n正文\n", "Title: 甲\nStatus: odd\n\n正文\n", "Title: 甲\nSave_as: index.html\n\n正文\n",
     "Title: 甲\nStatus: draft\n\n正文\n", "Title: 甲\nSlug: elsewhere\n\n正文\n", "Title: 甲\nLang: en\n\n正文\n"],
    ids=["no title", "bad date", "bad status", "over the home page", "draft", "other slug", "other language"],
)
def test_page_that_pelican_would_leave_out_or_put_elsewhere(project: Project, text: str) -> None:
    before = project.site()
    project.write("content/pages/odd.md", text)
    assert_refused(project, before, project.pelican(), 1, "pages/odd")


def test_file_that_a_page_links_to_is_not_smuggled_out(project: Project) -> None:
    before = project.site()
    project.write("content/attachments/penalties/shili-2015-001/secret.txt", "撤下的内容\n")
    project.write("content/pages/more.md", "Title: 更多\n\n[附件]({static}/attachments/penalties/shili-2015-001/secret.txt)\n")
    assert_refused(project, before, project.pelican(), 1, "secret.txt")


def test_raw_html_page_is_refused(project: Project) -> None:
    before = project.site()
    project.write("content/pages/raw.html", "<html><head><title>R</title></head><body><script>x</script></body></html>")
    assert_refused(project, before, project.pelican(), 1, "content/pages/raw.html")


PAGE = """\
Title: 更多 & 其他

## 一

**说明：**见[本栏]({filename}about.md)、[决定](penalties/shili-2015-001)。

| 甲 | 乙 |
| - | - |
| 1 | 2 |
"""


def test_page_is_sanitised_and_its_links_resolved(project: Project) -> None:
    project.write("content/pages/more.md", PAGE)
    result = project.pelican()
    assert result.returncode == 0, result.stdout + result.stderr
    page = project.page("pages/more/index.html")
    assert "更多 &amp; 其他" in page
    assert "<strong>说明：</strong>" in page
    assert '<a href="../../pages/about/index.html">' in page
    assert '<a href="../../penalties/shili-2015-001/index.html">决定</a>' in page
    assert "<table>" in page


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('DISCLOSURE_SITENAME = "x"', "是不是想写 DISCLOSURE_SITE_NAME"),
        ("PELICAN_CLASS = 'pelican.Pelican'", "PELICAN_CLASS = plugin.SitePelican"),
        ("OUTPUT_PATH = 'content/site'", "位于 content 里面"),
    ],
)
def test_wrong_setting(project: Project, line: str, words: str) -> None:
    before = project.site()
    project.settings(line)
    assert_refused(project, before, project.pelican(), 2, words)


def test_wrong_day_in_the_environment(project: Project) -> None:
    before = project.site()
    assert_refused(project, before, project.pelican(env={"DISCLOSURE_AS_OF": "20260105"}), 2, "DISCLOSURE_AS_OF")


def test_setting_goes_before_the_environment(project: Project) -> None:
    project.change(RECORD, "公开日期: 2015", "公开日期: 2035")
    project.settings('DISCLOSURE_AS_OF = "2036-01-01"')
    assert project.pelican().returncode == 0
    assert "penalties/shili-2015-001/index.html" in project.site()


INTERRUPTED = """
from generator.plugin import generate
def interrupt(*rest, **more): raise KeyboardInterrupt
generate.write_site = interrupt
"""


def test_interrupt_does_not_end_with_status_zero(project: Project) -> None:
    before = project.site()
    project.settings(INTERRUPTED)
    assert_refused(project, before, project.pelican(), 130, "已中断")


#: Stands in for a clerk at the preview: each wait for a change makes the next change, then looks at the site.
CLERK = """
import sys
from pathlib import Path
import pelican
record, template = Path({record!r}), Path("theme/templates/list.html")
sound, sheet = record.read_text("utf-8"), template.read_text("utf-8")
deeds = iter([
    lambda: record.write_text(sound.replace("[警告, 罚款]", "[警告, 罚钱]"), "utf-8"),
    lambda: template.write_text("{{% if %}}", "utf-8"),
    lambda: (record.write_text(sound, "utf-8")),
    lambda: template.write_text(sheet, "utf-8"),
    lambda: record.write_text(sound.replace("示例县示例镇", "示例县新示例镇"), "utf-8"),
])
def wait(*_):
    page = Path("site/penalties/shili-2015-001/index.html").read_text("utf-8")
    print("LOOK", "新示例镇" in page, flush=True)
    deed = next(deeds, None)
    if deed is None:
        raise SystemExit(77)
    deed()
    return set()
pelican.wait_for_changes = wait
"""


def test_autoreload_checks_each_change_and_survives_faults(project: Project) -> None:
    project.settings(CLERK.format(record=RECORD))
    result = project.pelican("--autoreload")
    said = result.stdout + result.stderr
    assert result.returncode == 77, said
    looks = [line for line in result.stdout.splitlines() if line.startswith("LOOK")]
    assert looks == ["LOOK False"] * 5 + ["LOOK True"]
    assert said.count("choice-unknown") == 2  # the bad record, then the same beside the bad template
    assert said.count("list.html 第 1 行有错误") == 1
    assert "Traceback" not in said
    assert project.beside == {"content", "theme", "settings.py", "site"}
