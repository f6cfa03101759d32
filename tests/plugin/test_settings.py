"""The forms of the settings that become page tags and 索引号."""

from __future__ import annotations

import pytest

from generator.plugin.settings import site_settings
from generator.writing.stage import Refusal


@pytest.mark.parametrize(("name", "value"), [
    ("WEBSITE_DOMAIN", "https://www.a.gov.cn/"), ("WEBSITE_DOMAIN", "www"), ("WEBSITE_CODE", "140882"), ("WEBSITE_CODE", "bm0100000"),
    ("WEBSITE_CODE", "１４０８８２００００"), ("WEBSITE_NAME", None), ("INDEX_NUMBER", "{编号}"), ("INDEX_NUMBER", "{类别}/{编号}/{序号}"),
    ("INDEX_NUMBER", "{类别}/{编号"),
])
def test_a_wrong_form_is_refused_with_the_right_one(name: str, value: object) -> None:
    with pytest.raises(Refusal) as refusal:
        site_settings({f"DISCLOSURE_{name}": value})
    assert f"DISCLOSURE_{name}" in str(refusal.value)


def test_right_forms_and_unknown_values_pass() -> None:
    settings = site_settings({
        "DISCLOSURE_WEBSITE_DOMAIN": "www.hejin.gov.cn", "DISCLOSURE_WEBSITE_CODE": "bm01000001",
        "DISCLOSURE_INDEX_NUMBER": "{信用代码}/{年份}-{类别}{编号}", "DISCLOSURE_WEBSITE_NAME": "",
    })
    assert (settings.website_domain, settings.website_code) == ("www.hejin.gov.cn", "bm01000001")
    assert settings.index_number == "{信用代码}/{年份}-{类别}{编号}"
