"""Edits as tidy rows: one per change, so that a toll raised in silence is one line with the words of both versions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tahqiq.export.rows import VersionRow
from tahqiq.model.claim import Figure, Statement
from tahqiq.model.quantity import Number
from tahqiq.model.text import Span
from tahqiq.model.version import Change, Changed, Edit
from tahqiq.reconcile.sentences import sentence_around


class _Side(NamedTuple):
    """A claim in one version, as a row tells it."""

    low: Number | None = None
    high: Number | None = None
    source: str | None = None
    start: int | None = None
    end: int | None = None
    quote: str | None = None


def version_rows(edits: Iterable[Edit]) -> Iterator[VersionRow]:
    """One row per change of each edit, or one without a change where an edit changed no claim."""
    for edit in edits:
        yield from (_row(edit, change) for change in edit.changes or (None,))


def _row(edit: Edit, change: Change | None) -> VersionRow:
    report = edit.after.read.report
    told = None if change is None else change.before if change.after is None else change.after
    figure = told if isinstance(told, Figure) else None
    old, new = _side(change.before if change else None), _side(change.after if change else None)
    return VersionRow(
        report=report.id,
        outlet=report.metadata.outlet,
        url=report.metadata.url,
        version=edit.number + 1,
        link=edit.link.value,
        before_report=edit.before.read.report.id,
        before_received=edit.before.received,
        received=edit.after.received,
        announced="yes" if edit.is_announced else "no",
        subject="" if told is None else _subject(told),
        change=change.kind.value if change else "",
        predicate=figure.predicate if figure else None,
        counted=figure.counted if figure else None,
        unit=figure.quantity.unit if figure else None,
        before_low=old.low,
        before_high=old.high,
        low=new.low,
        high=new.high,
        before_source=old.source,
        source=new.source,
        before_start=old.start,
        before_end=old.end,
        before_quote=old.quote,
        start=new.start,
        end=new.end,
        quote=new.quote,
    )


def _subject(changed: Changed) -> str:
    if isinstance(changed, Figure):
        return "figure"
    return "statement" if isinstance(changed, Statement) else "headline"


def _side(changed: Changed | None) -> _Side:
    if changed is None:
        return _Side()
    if isinstance(changed, Figure):
        q, words = changed.quantity, _trimmed(sentence_around(changed.span))
        return _Side(q.low, q.high, changed.attribution.source.name, words.start, words.end, words.quote)
    if isinstance(changed, Statement):
        words = changed.content
        return _Side(None, None, changed.attribution.source.name, words.start, words.end, words.quote)
    return _Side(None, None, None, changed.start, changed.end, changed.quote)


def _trimmed(words: Span) -> Span:
    """The stretch without blanks at its ends; a sentence around a number has words."""
    quote = words.quote
    start = words.start + len(quote) - len(quote.lstrip())
    return Span(words.text, start, start + len(quote.strip()))
