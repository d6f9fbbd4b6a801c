"""One module per page: what is asked of the ledger, and the values that its template is given."""
