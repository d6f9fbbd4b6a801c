"""A cue found in a sentence, with the parts that were read around it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from tahqiq.extract.ar.attribution.cues import Cue
from tahqiq.extract.ar.attribution.scan import Phrase


class Opening(StrEnum):
    """What introduces content."""

    THAT = "that"
    COLON = "colon"
    QUOTE = "quote"
    PREPOSITION = "preposition"
    OBJECT = "object"
    BEFORE = "before"
    AROUND = "around"


class Hit(NamedTuple):
    """One cue: its tokens, what it says of speaker and act, and where its content begins.

    `subject` is the source's phrase at this place (None: understood); `relays` name those it was said to. `content` is
    the first content token; for `Opening.BEFORE` the content lies before the cue, and for AROUND on both sides.
    """

    phrase: Phrase
    cue: Cue
    subject: Phrase | None
    opening: Opening
    content: int
    rule: str
    relays: tuple[Phrase, ...] = ()
    breaks: bool = True
