"""Framing as tidy rows: terms, positions and sources by outlet, told apart by `aspect`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tahqiq.export.rows import FramingRow
from tahqiq.model.framing import CarriedPosition, Framing, SourceUse, TermUse

TERM, POSITION, SOURCE = "term", "position", "source"


def framing_rows(framings: Iterable[Framing]) -> Iterator[FramingRow]:
    """One row per term, position and source with each outlet of each story."""
    for framing in framings:
        yield from (_term_row(framing.story, use) for use in framing.terms)
        for held in framing.positions:
            yield from _position_rows(framing.story, held)
        yield from (_source_row(framing.story, use) for use in framing.sources)


def _term_row(story: str, use: TermUse) -> FramingRow:
    place = use.evidence[0]
    sources = (found.naming.source for found in use.evidence if found.naming.source is not None)
    first = next(sources, None)
    return FramingRow(
        story=story,
        aspect=TERM,
        topic=use.family.english,
        topic_ar=use.family.arabic,
        item=use.term.arabic,
        sense=use.term.english,
        outlet=use.outlet,
        own=use.own,
        reported=use.reported,
        quoted=use.quoted,
        carriage=None,
        source=first.name if first else None,
        report=place.report_id,
        start=place.naming.span.start,
        end=place.naming.span.end,
        quote=place.naming.span.quote,
    )


def _position_rows(story: str, held: CarriedPosition) -> Iterator[FramingRow]:
    measure, position = held.measure, held.measure.positions[held.position]
    for outlet, carriage in held.outlets.items():
        shown = measure.figures[held.first.get(outlet, position.figures[0])]
        yield FramingRow(
            story=story,
            aspect=POSITION,
            topic=measure.description,
            topic_ar=measure.description_ar,
            item=measure.figures[position.figures[0]].figure.span.quote,
            sense="",
            outlet=outlet,
            own=None,
            reported=None,
            quoted=None,
            carriage=carriage.value,
            source=position.origin.name,
            report=shown.report_id,
            start=shown.figure.span.start,
            end=shown.figure.span.end,
            quote=shown.figure.span.quote,
        )


def _source_row(story: str, use: SourceUse) -> FramingRow:
    return FramingRow(
        story=story,
        aspect=SOURCE,
        topic="",
        topic_ar="",
        item=use.source.name,
        sense=use.source.kind.value,
        outlet=use.outlet,
        own=None,
        reported=use.statements - use.direct,
        quoted=use.direct,
        carriage=None,
        source=use.source.name,
        report=use.report_id,
        start=use.first.start,
        end=use.first.end,
        quote=use.first.quote,
    )
