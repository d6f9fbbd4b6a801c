"""Mentions of numbers and dates as the records that `tahqiq parse` writes."""

from __future__ import annotations

from typing import TypedDict

from tahqiq.model.claim import DateMention, NumberMention


class NumberMentionRecord(TypedDict):
    """A number: half-open span in code points, verbatim text, bounds in full units (None: open)."""

    span: tuple[int, int]
    text: str
    low: int | float | None
    high: int | float | None
    approx: str
    unit: str
    ordinal: bool
    rule: str


class DateMentionRecord(TypedDict):
    """A date: half-open span, verbatim text, EDTF value or, where no day was known, an ISO 8601 offset."""

    span: tuple[int, int]
    text: str
    value: str | None
    calendar: str
    relative: str | None
    rule: str


class MentionsRecord(TypedDict):
    """The answer to one row of `tahqiq parse`: its id as given, and the mentions in its text, in order."""

    id: object
    mentions: list[NumberMentionRecord] | list[DateMentionRecord]


def number_mention_record(mention: NumberMention) -> NumberMentionRecord:
    """The record of a number mention."""
    span, quantity = mention.span, mention.quantity
    return {
        "span": (span.start, span.end),
        "text": span.quote,
        "low": quantity.low,
        "high": quantity.high,
        "approx": quantity.approximator.value,
        "unit": quantity.unit,
        "ordinal": mention.ordinal,
        "rule": mention.rule,
    }


def date_mention_record(mention: DateMention) -> DateMentionRecord:
    """The record of a date mention."""
    return {
        "span": (mention.span.start, mention.span.end),
        "text": mention.span.quote,
        "value": mention.when.value,
        "calendar": mention.when.calendar.value,
        "relative": mention.when.relative,
        "rule": mention.rule,
    }
