"""A chart as inline SVG: time across, value up, a dot with its interval for every position."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup

from tahqiq.export.page.chart.layout import Plot, lay_out
from tahqiq.export.page.chart.marks import Place, contradiction, dot, interval, reach_box, update
from tahqiq.export.page.chart.placing import Label, dot_box, label_box, line_boxes, place_label, place_on_line
from tahqiq.export.page.chart.scale import TimeTick, time_ticks
from tahqiq.export.page.chart.spec import Chart, Link, Point, Size
from tahqiq.export.page.strings import Both, say
from tahqiq.export.page.wording import digits, month_and_year, short_day

_NAME = 32
_LINKS_DRAWN = 8
_TICKS = {True: 3, False: 6}
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_MIRRORED = {"start": "end", "end": "start", "middle": "middle"}
"""In text that runs from right to left, SVG's start is the right edge."""


def draw(chart: Chart, size: Size) -> Markup:
    """The chart as one <svg>; every dot is a link to its row, with its value, name and day as accessible name.

    At most eight lines between dots are drawn, contradictions first; rings mark every contradicted dot.
    """
    plot = lay_out(chart, size)
    signs = _signs(plot)
    kind = "narrow" if size.is_narrow else "wide"
    parts = [_band(plot), _value_axis(plot), _time_axis(plot), _days(plot), *_links(plot, signs)]
    parts += [interval(plot, p) for p in chart.points]
    parts += [*(dot(plot, p) for p in chart.points), *_labels(plot, signs.values())]
    return Markup(
        '<svg class="chart {kind}" viewBox="0 0 {width} {height}" role="group" '
        'aria-labelledby="{id}-title">{drawn}</svg>'
    ).format(
        kind=kind,
        width=size.width,
        height=size.height,
        id=chart.id,
        drawn=Markup("").join(parts),
    )


def _band(plot: Plot) -> Markup:
    low, high = plot.chart.band
    if low is None or high is None or low == high:
        return Markup("")
    top, bottom = plot.values.height(high), plot.values.height(low)
    return Markup('<rect class="band" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>').format(
        plot.frame.left, top, plot.frame.right - plot.frame.left, bottom - top
    )


def _value_axis(plot: Plot) -> Markup:
    rows = []
    for tick in plot.values.ticks():
        y = plot.values.height(tick)
        rows.append(
            Markup(
                '<line class="grid" x1="{:.1f}" x2="{:.1f}" y1="{y:.1f}" y2="{y:.1f}"/>'
                '<text class="tick" x="{:.1f}" y="{:.1f}" text-anchor="end">{}</text>'
            ).format(plot.frame.left, plot.frame.right, plot.frame.left - 6, y + 4, digits(tick), y=y)
        )
    return Markup("").join(rows)


def _time_axis(plot: Plot) -> Markup:
    rows = []
    if plot.times is not None:
        ticks = time_ticks(plot.times, _TICKS[plot.size.is_narrow])
        rows = [_tick(plot, plot.times.across(t.date), _date_words(t, n == 0)) for n, t in enumerate(ticks)]
    if plot.lane is not None:
        rows.append(_tick(plot, plot.lane, say("interface.chart_undated")))
        if plot.times is not None:
            edge = plot.frame.right - 2 * (plot.frame.right - plot.lane)
            rows.append(
                Markup('<line class="lane" x1="{x:.1f}" x2="{x:.1f}" y1="{:.1f}" y2="{:.1f}"/>').format(
                    plot.frame.top, plot.values.bottom, x=edge
                )
            )
    return Markup("").join(rows)


def _days(plot: Plot) -> Markup:
    """A line along the axis under the dots that share a day."""
    days: dict[object, list[float]] = {}
    for point in plot.chart.points:
        days.setdefault(point.when, []).append(plot.places[point.key][0])
    rows = [
        Markup('<line class="day" x1="{:.1f}" x2="{:.1f}" y1="{y:.1f}" y2="{y:.1f}"/>').format(
            min(xs) - 6, max(xs) + 6, y=plot.values.bottom
        )
        for xs in days.values()
        if len(xs) > 1
    ]
    return Markup("").join(rows)


