"""The same rows as the exports, as JSON, leaf by leaf: /api/v1."""
