"""The pictures of the site: all there, small, and shown to whoever reads about it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from tests.browser.sample import ROOT
from tests.browser.screenshots import FOLDER, LIMIT, PAGES, VIEWS

NAMES = {f"{name}-{view.name}.png" for name in PAGES for view in VIEWS}


def test_there_is_one_of_each_and_no_other() -> None:
    assert {file.name for file in FOLDER.iterdir()} == NAMES


@pytest.mark.parametrize("name", sorted(NAMES))
def test_each_is_small_and_as_wide_as_its_window(name: str) -> None:
    view = next(view for view in VIEWS if name.endswith(f"-{view.name}.png"))
    assert (FOLDER / name).stat().st_size <= LIMIT
    with Image.open(FOLDER / name) as image:
        assert image.size == (view.width * view.scale, view.height * view.scale)
        assert len(image.getcolors()) > 8


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_each_is_shown_with_words_for_those_who_do_not_see_it(readme: str) -> None:
    shown = re.findall(r'<img src="docs/screenshots/([^"]+)" alt="([^"]+)"', (ROOT / readme).read_text("utf-8"))
    assert {Path(name).name for name, _words in shown} == NAMES
    assert len({words for _name, words in shown}) == len(NAMES)
