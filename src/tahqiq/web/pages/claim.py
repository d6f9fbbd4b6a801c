"""One claim: its words, what was read, and all that was decided on it."""

from __future__ import annotations

from tahqiq.web.asking import Asked
from tahqiq.web.desk import Desk
from tahqiq.web.page import Page
from tahqiq.web.review.card import card
from tahqiq.web.review.claims import judged
from tahqiq.web.words import tell


def show(desk: Desk, asked: Asked) -> Page:
    """`kind` (figure, statement or date) and `id` name the claim."""
    told = card(judged(desk.ledger, asked.required("kind"), asked.required("id")))
    return Page("claim.html", tell(f"target.{told.kind}"), {"card": told, "here": told.address}, "review")
