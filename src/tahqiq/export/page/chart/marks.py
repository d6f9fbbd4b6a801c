"""The marks of a chart: dots, their intervals, and the lines between them."""

from __future__ import annotations

from markupsafe import Markup

from tahqiq.export.page.chart.layout import Plot
from tahqiq.export.page.chart.placing import DOT
from tahqiq.export.page.chart.shapes import shape
from tahqiq.export.page.chart.spec import Point
from tahqiq.model.claim import Stance
from tahqiq.model.quantity import Approximator

_OPEN = 34.0
Place = tuple[float, float]


def dot(plot: Plot, point: Point) -> Markup:
    """The shape of a position as a link to its row: ringed where contradicted, hollow where planned, struck where denied."""
    x, y = plot.places[point.key]
    marks = [shape(point.kind, "planned" if point.stance is Stance.EXPECTED else "")]
    if point.held.approximator is Approximator.ABOUT:
        marks.insert(0, Markup('<circle class="halo k-{}" r="11"/>').format(point.kind.value))
    if point.is_contradicted:
        marks.insert(0, Markup('<circle class="ring" r="12"/>'))
    if point.stance is Stance.DENIED:
        marks.append(Markup('<path class="strike" d="M-10 10L10-10"/>'))
    return Markup('<a class="dot" href="#{}" transform="translate({:.1f} {:.1f})"><title>{}</title>{}</a>').format(
        point.target, x, y, _said(point), Markup("").join(marks)
    )


def interval(plot: Plot, point: Point) -> Markup:
    """A bar between two bounds, or a dashed arrow towards an open side; nothing for a single number."""
    held, (x, y) = point.held, plot.places[point.key]
    if held.low is None:
        return _arrow(point, x, (y, min(y + _OPEN, plot.values.bottom)))
    if held.high is None:
        return _arrow(point, x, (y, max(y - _OPEN, plot.frame.top + 4)))
    if held.low == held.high:
        return Markup("")
    top, bottom = plot.values.height(held.high), plot.values.height(held.low)
    return Markup('<path class="reach k-{}" d="M{:.1f} {:.1f}h10m-5 0V{:.1f}m-5 0h10"/>').format(
        point.kind.value, x - 5, top, bottom
    )


def contradiction(start: Place, end: Place) -> Markup:
    """A line that cannot be missed, with a sign in its middle."""
    x, y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    return Markup(
        '<line class="clash" x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}"/>'
        '<g transform="translate({:.1f} {:.1f})"><circle class="clash-sign" r="8"/>'
        '<path class="clash-mark" d="M-4-2H4M-4 2H4M2.5-5L-2.5 5"/></g>'
    ).format(*start, *end, x, y)


def update(start: Place, end: Place) -> Markup:
    """A quiet arrow from the older to the newer."""
    (x1, y1), (x2, y2) = start, end
    length = max(((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5, 0.1)
    ux, uy = (x2 - x1) / length, (y2 - y1) / length
    tip = (x2 - ux * (DOT + 6), y2 - uy * (DOT + 6))
    sides = [(tip[0] - ux * 7 + s * uy * 4, tip[1] - uy * 7 - s * ux * 4) for s in (1, -1)]
    return Markup(
        '<path class="update" d="M{:.1f} {:.1f}L{:.1f} {:.1f}M{:.1f} {:.1f}L{:.1f} {:.1f}L{:.1f} {:.1f}"/>'
    ).format(x1, y1, *tip, *sides[0], *tip, *sides[1])


def _arrow(point: Point, x: float, ends: tuple[float, float]) -> Markup:
    start, end = ends
    back = 6 if end < start else -6
    return Markup(
        '<path class="open k-{}" d="M{:.1f} {:.1f}V{:.1f}"/><path class="tip k-{}" d="M{:.1f} {:.1f}L{:.1f} {:.1f}L{:.1f} {:.1f}"/>'
    ).format(point.kind.value, x, start, end, point.kind.value, x - 5, end + back, x, end, x + 5, end + back)


def _said(point: Point) -> str:
    """Value, name and day; the day in ISO form, so that one tooltip serves both languages."""
    when = point.when.isoformat() if point.when else ""
    return " · ".join(part for part in (point.value, point.name, when) if part)
