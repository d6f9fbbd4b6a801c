"""A story's framing made ready to be written: terms, positions and sources by outlet, each count a link to words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from tahqiq.export.page.anchors import Anchors
from tahqiq.export.page.capping import command
from tahqiq.export.page.chart.shapes import badge
from tahqiq.export.page.measure_view import title, who
from tahqiq.export.page.options import PageOptions
from tahqiq.export.page.strings import NOTHING, Both, report_words, say, two, word
from tahqiq.export.page.views import (
    CarriedLine,
    CarriedMeasure,
    FamilyView,
    FramingView,
    OutletUse,
    SpeakerLine,
    TermLine,
)
from tahqiq.export.page.weave import Mark
from tahqiq.export.page.wording import quantity
from tahqiq.model.framing import CarriedPosition, Framing, NamedIn, SourceUse, TermUse, Voice
from tahqiq.model.measure import Measure
from tahqiq.model.text import Span

T = TypeVar("T")


def framing_view(framing: Framing, made: Anchors, options: PageOptions) -> FramingView | None:
    """The framing section of a story; None where nothing in it can be compared.

    Only families of which the story uses two terms are shown, and of the outlets the first `most_outlets` in columns.
    """
    families = list(_rivals(framing.terms))
    measures, speakers = list(_by_measure(framing.positions)), list(_by_source(framing.sources))
    if not (families or measures or (speakers and len(framing.outlets) > 1)):
        return None
    shown_families, families_note = _capped(families, options.most_framed, options)
    shown_measures, measures_note = _capped(measures, options.most_framed, options)
    shown_speakers, speakers_note = _capped(speakers, options.most_speakers, options)
    outlets, outlets_note = _capped(framing.outlets, options.most_outlets, options)
    return FramingView(
        outlets=tuple(report_words(outlet) for outlet in outlets),
        families=tuple(_family(uses, made) for uses in shown_families),
        measures=tuple(_measure(held, framing, made, options) for held in shown_measures),
        speakers=tuple(_speaker(uses, made) for uses in shown_speakers),
        families_note=families_note,
        measures_notes=(measures_note, outlets_note),
        speakers_note=speakers_note,
    )


def term_marks(framing: Framing, report_id: str, made: Anchors) -> Iterator[Mark]:
    """Marks by which the terms shown as evidence are found in a report's words."""
    for use in framing.terms:
        for place in use.evidence:
            if place.report_id == report_id:
                span = place.naming.span
                yield Mark(span.start, span.end, "named", id=term_id(made.reports[report_id], span))


def term_id(report: str, span: Span) -> str:
    """The id of a term's words in a report of that id; their address, where `report` is one."""
    return f"{report}-n{span.start}"


def _capped(listed: Sequence[T], most: int, options: PageOptions) -> tuple[tuple[T, ...], Both]:
    """The first `most` of a list, and the sentence that says where the others are."""
    if len(listed) <= most:
        return tuple(listed), NOTHING
    how = command("framing", options)
    return tuple(listed[:most]), say("interface.capped_framing", shown=most, total=len(listed), command=how)


def _rivals(uses: Sequence[TermUse]) -> Iterator[list[TermUse]]:
    for _, own in groupby(uses, key=lambda use: use.family.key):
        listed = list(own)
        if len({use.term for use in listed}) > 1:
            yield listed


def _by_measure(positions: Sequence[CarriedPosition]) -> Iterator[list[CarriedPosition]]:
    return (list(held) for _, held in groupby(positions, key=lambda held: held.measure.id))


def _by_source(uses: Sequence[SourceUse]) -> Iterator[list[SourceUse]]:
    return (list(own) for _, own in groupby(uses, key=lambda use: use.source))


def _family(uses: Sequence[TermUse], made: Anchors) -> FamilyView:
    lines = [_term(list(own), made) for _, own in groupby(uses, key=lambda use: use.term)]
    return FamilyView(two(uses[0].family.arabic, uses[0].family.english), tuple(lines))


def _term(uses: Sequence[TermUse], made: Anchors) -> TermLine:
    term = uses[0].term
    shown = report_words(term.arabic)
    return TermLine(
        term=Both(shown.ar, say("interface.term_sense", term=term.arabic, sense=term.english).en),
        own=tuple(_used(use, Voice.OWN, use.own, made) for use in uses if use.own),
        reported=tuple(_used(use, Voice.REPORTED, use.reported, made) for use in uses if use.reported),
        quoted=tuple(_used(use, Voice.QUOTED, use.quoted, made) for use in uses if use.quoted),
    )


def _used(use: TermUse, voice: Voice, count: int, made: Anchors) -> OutletUse:
    place = next(found for found in use.evidence if found.naming.voice is voice)
    source = place.naming.source
    return OutletUse(
        outlet=report_words(use.outlet),
        count=count,
        target=_term_anchor(place, made),
        source=report_words(source.name) if source is not None and voice is Voice.QUOTED else NOTHING,
    )


def _term_anchor(place: NamedIn, made: Anchors) -> str | None:
    report = made.to_reports.get(place.report_id)
    return None if report is None else term_id(report, place.naming.span)


def _measure(
    positions: Sequence[CarriedPosition], framing: Framing, made: Anchors, options: PageOptions
) -> CarriedMeasure:
    measure = positions[0].measure
    shown, note = _capped(positions, options.most_carried, options)
    return CarriedMeasure(
        title=title(measure),
        target=made.to_measures.get(measure.id),
        lines=tuple(_carried(measure, held, framing.outlets[: options.most_outlets], made) for held in shown),
        left_out=note,
    )


def _carried(measure: Measure, held: CarriedPosition, outlets: Sequence[str], made: Anchors) -> CarriedLine:
    position = measure.positions[held.position]
    return CarriedLine(
        value=quantity(position.quantity),
        who=who(measure, position),
        target=made.to_position(measure, held.position),
        stands=tuple((held.outlets[outlet].value, word("carriage", held.outlets[outlet].value)) for outlet in outlets),
    )


def _speaker(uses: Sequence[SourceUse], made: Anchors) -> SpeakerLine:
    source = uses[0].source
    return SpeakerLine(
        who=report_words(source.name),
        kind=word("source_kind", source.kind.value),
        badge=badge(source.kind),
        outlets=tuple(
            OutletUse(report_words(use.outlet), use.statements, _statement_anchor(use, made), _direct(use))
            for use in uses
        ),
    )


def _direct(use: SourceUse) -> Both:
    return say("interface.direct", count=use.direct) if use.direct else NOTHING


def _statement_anchor(use: SourceUse, made: Anchors) -> str | None:
    report = made.to_reports.get(use.report_id)
    return None if report is None else f"{report}-s{use.number}-said"
