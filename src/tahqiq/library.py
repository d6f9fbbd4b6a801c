"""The library in four verbs, and two readers for themselves."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from tahqiq import wiring
from tahqiq.config import Settings
from tahqiq.errors import TahqiqError, UnreadableInput
from tahqiq.extract.reading import extract as _extract
from tahqiq.extract.reading import parse_dates, parse_numbers
from tahqiq.ledger import opening
from tahqiq.model.claim import Claims
from tahqiq.model.report import ReadReport, Rejected
from tahqiq.model.text import Text
from tahqiq.notebook import Notebook
from tahqiq.reconcile import reconcile

__all__ = ["TahqiqError", "extract", "open_ledger", "parse_dates", "parse_numbers", "read", "reconcile"]


def read(
    *paths: str | Path, published: dt.date | None = None, rejected: list[Rejected] | None = None
) -> Iterator[ReadReport]:
    """The reports in files (.txt, .html, .jsonl, each also .gz) and folders, each with its claims, in order.

    `published` dates reports that do not say when they were published. What cannot be read is appended to `rejected`
    and the rest goes on; without that list the first one raises UnreadableInput.
    """
    settings = Settings.read(os.environ)
    for outcome in wiring.read(map(str, paths), sys.stdin.buffer, settings, published):
        if isinstance(outcome, ReadReport):
            yield outcome
        elif rejected is None:
            raise UnreadableInput(outcome.locator, outcome.reason)
        else:
            rejected.append(outcome)


def open_ledger(where: str | Path, create: bool = True) -> Notebook:
    """The ledger in a directory, or at a `postgresql://` address; made where there is none, unless `create` is false.

    Its tables are data frames when asked for (`ledger.figures.to_polars()`). Close it, or use it in a `with` statement.
    Raises LedgerError where the place cannot be used.
    """
    return Notebook.of(opening.open_ledger(where, create))


def extract(words: str, published: dt.date | None = None) -> Claims:
    """The figures, statements and dates of one text; spans are half-open, in code points of `words`.

    `published` (a date or datetime) is what relative dates count from; without it they stay relative.
    """
    return _extract(Text(words), published)
