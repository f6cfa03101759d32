"""Random mutations of the toy register, and the table of the single mutations that the rules\x27 cases make."""
