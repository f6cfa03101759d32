"""Brings a finished site before the public: the index of full texts, releases, their manifest and ledger, the switch, and the way back."""
