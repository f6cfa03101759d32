"""``python -m generator``, the same as ``disclosure``."""

from __future__ import annotations

from generator.cli.main import run

if __name__ == "__main__":
    run()
