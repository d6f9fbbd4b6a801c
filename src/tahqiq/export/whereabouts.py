"""Where a measure holds, as far as its figures give the place of its name."""

from __future__ import annotations

from tahqiq.model.measure import Measure
from tahqiq.model.place import Place


def place_of(measure: Measure) -> Place | None:
    """The place that the measure is named by, with coordinates where any of its figures knows them, or None."""
    named = [f.figure.place for f in measure.figures if f.figure.place and f.figure.place.name == measure.place]
    return next((place for place in named if is_located(place)), named[0] if named else None)


def is_located(place: Place) -> bool:
    """Whether both coordinates are known."""
    return place.latitude is not None and place.longitude is not None
