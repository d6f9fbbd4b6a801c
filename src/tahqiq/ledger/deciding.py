"""What stands of the judgements that are held, as decisions on the claims of the newest readings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple, TypeVar, cast

from sqlalchemy import Connection, select

from tahqiq.errors import TahqiqError
from tahqiq.ledger.judged import ANYTHING, About, of_reports, read
from tahqiq.ledger.recall import claim_from, is_current, readings_at
from tahqiq.ledger.tables import claims, readings
from tahqiq.model.claim import Figure
from tahqiq.model.decisions import Decisions, FigureAt, Regrouping, figure_at
from tahqiq.model.judgement import CLAIM_KINDS, Claim, Judgement, JudgementKind, Standing, TargetKind
from tahqiq.model.report import Report
from tahqiq.model.standing import in_force, standings

C = TypeVar("C", bound=Claim)

_PAGE = 500

# What a correction raises whose words no longer stand where they stood.
_GONE = (TahqiqError, ValueError)


class _Read(NamedTuple):
    """A claim of a newest reading with its report."""

    report: Report
    claim: Claim


def decisions(connection: Connection, reports: Collection[str] | None = None) -> Decisions:
    """What people decided about all reports, or about these; on what is no longer read they decide nothing."""
    regroupings = _regroupings(connection, TargetKind.MEASURE)
    judged = {standing.target.id: standing for standing in _judged(connection, reports)}
    members = {id for judgement in regroupings for id in judgement.members}
    held = _current(connection, sorted({*judged, *members}))
    found: dict[str, dict[Claim, Claim | None]] = defaultdict(dict)
    for id, standing in judged.items():
        if id in held:
            report, claim = held[id]
            found[report.id][claim] = None if standing.is_rejected else corrected(standing, claim, report)
    at = {id: figure_at(one.report.id, one.claim) for id, one in held.items() if isinstance(one.claim, Figure)}
    return Decisions(dict(found), tuple(_measures(regroupings, at)), _stories(connection))


def _stories(connection: Connection) -> tuple[Regrouping[str], ...]:
    return tuple(
        Regrouping(judgement.kind is JudgementKind.MERGE, frozenset(judgement.members))
        for judgement in _regroupings(connection, TargetKind.STORY)
    )


def members_at(connection: Connection, ids: Iterable[str]) -> frozenset[str]:
    """The reports of claims, among the newest readings."""
    return frozenset(one.report.id for one in _current(connection, sorted(set(ids))).values())


def has_effect(standing: Standing) -> bool:
    """Whether the claim counts otherwise than as it was read."""
    return standing.is_rejected or standing.correction is not None


def _judged(connection: Connection, reports: Collection[str] | None) -> Iterator[Standing]:
    """What stands on the claims that count otherwise than as they were read."""
    wanted = read(connection, ANYTHING) if reports is None else of_reports(connection, reports)
    on_claims = (judgement for judgement in wanted if judgement.target.kind in CLAIM_KINDS)
    return filter(has_effect, standings(on_claims).values())


def _regroupings(connection: Connection, kind: TargetKind) -> list[Judgement]:
    """The merges and splits of a kind that stand, in order."""
    return [judgement for judgement in in_force(read(connection, About(kind=kind))) if judgement.members]


def _measures(regroupings: Iterable[Judgement], at: dict[str, FigureAt]) -> Iterator[Regrouping[FigureAt]]:
    for judgement in regroupings:
        members = frozenset(at[id] for id in judgement.members if id in at)
        if members:
            yield Regrouping(judgement.kind is JudgementKind.MERGE, members)


def corrected(standing: Standing, claim: C, report: Report) -> C:
    """The claim as it was corrected; as read, where it was not or the words of the correction were edited away."""
    after = standing.correction.after if standing.correction else None
    try:
        return claim if after is None else cast(C, claim_from(standing.target.kind.value, after, report))
    except _GONE:
        return claim


def no_longer_read(connection: Connection, ids: Iterable[str]) -> frozenset[str]:
    """Which of these claims the newest reading of their report does not have."""
    wanted = sorted(set(ids))
    return frozenset(wanted) - _current(connection, wanted).keys()


def _current(connection: Connection, ids: list[str]) -> dict[str, _Read]:
    found: dict[str, _Read] = {}
    for start in range(0, len(ids), _PAGE):
        page = ids[start : start + _PAGE]
        rows = connection.execute(select(claims).join(readings).where(is_current(), claims.c.id.in_(page))).all()
        reports = readings_at(connection, (row.reading for row in rows))
        for row in rows:
            report = reports[row.reading]
            found[row.id] = _Read(report, claim_from(row.kind, row.body, report))
    return found
