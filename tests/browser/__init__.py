"""The judges: the built sample site in a real browser, under the public checkers, as people with little meet it."""
