"""Tahqiq (تحقيق) reads news reports, Arabic first, and keeps an evidence-backed ledger of claims.

The library in four verbs:

    from tahqiq import extract, open_ledger, read, reconcile

    reads = list(read("reports/"))            # files → reports with their claims
    claims = extract("قُتل 12 شخصا")           # words → figures, statements, dates
    found = reconcile(reads)                  # claims → stories, measures, relations, estimates
    with open_ledger("story") as ledger: ...  # what is kept, and how it is known

and two readers for themselves: `parse_numbers(words)` and `parse_dates(words, base)`.

The verbs are loaded when they are first named, so that importing one room does not import the whole house.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tahqiq.library import TahqiqError, extract, open_ledger, parse_dates, parse_numbers, read, reconcile

__all__ = ["TahqiqError", "extract", "open_ledger", "parse_dates", "parse_numbers", "read", "reconcile"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'tahqiq' has no attribute {name!r}")
    return getattr(import_module("tahqiq.library"), name)
