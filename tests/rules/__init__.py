"""The rules: one folder of cases for each, and what holds for all of them."""
