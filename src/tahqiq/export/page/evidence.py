"""The words behind a position, and through whom they reached print."""

from __future__ import annotations

from collections.abc import Iterator

from tahqiq.export.page.anchors import Anchors
from tahqiq.export.page.quoting import around
from tahqiq.export.page.strings import NOTHING, Both, say, word
from tahqiq.export.page.views import Evidence
from tahqiq.export.page.visible import visible
from tahqiq.export.page.wording import day, named, source
from tahqiq.model.claim import Figure, Stance
from tahqiq.model.measure import ReportedFigure
from tahqiq.model.source import SourceKind


def evidence(reported: ReportedFigure, anchors: Anchors) -> Evidence:
    """One figure's words with its chain from the source to the outlet."""
    span = reported.figure.span
    before, after = around(span)
    return Evidence(
        before=visible(before),
        quote=visible(span.quote),
        after=visible(after),
        target=anchors.of_words(reported),
        chain=tuple(_chain(reported)),
        published=day(reported.published),
        note=stance_note(reported.figure),
    )


def stance_note(figure: Figure) -> Both:
    """What a reader must know of a figure's stance; nothing where it is plainly asserted."""
    return NOTHING if figure.stance is Stance.ASSERTED else word("stance", figure.stance.value)


def _chain(reported: ReportedFigure) -> Iterator[Both]:
    """Source first, publishing outlet last; an outlet in its own voice, or that relays to itself, is one link."""
    attribution = reported.figure.attribution
    last = (attribution.source, *attribution.via)[-1]
    yield source(attribution.source, reported.outlet)
    yield from (source(relay, None) for relay in attribution.via)
    if last.kind is not SourceKind.NARRATOR and last.name != reported.outlet:
        yield named(reported.outlet) if reported.outlet else say("interface.unknown_outlet")
