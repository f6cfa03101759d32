"""What Pelican calls while it builds: our generator, which writes everything but the plain pages, and our reader of those.

What a page says is not decided here.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican.generators import Generator
from pelican.readers import MarkdownReader
from pelican.writers import Writer

from generator.plugin.job import Job, job_of
from generator.render.environment import configure, site_globals
from generator.render.markup import sanitise
from generator.render.record_page import page_links
from generator.render.site import site_of
from generator.render.write import write_site

#: Python-Markdown's extensions for plain pages: the dialect of records (docs/decisions/0004).
MARKDOWN_EXTENSIONS = ["markdown.extensions.tables", "markdown.extensions.sane_lists", "markdown.extensions.fenced_code"]


#: The way from a plain page, ``pages/<name>/index.html``, to the site's root.
_ROOT = "../../"


class PageReader(MarkdownReader):  # type: ignore[misc]
    """Pelican's Markdown, sanitised like the text of records; the ids of records in it become links."""

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """The page's HTML and metadata."""
        html, metadata = super().read(source_path)
        return str(sanitise(html, page_links(site_of(job_of(self.settings).checked), _ROOT))), metadata


def prepare(generator: Generator) -> None:
    """On ``generator_init``: give each generator's templates what the theme uses. Pelican makes one environment per generator."""
    configure(generator.env)


class RegisterGenerator(Generator):  # type: ignore[misc]
    """Writes the files of the plan that Pelican does not write itself."""

    def generate_context(self) -> None:
        """Share with all templates what every page of the column shows."""
        job = job_of(self.settings)
        self.context.update(site_globals(job.checked, job.plan))

    def generate_output(self, _writer: Writer) -> None:
        """Write the files. Raises :class:`generator.render.write.RenderError` and OSError."""
        job: Job = job_of(self.settings)
        write_site(job.checked, job.plan, self.env, Path(self.output_path), job.executor, read=job.tree.read)
