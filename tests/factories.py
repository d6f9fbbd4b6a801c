"""Values for tests: small builders of reports, claims and measures, each with sensible parts left out."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence

from tahqiq.model.claim import Claims, DateMention, Figure, Mode, Stance, Statement
from tahqiq.model.measure import Measure, Position, Relation, RelationKind, ReportedFigure
from tahqiq.model.place import Place
from tahqiq.model.quantity import Approximator, Number, Quantity
from tahqiq.model.report import Metadata, ReadReport, Report
from tahqiq.model.source import Attribution, Source, SourceKind
from tahqiq.model.text import Span, Text
from tahqiq.model.when import When

ARMY = Source("الجيش العراقي", SourceKind.GOVERNMENT)
AGENCY = Source("وكالة الفرات للأنباء", SourceKind.AGENCY)
OFFICER = Source("ضابط في الاستخبارات", SourceKind.ANONYMOUS)

AMNESTY = (
    "العفو يخرج المئات من سجون الشمال\n\n"
    "قال الجيش العراقي إن 1,200 معتقل خرجوا من سجن الرقة في 26 يناير 2026، بينهم 470 من كبار السن. "
    "ونقلت وكالة الفرات للأنباء عن ضابط في الاستخبارات أن أكثر من 400 سجين غادروا بالعفو."
)


def text(raw: str = AMNESTY, title_end: int | None = None) -> Text:
    """A Text of `raw` whose headline is all before the first blank line unless given."""
    return Text(raw, max(raw.find("\n\n"), 0) if title_end is None else title_end, language="ar")


def span(of: Text, quote: str, occurrence: int = 0) -> Span:
    """The span of the `occurrence`th place where `quote` stands in the text."""
    start = -1
    for _ in range(occurrence + 1):
        start = of.raw.index(quote, start + 1)
    return Span(of, start, start + len(quote))


def quantity(low: Number | None, high: Number | None = None, unit: str = "count") -> Quantity:
    """Exactly `low` where only that is given; at most `high`, or a range, where `high` is."""
    if high is None:
        return Quantity(low, low, Approximator.EXACT, unit)
    return Quantity(low, high, Approximator.AT_MOST if low is None else Approximator.RANGE, unit)


def more_than(low: Number) -> Quantity:
    """More than `low`."""
    return Quantity(low, None, Approximator.MORE_THAN)


def figure(of: Text, quote: str, holds: Quantity, predicate: str = "released") -> Figure:
    """A Figure told by the narrator; use `dataclasses.replace` for what else it has."""
    return Figure(span(of, quote), holds, "test-figure", counted="detainees", predicate=predicate)


def metadata(outlet: str = "صحيفة النهر", day: dt.date | None = dt.date(2026, 1, 27)) -> Metadata:
    """What is known besides the words."""
    return Metadata(outlet, "https://outlet.example/1", "العفو يخرج المئات", None, day, "ar")


def read_report(id: str, claims: Claims, known: Metadata | None = None) -> tuple[ReadReport, bytes]:
    """A ReadReport with the raw bytes it came from (those of its text)."""
    raw = claims.text.raw.encode()
    digest = hashlib.sha256(raw).hexdigest()
    return ReadReport(Report(id, digest, f"{id}.txt", claims.text, known or metadata()), claims), raw


def amnesty_claims(of: Text | None = None) -> Claims:
    """The claims of `AMNESTY`, with every kind of part that a claim can have."""
    of = of or text()
    army = Attribution(ARMY, mention=span(of, "الجيش العراقي"), cue=span(of, "قال"))
    officer = Attribution(OFFICER, (AGENCY,), span(of, "ضابط في الاستخبارات"), span(of, "ونقلت"))
    place = Place("سجن الرقة", span(of, "سجن الرقة"), "sy:raqqa-prison", "SY", 35.95, 39.01)
    whole = Figure(
        span(of, "1,200"), quantity(1200), "count-noun", "detainees", span(of, "معتقل"), "released", place,
        When("2026-01-26"), army,
    )  # fmt: skip
    part = Figure(
        span(of, "470"), quantity(470), "among-them", "elderly detainees", None, "released", attribution=army,
        part_of=whole.span,
    )  # fmt: skip
    other = Figure(
        span(of, "أكثر من 400"), more_than(400), "count-noun", "prisoners", span(of, "سجين"), "released",
        when=When(None, relative="-P1D"), attribution=officer, stance=Stance.EARLIER,
    )  # fmt: skip
    said = Statement(
        span(of, "1,200 معتقل خرجوا من سجن الرقة في 26 يناير 2026، بينهم 470 من كبار السن"),
        span(of, "قال"), army, Mode.INDIRECT, "say", "cue-verb",
    )  # fmt: skip
    relayed = Statement(
        span(of, "أكثر من 400 سجين غادروا بالعفو"), span(of, "ونقلت"), officer, Mode.INDIRECT, "say", "relay-verb"
    )
    day = DateMention(span(of, "26 يناير 2026"), When("2026-01-26"), "day-month-year")
    return Claims(of, (whole, part, other), (said, relayed), (day,))


def amnesty(id: str = "amnesty", known: Metadata | None = None) -> tuple[ReadReport, bytes]:
    """The report of `AMNESTY`, read, and its bytes."""
    return read_report(id, amnesty_claims(), known)


def toll(id: str, dead: int, known: Metadata | None = None) -> tuple[ReadReport, bytes]:
    """A one-sentence report of so many killed in a flood, and its bytes."""
    of = text(f"سيول الوادي\n\nأعلن الدفاع المدني مقتل {dead} شخصا في سيول الوادي.")
    return read_report(id, Claims(of, (figure(of, str(dead), quantity(dead), "killed"),)), known)


def reported(read: ReadReport, index: int = 0) -> ReportedFigure:
    """The report's figure number `index`, together with the report."""
    known = read.report.metadata
    return ReportedFigure(read.report.id, known.outlet, known.published, read.claims.figures[index])


def measure(id: str, figures: Sequence[ReportedFigure], story: str = "story-1") -> Measure:
    """A Measure in which every figure is its own position; each two neighbours contradict."""
    first = figures[0].figure
    positions = tuple(
        Position(f.figure.attribution.source, f.figure.quantity, f.published, (i,)) for i, f in enumerate(figures)
    )
    relations = tuple(
        Relation(i, i + 1, RelationKind.CONTRADICTION, "They cannot both hold.", "لا يصحان معا.")
        for i in range(len(figures) - 1)
    )
    return Measure(
        id, story, first.predicate, first.counted, first.place.name if first.place else None,
        "detainees released", "عدد المفرج عنهم", tuple(figures), positions, relations, (),
    )  # fmt: skip
