"""Who says, and through whom it reached print."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tahqiq.model.text import Span


class SourceKind(StrEnum):
    """What a source is; the values are those of the interchange records."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GOVERNMENT = "government"
    AGENCY = "agency"
    OUTLET = "outlet"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"
    WITNESS = "witness"
    NARRATOR = "narrator"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Source:
    """Anyone who says. `name` is the fullest form written in the report ("narrator": the outlet in its own voice)."""

    name: str
    kind: SourceKind


NARRATOR = Source("narrator", SourceKind.NARRATOR)
UNKNOWN = Source("unknown", SourceKind.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Attribution:
    """The source that stands behind words, and the chain that relayed them.

    `via` runs from the innermost relay to the outermost, without the publishing outlet. `mention` is the source's name
    at this place (None: understood from before); `cue` the words that attribute (None: narrator).
    """

    source: Source = NARRATOR
    via: tuple[Source, ...] = ()
    mention: Span | None = None
    cue: Span | None = None


NARRATED = Attribution()
