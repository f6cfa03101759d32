"""Tests of the command line: transcripts, mistakes, and how the process behaves."""
