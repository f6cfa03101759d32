"""What may be left over in the settings of a real body, and what may not."""

from __future__ import annotations

import pytest

from generator.model.settings import Settings
from generator.rules.register import settings_foreign
from tests.model.builders import register
from tests.render.things import body

REAL = "bodies/shili-tjj"


def found(settings: Settings, name: str = "某县统计局", **changes: object) -> list[str]:
    """The settings that the rule complains of."""
    problems = settings_foreign.check(register(body(名称=name, **changes), settings=settings))
    return [problem.message.split(" ")[1] for problem in problems]


def test_a_sample_is_left_over_only_where_the_body_is_none() -> None:
    settings = Settings(owner="某县统计局", main_body=REAL, footer=(("联系方式", "示例县示例路1号"),))
    assert found(settings) == ["DISCLOSURE_FOOTER"]
    assert found(Settings(owner="示例县统计局", main_body=REAL, footer=settings.footer), "示例县统计局") == []


@pytest.mark.parametrize(("code", "complaints"), [("1400000001", []), ("4400000001", ["DISCLOSURE_FOOTER"]), ("bm00000001", [])])
def test_the_site_code_and_the_credit_code_are_of_one_province(code: str, complaints: list[str]) -> None:
    settings = Settings(owner="某县统计局", main_body=REAL, website_code=code)
    assert found(settings, 统一社会信用代码="11140000MB0000001B") == complaints


def test_a_body_that_is_not_registered_is_not_compared() -> None:
    assert found(Settings(owner="乙县统计局", main_body="bodies/yi-tjj")) == []
    assert found(Settings(owner="乙县统计局", main_body="bodies/yi-tjj", footer=(("地址", "某县统计局院内"),))) == ["DISCLOSURE_FOOTER"]
