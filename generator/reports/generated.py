"""The committed files that are made from declarations and docstrings. A test holds each against what is made now.

``docs/commands.md`` is not among them: the command line, which is a later layer, adds it.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.kinds import all_kinds
from generator.reports.field_docs import fields_page
from generator.reports.rule_docs import rules_page
from generator.reports.scaffold import scaffold, scaffold_name
from generator.reports.schema import editor_settings, schema_name, schema_text


@dataclass(frozen=True, slots=True)
class GeneratedFile:
    """``path`` is relative to the repository's root."""

    path: str
    text: str


def generated_files() -> tuple[GeneratedFile, ...]:
    """All of them, in the order in which they are written."""
    return (
        GeneratedFile("docs/fields.md", fields_page()),
        GeneratedFile("docs/rules.md", rules_page()),
        *(GeneratedFile(f"docs/templates/{scaffold_name(kind)}", scaffold(kind)) for kind in all_kinds()),
        *(GeneratedFile(f"schemas/{schema_name(kind)}.json", schema_text(kind)) for kind in all_kinds()),
        GeneratedFile(".vscode/settings.json", editor_settings()),
    )
