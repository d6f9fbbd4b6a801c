"""Tahqiq (تحقيق) reads news reports, Arabic first, and keeps an evidence-backed ledger of claims.

The library in four verbs:

    from tahqiq import extract, open_ledger, read, reconcile

    reads = list(read("reports/"))            # files → reports with their claims
    claims = extract("قُتل 12 شخصا")           # words → figures, statements, dates
    found = reconcile(reads)                  # claims → stories, measures, relations, estimates
    with open_ledger("story") as ledger: ...  # what is kept, and how it is known

and two readers for themselves: `parse_numbers(words)` and `parse_dates(words, base)`. They are loaded when first named.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tahqiq.library import TahqiqError, extract, open_ledger, parse_dates, parse_numbers, read, reconcile

__all__ = ["TahqiqError", "extract", "open_ledger", "parse_dates", "parse_numbers", "read", "reconcile"]


class _Library(ModuleType):
    """This package: two verbs bear the name of a room, and importing the room does not take the name from the verb."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in __all__ and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return globals().setdefault(name, getattr(import_module("tahqiq.library"), name))


sys.modules[__name__].__class__ = _Library
