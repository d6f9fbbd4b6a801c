"""Versions of a report, and what an edit did to its claims."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tahqiq.model.claim import Figure, Statement
from tahqiq.model.report import ReadReport
from tahqiq.model.text import Span


@dataclass(frozen=True, slots=True)
class ReadVersion:
    """One Version of a report as it was read.

    `received` is when these bytes came (ISO 8601, UTC); `reader` the code version that read them.
    """

    read: ReadReport
    received: str
    reader: str


class ChangeKind(StrEnum):
    """What an edit did to a claim; RESTATED is the same value or content in other words or of another stance."""

    ADDED = "added"
    REMOVED = "removed"
    RAISED = "raised"
    LOWERED = "lowered"
    RESTATED = "restated"
    REATTRIBUTED = "reattributed"


class Link(StrEnum):
    """Why two texts are versions of one report: one id, one address, or the same article published again."""

    SAME_REPORT = "same report"
    SAME_ADDRESS = "same address"
    PUBLISHED_AGAIN = "published again"


Changed = Figure | Statement | Span


@dataclass(frozen=True, slots=True)
class Change:
    """A claim before and after an edit; None where it was not there. A Span is the headline."""

    kind: ChangeKind
    before: Changed | None
    after: Changed | None


@dataclass(frozen=True, slots=True)
class Edit:
    """The step from one Version to the next: number 1 leads from the first version to the second.

    `changes` is empty where only words that carry no claim changed. `is_announced` says that the new words speak of a
    correction or an update; an edit that changes claims without a word of it is silent.
    """

    number: int
    link: Link
    before: ReadVersion
    after: ReadVersion
    changes: tuple[Change, ...]
    is_announced: bool

    @property
    def is_silent(self) -> bool:
        """Whether claims changed and the words do not say so."""
        return bool(self.changes) and not self.is_announced
