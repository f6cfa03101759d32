"""Rules over a proposed change: base against head."""
