"""A chart as inline SVG: time across, value up, a dot with its interval for every position."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup

from tahqiq.export.page.chart.axes import band, days, time_axis, value_axis
from tahqiq.export.page.chart.layout import Plot, lay_out
from tahqiq.export.page.chart.marks import Place, contradiction, dot, interval, reach_box, update
from tahqiq.export.page.chart.placing import Label, dot_box, label_box, line_boxes, place_label, place_on_line
from tahqiq.export.page.chart.spec import Chart, Link, Point, Size

_NAME = 32
_LINKS_DRAWN = 8
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_MIRRORED = {"start": "end", "end": "start", "middle": "middle"}
"""In text that runs from right to left, SVG's start is the right edge."""


def draw(chart: Chart, size: Size) -> Markup:
    """The chart as one <svg>; every dot is a link to its row, with its value, name and day as accessible name.

    At most eight lines between dots are drawn, contradictions first; rings mark every contradicted dot.
    """
    return Markup(
        '<svg class="chart {kind}" viewBox="0 0 {width} {height}" role="group" '
        'aria-labelledby="{id}-title">{drawn}</svg>'
    ).format(kind=size.name, width=size.width, height=size.height, id=chart.id, drawn=drawn(chart, size))


def drawn(chart: Chart, size: Size) -> Markup:
    """What is inside the chart's <svg>."""
    plot = lay_out(chart, size)
    signs = _signs(plot)
    parts = [band(plot), value_axis(plot), time_axis(plot), days(plot), *_links(plot, signs)]
    parts += [interval(plot, p) for p in chart.points]
    parts += [*(dot(plot, p) for p in chart.points), *_labels(plot, signs.values())]
    return Markup("").join(parts)


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
            yield write_label(label)


def _label_order(point: Point) -> tuple[bool, int]:
    return not point.is_contradicted, -(point.when.toordinal() if point.when else 0)


def _lines(point: Point, size: Size) -> tuple[str, ...]:
    if size.is_narrow or not point.name:
        return (point.value,)
    return point.value, point.name if len(point.name) <= _NAME else f"{point.name[: _NAME - 1]}…"


def write_label(label: Label) -> Markup:
    """A label as <text>, a line each; the first is that of the thing itself."""
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
