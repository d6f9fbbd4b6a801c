"""Reports for reconciliation tests: who says how many, written out as one sentence per claim."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from tahqiq.model.claim import Claims, DateMention, Figure, Stance
from tahqiq.model.measure import Measure, Reconciliation
from tahqiq.model.place import Place
from tahqiq.model.quantity import Approximator, Number, Quantity
from tahqiq.model.report import Metadata, ReadReport, Report
from tahqiq.model.source import NARRATED, Attribution, Source, SourceKind
from tahqiq.model.text import Span, Text
from tahqiq.model.when import When
from tahqiq.reconcile import reconcile

CIVIL_DEFENCE = Source("الدفاع المدني", SourceKind.GOVERNMENT)
MINISTRY = Source("وزارة الصحة", SourceKind.GOVERNMENT)
ARMY = Source("الجيش", SourceKind.GOVERNMENT)
REBELS = Source("قوات الجبل", SourceKind.ORGANIZATION)
MONITOR = Source("مرصد السهل", SourceKind.ORGANIZATION)
GOVERNOR = Source("سالم الوادي", SourceKind.PERSON)
OFFICIAL = Source("مسؤول محلي", SourceKind.ANONYMOUS)
AGENCY = Source("وكالة مرسى", SourceKind.AGENCY)

_HEDGES = {"+": Approximator.AT_LEAST, ">": Approximator.MORE_THAN, "~": Approximator.ABOUT, "?": Approximator.VAGUE}


@dataclass(frozen=True, slots=True)
class Said:
    """A claim to be written into a report.

    `words` may hold {n} where the number stands (its digits by default); where they hold the source's name, `cue` or
    `dated` (the words of `when`), those are its mention, its cue and a date of the report.
    """

    quantity: Quantity
    source: Source | None = None
    via: tuple[Source, ...] = ()
    predicate: str = "killed"
    counted: str = "people"
    place: str | None = None
    stance: Stance = Stance.ASSERTED
    when: str | None = None
    part_of: int | None = None
    words: str = "وبلغت الحصيلة {n} في المكان"
    cue: str | None = None
    dated: str | None = None


def count(written: str | Number, unit: str = "count") -> Quantity:
    """A quantity: 12 exact, "12+" at least, "12>" more than, "12~" about, "20?" vague, "10-15" a range."""
    text = str(written)
    if text[-1] in _HEDGES:
        number = int(text[:-1])
        approximator = _HEDGES[text[-1]]
        return Quantity(number, number if approximator is Approximator.ABOUT else None, approximator, unit)
    low, _, high = text.partition("-")
    if high:
        return Quantity(int(low), int(high), Approximator.RANGE, unit)
    return Quantity(int(low), int(low), unit=unit)


def report(id: str, outlet: str | None, at: str | None, *said: Said, title: str = "سيول وادي السدر") -> ReadReport:
    """A report of one sentence per claim under a headline. `at` is an ISO date or time."""
    sentences = [title, ""]
    found: list[tuple[int, int]] = []
    starts: list[int] = []
    offset = len(title) + 2
    for claim in said:
        number = str(claim.quantity.low)
        before, _, after = claim.words.partition("{n}")
        starts.append(offset)
        found.append((offset + len(before), offset + len(before) + len(number)))
        sentence = f"{before}{number}{after} {claim.place or ''}".strip() + "."
        sentences.append(sentence)
        offset += len(sentence) + 1
    text = Text("\n".join(sentences) + "\n", len(title), language="ar")
    spans = [Span(text, *bounds) for bounds in found]
    figures = tuple(_figure(claim, (starts[i], spans[i]), spans, text) for i, claim in enumerate(said))
    dates = tuple(date for i, claim in enumerate(said) if (date := _date(claim, starts[i], text)))
    metadata = Metadata(outlet=outlet, title=title, published=moment(at), language="ar")
    return ReadReport(Report(id, "0" * 64, f"{id}.txt", text, metadata), Claims(text, figures, dates=dates))


def _date(claim: Said, start: int, text: Text) -> DateMention | None:
    span = _words(text, claim.dated, start)
    return None if span is None or claim.when is None else DateMention(span, When(claim.when), "test")


def _words(text: Text, words: str | None, start: int) -> Span | None:
    """Where words stand in the sentence that starts there."""
    found = -1 if words is None else text.raw.find(words, start, text.raw.index("\n", start))
    return None if words is None or found < 0 else Span(text, found, found + len(words))


def moment(at: str | None) -> dt.date | None:
    """A date, a datetime where the hour is written, or None."""
    if at is None:
        return None
    return dt.datetime.fromisoformat(at) if "T" in at else dt.date.fromisoformat(at)


def _figure(claim: Said, at: tuple[int, Span], spans: Sequence[Span], text: Text) -> Figure:
    start, span = at
    place = None
    if claim.place is not None:
        found = text.raw.index(claim.place)
        place = Place(claim.place, Span(text, found, found + len(claim.place)))
    return Figure(
        span,
        claim.quantity,
        "test",
        claim.counted,
        predicate=claim.predicate,
        place=place,
        when=None if claim.when is None else When(claim.when),
        attribution=_attribution(claim, start, text),
        stance=claim.stance,
        part_of=None if claim.part_of is None else spans[claim.part_of],
    )


def _attribution(claim: Said, start: int, text: Text) -> Attribution:
    if claim.source is None:
        return NARRATED
    return Attribution(claim.source, claim.via, _words(text, claim.source.name, start), _words(text, claim.cue, start))


def measured(reports: Sequence[ReadReport], predicate: str = "killed") -> list[Measure]:
    """The measures of that predicate, largest first by number of figures."""
    found = [m for m in reconcile(reports).measures if m.predicate == predicate]
    return sorted(found, key=lambda m: (-len(m.figures), m.id))


def kinds(measure: Measure) -> set[tuple[Number | None, Number | None, str]]:
    """Each relation as (stated end of the first, of the second, kind), in the order in which they were held."""
    return {(_end(measure, r.a), _end(measure, r.b), r.kind.value) for r in measure.relations}


def _end(measure: Measure, index: int) -> Number | None:
    quantity = measure.positions[index].quantity
    return quantity.low if quantity.low is not None else quantity.high


def held(measure: Measure) -> set[tuple[str, Number | None]]:
    """Each position as (origin's name, stated end)."""
    return {(p.origin.name, _end(measure, i)) for i, p in enumerate(measure.positions)}


def by_story(found: Reconciliation) -> set[frozenset[str]]:
    """The stories as sets of report ids."""
    return {frozenset(story.reports) for story in found.stories}
