"""What waits to be judged, and why it does."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Doubt(StrEnum):
    """Why a claim should be looked at, the most pressing first."""

    CONTRADICTION = "contradiction"
    NO_SOURCE = "no_source"
    VAGUE = "vague"
    NO_PREDICATE = "no_predicate"
    NEW_SOURCE = "new_source"


@dataclass(frozen=True, slots=True)
class Queued:
    """A claim that waits: its kind and id, its story and measure ("" where it counts in none), and the doubt."""

    kind: str
    claim: str
    story: str
    measure: str
    doubt: Doubt


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """Which of them are wanted; None wants all."""

    story: str | None = None
    kind: str | None = None
    predicate: str | None = None
    doubt: Doubt | None = None
