"""Tests that the generated documents are fresh."""
