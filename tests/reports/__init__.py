"""Tests of the reporters and of what is generated for editors."""
