"""Deciding: each kind of judgement has its address; what is kept is shown on the page that the form stood on."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from tahqiq import wiring
from tahqiq.errors import InvalidJudgement
from tahqiq.model.judgement import Draft, JudgedMeanwhile, JudgementKind
from tahqiq.people.roles import Role
from tahqiq.web.answering import refused, visitor_of, written
from tahqiq.web.asking import Asked, BadRequest
from tahqiq.web.desk import Desk
from tahqiq.web.failing import Failure
from tahqiq.web.pages import conflict, correct
from tahqiq.web.review.beside import JUDGED
from tahqiq.web.review.claims import judged
from tahqiq.web.review.drafts import Sent, correction_draft, plain_draft
from tahqiq.web.review.history import decision
from tahqiq.web.review.members import members
from tahqiq.web.signing import within


def judging_routes(desk: Desk) -> list[Route]:
    """A route for each kind of judgement; each has its row in `permits`."""
    return [Route(f"/judge/{kind}", _act(desk, kind), methods=["POST"]) for kind in JudgementKind]


def _act(desk: Desk, kind: JudgementKind) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        visitor = visitor_of(request)
        if visitor is None:
            raise BadRequest("missing", "csrf")
        sent = Sent(kind, visitor.name, Asked(request.state.form))
        if kind is JudgementKind.UNDO and not visitor.may(Role.EDITOR) and not _is_own(desk, sent):
            return refused(request, Failure(403, "not_yours", Role.EDITOR))
        return _correct(desk, request, sent) if kind is JudgementKind.CORRECT else _judge(desk, request, sent)

    return answer


def _judge(desk: Desk, request: Request, sent: Sent) -> Response:
    try:
        draft = plain_draft(sent, members(desk, sent))
        return _kept(desk, sent, draft)
    except JudgedMeanwhile as meanwhile:
        others = tuple(decision(one, True) for one in meanwhile.others)
        page = conflict.page(conflict.Clash(sent, others, meanwhile.others[-1].number))
        return written(request, page, 409, _back(sent))
    except InvalidJudgement as error:
        page = conflict.page(conflict.Clash(sent, fault=error.field))
        return written(request, page, 422, _back(sent))


def _correct(desk: Desk, request: Request, sent: Sent) -> Response:
    claim = judged(desk.ledger, *sent.target)
    trying = correct.Trying(request.state.form, back=_back(sent))
    try:
        return _kept(desk, sent, correction_draft(sent, claim))
    except JudgedMeanwhile as meanwhile:
        others = tuple(decision(one, True, claim.report) for one in meanwhile.others)
        trying = correct.Trying(trying.fields, others=others, back=trying.back)
        return written(request, correct.page(judged(desk.ledger, *sent.target), trying), 409, _back(sent))
    except InvalidJudgement as error:
        trying = correct.Trying(trying.fields, error.field, back=trying.back)
        return written(request, correct.page(claim, trying), 422, _back(sent))


def _kept(desk: Desk, sent: Sent, draft: Draft) -> Response:
    made = wiring.judge(desk.ledger, draft, sent.seen)
    parts = urlsplit(_back(sent))
    asked = [(name, value) for name, value in parse_qsl(parts.query) if name != JUDGED]
    return RedirectResponse(f"{parts.path}?{urlencode([*asked, (JUDGED, made.id)])}", 303)


def _back(sent: Sent) -> str:
    return within(sent.fields.text("back"))


def _is_own(desk: Desk, sent: Sent) -> bool:
    return desk.ledger.judgement(sent.fields.required("undoes")).by == sent.by
