"""Whether people of whom "سقط" is said were killed: counted right beside it, and not fallen from or into a thing."""

from __future__ import annotations

from tahqiq.extract.lexicon import listed
from tahqiq.extract.tokens import Stream

_REACH = 3  # tokens


def is_fatal(stream: Stream, number: tuple[int, int], word: int) -> bool:
    """Whether the word of falling at a token tells of the death of those whom the `number` (tokens) counts."""
    first, end = number
    if word < first:
        is_beside = all(stream.folded(i) in listed("falling", "between") for i in range(word + 1, first))
    else:
        is_beside = word - end < _REACH and stream.folded(word).endswith(("وا", "ون"))
    return is_beside and not _only_falls(stream, max(word + 1, end))


def _only_falls(stream: Stream, behind: int) -> bool:
    """Whether what follows names a height, a hole or a hand: "من سطح", "في بئر", "في قبضة"."""
    return any(
        (stream.folded(i) == "من" and stream.folded(i + 1) in listed("falling", "from"))
        or (stream.folded(i) == "في" and stream.folded(i + 1) in listed("falling", "into"))
        for i in range(behind, min(len(stream.tokens), behind + _REACH))
    )
