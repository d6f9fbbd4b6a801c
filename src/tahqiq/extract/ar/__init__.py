"""Arabic rules, one file per kind."""
