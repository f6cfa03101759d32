"""From files to records: the only layer that knows YAML and git."""
