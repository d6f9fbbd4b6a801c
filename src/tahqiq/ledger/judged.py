"""Judgements as their table holds them, and back."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TypedDict, cast

from sqlalchemy import Connection, Row, Select, select

from tahqiq.errors import AmbiguousName, UnknownName
from tahqiq.ledger.canonical import canonical, digest_of
from tahqiq.ledger.tables import judgements
from tahqiq.model.judgement import Basis, Judgement, JudgementKind, Target, TargetKind

_PAGE = 500
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class About:
    """What judgements are wanted to be about; None wants all. `report` is that of a claim, or the report judged."""

    target: Target | None = None
    kind: TargetKind | None = None
    report: str | None = None


ANYTHING = About()


class _Body(TypedDict):
    """All of a judgement but its id and number."""

    at: str
    by: str
    kind: str
    target: list[str]
    report: str | None
    why: str
    before: str | None
    after: str | None
    members: list[str]
    undoes: str | None
    basis: str | None


def body_of(judgement: Judgement) -> str:
    """The body of a judgement, written."""
    body: _Body = {
        "at": judgement.at,
        "by": judgement.by,
        "kind": judgement.kind.value,
        "target": [judgement.target.kind.value, judgement.target.id],
        "report": judgement.report,
        "why": judgement.why,
        "before": judgement.before,
        "after": judgement.after,
        "members": list(judgement.members),
        "undoes": judgement.undoes,
        "basis": judgement.basis.value if judgement.basis else None,
    }
    return canonical(body)


def id_of(number: int, body: str) -> str:
    """The id of the judgement of that number and body."""
    return digest_of("judgement", number, body)


def judgement_row(batch: int, judgement: Judgement) -> dict[str, object]:
    """The row of a judgement written in one batch of the audit log."""
    return {
        "key": judgement.number,
        "batch": batch,
        "id": judgement.id,
        "kind": judgement.kind.value,
        "target_kind": judgement.target.kind.value,
        "target": judgement.target.id,
        "by": judgement.by,
        "report": judgement.report,
        "body": body_of(judgement),
    }


def judgement_from(row: Row[tuple[object, ...]]) -> Judgement:
    """The judgement of a row; ValueError, TypeError or KeyError where its body is none."""
    body = cast(_Body, json.loads(row.body))
    kind, id = body["target"]
    return Judgement(
        id=row.id,
        number=row.key,
        at=body["at"],
        by=body["by"],
        kind=JudgementKind(body["kind"]),
        target=Target(TargetKind(kind), id),
        report=body["report"],
        why=body["why"],
        before=body["before"],
        after=body["after"],
        members=tuple(body["members"]),
        undoes=body["undoes"],
        basis=Basis(body["basis"]) if body["basis"] else None,
    )


def read(connection: Connection, about: About, after: int = 0) -> Iterator[Judgement]:
    """The judgements of number above `after` that are about what is wanted, in order."""
    query = _about(about).where(judgements.c.key > after).order_by(judgements.c.key)
    for row in connection.execute(query.execution_options(yield_per=_PAGE)):
        yield judgement_from(row)


def of_reports(connection: Connection, reports: Collection[str]) -> Iterator[Judgement]:
    """The judgements on these reports and their claims, in order within each few hundred reports."""
    wanted = sorted(reports)
    for start in range(0, len(wanted), _PAGE):
        query = select(judgements).where(judgements.c.report.in_(wanted[start : start + _PAGE]))
        for row in connection.execute(query.order_by(judgements.c.key)):
            yield judgement_from(row)


def find(connection: Connection, id: str) -> Judgement:
    """The judgement of an id or the beginning of one; UnknownName or AmbiguousName where it is not one."""
    query = select(judgements).where(judgements.c.id.startswith(id, autoescape=True)).order_by(judgements.c.key)
    rows = connection.execute(query.limit(_SHOWN)).all()
    if not rows or not id:
        raise UnknownName("judgement", id)
    if len(rows) > 1:
        raise AmbiguousName("judgement", id, tuple(row.id for row in rows))
    return judgement_from(rows[0])


def _about(about: About) -> Select[tuple[object, ...]]:
    query = select(judgements)
    if about.target is not None:
        kind, id = about.target
        query = query.where(judgements.c.target_kind == kind.value, judgements.c.target == id)
    if about.kind is not None:
        query = query.where(judgements.c.target_kind == about.kind.value)
    if about.report is not None:
        query = query.where(judgements.c.report == about.report)
    return query
