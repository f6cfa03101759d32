"""The full-text index, made by the real Pagefind and asked by the search page's own module in Node."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.cli.main import main
from generator.model.record import Record
from generator.publish.search_index import find_pagefind, index_site, read_pages
from generator.reading.searchable import texts_of
from generator.render.theme import THEME
from generator.rules.site.page_missing import check as pages_are_planned
from generator.rules.site.suppressed_text import check as nothing_is_told
from generator.writing.stage import Refusal
from tests.model.builders import withdrawal
from tests.render.column import Column, admitted, looked, render
from tests.render.scripts import node
from tests.render.things import body, decision, party

ROOT = Path(__file__).resolve().parents[2]
PAGEFIND = ROOT / "node_modules/.bin/pagefind"
TEXT = """# 行政处罚决定书

## 查明的事实

经查，当事人瞒报统计资料，违法数额为4441千元（B103-2表）。多次催报后仍拒绝提供统计资料。

## 处罚决定

警告；罚款人民币5000元。𠮷䶮镇。
"""
OTHER = TEXT.replace("瞒报统计资料", "提供虚假的统计数据").replace("𠮷䶮镇", "吉龑镇")


class Hit(NamedTuple):
    """A page that was found: its address, title, standing, and the words around the place."""

    path: str
    title: str
    marks: str
    before: str
    phrase: str
    after: str


def text_of(number: int, body_text: str, **changes: object) -> Record:
    """A decision with a full text."""
    made = decision(number, **changes)
    return made.model_copy(update={"origin": made.origin._replace(body=body_text)})


def ask(site: Path, *queries: str) -> list[list[Hit]]:
    """What the search page finds."""
    # Only a folder that says so holds modules for Node.
    modules = site.with_name(f"{site.name}-modules")
    modules.mkdir(exist_ok=True)
    (modules / "package.json").write_text('{"type": "module"}')
    for file in (THEME / "static/modules/fulltext.js", site / "pagefind/pagefind.js", Path(__file__).with_name("fulltext.mjs")):
        shutil.copy(file, modules)
    told = json.dumps([str(site / "pagefind"), queries])
    ran = subprocess.run([node(), str(modules / "fulltext.mjs")], input=told, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    return [[Hit(*hit) for hit in hits] for hits in json.loads(ran.stdout)]


@pytest.fixture
def column(tmp_path: Path) -> Column:
    """Two decisions with a text."""
    return render(admitted(body(), text_of(1, TEXT), text_of(2, OTHER)), tmp_path / "site")


def paths(hits: list[Hit]) -> list[str]:
    """The decisions among the pages that were found."""
    return sorted(hit.path.removesuffix("/index.html") for hit in hits if hit.path.startswith("/penalties/"))


FIRST, SECOND = "/penalties/shili-2025-001", "/penalties/shili-2025-002"


def test_chinese_is_found_wherever_it_stands(column: Column) -> None:
    assert PAGEFIND.is_file(), "Pagefind is not installed: make tools installs it"
    assert index_site(column.root, PAGEFIND) == len(list(read_pages(column.root)))
    wanted = {
        "瞒报统计资料": [FIRST],
        '"拒绝提供统计资料"': [FIRST, SECOND],
        "“拒绝提供统计资料”": [FIRST, SECOND],
        "报统计资": [FIRST],
        "统计资料 虚假": [SECOND],
        '"虚假的统计" 警告': [SECOND],
        "示统罚决字[2025]2号": [SECOND],
        "示统罚决字〔２０２５〕２号": [SECOND],
        "b103-2表": [FIRST, SECOND],
        "4441千元": [FIRST, SECOND],
        "444": [],
        "𠮷䶮": [FIRST],
        "资料多次": [],
        "资料统计": [],
        "（）": [],
    }
    answers = ask(column.root, *wanted)
    assert dict(zip(wanted, map(paths, answers), strict=True)) == wanted
    (hit,) = answers[0]
    assert (hit.path, hit.title) == (f"{FIRST}/index.html", "示统罚决字〔2025〕1号 - 行政处罚决定")
    assert hit.marks == "示例"
    assert (hit.before[-6:], hit.phrase, hit.after[:5]) == ("经查，当事人", "瞒报统计资料", "，违法数额")


def test_the_same_site_gives_the_same_bytes(column: Column) -> None:
    index_site(column.root, PAGEFIND)
    first = column.files
    index_site(column.root, PAGEFIND)
    assert column.files == first
    made = {path for path in first if path.startswith("pagefind/")}
    assert "pagefind/pagefind.js" in made
    assert json.loads(column.text("pagefind/state.json")) == {"pages": len(list(read_pages(column.root)))}
    assert not [path for path in made if "ui" in path or "worker" in path or "highlight" in path]


def test_only_records_that_are_open_are_read(tmp_path: Path) -> None:
    gone = render(
        admitted(body(), text_of(1, TEXT), text_of(2, OTHER), withdrawal("penalties/shili-2025-001", "shili-2026-001")), tmp_path
    )
    read = {page.path for page in read_pages(gone.root)}
    assert "penalties/shili-2025-002/index.html" in read
    assert not read & {"penalties/shili-2025-001/index.html", "penalties/index.html", "index.html", "search/index.html"}
    # The edition in force stands on its list's page.
    assert {path for path in read if path.startswith("bodies/")} == {"bodies/shili-tjj/index.html"}
    text = next(page.text for page in read_pages(gone.root) if page.path == "penalties/shili-2025-002/index.html")
    assert "更正与撤下" not in text
    assert "多次催报后仍拒绝提供统计资料。" in text


def test_nothing_of_a_withdrawn_page_stays(column: Column, tmp_path: Path) -> None:
    index_site(column.root, PAGEFIND)
    later = render(
        admitted(body(), text_of(1, TEXT), text_of(2, OTHER), withdrawal("penalties/shili-2025-001", "shili-2026-001")), tmp_path / "later"
    )
    assert later.text("pagefind/state.json") == '{"pages":0}\n'
    shutil.copytree(column.root / "pagefind", later.root / "pagefind", dirs_exist_ok=True)
    # The old index beside the new pages is just what the proof must see: in the page's own piece.
    told = {(trace.path.split("/")[1], trace.record, trace.field) for trace in looked(later).traces}
    assert ("fragment", "penalties/shili-2025-001", "正文") in told
    assert list(nothing_is_told(looked(later)))
    index_site(later.root, PAGEFIND)
    assert looked(later).traces == ()
    assert not [path for path in later.files if any("瞒报" in text for text in texts_of(path, later.files[path]))]
    assert ask(later.root, "瞒报统计资料") == [[]]


def test_the_index_is_in_no_plan_and_no_fault(column: Column) -> None:
    index_site(column.root, PAGEFIND)
    assert list(pages_are_planned(looked(column))) == []
    assert looked(column).traces == ()
    (column.root / "pagefinder.js").write_text("")
    assert [problem.path for problem in pages_are_planned(looked(column))] == ["pagefinder.js"]


def test_a_party_of_two_records_is_told_by_the_open_one(tmp_path: Path) -> None:
    records = [text_of(n, TEXT.replace("经查", f"经查第{n}次"), 当事人=party("示例共同有限公司")) for n in (1, 2)]
    made = render(admitted(body(), *records, withdrawal("penalties/shili-2025-001", "shili-2026-001")), tmp_path)
    index_site(made.root, PAGEFIND)
    assert looked(made).traces == ()


def stand_in(tmp_path: Path, script: str) -> Path:
    """A program that does what ``script`` says."""
    program = tmp_path / "pagefind-stand-in"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return program


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("echo pagefind 1.5.2", "Pagefind 的版本是 1.5.2，需要 1.6 或更高版本"),
        ("echo hello", "不是 Pagefind"),
        ("exit 127", "没有找到 Node"),
        ('case "$1" in --version) echo pagefind 1.6.0;; *) echo out of memory >&2; exit 3;; esac', "Pagefind 没有完成（out of memory）"),
    ],
    ids=["old", "other", "no-node", "fails"],
)
def test_what_does_not_work_is_refused_and_the_old_index_stays(column: Column, tmp_path: Path, script: str, message: str) -> None:
    index_site(column.root, PAGEFIND)
    before = column.files
    with pytest.raises(Refusal) as refused:
        index_site(column.root, stand_in(tmp_path, script))
    assert message in refused.value.message
    assert refused.value.hint
    assert column.files == before


def test_a_program_that_cannot_run_is_refused(column: Column, tmp_path: Path) -> None:
    program = stand_in(tmp_path, "")
    program.chmod(0o644)
    with pytest.raises(Refusal) as refused:
        index_site(column.root, program)
    assert "不能运行" in refused.value.message


def test_folders_that_are_no_site_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        index_site(tmp_path, PAGEFIND)
    assert "不是本程序生成的网站" in refused.value.message
    empty = render(admitted(), tmp_path / "empty")
    with pytest.raises(Refusal) as refused:
        index_site(empty.root, PAGEFIND)
    assert "没有可以检索全文的页面" in refused.value.message
    assert [path for path in empty.files if "pagefind" in path] == ["pagefind/state.json"]


def test_the_program_is_looked_for_where_npm_puts_it(tmp_path: Path) -> None:
    assert find_pagefind(None, tmp_path, ROOT) == PAGEFIND
    for given, places in ((None, [tmp_path]), (str(tmp_path / "none"), [ROOT])):
        with pytest.raises(Refusal) as refused:
            find_pagefind(given, *places)
        assert "npm ci" in refused.value.hint


def test_the_command_says_what_it_did(column: Column, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search-index", str(column.root), "--pagefind", str(PAGEFIND)]) == 0
    assert capsys.readouterr().out == f"已给 {column.root} 的 {len(list(read_pages(column.root)))} 个页面做全文索引\n"
    assert (column.root / "pagefind/pagefind.js").is_file()
