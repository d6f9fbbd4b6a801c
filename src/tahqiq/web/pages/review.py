"""The queue: what should be looked at, the most pressing first."""

from __future__ import annotations

from dataclasses import dataclass

from tahqiq.errors import UnknownName
from tahqiq.export.page.strings import Both, word
from tahqiq.ledger.queueing import waiting
from tahqiq.model.claim import PREDICATES
from tahqiq.model.queued import Doubt, Queued, QueueFilter
from tahqiq.web.addresses import address, measure_address
from tahqiq.web.asking import Asked, BadRequest
from tahqiq.web.desk import Desk
from tahqiq.web.page import Page
from tahqiq.web.review.card import Card, card
from tahqiq.web.review.claims import judged
from tahqiq.web.words import tell

_ON_A_LEAF = 10
_KINDS = ("figure", "statement")


@dataclass(frozen=True, slots=True)
class Item:
    """A claim that waits, why, and the measure in which it counts (None: in none)."""

    card: Card
    doubt: Both
    measure: str | None


def show(desk: Desk, asked: Asked) -> Page:
    """`story`, `kind`, `predicate` and `doubt` narrow the queue, `page` counts its leaves from 1."""
    wanted, at = _wanted(asked), asked.number("page", 1)
    found = waiting(desk.ledger, wanted, _ON_A_LEAF + 1, (at - 1) * _ON_A_LEAF)
    narrowed = {"story": wanted.story, "kind": wanted.kind, "predicate": wanted.predicate, "doubt": wanted.doubt}
    here = address("/review", **narrowed, page=at if at > 1 else None)
    more = address("/review", **narrowed, page=at + 1) if len(found) > _ON_A_LEAF else None
    return Page(
        "review.html",
        tell("review.title"),
        {
            "items": [item for one in found[:_ON_A_LEAF] if (item := _item(desk, one)) is not None],
            "here": here,
            "more": more,
            "previous": address("/review", **narrowed, page=at - 1) if at > 1 else None,
            "wanted": wanted,
            "kinds": [(kind, tell(f"target.{kind}")) for kind in _KINDS],
            "predicates": [(name, word("predicate", name)) for name in sorted(PREDICATES)],
            "doubts": [(doubt.value, tell(f"doubt.{doubt}")) for doubt in Doubt],
        },
        "review",
    )


def _wanted(asked: Asked) -> QueueFilter:
    kind, doubt = asked.text("kind"), asked.text("doubt")
    if kind is not None and kind not in _KINDS:
        raise BadRequest("not_known", "kind")
    if doubt is not None and doubt not in tuple(Doubt):
        raise BadRequest("not_known", "doubt")
    return QueueFilter(asked.text("story"), kind, asked.text("predicate"), Doubt(doubt) if doubt else None)


def _item(desk: Desk, queued: Queued) -> Item | None:
    """The claim that waits; None where its report was read again meanwhile and tells it no more."""
    try:
        told = card(judged(desk.ledger, queued.kind, queued.claim))
    except UnknownName:
        return None
    measure = measure_address(queued.story, queued.measure) if queued.measure else None
    return Item(told, tell(f"doubt.{queued.doubt}"), measure)
