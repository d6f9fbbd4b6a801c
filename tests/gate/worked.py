"""The worked case: five real reports of one amnesty, and what a careful reader must find in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from tahqiq.library import read, reconcile
from tahqiq.model.claim import Stance
from tahqiq.model.measure import Measure, RelationKind
from tahqiq.model.quantity import Number
from tests.gate.floors import Check, Floors

CLASHES = ((180, 1200), (180, 400))


def checks(shared: Path, wanted: Floors) -> Iterator[Check]:
    """Each finding counts 1 where it is there."""
    reads = list(read(shared / "seeds"))
    measures = reconcile(reads).measures
    figures = [figure for one in reads for figure in one.claims.figures]
    for low, high in CLASHES:
        yield _found(f"{low} against {high}", any(_clashes(m, low, high) for m in measures))
    wholes = [f.part_of.quote for f in figures if f.quantity.low == 470 and f.part_of is not None]
    yield _found("470 as part of 1,200", bool(wholes) and set(wholes) == {"1200"})
    yield _found("7,000 is a plan", any(f.quantity.low == 7000 and f.stance is Stance.EXPECTED for f in figures))
    yield _found("150 is a deed", any(f.quantity.low == 150 and f.stance is Stance.ASSERTED for f in figures))
    days = {one.report.metadata.published for one in reads}
    yield _found("a Hijri dateline", dt.date(2026, 1, 22) in days)


def _found(name: str, is_there: bool) -> Check:
    return Check("worked case", name, float(is_there), 1.0)


def _clashes(measure: Measure, one: Number, other: Number) -> bool:
    lows = {index: position.quantity.low for index, position in enumerate(measure.positions)}
    clashes = [r for r in measure.relations if r.kind is RelationKind.CONTRADICTION and r.reason and r.reason_ar]
    return any({lows[r.a], lows[r.b]} == {one, other} for r in clashes)
