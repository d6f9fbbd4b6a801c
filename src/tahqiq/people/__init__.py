"""Who may use a ledger: accounts, sessions, API tokens, throttled tries; kept beside the ledger and apart from it."""
