"""Judging what was read: forms, what they say, and what was decided, as pages show it."""
