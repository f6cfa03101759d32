"""Tests of the Pelican adapter's parts that need no run of Pelican."""
