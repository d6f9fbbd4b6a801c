"""The still parts of a chart: the band of the estimate, both axes, and what marks the dots of one day."""

from __future__ import annotations

from markupsafe import Markup

from tahqiq.export.page.chart.layout import Plot
from tahqiq.export.page.chart.scale import TimeTick, time_ticks
from tahqiq.export.page.strings import Both, say
from tahqiq.export.page.wording import digits, month_and_year, short_day

_TICKS = {True: 3, False: 6}


def band(plot: Plot) -> Markup:
    """The range of the estimate with its best value; nothing where it is one number or open."""
    low, high = plot.chart.band
    if low is None or high is None or low == high:
        return Markup("")
    top, bottom = plot.values.height(high), plot.values.height(low)
    return Markup('<rect class="band" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>{}').format(
        plot.frame.left, top, plot.frame.right - plot.frame.left, bottom - top, _best(plot)
    )


def _best(plot: Plot) -> Markup:
    if plot.chart.best is None:
        return Markup("")
    return Markup('<line class="best" x1="{:.1f}" x2="{:.1f}" y1="{y:.1f}" y2="{y:.1f}"/>').format(
        plot.frame.left, plot.frame.right, y=plot.values.height(plot.chart.best)
    )


def value_axis(plot: Plot) -> Markup:
    """A line and its number for every round value."""
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


def time_axis(plot: Plot) -> Markup:
    """A mark for every round date, and the lane of those without a date."""
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


def days(plot: Plot) -> Markup:
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
