"""Pages and a JSON API over a ledger: read-only, for one person at one machine, with no request to any other host."""
