"""Turns a checked register into the files of the site. Everything that is written comes out of the plan."""
