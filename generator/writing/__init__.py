"""Writes records back to disk: the canonical form of a file with its comments kept, and replacement that never loses the old file."""
