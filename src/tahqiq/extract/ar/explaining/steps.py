"""What an explanation is made of."""

from __future__ import annotations

from dataclasses import dataclass

from tahqiq.model.claim import Statement
from tahqiq.model.text import Span


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a derivation: what was done, the words it was done to, what came out, and the rule's name."""

    what: str
    words: str
    result: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Derivation:
    """A mention or claim and the steps that led to it, the first first; `within` is the statement around a figure."""

    span: Span
    steps: tuple[Step, ...]
    within: Statement | None = None
