"""The command line: what clerks type, and what they read. No command holds what another program could need: that is in the layers above."""
