"""How a claim of a report was read: the report is read again, and each part of the claim told with what gave it."""

from __future__ import annotations

from collections.abc import Iterator

from tahqiq.extract.actors import Actors
from tahqiq.extract.ar.explaining.attributions import attribution_steps
from tahqiq.extract.ar.explaining.mentions import number_steps
from tahqiq.extract.ar.explaining.parts import figure_steps
from tahqiq.extract.ar.explaining.rereading import Reread, reread
from tahqiq.extract.ar.explaining.steps import Derivation, Step
from tahqiq.model.claim import Figure, Statement
from tahqiq.model.report import Report

_OTHERWISE = "the present rules read these words otherwise than this claim says; what follows is told of them"
_NO_MORE = "the present rules read no such claim in these words"


def explain_figure(report: Report, figure: Figure, actors: Actors) -> Derivation:
    """How a figure of `report` was read: its number, noun, predicate, place, time, stance, statement and source."""
    again = reread(report, actors)
    now = next((f for f in again.figures if f.span == figure.span), None)
    return Derivation(figure.span, tuple(_figure(again, figure, now)), again.holder(figure.span))


def explain_statement(report: Report, statement: Statement, actors: Actors) -> Derivation:
    """How a statement of `report` was read: its words, cue, act, speaker and chain."""
    again = reread(report, actors)
    now = next((s for s in again.said if s.cue == statement.cue), None)
    return Derivation(statement.content, tuple(_statement(again, statement, now)))


def _figure(again: Reread, kept: Figure, now: Figure | None) -> Iterator[Step]:
    yield Step("sentence", "", again.sentence(kept.span))
    if now is None:
        yield Step("reading", "", _NO_MORE)
        return
    if now != kept:
        yield Step("reading", "", _OTHERWISE)
    hit = again.number(now)
    yield from number_steps(again.stream, again.numbers, hit)
    yield from figure_steps(again, now)
    inner = again.holder(now.span)
    if inner is None:
        yield Step("statement", "", "no statement holds it: the outlet speaks for itself")
    else:
        yield Step("statement", inner.content.quote, "holds it, the innermost", inner.rule)
        yield from attribution_steps(again, inner)
    yield _chain(again, now)


def _statement(again: Reread, kept: Statement, now: Statement | None) -> Iterator[Step]:
    yield Step("sentence", "", again.sentence(kept.content))
    if now is None:
        yield Step("reading", "", _NO_MORE)
        return
    if now != kept:
        yield Step("reading", "", _OTHERWISE)
    yield from attribution_steps(again, now)
    yield Step("mode", "", now.mode.value)
    yield _chain(again, now)


def _chain(again: Reread, claim: Figure | Statement) -> Step:
    """Who said it and through whom it reached print, inner to outer, the outlet last."""
    attribution = claim.attribution
    outlet = again.report.metadata.outlet or "the outlet, not named"
    speakers = (attribution.source, *attribution.via) if attribution.cue is not None else ()
    return Step("chain", "", " → ".join((*(f"{s.name} ({s.kind})" for s in speakers), outlet)))
