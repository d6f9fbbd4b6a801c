"""Claims: what a report's words support, each with the rule that read it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tahqiq.errors import InvalidValue
from tahqiq.model.place import Place
from tahqiq.model.quantity import Quantity
from tahqiq.model.source import NARRATED, Attribution
from tahqiq.model.text import Span, Text
from tahqiq.model.when import When


class Stance(StrEnum):
    """How the source stands to a figure."""

    ASSERTED = "asserted"
    DENIED = "denied"
    EXPECTED = "expected"
    EARLIER = "earlier"


class Mode(StrEnum):
    """Whether attributed words are all in quotation marks, not at all, or partly."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number in a text, with what it measures and the rule that read it; ordinals are no quantities of things."""

    span: Span
    quantity: Quantity
    rule: str
    ordinal: bool = False


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date, interval or clock time in a text, with the rule that read it."""

    span: Span
    when: When
    rule: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A numeric claim: a quantity that counts or measures something, at a place and time, with its attribution.

    `counted` is an English label of the thing counted ("" where unknown), `counted_span` its words in the text.
    `predicate` is one of `PREDICATES` or "other:WORD". `part_of` is the span of the figure of which this one is a
    stated subset ("50 dead, among them 22 children").
    """

    span: Span
    quantity: Quantity
    rule: str
    counted: str = ""
    counted_span: Span | None = None
    predicate: str = "other:count"
    place: Place | None = None
    when: When | None = None
    attribution: Attribution = NARRATED
    stance: Stance = Stance.ASSERTED
    part_of: Span | None = None

    def __post_init__(self) -> None:
        if self.predicate not in PREDICATES and not self.predicate.startswith("other:"):
            raise InvalidValue(f"there is no predicate {self.predicate!r}")


PREDICATES = frozenset(
    "killed wounded affected missing displaced evacuated returned detained released escaped transferred rescued present"
    " destroyed damaged attacked provided cost measure".split()
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A stretch of words attributed to a source. `act` is the speech act of the cue ("say", "deny", "warn", ...)."""

    content: Span
    cue: Span
    attribution: Attribution
    mode: Mode
    act: str
    rule: str


@dataclass(frozen=True, slots=True)
class Claims:
    """All that was read in one Text, each kind in text order."""

    text: Text
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    dates: tuple[DateMention, ...] = ()
