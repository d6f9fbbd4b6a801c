"""A map as inline SVG: coasts, borders and a grid, quiet; a circle and a name for every place."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache

from markupsafe import Markup

from tahqiq.export.page.chart.drawing import write_label
from tahqiq.export.page.chart.placing import Box, label_box, place_label
from tahqiq.export.page.map.outlines import outlines
from tahqiq.export.page.map.projection import Projection, fit
from tahqiq.export.page.map.spec import Frame, Spot

_SMALLEST, _LARGEST = 4.5, 12.0
_STEPS = (0.5, 1, 2, 5, 10, 20, 30)
_LINES = 6
_NAME = 28


def draw(spots: Sequence[Spot], frame: Frame) -> Markup:
    """The map of one place or more; every circle is a link to the place's page, the heaviest lie below.

    Countries that lie outside the stretch of the other places are left out.
    """
    projection = fit(spots, frame)
    heaviest = sorted(filter(projection.shows, spots), key=lambda spot: -spot.weight)
    parts = [_grid(projection), _coasts(projection), *_circles(heaviest, projection), *_names(heaviest, projection)]
    return Markup('<svg class="chart map {}" viewBox="0 0 {} {}" role="group">{}</svg>').format(
        frame.name, frame.width, frame.height, Markup("").join(parts)
    )


@lru_cache(maxsize=64)
def _coasts(projection: Projection) -> Markup:
    """Coasts and borders, alike in both languages."""
    drawn = []
    for outline in outlines(projection.bounds):
        first, *others = (projection.place(*point) for point in outline.points)
        drawn.append(f"M{first[0]:.1f} {first[1]:.1f}L" + " ".join(f"{x:.1f} {y:.1f}" for x, y in others))
    return Markup('<path class="coast" d="{}"/>').format("".join(drawn))


def _grid(projection: Projection) -> Markup:
    """A line for every round degree, with its number at the edge."""
    bounds, frame = projection.bounds, projection.frame
    high = bounds.north - bounds.south
    step = next((s for s in _STEPS if high / s <= _LINES), _STEPS[-1])
    rows = []
    for degree in _round(bounds.west, bounds.east, step):
        x, _ = projection.place(degree, bounds.north)
        rows.append(
            Markup('<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="0" y2="{}"/>{}').format(
                frame.height, _degree(degree, "EW", (x, frame.height - 5)), x=x
            )
        )
    for degree in _round(bounds.south, bounds.north, step):
        _, y = projection.place(bounds.west, degree)
        rows.append(
            Markup('<line class="grid" x1="0" x2="{}" y1="{y:.1f}" y2="{y:.1f}"/>{}').format(
                frame.width, _degree(degree, "NS", (18, y - 3)), y=y
            )
        )
    return Markup("").join(rows)


def _degree(degree: float, sides: str, at: tuple[float, float]) -> Markup:
    side = sides[degree < 0] if degree else ""
    return Markup('<text class="tick" x="{:.1f}" y="{:.1f}" text-anchor="middle">{:g}°{}</text>').format(
        *at, abs(degree), side
    )


def _round(low: float, high: float, step: float) -> Iterator[float]:
    return (n * step for n in range(math.ceil(low / step), math.floor(high / step) + 1))


def _circles(spots: Sequence[Spot], projection: Projection) -> Iterator[Markup]:
    for spot in spots:
        x, y = projection.place(spot.longitude, spot.latitude)
        yield Markup(
            '<a class="spot{}" href="{}"><title>{}</title><circle cx="{:.1f}" cy="{:.1f}" r="{:.1f}"/></a>'
        ).format(" wide-spot" if spot.is_wide else "", spot.target, spot.told, x, y, _radius(spot, spots[0]))


def _radius(spot: Spot, heaviest: Spot) -> float:
    """Areas stand to each other as weights do, down to the smallest circle that can be hit."""
    return max(_SMALLEST, _LARGEST * math.sqrt(spot.weight / max(heaviest.weight, 1)))


def _names(spots: Sequence[Spot], projection: Projection) -> Iterator[Markup]:
    room = Box(14, 2, projection.frame.width - 14, projection.frame.height - 16)
    places = [projection.place(spot.longitude, spot.latitude) for spot in spots]
    taken = [_circle_box(place, _radius(spot, spots[0])) for spot, place in zip(spots, places, strict=True)]
    for spot, place in zip(spots, places, strict=True):
        name = spot.name if len(spot.name) <= _NAME else f"{spot.name[: _NAME - 1]}…"
        label = place_label((name,), place, taken, room)
        if label is not None:
            taken.append(label_box(label))
            yield write_label(label)


def _circle_box(place: tuple[float, float], radius: float) -> Box:
    x, y = place
    return Box(x - radius, y - radius, x + radius, y + radius)
