"""Releases: their manifest and ledger, what may follow what, the folder target, and everything that can break on the way."""
