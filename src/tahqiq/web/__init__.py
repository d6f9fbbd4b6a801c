"""Pages and a JSON API over a ledger, for one person or for people with accounts, with no request to another host."""
