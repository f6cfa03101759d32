"""Brings a finished site before the public: releases, their manifest and ledger, the switch, and the way back."""
