"""The stretch of time that a count covers: the matter at hand, everything since a start, or an event of the past."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from tahqiq.model.claim import DateMention, Figure
from tahqiq.model.folding import fold
from tahqiq.model.text import Span
from tahqiq.model.when import When
from tahqiq.reconcile.lexicon import PREDICATES, SINCE, SPANS_OF_TIME, SUPERLATIVES
from tahqiq.reconcile.moments import DAY, YEAR, bounds
from tahqiq.reconcile.sentences import sentence_around

_PAST = 45 * DAY
_LONG = 10 * DAY
_SINCE = frozenset(("منذ", "since"))
_START_REACH = 30
_SHORT_PHRASE = 5
_COMMA = re.compile("[،,]")
_YEAR = re.compile(r"\d{4}")


class Reach(StrEnum):
    """How a count lies in time."""

    CURRENT = "current"
    RUNNING = "running"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class Scope:
    """`reach`, and for a past event its year."""

    reach: Reach = Reach.CURRENT
    year: int | None = None


CURRENT = Scope()
RUNNING = Scope(Reach.RUNNING)


def scope(figure: Figure, dates: tuple[DateMention, ...], published: float | None) -> Scope:
    """The scope of a figure in a report with those dates, published at that hour (None: unknown, so CURRENT).

    The figure's own date, or one in its sentence, more than 45 days before publication makes it a count of the past,
    unless the sentence counts since then or ranks the event. Counts that merely vary do not run since anything.
    """
    if published is None:
        return CURRENT
    sentence = sentence_around(figure.span)
    if _ranks(sentence):
        return CURRENT
    old = [date for date in dates if sentence.contains(date.span) and _age(date.when, published) > _LONG]
    if _adds_up(figure.predicate) and _counts_since(figure.span, sentence, old):
        return RUNNING
    if figure.when is not None:
        return _from_when(figure.when, published)
    if not _adds_up(figure.predicate):
        return CURRENT
    past = [date.when for date in old if _age(date.when, published) > _PAST and not _is_start(date.span)]
    return _past(past[0]) if past else CURRENT


def _ranks(sentence: Span) -> bool:
    """Whether the sentence ranks an event ("the worst since 2014"), which says nothing of what its numbers cover."""
    said = {word.removeprefix("و") for word in fold(sentence.quote).split()}
    return bool(said & SUPERLATIVES) and bool(said & _SINCE)


def _counts_since(number: Span, sentence: Span, old: Sequence[DateMention]) -> bool:
    """Whether "since the start" or "since 2011" says what the number covers.

    It does after the number, before it without a comma, and as a short phrase of its own ("since the attack began, …").
    """
    raw = sentence.text.raw
    before, after = fold(raw[sentence.start : number.start]), fold(raw[number.end : sentence.end])
    started = [date.span for date in old if _is_start(date.span)]
    covers_after = any(cue in after for cue in SINCE) or any(span.start >= number.end for span in started)
    *phrases, clause = _COMMA.split(before)
    short = (phrase for phrase in phrases if len(phrase.split()) <= _SHORT_PHRASE)
    covers_before = any(cue in phrase for phrase in (clause, *short) for cue in SINCE)
    reach = number.start - len(clause)
    return covers_after or covers_before or any(span.start >= reach for span in started)


def _from_when(when: When, published: float) -> Scope:
    first, last = bounds(when)
    if last is not None and published - last > _PAST:
        return _past(when)
    is_long = first is not None and published - first > _LONG
    return RUNNING if is_long and (last is None or last - first > _LONG) else CURRENT  # type: ignore[operator]


def _past(when: When) -> Scope:
    last = bounds(when)[1]
    return CURRENT if last is None else Scope(Reach.PAST, int(1970 + (last - DAY) / YEAR))


def _age(when: When, published: float) -> float:
    last = bounds(when)[1]
    return 0.0 if last is None else published - last


def _is_start(date: Span) -> bool:
    """Whether the date says since when ("منذ 2011"), and not how long ago ("منذ أربعة أعوام").

    The word stands in it or shortly before.
    """
    before = fold(date.text.raw[max(0, date.start - _START_REACH) : date.start]).rpartition("،")[2]
    said = [word.removeprefix("و") for word in f"{before} {fold(date.quote)}".split()]
    last = max((index for index, word in enumerate(said) if word in _SINCE), default=None)
    if last is None:
        return False
    is_ago = SPANS_OF_TIME.intersection(said[last:]) and not any(_YEAR.fullmatch(word) for word in said[last:])
    return not is_ago


def _adds_up(predicate: str) -> bool:
    row = PREDICATES.get(predicate)
    return row is None or row.trend == "rise"
