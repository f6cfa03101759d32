"""The checks: registry, engine and one file per rule. They report and never change anything."""
