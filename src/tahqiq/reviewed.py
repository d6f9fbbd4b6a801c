"""Reviewed reports: those that people read whole, with their claims as people left them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tahqiq.export.annotations import AnnotationRow, annotation_row
from tahqiq.ledger.canonical import claim_id, kind_of
from tahqiq.ledger.judged import About
from tahqiq.ledger.store import Ledger
from tahqiq.model.judgement import Claim, JudgementKind, Standing, Target, TargetKind
from tahqiq.model.report import ReadReport
from tahqiq.reconcile.judged import judged_report


def annotation_rows(ledger: Ledger) -> Iterator[AnnotationRow]:
    """The annotation row of every reviewed report of a ledger, in the order of reading.

    A report is reviewed where somebody accepted it whole, or where a verdict stands on each of its claims.
    """
    judged = {judgement.report for judgement in ledger.judgements() if judgement.report is not None}
    for read in ledger.read_reports(sorted(judged)):
        standings = ledger.standings(About(report=read.report.id))
        if is_reviewed(read, standings):
            claims = ledger.decisions([read.report.id]).claims.get(read.report.id, {})
            yield annotation_row(judged_report(read, claims), _annotators(list(standings.values())))


def is_reviewed(read: ReadReport, standings: dict[Target, Standing]) -> bool:
    """Whether somebody read the report whole; `standings` are those of its own targets."""
    whole = standings.get(Target(TargetKind.REPORT, read.report.id))
    if whole is not None and whole.verdict is not None:
        return True
    claims: tuple[Claim, ...] = (*read.claims.figures, *read.claims.statements, *read.claims.dates)
    targets = [Target(TargetKind(kind_of(claim)), claim_id(read.report.id, claim)) for claim in claims]
    return bool(targets) and all(t in standings and standings[t].verdict is not None for t in targets)


def _annotators(standings: Sequence[Standing]) -> tuple[str, ...]:
    """Who made the verdicts that stand, by name."""
    kinds = (JudgementKind.ACCEPT, JudgementKind.REJECT, JudgementKind.CORRECT)
    made = (j for standing in standings for j in standing.history if j.id in standing.in_force and j.kind in kinds)
    return tuple(sorted({judgement.by for judgement in made}))
