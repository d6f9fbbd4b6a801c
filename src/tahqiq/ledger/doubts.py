"""Why each claim of a story should be looked at, as rows of the queue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tahqiq.export.standing import contradicted
from tahqiq.ledger.canonical import claim_id
from tahqiq.ledger.intake import printable
from tahqiq.model.claim import Figure, Statement
from tahqiq.model.measure import Measure
from tahqiq.model.quantity import Approximator
from tahqiq.model.queued import Doubt
from tahqiq.model.report import ReadReport
from tahqiq.model.source import SourceKind

_NAMELESS = (SourceKind.NARRATOR, SourceKind.UNKNOWN, SourceKind.ANONYMOUS)
_ORDER = tuple(Doubt)

Row = dict[str, object]


def queue_rows(story: str, measures: Sequence[Measure], reads: Sequence[ReadReport]) -> Iterator[Row]:
    """A row for each claim that gives a reason, with the most pressing one.

    `Doubt.NEW_SOURCE` stands for any claim on a name's word: whether the name is new is told by the whole ledger.
    """
    where = _measures_of(measures)
    for read in reads:
        claims: tuple[Figure | Statement, ...] = (*read.claims.figures, *read.claims.statements)
        for claim in claims:
            measure, is_contradicted = where.get((read.report.id, claim), ("", False))
            doubt = Doubt.CONTRADICTION if is_contradicted else _doubt(claim)
            if doubt is not None:
                yield _row(story, measure, doubt, read, claim)


def _measures_of(measures: Sequence[Measure]) -> Mapping[tuple[str, Figure | Statement], tuple[str, bool]]:
    """The measure in which each figure, as it was read, counts, and whether its position is contradicted."""
    found: dict[tuple[str, Figure | Statement], tuple[str, bool]] = {}
    for measure in measures:
        clashing = {index for n in contradicted(measure) for index in measure.positions[n].figures}
        for index, reported in enumerate(measure.figures):
            found[reported.report_id, reported.claim] = measure.id, index in clashing
    return found


def _doubt(claim: Figure | Statement) -> Doubt | None:
    source = claim.attribution.source.kind
    if source is SourceKind.UNKNOWN:
        return Doubt.NO_SOURCE
    if isinstance(claim, Figure) and claim.quantity.approximator is Approximator.VAGUE:
        return Doubt.VAGUE
    if isinstance(claim, Figure) and claim.predicate == "other:count":
        return Doubt.NO_PREDICATE
    return None if source in _NAMELESS else Doubt.NEW_SOURCE


def _row(story: str, measure: str, doubt: Doubt, read: ReadReport, claim: Figure | Statement) -> Row:
    published = read.report.metadata.published
    is_figure = isinstance(claim, Figure)
    return {
        "story": story,
        "measure": measure,
        "claim": claim_id(read.report.id, claim),
        "kind": "figure" if is_figure else "statement",
        "predicate": printable(claim.predicate if isinstance(claim, Figure) else claim.act),
        "source": printable(claim.attribution.source.name),
        "doubt": _ORDER.index(doubt),
        "published": published.isoformat() if published is not None else "",
    }
