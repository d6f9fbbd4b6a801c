"""Text → Claims: the three things that can be asked of a text."""

from __future__ import annotations

import datetime as dt

from tahqiq.extract.actors import PACKAGED, Actors
from tahqiq.extract.ar.explaining import (
    Derivation,
    explain_dates,
    explain_figure,
    explain_numbers,
    explain_statement,
)
from tahqiq.extract.ar.reading import read as read_arabic
from tahqiq.extract.ar.reading import read_dates, read_numbers
from tahqiq.model.claim import Claims, DateMention, Figure, NumberMention, Statement
from tahqiq.model.report import Report
from tahqiq.model.text import Text

__all__ = [
    "Derivation",
    "explain_claim",
    "explain_dates_in",
    "explain_numbers_in",
    "extract",
    "parse_dates",
    "parse_numbers",
]


def extract(text: Text, published: dt.date | None = None, actors: Actors = PACKAGED) -> Claims:
    """All figures, statements and dates that the words of `text` support.

    `published` (a date, or a datetime) anchors relative dates; without it they stay relative.
    `actors` are those known by name, a user's own among them.
    """
    return read_arabic(text, published, actors)


def parse_numbers(words: str) -> tuple[NumberMention, ...]:
    """Every number in `words`, in order: its span, quantity (full units), whether it is an ordinal, and its rule."""
    return read_numbers(Text(words))


def parse_dates(words: str, base: dt.date | None = None) -> tuple[DateMention, ...]:
    """Every date, interval and clock time in `words`, in order; relative ones count from `base` where one is given."""
    return read_dates(Text(words), base)


def explain_numbers_in(words: str) -> tuple[Derivation, ...]:
    """How each number in `words` was read, step by step, and why it is or is not a figure."""
    return explain_numbers(Text(words))


def explain_dates_in(words: str, base: dt.date | None = None) -> tuple[Derivation, ...]:
    """How each date in `words` was read, step by step, and what it counts from."""
    return explain_dates(Text(words), base)


def explain_claim(report: Report, claim: Figure | Statement, actors: Actors = PACKAGED) -> Derivation:
    """How a claim of `report` was read, part by part, and what gave each; told of the report as it is read now."""
    if isinstance(claim, Figure):
        return explain_figure(report, claim, actors)
    return explain_statement(report, claim, actors)
