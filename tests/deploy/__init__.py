"""Tests of what stands around the column: server snippets, remote targets, the CI's files and the administrators' guide."""
