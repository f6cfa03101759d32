"""Tests of what makes a built site ready for its readers."""
