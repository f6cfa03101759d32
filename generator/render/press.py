"""Prints views through the theme's templates, and hands out the bytes of content files. It knows no record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Environment, Template

from generator.render.view_types import SiteFrame

#: Reads one content file by its path below the content folder.
ReadContent = Callable[[str], bytes]


class Press:
    """The templates of one run, looked up once each."""

    def __init__(self, environment: Environment, column: SiteFrame, read: ReadContent) -> None:
        self._environment = environment
        self.column = column
        #: What every template knows. Left to itself each template would gather it again for each page, from a chain of look-ups.
        self._known = {**environment.globals, "column": column}
        self._templates: dict[tuple[str, ...], Template] = {}
        self.read = read

    def page(self, view: Any, *templates: str) -> bytes:
        """The page of ``view`` by the first of ``templates`` that the theme has."""
        template = self._templates.get(templates)
        if template is None:
            template = self._environment.select_template(list(templates))
            self._templates[templates] = template
        context = template.new_context({**self._known, "view": view, "frame": view.frame}, shared=True)
        try:
            return "".join(template.root_render_func(context)).encode()
        except Exception:  # noqa: BLE001 - it is raised again, with the lines of the templates in place of those of Python
            self._environment.handle_exception()
