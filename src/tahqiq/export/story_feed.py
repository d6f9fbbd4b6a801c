"""What happens in a story, as entries of a feed: positions, contradictions and updates, in the order of their reports.

An entry's id is a hash of what it tells, so that reports which repeat it, come later or come out of order change none.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tahqiq.export.atom import BEGINNING, Entry
from tahqiq.export.conflicts import conflicts
from tahqiq.export.positions import stance
from tahqiq.model.measure import Measure, Position, Relation, RelationKind, ReportedFigure
from tahqiq.model.report import Report
from tahqiq.reconcile.alerts.wording import Said, alert_id, how_many, outlet_name, sentence, speaker
from tahqiq.reconcile.quantities import size
from tahqiq.reconcile.sentences import sentence_around

POSITION, CONTRADICTION, UPDATE = "position", "contradiction", "update"
_MOST = 300
_SENTENCES = {"denied": "denied_figure", "expected": "expected_figure"}


@dataclass(frozen=True, slots=True)
class _Told:
    """A measure, the addresses of its reports, and the language of titles ("ar" or "en")."""

    measure: Measure
    reports: Mapping[str, Report]
    language: str

    def entry(self, kind: str, key: tuple[object, ...], shown: ReportedFigure, said: Said) -> Entry:
        known = self.reports.get(shown.report_id)
        quote = " ".join(sentence_around(shown.figure.span).quote.split())
        return Entry(
            id=alert_id(kind, self.measure.id, *key),
            at=moment(shown),
            title=said.arabic if self.language == "ar" else said.english,
            kind=kind,
            label=self.measure.description_ar if self.language == "ar" else self.measure.description,
            url=known.metadata.url if known else None,
            words=f"{said.arabic}\n{said.english}\n\n«{quote}»\n{shown.report_id}",
        )

    def first(self, position: Position) -> ReportedFigure:
        """The figure that brought a position first."""
        return min((self.measure.figures[n] for n in position.figures), key=moment)


def story_entries(measures: Iterable[Measure], reports: Mapping[str, Report], language: str = "en") -> list[Entry]:
    """The newest 300 entries of these measures, the newest first; `reports` give addresses, and may lack some."""
    found = (entry for measure in measures for entry in _entries(_Told(measure, reports, language)))
    return sorted(found, key=lambda entry: (entry.at, entry.id), reverse=True)[:_MOST]


def moment(figure: ReportedFigure) -> str:
    """When a figure was published, as an RFC 3339 time in UTC; a day without an hour is its first second."""
    day = figure.published
    if day is None:
        return BEGINNING
    when = day if isinstance(day, dt.datetime) else dt.datetime(day.year, day.month, day.day)
    aware = when if when.tzinfo else when.replace(tzinfo=dt.UTC)
    return aware.astimezone(dt.UTC).isoformat(timespec="seconds")


def _entries(told: _Told) -> Iterator[Entry]:
    yield from _positions(told)
    yield from _contradictions(told)
    yield from _updates(told)


def _positions(told: _Told) -> Iterator[Entry]:
    measure = told.measure
    for position in measure.positions:
        shown, held = told.first(position), stance(measure, position)
        said = sentence(
            _SENTENCES.get(held.value, "figure"),
            what=_what(measure),
            amount=how_many(shown.figure),
            source=speaker(shown.figure),
            outlet=outlet_name(shown.outlet),
        )
        yield told.entry(POSITION, (*_key(position), held.value), shown, said)


def _contradictions(told: _Told) -> Iterator[Entry]:
    measure = told.measure
    for conflict in conflicts(measure):
        pairs = [(measure.positions[r.a], measure.positions[r.b]) for r in conflict.relations]
        began = min((max(map(told.first, pair), key=moment) for pair in pairs), key=moment)
        key = tuple(sorted(_number(measure, position) for position in pairs[0]))
        yield told.entry(CONTRADICTION, key, began, _reason(measure, conflict.relations[0]))


def _updates(told: _Told) -> Iterator[Entry]:
    """Each position that updates others, from the last of them."""
    measure = told.measure
    last = {r.b: r for r in sorted(measure.relations, key=lambda r: r.a) if r.kind is RelationKind.UPDATE}
    for relation in last.values():
        before, after = measure.positions[relation.a], measure.positions[relation.b]
        yield told.entry(UPDATE, (*_key(before), *_key(after)), told.first(after), _reason(measure, relation))


def _what(measure: Measure) -> Said:
    return Said(measure.description, measure.description_ar)


def _reason(measure: Measure, relation: Relation) -> Said:
    return sentence("contradiction", what=_what(measure), reason=Said(relation.reason, relation.reason_ar))


def _key(position: Position) -> tuple[object, ...]:
    return position.origin.kind.value, position.origin.name, _amount(position), position.as_of


def _number(measure: Measure, position: Position) -> str:
    """What a position holds, hedges aside: however many voices join, the contradiction is one."""
    return f"{size(position.quantity)} {position.quantity.unit} {stance(measure, position).value}"


def _amount(position: Position) -> str:
    held = position.quantity
    return f"{held.low} {held.high} {held.approximator.value} {held.unit}"
