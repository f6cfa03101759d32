"""What is published is what a commit has: nothing that git does not see goes out, and no move of the content hides an edit."""

from __future__ import annotations

import shutil
from collections.abc import Callable

import pytest

from tests.publish.office import FILE_A, A, Office
from tests.publish.test_relief_alone import FILE_C, SILENT, is_gone

pytestmark = pytest.mark.slow


def test_a_renamed_content_folder_hides_no_edit(office: Office) -> None:
    office.project.change(FILE_A, *SILENT)
    office.git("mv", "content", "data")
    office.commit()
    assert f"已经公开的记录改了，没有说明：{A}" in office.publish("--content", "data", code=2)
    office.project.change(FILE_A.replace("content", "data"), *reversed(SILENT))
    office.commit()
    office.publish("--content", "data")


def test_what_the_settings_import_is_committed_too(office: Office) -> None:
    office.project.settings("from pathlib import Path", "sys.path.insert(0, str(Path(__file__).parent))", "from extra import *")
    office.project.write("extra.py", 'DISCLOSURE_SITE_NAME = "示例专栏甲"\n')
    office.commit()
    office.publish()
    office.project.write("extra.py", 'DISCLOSURE_SITE_NAME = "示例专栏乙"\n')
    assert "有没有提交的改动：extra.py" in office.publish(code=2)


def _ignored(office: Office) -> str:
    (office.root / ".gitignore").write_text("__pycache__/\n*-901.md\n")
    office.commit()
    path = "penalties/2016/shili-2016-901.md"
    office.project.write(f"content/{path}", (office.root / FILE_C).read_text("utf-8").replace("〕1号", "〕901号"))
    return path


def _assumed(office: Office) -> str:
    office.git("update-index", "--assume-unchanged", FILE_A)
    office.project.change(FILE_A, *SILENT)
    return FILE_A.removeprefix("content/")


@pytest.mark.parametrize("hide", [_ignored, _assumed])
def test_what_git_does_not_look_at_is_not_published(office: Office, hide: Callable[[Office], str]) -> None:
    assert f"content 里有 git 不看的文件：{hide(office)}" in office.publish(code=2)


def test_before_the_first_commit(office: Office) -> None:
    shutil.rmtree(office.root / ".git")
    office.git("init", "-q")
    told = office.publish(code=2)
    assert "仓库里还没有提交" in told and "git commit" in told
    office.takedown(A)
    assert is_gone(office, A)
