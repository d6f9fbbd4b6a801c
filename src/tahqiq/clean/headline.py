"""The headline of a text that came without one."""

from __future__ import annotations

from itertools import islice

from tahqiq.clean.dateline import DateReader, read_dateline
from tahqiq.clean.lines import lines_of

_LONGEST_HEADLINE = 160
_SHORTEST_HEADLINE = 3  # words
_STOPS = ".،؛:"


def headline_end(raw: str, read_dates: DateReader) -> int:
    """Where the headline that opens `raw` ends, 0 where it opens with none.

    A headline is a short first line without a final stop, followed by a blank line or by a much longer one. A dateline
    above it belongs to it.
    """
    opening = list(islice(lines_of(raw), 3))
    if opening and read_dateline(opening[0].words, read_dates) is not None:
        opening = opening[1:]
    if len(opening) < 2 or not _can_be_headline(opening[0].words, read_dates):
        return 0
    first, following = opening[:2]
    apart = raw.count("\n", first.end, following.start) > 1
    return first.end if apart or len(following.words) * 2 > len(first.words) * 3 else 0


def _can_be_headline(words: str, read_dates: DateReader) -> bool:
    return (
        len(words) <= _LONGEST_HEADLINE
        and len(words.split()) >= _SHORTEST_HEADLINE
        and words[-1] not in _STOPS
        and read_dateline(words, read_dates) is None
    )
