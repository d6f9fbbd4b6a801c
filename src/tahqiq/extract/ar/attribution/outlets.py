"""Outlets and agencies whose name is several words, with the ل of "to" written onto the first ("لبي بي سي")."""

from __future__ import annotations

from tahqiq.extract.ar.attribution.scan import Scan
from tahqiq.model.source import SourceKind

_TOLD = frozenset({SourceKind.AGENCY, SourceKind.OUTLET})
_LENGTHS = (4, 3, 2)


def led_outlet(scan: Scan, index: int) -> int:
    """The token behind a name of several words that ل leads at `index`; `index` itself where none does."""
    if not scan.folded(index).startswith("ل"):
        return index
    for length in _LENGTHS:
        words = (scan.folded(index)[1:], *(scan.folded(i) for i in range(index + 1, index + length)))
        actor = scan.actors.at(" ".join(words))
        if actor is not None and actor.kind in _TOLD:
            return index + length
    return index
