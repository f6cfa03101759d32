"""How fast the generator is and how much memory it takes: a made-up corpus and the measurement over it."""
