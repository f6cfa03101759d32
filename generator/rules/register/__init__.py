"""Rules over all records together."""
