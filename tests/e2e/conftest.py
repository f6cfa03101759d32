"""The machine behind ssh and the object store, as the targets' own tests have them."""

from __future__ import annotations

from tests.deploy.conftest import behind_ssh, ssh, store, store_settings

__all__ = ["behind_ssh", "ssh", "store", "store_settings"]
