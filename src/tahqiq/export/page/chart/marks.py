"""The marks of a chart: dots, their intervals, and the lines between them."""

from __future__ import annotations

from markupsafe import Markup

from tahqiq.export.page.chart.layout import Plot
from tahqiq.export.page.chart.placing import DOT, Box
from tahqiq.export.page.chart.shapes import shape
from tahqiq.export.page.chart.spec import Point
from tahqiq.model.claim import Stance
from tahqiq.model.quantity import Approximator

_OPEN = 34.0
Place = tuple[float, float]


def dot(plot: Plot, point: Point) -> Markup:
    """The shape of a position as a link to its row: ringed if contradicted, hollow if planned, struck if denied."""
    x, y = plot.places[point.key]
    marks = [shape(point.kind, "planned" if point.stance is Stance.EXPECTED else "")]
    if point.held.approximator is Approximator.ABOUT:
        marks.insert(0, Markup('<circle class="halo k-{}" r="11"/>').format(point.kind.value))
    if point.is_contradicted:
        marks.insert(0, Markup('<circle class="ring" r="12"/>'))
    if point.stance is Stance.DENIED:
        marks.append(Markup('<path class="strike" d="M-10 10L10-10"/>'))
    marks.insert(0, Markup("<title>{}</title>").format(_said(point)))
    drawn = Markup("").join(marks)
    if point.target is None:
        return Markup('<g transform="translate({:.1f} {:.1f})">{}</g>').format(x, y, drawn)
    return Markup('<a class="dot" href="{}" transform="translate({:.1f} {:.1f})">{}</a>').format(
        point.target, x, y, drawn
    )


def interval(plot: Plot, point: Point) -> Markup:
    """A bar between two bounds, or a dashed arrow towards an open side; nothing for a single number."""
    x, y = plot.places[point.key]
    end = _open_end(plot, point)
    if end is not None:
        return _arrow(point, x, (y, end))
    low, high = point.held.low, point.held.high
    if low is None or high is None or low == high:
        return Markup("")
    top, bottom = plot.values.height(high), plot.values.height(low)
    return Markup('<path class="reach k-{}" d="M{:.1f} {:.1f}h10m-5 0V{:.1f}m-5 0h10"/>').format(
        point.kind.value, x - 5, top, bottom
    )


def reach_box(plot: Plot, point: Point) -> Box | None:
    """The room that an interval takes beyond its dot; None for a single number."""
    x, y = plot.places[point.key]
    low, high = point.held.low, point.held.high
    if low is not None and low == high:
        return None
    end = _open_end(plot, point)
    ends = (y, end) if end is not None else (plot.values.height(low or 0), plot.values.height(high or 0))
    return Box(x - 6, min(ends), x + 6, max(ends))


def _open_end(plot: Plot, point: Point) -> float | None:
    """How high the arrow of an open side reaches; None where both sides are stated."""
    y = plot.places[point.key][1]
    if point.held.low is None:
        return min(y + _OPEN, plot.values.bottom)
    return max(y - _OPEN, plot.frame.top + 4) if point.held.high is None else None


def contradiction(start: Place, end: Place, sign: Place) -> Markup:
    """A line that cannot be missed, with a sign on it."""
    return Markup(
        '<line class="clash" x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}"/>'
        '<g transform="translate({:.1f} {:.1f})"><circle class="clash-sign" r="8"/>'
        '<path class="clash-mark" d="M-4-2H4M-4 2H4M2.5-5L-2.5 5"/></g>'
    ).format(*start, *end, *sign)


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
    back = end + (6 if end < start else -6)
    return Markup(
        '<path class="open k-{kind}" d="M{x:.1f} {:.1f}V{:.1f}"/>'
        '<path class="tip k-{kind}" d="M{:.1f} {:.1f}L{x:.1f} {:.1f}L{:.1f} {:.1f}"/>'
    ).format(start, end, x - 5, back, end, x + 5, back, x=x, kind=point.kind.value)


def _said(point: Point) -> str:
    """Value, name and day; the day in ISO form, so that one tooltip serves both languages."""
    when = point.when.isoformat() if point.when else ""
    return " · ".join(part for part in (point.value, point.name, when) if part)
