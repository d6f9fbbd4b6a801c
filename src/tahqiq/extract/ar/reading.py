"""The passes over an Arabic report, in order."""

from __future__ import annotations

import datetime as dt

from tahqiq.extract.actors import PACKAGED, Actors
from tahqiq.extract.ar.dates import dates
from tahqiq.extract.ar.figures import figures
from tahqiq.extract.ar.numerals import numerals
from tahqiq.extract.ar.quantities import number_mentions, quantities
from tahqiq.extract.ar.statements import statements
from tahqiq.extract.engine import Found
from tahqiq.extract.tokens import Stream, tokenize
from tahqiq.model.claim import Claims, DateMention, NumberMention
from tahqiq.model.text import Text
from tahqiq.model.when import When

__all__ = ["read", "read_dates", "read_numbers"]


def read(text: Text, published: dt.date | None, actors: Actors = PACKAGED) -> Claims:
    """The claims of an Arabic text; `published` anchors its relative dates, `actors` are known by name."""
    stream = tokenize(text)
    numbers = numerals(stream)
    days = dates(stream, numbers, published)
    said = statements(stream, actors)
    amounts = quantities(stream, numbers, days)
    return Claims(text, figures(stream, amounts, said, days), said, _mentions(stream, days))


def read_dates(text: Text, base: dt.date | None) -> tuple[DateMention, ...]:
    """The dates of an Arabic text alone."""
    stream = tokenize(text)
    return _mentions(stream, dates(stream, numerals(stream), base))


def read_numbers(text: Text) -> tuple[NumberMention, ...]:
    """The numbers of an Arabic text alone, figures or not."""
    stream = tokenize(text)
    return number_mentions(stream, numerals(stream))


def _mentions(stream: Stream, days: tuple[Found[When], ...]) -> tuple[DateMention, ...]:
    return tuple(DateMention(stream.span(d.first, d.end, skip=d.skip), d.value, d.rule) for d in days)
