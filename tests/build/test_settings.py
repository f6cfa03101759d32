"""The column's settings: what is taken from the settings file, and what is refused with a Chinese sentence."""

from __future__ import annotations

import locale
from datetime import date
from pathlib import Path

import pytest

from generator.model.settings import Link, Settings
from generator.plugin.build import build
from generator.plugin.settings import day_of_build, load_settings, site_settings
from generator.primitives import clock
from generator.writing.stage import Refusal
from tests.build.project import ROOT


def test_absent_settings_have_defaults() -> None:
    assert site_settings({"SITENAME": "x"}) == Settings()


def test_all_settings_are_taken() -> None:
    found = site_settings(
        {
            "DISCLOSURE_SITE_NAME": "栏目",
            "DISCLOSURE_OWNER": "示例县统计局",
            "DISCLOSURE_MAIN_BODY": "bodies/shili-tjj",
            "DISCLOSURE_SITE_ADDRESS": "https://shili.example/zfgs/",
            "DISCLOSURE_INCLUDE_SAMPLES": False,
            "DISCLOSURE_SERVICE_SITE": ["政务", "https://zw.example/"],
            "DISCLOSURE_PORTAL": None,
            "DISCLOSURE_FOOTER": [("主办单位", "示例县统计局")],
            "DISCLOSURE_PAGE_SIZE": 20,
        }
    )
    assert found == Settings(
        site_name="栏目", owner="示例县统计局", main_body="bodies/shili-tjj", site_address="https://shili.example/zfgs/",
        include_samples=False, service_site=Link("政务", "https://zw.example/"), portal=None,
        footer=(("主办单位", "示例县统计局"),), page_size=20,
    )


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("DISCLOSURE_PAGE_SIZE", "50", "大于 0 的整数"),
        ("DISCLOSURE_PAGE_SIZE", True, "大于 0 的整数"),
        ("DISCLOSURE_PAGE_SIZE", 0, "大于 0 的整数"),
        ("DISCLOSURE_INCLUDE_SAMPLES", "否", "True 或 False"),
        ("DISCLOSURE_INCLUDE_SAMPLES", 0, "True 或 False"),
        ("DISCLOSURE_SITE_ADDRESS", "https://shili.example/zfgs", "以 / 结尾"),
        ("DISCLOSURE_SITE_ADDRESS", "shili.example/", "以 / 结尾"),
        ("DISCLOSURE_PORTAL", "https://shili.example/", "名称和网址"),
        ("DISCLOSURE_PORTAL", ("门户", "javascript:x"), "名称和网址"),
        ("DISCLOSURE_FOOTER", {"主办单位": "x"}, "若干对名称和内容"),
        ("DISCLOSURE_FOOTER", [("主办单位", 1)], "若干对名称和内容"),
        ("DISCLOSURE_MAIN_BODY", "hejin-tjj", "执法主体的编号"),
        ("DISCLOSURE_OWNER", None, "一段文字"),
    ],
)
def test_wrong_value_is_refused_with_the_right_form(name: str, value: object, words: str) -> None:
    with pytest.raises(Refusal, match=name) as refusal:
        site_settings({name: value})
    assert words in refusal.value.hint


@pytest.mark.parametrize(
    ("name", "hint"), [("DISCLOSURE_OWNR", "是不是想写 DISCLOSURE_OWNER？"), ("DISCLOSURE_QQQ", "可用的名称：DISCLOSURE_SITE_NAME、")]
)
def test_unknown_name_is_refused(name: str, hint: str) -> None:
    with pytest.raises(Refusal, match=name) as refusal:
        site_settings({name: "x"})
    assert refusal.value.hint.startswith(hint)


def test_files_of_the_repository_differ_in_what_publishing_needs() -> None:
    preview, _ = load_settings(ROOT / "pelicanconf.py")
    public, pelican = load_settings(ROOT / "publishconf.py")
    assert (preview.include_samples, public.include_samples) == (True, False)
    assert preview.owner == public.owner == "河津市统计局"
    assert pelican["JINJA_ENVIRONMENT"]["autoescape"] is True
    assert pelican["STATIC_PATHS"] == pelican["ARTICLE_PATHS"] == pelican["DIRECT_TEMPLATES"] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [("X = (", "第 1 行不符合 Python 语法"), ("1 / 0", "ZeroDivisionError"), ("THEME = 'nowhere'", "Could not find the theme")],
)
def test_settings_file_that_cannot_be_used(tmp_path: Path, text: str, words: str) -> None:
    file = tmp_path / "conf.py"
    file.write_text(f"PATH = '.'\n{text}\n" if "THEME" in text else text, "utf-8")
    with pytest.raises(Refusal, match="设置文件") as refusal:
        load_settings(file)
    assert words in refusal.value.message


@pytest.mark.parametrize(
    ("content", "settings", "words"), [("nowhere", "pelicanconf.py", "没有内容文件夹"), ("content", "none.py", "没有设置文件")]
)
def test_wrong_paths_end_with_two(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, settings: str, words: str
) -> None:
    status = build(ROOT / content, tmp_path / "site", ROOT / settings, date(2026, 1, 5), 1, lambda found: None)
    assert status == 2
    assert words in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_locale_of_the_process_is_kept() -> None:
    before = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, "C.UTF-8")
        load_settings(ROOT / "pelicanconf.py")
        assert locale.setlocale(locale.LC_CTYPE) == "C.UTF-8"
    finally:
        locale.setlocale(locale.LC_ALL, before)


def test_day_of_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISCLOSURE_AS_OF", raising=False)
    assert day_of_build({}) == clock.today()
    monkeypatch.setenv("DISCLOSURE_AS_OF", "2026-01-05")
    assert day_of_build({}) == date(2026, 1, 5)
    assert day_of_build({"DISCLOSURE_AS_OF": "2026-02-01"}) == date(2026, 2, 1)


@pytest.mark.parametrize("text", ["2026年1月5日", "20260105", "2026-02-30", "2026-W01-1", " 2026-01-05"])
def test_day_in_another_form_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="不是日期"):
        day_of_build({"DISCLOSURE_AS_OF": text})
