"""The Pelican adapter: with it, ``pelican content`` and ``disclosure build`` check and build the column.

``pelicanconf.py`` hands this module to Pelican. It is the only one that knows Pelican, and knows no record.
"""

from __future__ import annotations

from pelican.plugins import signals
from pelican.readers import Readers

from generator.plugin.build import build
from generator.plugin.generate import MARKDOWN_EXTENSIONS, PageReader, RegisterGenerator, prepare
from generator.plugin.settings import load_settings, read_days
from generator.plugin.site import SitePelican, gate, verify

__all__ = ["MARKDOWN_EXTENSIONS", "SitePelican", "build", "load_settings", "read_days", "register"]


def register() -> None:
    """Connect our handlers. Nothing else happens here: Pelican only logs what goes wrong in it, and builds on without us."""
    signals.initialized.connect(gate)
    signals.get_generators.connect(_generators)
    signals.generator_init.connect(prepare)
    signals.readers_init.connect(_readers)
    signals.finalized.connect(verify)


def _generators(_pelican: SitePelican) -> type[RegisterGenerator]:
    return RegisterGenerator


def _readers(readers: Readers) -> None:
    """Pages are Markdown; Pelican's readers of other formats would let raw HTML through."""
    readers.reader_classes = {"static": readers.reader_classes["static"], "md": PageReader}
