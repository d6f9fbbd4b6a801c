"""Correcting a claim: what was read, in fields that can be changed, beside the words of the report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tahqiq.export.page.strings import NOTHING, Both, word
from tahqiq.export.page.weave import Mark, weave
from tahqiq.model.claim import PREDICATES, Figure, Mode, Stance
from tahqiq.model.quantity import Approximator
from tahqiq.model.source import SourceKind
from tahqiq.web.asking import Asked
from tahqiq.web.desk import Desk
from tahqiq.web.page import Page
from tahqiq.web.review.card import card
from tahqiq.web.review.claims import Judged, judged
from tahqiq.web.review.drafts import written
from tahqiq.web.review.history import Decision
from tahqiq.web.review.told import words_of
from tahqiq.web.words import tell

_AROUND = 1500

Choices = list[tuple[str, Both]]


@dataclass(frozen=True, slots=True)
class Trying:
    """A form that came back: its fields, the field that is at fault and why, and what others decided meanwhile."""

    fields: Mapping[str, str] = field(default_factory=dict)
    fault: str = ""
    others: tuple[Decision, ...] = ()
    back: str = ""


def show(desk: Desk, asked: Asked) -> Page:
    """`kind` and `id` name the claim, `back` where to go on to."""
    claim = judged(desk.ledger, asked.required("kind"), asked.required("id"))
    return page(claim, Trying(back=asked.text("back") or ""))


def page(claim: Judged, trying: Trying) -> Page:
    """The form, filled with what was sent, else with what counts now."""
    values = {**written(claim.meant), "why": "", "basis": "", **trying.fields}
    told = card(claim)
    start, words = _words(claim)
    return Page(
        "correct.html",
        tell("correct.title"),
        {
            "card": told,
            "values": values,
            "fault": trying.fault,
            "fault_words": tell(f"judge_fault.{trying.fault}") if trying.fault else NOTHING,
            "others": trying.others,
            "back": trying.back or told.address,
            "here": told.address,
            "words": words,
            "words_start": start,
            "is_figure": isinstance(claim.meant, Figure),
            **_choices(),
        },
        "review",
    )


def _words(claim: Judged) -> tuple[int, Both]:
    """The words of the report around the claim, which is marked in them, and where they begin (code points)."""
    span = words_of(claim.meant)
    start, end = max(0, span.start - _AROUND), min(len(span.text.raw), span.end + _AROUND)
    woven = weave(span.text.raw[start:end], [Mark(span.start - start, span.end - start, "figure")])
    return start, Both(woven, woven)


def _choices() -> dict[str, Choices]:
    return {
        "approximators": [(one.value, tell(f"hedge.{one}")) for one in Approximator],
        "predicates": [(name, word("predicate", name)) for name in sorted(PREDICATES)],
        "stances": [(one.value, word("stance", one.value)) for one in Stance],
        "source_kinds": [(one.value, word("source_kind", one.value)) for one in SourceKind],
        "modes": [(one.value, word("mode", one.value)) for one in Mode],
    }
