"""Framing: per outlet of a story the terms it uses, the positions it carries, and whom it lets speak. No score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tahqiq.model.framing import Framing, Naming
from tahqiq.model.measure import Measure
from tahqiq.model.report import ReadReport
from tahqiq.reconcile.framing.carriage import carried_positions
from tahqiq.reconcile.framing.publishers import publishers, ranked
from tahqiq.reconcile.framing.speakers import source_uses
from tahqiq.reconcile.framing.terms import term_uses

__all__ = ["frame"]


def frame(
    story: str, reads: Sequence[ReadReport], measures: Sequence[Measure], namings: Mapping[str, Sequence[Naming]]
) -> Framing:
    """The framing of the story with that id: its reports, its measures, and the namings in each report by report id.

    Outlets are told apart by name, else by the host of the address, else each report is one of its own.
    """
    published = publishers(reads)
    outlets = ranked(published)
    return Framing(
        story,
        outlets,
        term_uses(published, namings, outlets),
        carried_positions(reads, measures, published),
        source_uses(reads, published),
    )
