"""The disclosure-column generator: records in git become a checked static site."""

__version__ = "0.1.0"
