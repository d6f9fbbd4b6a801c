"""`tahqiq explain`: how a claim was read."""

from __future__ import annotations

import sys
from enum import StrEnum
from itertools import islice
from typing import Annotated

import typer

from tahqiq import wiring
from tahqiq.cli.explanation import in_words
from tahqiq.cli.options import ActorsAt, LedgerAt, settings
from tahqiq.cli.showing import displayable
from tahqiq.errors import AmbiguousName, UnknownName
from tahqiq.export import jsonl
from tahqiq.export.explanations import explanation_record
from tahqiq.extract.reading import explain_claim
from tahqiq.ledger.canonical import claim_id
from tahqiq.ledger.opening import open_ledger
from tahqiq.ledger.recall import Filter, Held
from tahqiq.ledger.store import Ledger
from tahqiq.model.claim import Figure, Statement

_NAMED = 5


class As(StrEnum):
    """How an explanation is written."""

    TEXT = "text"
    JSON = "json"


def explain(
    claim: Annotated[str, typer.Argument(help="The id of a figure or statement, or the beginning of it.")],
    ledger: LedgerAt,
    actors: ActorsAt = None,
    form: Annotated[As, typer.Option("--format", "-f", help="Text for a person, JSON for a program.")] = As.TEXT,
) -> None:
    """Tell how a claim was read, rule by rule.

    A figure: its number, what is counted, what happened, where, when, how it
    is held, in which statement. Both: the cue, the speaker's words and who
    they lead to, and the chain to the outlet. Ids come from `tahqiq figures`
    and `tahqiq statements`.

    Example: tahqiq explain 3f9c01 --ledger story
    """
    with open_ledger(ledger, create=False) as kept:
        held = _the_one(kept, claim)
    told = explain_claim(held.report, held.claim, wiring.actors(settings(actors)))
    within = claim_id(held.report.id, told.within) if told.within is not None else None
    if form is As.JSON:
        jsonl.write([explanation_record(held.id, held.report, held.claim, told, within)], sys.stdout)
        return
    known = held.report.metadata
    day = f", {known.published.isoformat()}" if known.published is not None else ""
    print(f"{_kind(held.claim)} {held.id}")
    print(displayable(f"report: {held.report.id} ({known.outlet or 'outlet not named'}{day})"))
    print(in_words(told), end="")
    if within is not None:
        print(f"  held by: statement {within}")


def _the_one(kept: Ledger, prefix: str) -> Held[Figure] | Held[Statement]:
    """The figure or statement whose id begins so; UnknownName where none does, AmbiguousName where several do."""
    wanted = Filter(id=prefix.strip().lower())
    found: list[Held[Figure] | Held[Statement]] = []
    if wanted.id:
        found += islice(kept.figures(wanted), _NAMED)
        found += islice(kept.statements(wanted), _NAMED)
    if not found:
        raise UnknownName("figure or statement", prefix)
    if len(found) > 1:
        raise AmbiguousName("claim", prefix, tuple(f"{_kind(h.claim)} {h.id[:16]}" for h in found[:_NAMED]))
    return found[0]


def _kind(claim: Figure | Statement) -> str:
    return "figure" if isinstance(claim, Figure) else "statement"
