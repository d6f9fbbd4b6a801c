"""The lines of a text with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tahqiq.model.folding import fold

_LINE = re.compile(r"\S[^\n]*")
_APART = re.compile(r"\W+")


class Line(NamedTuple):
    """A line that holds something: raw code points start:end, without the blanks around."""

    start: int
    end: int
    words: str


def lines_of(raw: str, start: int = 0) -> Iterator[Line]:
    """The lines of `raw` from `start` on; blank ones are left out."""
    for found in _LINE.finditer(raw, start):
        words = found.group().rstrip()
        yield Line(found.start(), found.start() + len(words), words)


def key(words: str) -> str:
    """What two spellings of one line have in common: folded letters and digits."""
    return _APART.sub(" ", fold(words)).strip()
