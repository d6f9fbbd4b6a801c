"""Deciding by a program: a judgement as JSON, held to the rules that hold for the forms."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from tahqiq import wiring
from tahqiq.errors import InvalidJudgement
from tahqiq.export.judgements import judgement_row
from tahqiq.model.judgement import Draft, JudgedMeanwhile, JudgementKind
from tahqiq.people.roles import Role
from tahqiq.web.answering import data, refused, visitor_of
from tahqiq.web.asking import Asked, BadRequest
from tahqiq.web.desk import Desk
from tahqiq.web.failing import Failure
from tahqiq.web.forms import read_body
from tahqiq.web.permits import permit_of
from tahqiq.web.review.claims import judged
from tahqiq.web.review.drafts import Sent, correction_draft, plain_draft, written
from tahqiq.web.visitor import Visitor

Fields = dict[str, str]

_PROBLEM = "application/problem+json"
_NAMED = {"kind", "target_kind", "target", "seen", "why", "grade", "undoes", "basis", "members"}


def judging_by_programs(desk: Desk) -> Callable[[Request], Awaitable[Response]]:
    """The answer to a judgement that a program sends: 201 with its row, 409 with what others decided since."""

    async def answer(request: Request) -> Response:
        body = await read_body(request)
        return await run_in_threadpool(_answer, desk, request, body)

    return answer


def _answer(desk: Desk, request: Request, body: bytes) -> Response:
    visitor = visitor_of(request)
    fields, members = _parsed(body)
    kind = _kind(fields)
    needed = permit_of("POST", f"/judge/{kind}")
    if visitor is None or needed is None or needed.least is None or not visitor.role.covers(needed.least):
        return refused(request, Failure(403, "role", needed.least if needed and needed.least else Role.EDITOR))
    if kind is JudgementKind.UNDO and not _may_undo(desk, visitor, fields):
        return refused(request, Failure(403, "not_yours", Role.EDITOR))
    try:
        sent, draft = _draft(desk, visitor, kind, fields, members)
        made = wiring.judge(desk.ledger, draft, sent.seen)
    except InvalidJudgement as error:
        told = {"title": "the judgement was not kept", "detail": str(error), "status": 422, "field": error.field}
        return data(told, 422, _PROBLEM)
    except JudgedMeanwhile as meanwhile:
        others = [asdict(judgement_row(one, "stands")) for one in meanwhile.others]
        told = {"title": "judged meanwhile", "detail": str(meanwhile), "status": 409, "others": others}
        return data(told, 409, _PROBLEM)
    return data(asdict(judgement_row(made, "stands")), 201)


def _may_undo(desk: Desk, visitor: Visitor, fields: Fields) -> bool:
    return visitor.may(Role.EDITOR) or desk.ledger.judgement(Asked(fields).required("undoes")).by == visitor.name


def _draft(
    desk: Desk, visitor: Visitor, kind: JudgementKind, fields: Fields, members: tuple[str, ...]
) -> tuple[Sent, Draft]:
    sent = Sent(kind, visitor.name, Asked(fields))
    if kind is not JudgementKind.CORRECT:
        return sent, plain_draft(sent, members)
    claim = judged(desk.ledger, *sent.target)
    known = written(claim.meant)
    for name in fields.keys() - known.keys() - _NAMED:
        raise BadRequest("not_known", name)
    return sent, correction_draft(Sent(kind, visitor.name, Asked({**known, **fields})), claim)


def _kind(fields: Mapping[str, str]) -> JudgementKind:
    try:
        return JudgementKind(fields.get("kind", ""))
    except ValueError as error:
        raise BadRequest("not_known", "kind") from error


def _parsed(body: bytes) -> tuple[Fields, tuple[str, ...]]:
    """The fields of a JSON object, whose values are strings, numbers or, for `members`, a list of strings."""
    try:
        given = json.loads(body)
    except ValueError as error:
        raise BadRequest("no_json", "application/json") from error
    if not isinstance(given, dict):
        raise BadRequest("no_json", "application/json")
    members = given.pop("members", [])
    if not isinstance(members, list) or not all(isinstance(one, str) for one in members):
        raise BadRequest("no_json", "members")
    for name, value in given.items():
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise BadRequest("no_json", name)
    return {name: str(value) for name, value in given.items()}, tuple(members)