def _tick(plot: Plot, x: float, words: Both) -> Markup:
    y = plot.values.bottom
    return Markup('<line class="axis" x1="{x:.1f}" x2="{x:.1f}" y1="{:.1f}" y2="{:.1f}"/>{}').format(
        y, y + 5, _text(words, "tick", (x, y + 28)), x=x
    )


def _text(words: Both, classes: str, at: tuple[float, float]) -> Markup:
    """One <text> for each language; the style sheet shows one of them. `words` must hold no elements."""
    return Markup("").join(
        Markup('<text class="{} {}" lang="{}" x="{:.1f}" y="{:.1f}" text-anchor="middle">{}</text>').format(
            classes, language, language, *at, said
        )
        for language, said in (("ar", words.ar), ("en", words.en))
    )


def _date_words(tick: TimeTick, is_first: bool) -> Both:
    if tick.grain == "year":
        year = Markup(str(tick.date.year))
        return Both(year, year)
    if tick.grain == "month":
        return month_and_year(tick.date)
    said = short_day(tick.date)
    return said if not is_first else Both(*(Markup(f"{w} {tick.date.year}") for w in (said.ar, said.en)))


def _links(plot: Plot, signs: Mapping[Link, Place]) -> Iterator[Markup]:
    for link in sorted(_drawn(plot), key=lambda link: link.is_contradiction):
        start, end = plot.places[link.start], plot.places[link.end]
        yield contradiction(start, end, signs[link]) if link.is_contradiction else update(start, end)


def _drawn(plot: Plot) -> list[Link]:
    return sorted(plot.chart.links, key=lambda link: not link.is_contradiction)[:_LINKS_DRAWN]


def _signs(plot: Plot) -> dict[Link, Place]:
    """A free place for the sign of each contradiction on its line: the middle if it can be."""
    taken = [dot_box(*place) for place in plot.places.values()]
    signs = {}
    for link in _drawn(plot):
        if link.is_contradiction:
            at = place_on_line(plot.places[link.start], plot.places[link.end], taken)
            taken.append(dot_box(*at))
            signs[link] = at
    return signs


def _labels(plot: Plot, signs: Iterable[Place]) -> Iterator[Markup]:
    taken = [dot_box(*place) for place in (*plot.places.values(), *signs)]
    for link in _drawn(plot):
        taken += line_boxes(plot.places[link.start], plot.places[link.end])
    taken += [reach for p in plot.chart.points if (reach := reach_box(plot, p))]
    for point in sorted(plot.chart.points, key=_label_order):
        label = place_label(_lines(point, plot.size), plot.places[point.key], taken, plot.frame)
        if label is not None:
            taken.append(label_box(label))
            yield _label(label)


def _label_order(point: Point) -> tuple[bool, int]:
    return not point.is_contradicted, -(point.when.toordinal() if point.when else 0)


def _lines(point: Point, size: Size) -> tuple[str, ...]:
    if size.is_narrow or not point.name:
        return (point.value,)
    return point.value, point.name if len(point.name) <= _NAME else f"{point.name[: _NAME - 1]}…"


def _label(label: Label) -> Markup:
    rows = []
    for n, line in enumerate(label.lines):
        is_rtl = bool(_RTL.search(line))
        rows.append(
            Markup('<text class="{}{}" x="{:.1f}" y="{:.1f}" text-anchor="{}">{}</text>').format(
                "label" if n == 0 else "name",
                " rtl" if is_rtl else "",
                label.x,
                label.y + 15 * n,
                _MIRRORED[label.anchor] if is_rtl else label.anchor,
                line,
            )
        )
    return Markup("").join(rows)
