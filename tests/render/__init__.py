"""Tests of what citizens meet: pages, what they may show in each standing, markup, theme."""
