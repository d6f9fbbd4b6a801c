"""Arabic rules: one file or folder per kind."""
