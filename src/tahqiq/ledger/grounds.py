"""What a judgement stands on: the claim, words, names and members that it speaks of must be held."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, select

from tahqiq.errors import InvalidJudgement
from tahqiq.ledger.canonical import canonical, claim_record, kind_of
from tahqiq.ledger.derived import stories_of
from tahqiq.ledger.recall import claim_from, is_current, outlets, readings_at, source_names
from tahqiq.ledger.tables import claims, readings
from tahqiq.model.claim import DateMention, Figure, Statement
from tahqiq.model.folding import fold
from tahqiq.model.judgement import (
    CLAIM_KINDS,
    Basis,
    Claim,
    Credibility,
    Draft,
    JudgementKind,
    Reliability,
    Standing,
    TargetKind,
)
from tahqiq.model.report import Report
from tahqiq.model.source import Attribution, SourceKind
from tahqiq.model.text import Span
from tahqiq.reconcile.quantities import dimension

RULE = "judgement"
"""The rule of a corrected claim: a person read it."""

_PAGE = 500
_NAMELESS = (SourceKind.NARRATOR, SourceKind.UNKNOWN)


class Grounds(NamedTuple):
    """What the ledger adds to a draft (see `Judgement`)."""

    report: str | None = None
    before: str | None = None
    after: str | None = None
    basis: Basis | None = None


def grounds(connection: Connection, draft: Draft, held: Standing) -> Grounds:
    """What is held of what a draft speaks of; InvalidJudgement, naming the field, where it does not stand on it."""
    if draft.kind is JudgementKind.UNDO:
        return _undone(draft, held)
    if draft.target.kind in CLAIM_KINDS:
        return _of_claim(connection, draft, held)
    if draft.target.kind is TargetKind.SOURCE:
        return _of_source(connection, draft, held)
    if draft.target.kind is TargetKind.REPORT:
        _check_reports(connection, [draft.target.id], "target")
        return Grounds(report=draft.target.id)
    _check_members(connection, draft)
    return Grounds()


def _undone(draft: Draft, held: Standing) -> Grounds:
    undone = next((judgement for judgement in held.history if judgement.id == draft.undoes), None)
    if undone is None:
        raise InvalidJudgement("undoes", f"there is no judgement {draft.undoes!r} on this {draft.target.kind}")
    if undone.id not in held.in_force:
        raise InvalidJudgement("undoes", "it is undone already")
    return Grounds(report=undone.report)


def _of_claim(connection: Connection, draft: Draft, held: Standing) -> Grounds:
    row = _claim_row(connection, draft)
    report = readings_at(connection, [row.reading])[row.reading].id
    if draft.kind is JudgementKind.GRADE:
        if not isinstance(draft.after, Credibility):
            raise InvalidJudgement("after", "a claim is graded from 1 to 6")
        return Grounds(report, held.grade.after if held.grade else None, draft.after.value)
    if draft.kind is not JudgementKind.CORRECT:
        return Grounds(report)
    before: str = held.correction.after if held.correction and held.correction.after else row.body
    return _correction(connection, draft, row, before)


def _claim_row(connection: Connection, draft: Draft) -> Row[Any]:
    """The claim's newest row; notes may be on claims that the present reading no longer has."""
    query = (
        select(claims).join(readings).where(claims.c.id == draft.target.id, claims.c.kind == draft.target.kind.value)
    )
    if draft.kind is not JudgementKind.NOTE:
        query = query.where(is_current())
    row = connection.execute(query.order_by(claims.c.reading.desc()).limit(1)).first()
    if row is None:
        raise InvalidJudgement("target", f"no present reading has the {draft.target.kind} {draft.target.id!r}")
    return row


def _correction(connection: Connection, draft: Draft, row: Row[Any], before: str) -> Grounds:
    report = readings_at(connection, [row.reading])[row.reading]
    after = draft.after
    if not isinstance(after, Figure | Statement | DateMention) or kind_of(after) != row.kind:
        raise InvalidJudgement("after", f"a {row.kind} is corrected by a {row.kind}")
    after = replace(after, rule=RULE)
    _check_text(after, report)
    was = claim_from(row.kind, before, report)
    if after == replace(was, rule=RULE):
        raise InvalidJudgement("after", "nothing is corrected")
    basis = _basis(connection, after, was, report, draft.basis)
    return Grounds(report.id, before, canonical(claim_record(after)), basis)


