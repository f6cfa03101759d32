"""Attachments as they should not be, made in code: every value in them is constructed and nobody's."""
