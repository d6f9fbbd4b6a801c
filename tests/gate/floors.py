"""The floors, and one measured number beside its floor."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

Floors = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Check:
    """One number of the gate; `is_ceiling` where it must not be above its bound."""

    part: str
    name: str
    measured: float
    bound: float
    is_ceiling: bool = False

    @property
    def holds(self) -> bool:
        """Whether the bound is kept (measured values are rounded as scorers print them)."""
        return self.measured <= self.bound if self.is_ceiling else self.measured >= self.bound

    def __str__(self) -> str:
        mark, sign = ("ok  " if self.holds else "MISS"), ("≤" if self.is_ceiling else "≥")
        return f"{mark} {self.part:12} {self.name:38} {self.measured:10.4f} {sign} {self.bound:.4f}"


def floors() -> Floors:
    """The content of floors.toml: part → name → bound."""
    return tomllib.loads(Path(__file__).with_name("floors.toml").read_text("utf-8"))


def compared(part: str, measured: dict[str, float], wanted: Floors) -> list[Check]:
    """The numbers of a part that have a floor; a floor without a number is a miss, not a pass."""
    return [Check(part, name, measured.get(name, float("-inf")), bound) for name, bound in wanted.get(part, {}).items()]
