"""Tahqiq (تحقيق) reads news reports, Arabic first, and keeps an evidence-backed ledger of claims.

The library in four verbs:

    from tahqiq import extract, open_ledger, read, reconcile

    reads = list(read("reports/"))            # files → reports with their claims
    claims = extract("قُتل 12 شخصا")           # words → figures, statements, dates
    found = reconcile(reads)                  # claims → stories, measures, relations, estimates
    with open_ledger("story") as ledger: ...  # what is kept, and how it is known

and two readers for themselves: `parse_numbers(words)` and `parse_dates(words, base)`.
"""

# Two verbs bear the name of a room. Bound here, after the rooms are loaded, the names stay the verbs.
from tahqiq.library import TahqiqError, extract, open_ledger, parse_dates, parse_numbers, read, reconcile

__all__ = ["TahqiqError", "extract", "open_ledger", "parse_dates", "parse_numbers", "read", "reconcile"]
