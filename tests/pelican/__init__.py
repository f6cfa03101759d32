"""What Pelican does on its own, and what our adapter makes of it."""
