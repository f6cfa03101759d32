"""Rules over one file at a time."""