def _check_text(claim: Claim, report: Report) -> None:
    """A span proves that its words are in its Text; that must be the report's, and its own words."""
    for field, span in _spans(claim).items():
        if span is not None and span.text.raw != report.text.raw:
            raise InvalidJudgement(field, "its words lie in another text than that of the report")
        if span is not None and report.text.is_excluded(span.start, span.end):
            raise InvalidJudgement(field, "its words are not the report's own")


def _spans(claim: Claim) -> dict[str, Span | None]:
    if isinstance(claim, DateMention):
        return {"span": claim.span}
    behind = {"source": claim.attribution.mention, "cue": claim.attribution.cue}
    if isinstance(claim, Statement):
        return {**behind, "content": claim.content, "cue": claim.cue}
    place = claim.place.span if claim.place else None
    return {**behind, "span": claim.span, "counted": claim.counted_span, "place": place, "part_of": claim.part_of}


def _basis(connection: Connection, after: Claim, was: Claim, report: Report, given: Basis | None) -> Basis | None:
    """Where the names that a correction brings in come from; None where it brings in none."""
    fresh = [name for name in _names(after) if name not in _names(was)]
    if not fresh or given in (Basis.ACTORS, Basis.PERSON):
        return given if fresh else None
    words = fold(report.text.raw)
    absent = [name for name in fresh if fold(name) not in words]
    if not absent:
        return Basis.REPORT
    known = {fold(name) for name in source_names(connection)}
    unknown = [name for name in absent if fold(name) not in known]
    if unknown:
        raise InvalidJudgement("source", f"{unknown[0]!r} is neither in the report nor known; say that you give it")
    return Basis.LEDGER


def _names(claim: Claim) -> tuple[str, ...]:
    attribution = Attribution() if isinstance(claim, DateMention) else claim.attribution
    return tuple(s.name for s in (attribution.source, *attribution.via) if s.kind not in _NAMELESS)


def _of_source(connection: Connection, draft: Draft, held: Standing) -> Grounds:
    if draft.target.id not in source_names(connection) and draft.target.id not in outlets(connection):
        raise InvalidJudgement("target", f"there is no source {draft.target.id!r}")
    if draft.kind is JudgementKind.NOTE:
        return Grounds()
    if not isinstance(draft.after, Reliability):
        raise InvalidJudgement("after", "a source is graded from A to F")
    return Grounds(None, held.grade.after if held.grade else None, draft.after.value)


def _check_members(connection: Connection, draft: Draft) -> None:
    if len(set(draft.members)) != len(draft.members):
        raise InvalidJudgement("members", "one is named twice")
    if draft.kind is JudgementKind.MERGE and len(draft.members) < 2:
        raise InvalidJudgement("members", "a merge needs one of each group")
    if draft.target.kind is TargetKind.STORY:
        _check_reports(connection, draft.members, "members")
    else:
        _check_figures(connection, draft)


def _check_reports(connection: Connection, ids: Sequence[str], field: str) -> None:
    for page in _pages(ids):
        there = set(connection.scalars(select(readings.c.report).where(readings.c.report.in_(page))))
        for id in page:
            if id not in there:
                raise InvalidJudgement(field, f"there is no report {id!r}")


def _check_figures(connection: Connection, draft: Draft) -> None:
    """Members of a measure must be figures; what is made one must be counted in like units and told in one story."""
    held: dict[str, Row[Any]] = {}
    for page in _pages(draft.members):
        query = select(claims.c.id, claims.c.body, readings.c.report).join(readings)
        wanted = query.where(is_current(), claims.c.kind == "figure", claims.c.id.in_(page))
        held |= {row.id: row for row in connection.execute(wanted)}
    for id in draft.members:
        if id not in held:
            raise InvalidJudgement("members", f"no present reading has the figure {id!r}")
    if draft.kind is JudgementKind.MERGE:
        if len({dimension(json.loads(row.body)["unit"]) for row in held.values()}) > 1:
            raise InvalidJudgement("members", "they are counted in different units")
        if len(stories_of(connection, {row.report for row in held.values()})) > 1:
            raise InvalidJudgement("members", "they are told of in different stories; merge these first")


def _pages(ids: Sequence[str]) -> list[Sequence[str]]:
    return [ids[start : start + _PAGE] for start in range(0, len(ids), _PAGE)]
