"""Tests of the canonical form and of replacing files."""
