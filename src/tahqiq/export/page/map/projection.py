"""From degrees to pixels: equirectangular, true along the middle of what is shown."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from tahqiq.export.page.map.outlines import Bounds, Degrees
from tahqiq.export.page.map.spec import EARTH, Frame, Spot

_LEAST = 2.0
_ROUND_IT = 0.22


@dataclass(frozen=True, slots=True)
class Projection:
    """The stretch of the earth that a frame shows; `scale` is pixels for a degree of latitude."""

    frame: Frame
    bounds: Bounds
    scale: float
    narrowing: float

    def shows(self, spot: Spot) -> bool:
        """Whether a spot lies inside the frame, with room for its circle."""
        x, y = self.place(spot.longitude, spot.latitude)
        return 8 <= x <= self.frame.width - 8 and 8 <= y <= self.frame.height - 8

    def place(self, longitude: float, latitude: float) -> Degrees:
        """Pixels from the top left corner."""
        x = (longitude - self.bounds.west) * self.scale * self.narrowing
        return x, (self.bounds.north - latitude) * self.scale


def fit(spots: Sequence[Spot], frame: Frame) -> Projection:
    """The smallest stretch that holds the spots (one or more) with room around them, at least two degrees high.

    Wide ones count only where there are no others.
    """
    spots = [spot for spot in spots if not spot.is_wide] or spots
    south, north = min(s.latitude for s in spots), max(s.latitude for s in spots)
    west, east = min(s.longitude for s in spots), max(s.longitude for s in spots)
    middle = (south + north) / 2
    narrowing = max(math.cos(math.radians(middle)), 0.2)
    high = max(north - south, _LEAST) * (1 + 2 * _ROUND_IT)
    wide = max((east - west) * narrowing, _LEAST) * (1 + 2 * _ROUND_IT)
    scale = max(min(frame.height / high, frame.width / wide), frame.width / ((EARTH.east - EARTH.west) * narrowing))
    half_high, half_wide = frame.height / scale / 2, frame.width / scale / narrowing / 2
    centre = (west + east) / 2
    bounds = Bounds(centre - half_wide, middle - half_high, centre + half_wide, middle + half_high)
    return Projection(frame, bounds, scale, narrowing)
