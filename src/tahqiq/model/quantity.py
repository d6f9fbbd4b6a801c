"""Numbers as intervals."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from tahqiq.errors import InvalidValue

Number = int | float

LARGEST = 1e300  # nothing that can be counted is larger, and beyond it floats lose their way


class Approximator(StrEnum):
    """How a number is hedged; the values are those of the interchange records."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    RANGE = "range"
    VAGUE = "vague"


_POINT = {Approximator.EXACT, Approximator.ABOUT}
_FLOOR = {Approximator.MORE_THAN, Approximator.AT_LEAST}
_CEILING = {Approximator.LESS_THAN, Approximator.AT_MOST}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as an interval: `low` and `high` in `unit`, None where that side is open.

    exact and about are points (low == high); more_than and at_least are open above; less_than and at_most are open
    below; range has both ends; vague has at least a low. `unit` is "count", "percent" (90 % is 90), "fraction" (a
    quarter is 0.25), "times", an SI-like symbol or a currency code (ISO 4217), in full units.
    """

    low: Number | None
    high: Number | None
    approximator: Approximator = Approximator.EXACT
    unit: str = "count"

    def __post_init__(self) -> None:
        for bound in (self.low, self.high):
            if bound is not None and not abs(bound) <= LARGEST:
                raise InvalidValue("a quantity cannot end beyond what can be counted")
        if self.low is None and self.high is None:
            raise InvalidValue("a quantity needs a low or a high")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise InvalidValue(f"a quantity cannot run from {self.low} down to {self.high}")
        if not self._shape_agrees():
            raise InvalidValue(f"{self.approximator} cannot be {self.low} to {self.high}")

    def _shape_agrees(self) -> bool:
        if self.approximator in _POINT:
            return self.low is not None and self.low == self.high
        if self.approximator in _FLOOR:
            return self.low is not None and self.high is None
        if self.approximator in _CEILING:
            return self.low is None and self.high is not None
        if self.approximator is Approximator.RANGE:
            return self.low is not None and self.high is not None
        return self.low is not None

    @property
    def is_point(self) -> bool:
        """Whether one value is stated (exact or about)."""
        return self.approximator in _POINT

    def meets(self, other: Quantity) -> bool:
        """Whether one value could satisfy both intervals (open sides reach to infinity; units are not compared)."""
        low = max(-math.inf if q.low is None else q.low for q in (self, other))
        high = min(math.inf if q.high is None else q.high for q in (self, other))
        return low <= high
