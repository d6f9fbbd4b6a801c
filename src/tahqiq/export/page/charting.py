"""A measure as a chart, with the key to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import replace

from markupsafe import Markup

from tahqiq.export.page.chart.drawing import draw
from tahqiq.export.page.chart.layout import bounds
from tahqiq.export.page.chart.scale import value_scale
from tahqiq.export.page.chart.shapes import badge
from tahqiq.export.page.chart.spec import NARROW, SMALL, WIDE, Chart, Link, Point
from tahqiq.export.page.options import PageOptions
from tahqiq.export.page.order import estimate
from tahqiq.export.page.strings import say, word
from tahqiq.export.page.views import LegendEntry
from tahqiq.export.page.visible import plain
from tahqiq.export.page.wording import sign
from tahqiq.export.positions import outlet, stance
from tahqiq.export.standing import contradicted
from tahqiq.model.claim import Stance
from tahqiq.model.measure import Measure, Position, RelationKind
from tahqiq.model.quantity import Approximator, Number
from tahqiq.model.source import SourceKind

_CROWDED = 6
_MARKS = {
    "open": '<path class="open k-narrator" d="M0 10V-8"/><path class="tip k-narrator" d="M-5-2L0-8L5-2"/>',
    "about": '<circle class="halo k-narrator" r="9"/><circle class="shape k-narrator" r="5"/>',
    "contradiction": '<circle class="clash-sign" r="8"/><path class="clash-mark" d="M-4-2H4M-4 2H4M2.5-5L-2.5 5"/>',
    "update": '<path class="update" d="M-9 0H9M4-4L9 0L4 4"/>',
    "planned": '<circle class="shape planned k-narrator" r="6"/>',
    "denied": '<circle class="shape k-narrator" r="5"/><path class="strike" d="M-9 9L9-9"/>',
    "band": '<rect class="band" x="-10" y="-6" width="20" height="12"/>',
    "best": '<path class="best" d="M-10 0H10"/>',
}


def drawings(measure: Measure, anchor: str, options: PageOptions) -> tuple[Markup, ...]:
    """The chart for wide pages and for phones; none where a single number stands alone."""
    if not has_chart(measure):
        return ()
    made = chart(measure, f"{anchor}-chart", lambda n: f"#{anchor}-p{n + 1}", options)
    return tuple(draw(made, size) for size in (WIDE, NARROW))


def small(measure: Measure, id: str, days: tuple[dt.date, dt.date] | None, options: PageOptions) -> Markup:
    """A small chart to stand beside others of the same `days`; its dots lead to the rows on the measure's own page."""
    page = options.pages.measure(measure)
    made = chart(measure, id, lambda n: None if page is None else f"{page}#m1-p{n + 1}", options)
    return draw(replace(made, days=days), SMALL)


def days_of(measures: Iterable[Measure]) -> tuple[dt.date, dt.date] | None:
    """The first and last day of all their positions; None where none has a day."""
    found = sorted(day for measure in measures for p in measure.positions if (day := _date(p.as_of)) is not None)
    return (found[0], found[-1]) if found else None


def has_chart(measure: Measure) -> bool:
    """Whether there is anything to compare: a single number needs no chart."""
    return len(measure.positions) > 1


def chart(measure: Measure, id: str, to: Callable[[int], str | None], options: PageOptions) -> Chart:
    """What the chart of a measure shows: its positions and how they clash or follow each other.

    `to` gives the address of the row of a position, by its index.
    """
    shown = measure.positions[: options.most_positions]
    clashing = contradicted(measure)
    chosen = estimate(measure, options.policy)
    return Chart(
        id=id,
        points=tuple(_point(measure, n, to(n), n in clashing) for n in range(len(shown))),
        links=_links(measure, len(shown)),
        band=_band(measure, options.policy),
        best=chosen.best if chosen else None,
    )


def is_log_scale(measure: Measure) -> bool:
    """Whether the chart's values stand on a logarithmic scale."""
    stated = bounds(p.quantity for p in measure.positions)
    return len(measure.positions) > 1 and value_scale(stated, 1, 0).is_log


def legend(measure: Measure, options: PageOptions) -> tuple[LegendEntry, ...]:
    """Only what the chart of this measure has: kinds of source first, then other marks."""
    shown = measure.positions[: options.most_positions]
    kinds = dict.fromkeys(p.origin.kind for p in shown)
    entries = [LegendEntry(badge(kind), word("source_kind", kind.value)) for kind in kinds]
    entries += [LegendEntry(_picture(mark), say(f"interface.legend_{mark}")) for mark in _present(measure, options)]
    return tuple(entries)


def _point(measure: Measure, index: int, target: str | None, is_contradicted: bool) -> Point:
    position = measure.positions[index]
    return Point(
        key=index + 1,
        held=position.quantity,
        value=sign(position.quantity),
        name=_name(measure, position),
        when=_date(position.as_of),
        kind=position.origin.kind,
        target=target,
        stance=stance(measure, position),
        is_contradicted=is_contradicted,
    )


def _name(measure: Measure, position: Position) -> str:
    own = position.origin.kind in (SourceKind.NARRATOR, SourceKind.UNKNOWN)
    return plain((outlet(measure, position) or "") if own else position.origin.name)


def _date(when: dt.date | None) -> dt.date | None:
    return when.date() if isinstance(when, dt.datetime) else when


def _links(measure: Measure, shown: int) -> tuple[Link, ...]:
    """Contradictions, and updates where the chart is not crowded: there time itself shows what came later."""
    kinds = {RelationKind.CONTRADICTION} | ({RelationKind.UPDATE} if shown <= _CROWDED else set())
    return tuple(
        Link(*_in_time(measure, r.a, r.b), r.kind is RelationKind.CONTRADICTION)
        for r in measure.relations
        if r.kind in kinds and max(r.a, r.b) < shown
    )


def _in_time(measure: Measure, a: int, b: int) -> tuple[int, int]:
    """Keys of the two positions, the older first where both have a day."""
    first, second = (_date(measure.positions[n].as_of) for n in (a, b))
    return (b + 1, a + 1) if first and second and second < first else (a + 1, b + 1)


def _band(measure: Measure, policy: str) -> tuple[Number | None, Number | None]:
    chosen = estimate(measure, policy)
    return (None, None) if chosen is None else (chosen.low, chosen.high)


def _present(measure: Measure, options: PageOptions) -> list[str]:
    held = measure.positions[: options.most_positions]
    stances = {stance(measure, p) for p in held}
    links = _links(measure, len(held))
    low, high = _band(measure, options.policy)
    has = {
        "open": any(p.quantity.low is None or p.quantity.high is None for p in held),
        "about": any(p.quantity.approximator is Approximator.ABOUT for p in held),
        "contradiction": any(link.is_contradiction for link in links),
        "update": any(not link.is_contradiction for link in links),
        "planned": Stance.EXPECTED in stances,
        "denied": Stance.DENIED in stances,
        "band": low is not None and high is not None and low != high,
        "best": _has_best(measure, options.policy),
    }
    return [name for name, is_there in has.items() if is_there]


def _has_best(measure: Measure, policy: str) -> bool:
    chosen = estimate(measure, policy)
    return chosen is not None and None not in (chosen.low, chosen.best, chosen.high) and chosen.low != chosen.high


def _picture(mark: str) -> Markup:
    return Markup(
        '<svg class="badge" viewBox="-12 -12 24 24" width="18" height="18" aria-hidden="true">{}</svg>'
    ).format(Markup(_MARKS[mark]))
