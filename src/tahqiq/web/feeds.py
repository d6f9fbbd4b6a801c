"""Atom feeds over HTTP: the alerts, and what happens in one story."""

from __future__ import annotations

from starlette.responses import Response

from tahqiq.documents import feed_of
from tahqiq.export import atom
from tahqiq.exported import alert_rows
from tahqiq.web.addresses import ALERTS_FEED, STORY_FEED, address
from tahqiq.web.asking import Asked
from tahqiq.web.desk import Desk


def alerts(desk: Desk, asked: Asked, language: str) -> Response:
    """All alerts, the newest first."""
    return _atom(atom.feed(alert_rows(desk.ledger), f"Tahqiq: {desk.ledger.home.name}", ALERTS_FEED))


def story(desk: Desk, asked: Asked, language: str) -> Response:
    """`id` names the story; titles are in the reader's language."""
    id_ = desk.story(asked.required("id")).id
    return _atom(feed_of(desk.ledger, id_, language, address(STORY_FEED, id=id_)))


def _atom(content: bytes) -> Response:
    return Response(content, media_type=f"{atom.MEDIA_TYPE}; charset=utf-8")
