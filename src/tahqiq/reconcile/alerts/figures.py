"""Alerts on new figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tahqiq.model.alert import Alert, AlertKind, AlertRule, Candidate
from tahqiq.model.claim import Figure, Stance
from tahqiq.model.report import Report
from tahqiq.model.source import SourceKind
from tahqiq.reconcile.alerts.matching import matches
from tahqiq.reconcile.alerts.wording import alert_id, how_many, outlet_name, sentence, speaker, what
from tahqiq.reconcile.quantities import on_scale, size
from tahqiq.reconcile.sentences import sentence_around
from tahqiq.reconcile.subjects import subject

_SENTENCES = {Stance.DENIED: "denied_figure", Stance.EXPECTED: "expected_figure"}


def figure_alerts(rule: AlertRule, figures: Iterable[tuple[Report, Figure]]) -> Iterator[Candidate]:
    """An alert for each figure that the rule wants, once for each value that a report gives of one thing.

    Earlier tolls that a report recalls are not new. The figures of one report come one after another.
    """
    report: Report | None = None
    own: list[Figure] = []
    for of, figure in figures:
        if report is not None and of.id != report.id:
            yield from _of_report(rule, report, own)
            own = []
        report = of
        own.append(figure)
    if report is not None:
        yield from _of_report(rule, report, own)


def _of_report(rule: AlertRule, report: Report, figures: Iterable[Figure]) -> Iterator[Candidate]:
    wanted = [f for f in figures if f.stance is not Stance.EARLIER and matches(rule, f, report.metadata.outlet)]
    named_first = sorted(wanted, key=lambda f: f.attribution.source.kind is SourceKind.NARRATOR)
    found = {alert_id(rule.name, AlertKind.FIGURE.value, report.id, *_value(f)): f for f in reversed(named_first)}
    for id, figure in sorted(found.items(), key=lambda pair: pair[1].span.start):
        yield Candidate(_alert(id, rule, report, figure), frozenset({id}))


def _value(figure: Figure) -> tuple[object, ...]:
    """What a figure counts and how many: the headline's "37" and the body's "at least 37 dead" are one."""
    counted = subject(figure.counted, figure.predicate)
    quantity = on_scale(figure.quantity)
    is_denied = figure.stance is Stance.DENIED
    return figure.predicate, is_denied, counted.is_people, *sorted(counted.attributes), size(quantity), quantity.unit


def _alert(id: str, rule: AlertRule, report: Report, figure: Figure) -> Alert:
    known = report.metadata
    said = sentence(
        _SENTENCES.get(figure.stance, "figure"),
        what=what(figure),
        amount=how_many(figure),
        source=speaker(figure),
        outlet=outlet_name(known.outlet),
    )
    quote = sentence_around(figure.span).quote.strip()
    return Alert(id, rule.name, rule.on, said.english, said.arabic, report.id, known.outlet, quote)
