"""Outlets and agencies whose name is several words, with the ل of "to" written onto the first ("لبي بي سي")."""

from __future__ import annotations

from functools import cache

from tahqiq.extract.ar.attribution.scan import Scan
from tahqiq.extract.lexicon import read_table
from tahqiq.model.folding import fold

_SECTIONS = ("agency", "outlet")


@cache
def _names() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Folded names by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for section in _SECTIONS:
        entry = read_table("bodies")[section]
        names = str(entry["names"]).split("|") if isinstance(entry, dict) else []
        for words in (tuple(fold(name).split()) for name in names):
            found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in found.items()}


def led_outlet(scan: Scan, index: int) -> int:
    """The token behind a name of several words that ل leads at `index`; `index` itself where none does."""
    folded = scan.folded(index)
    if not folded.startswith("ل"):
        return index
    for words in _names().get(folded[1:], ()):
        if len(words) > 1 and all(scan.folded(index + i) == word for i, word in enumerate(words) if i):
            return index + len(words)
    return index
