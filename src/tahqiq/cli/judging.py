"""`tahqiq judge`: one judgement from the command line."""

from __future__ import annotations

import getpass
from dataclasses import fields, replace
from enum import StrEnum
from itertools import islice
from typing import Annotated

import typer

from tahqiq import wiring
from tahqiq.cli.options import LedgerAt
from tahqiq.errors import AmbiguousName, InvalidJudgement, UnknownName
from tahqiq.exported import judged
from tahqiq.ledger.canonical import kind_of
from tahqiq.ledger.opening import open_ledger
from tahqiq.ledger.recall import Filter, Held
from tahqiq.ledger.store import Ledger
from tahqiq.model.claim import DateMention, Figure, Stance, Statement
from tahqiq.model.correction import (
    DateChange,
    FigureChange,
    StatementChange,
    corrected_date,
    corrected_figure,
    corrected_statement,
    quantity_written,
)
from tahqiq.model.judgement import (
    Basis,
    Claim,
    Credibility,
    Draft,
    Grade,
    JudgementKind,
    Reliability,
    Target,
    TargetKind,
)
from tahqiq.model.quantity import Quantity
from tahqiq.model.source import NARRATOR, Source, SourceKind

_NAMED = 5


class Decision(StrEnum):
    """The kinds of judgement that can be typed."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    GRADE = "grade"
    NOTE = "note"
    UNDO = "undo"


def judge(
    decision: Annotated[Decision, typer.Argument(help="What you decide.")],
    target: Annotated[
        str,
        typer.Argument(
            help="The id of a claim or its beginning, a report's id, a source's name; the judgement to undo."
        ),
    ],
    ledger: LedgerAt,
    why: Annotated[str, typer.Option(help="Why, in your words; for a note, the note.")] = "",
    by: Annotated[str | None, typer.Option(help="Who decides; your login name unless given.")] = None,
    grade: Annotated[str | None, typer.Option(help="A to F for a source, 1 to 6 for a claim.")] = None,
    value: Annotated[str | None, typer.Option(help="The number: 12, ~12, >12, >=12, <12, <=12 or 12..15.")] = None,
    unit: Annotated[str | None, typer.Option(help="Its unit: count, percent, km, USD, …")] = None,
    counted: Annotated[str | None, typer.Option(help="What is counted, in English.")] = None,
    predicate: Annotated[str | None, typer.Option(help="What happened: killed, released, other:WORD, …")] = None,
    place: Annotated[str | None, typer.Option(help="Where, in words of the report; empty for nowhere.")] = None,
    when: Annotated[str | None, typer.Option(help="When, as EDTF (2026-01-21); empty for no date.")] = None,
    source: Annotated[str | None, typer.Option(help="Who says so; narrator for the outlet itself.")] = None,
    source_kind: Annotated[SourceKind | None, typer.Option(help="What the source is.")] = None,
    stance: Annotated[Stance | None, typer.Option(help="How the source stands to it.")] = None,
    given: Annotated[bool, typer.Option("--given", help="The source's name is given by you, from elsewhere.")] = False,
) -> None:
    """Accept, reject, correct, grade or note a claim, or undo a judgement.

    The measures that it touches follow at once. Nothing is overwritten.

    Examples:

      tahqiq judge reject 3f9c01 --ledger story --why "a plan, no count"

      tahqiq judge correct 3f9c01 --ledger story --value ">=400" --source "الجيش العراقي"

      tahqiq judge undo 77ab02 --ledger story
    """
    name = by or getpass.getuser()
    with open_ledger(ledger, create=False) as kept:
        if decision is Decision.UNDO:
            undone = kept.judgement(target)
            draft = Draft(name, JudgementKind.UNDO, undone.target, why, undoes=undone.id)
        else:
            about, claim = _meant(kept, target)
            change = FigureChange(
                quantity=_quantity(claim, value, unit),
                counted=counted,
                predicate=predicate,
                place=place,
                when=when,
                source=_source(claim, source, source_kind),
                stance=stance,
            )
            after = _corrected(claim, change) if decision is Decision.CORRECT else _grade(about, grade)
            basis = Basis.PERSON if given else None
            draft = Draft(name, JudgementKind(decision), about, why, after, basis=basis)
        made = wiring.judge(kept, draft, kept.standing(draft.target).last)
    print(f"{made.number}: {made.by}: {made.kind} {made.target.kind} {made.target.id[:10]} (judgement {made.id[:10]})")


def _meant(kept: Ledger, words: str) -> tuple[Target, Claim | None]:
    """What is meant, and the claim where it is one, as it stands now."""
    held = _claims(kept, words)
    if len(held) > 1:
        raise AmbiguousName("claim", words, tuple(f"{kind_of(h.claim)} {h.id[:16]}" for h in held[:_NAMED]))
    if held:
        target = Target(TargetKind(kind_of(held[0].claim)), held[0].id)
        return target, next(judged(kept, target.kind, iter(held))).claim
    if any(True for _ in kept.read_reports([words])):
        return Target(TargetKind.REPORT, words), None
    if words in kept.source_names():
        return Target(TargetKind.SOURCE, words), None
    raise UnknownName("claim, report or source", words)


def _claims(kept: Ledger, words: str) -> list[Held[Claim]]:
    wanted = Filter(id=words.strip().lower())
    if not wanted.id:
        return []
    figures, statements, dates = kept.figures(wanted), kept.statements(wanted), kept.dates(wanted)
    found: list[Held[Claim]] = [Held(h.id, h.report, h.claim) for h in islice(figures, _NAMED)]
    found += [Held(h.id, h.report, h.claim) for h in islice(statements, _NAMED)]
    found += [Held(h.id, h.report, h.claim) for h in islice(dates, _NAMED)]
    return found


def _quantity(claim: Claim | None, value: str | None, unit: str | None) -> Quantity | None:
    """The number that is typed, in the unit of the figure unless another is."""
    if not isinstance(claim, Figure) or (value is None and unit is None):
        return None
    own = claim.quantity
    return replace(own, unit=unit or own.unit) if value is None else quantity_written(value, unit or own.unit)


def _source(claim: Claim | None, name: str | None, kind: SourceKind | None) -> Source | None:
    """The source that is typed, of the kind of the one before unless another is; None where neither is typed."""
    if claim is None or isinstance(claim, DateMention) or (name is None and kind is None):
        return None
    if name == NARRATOR.name:
        return NARRATOR
    own = claim.attribution.source
    if kind is None and own.kind in (SourceKind.NARRATOR, SourceKind.UNKNOWN):
        raise InvalidJudgement("source_kind", "say what the source is")
    return Source(name or own.name, kind or own.kind)


def _corrected(claim: Claim | None, change: FigureChange) -> Claim | None:
    """The claim with the change; InvalidJudgement for a part that such a claim does not have."""
    if claim is None or isinstance(claim, Figure):
        return None if claim is None else corrected_figure(claim, change)
    own = "source" if isinstance(claim, Statement) else "when"
    for field in fields(change):
        if getattr(change, field.name) is not None and field.name != own:
            raise InvalidJudgement(field.name, f"a {kind_of(claim)} has none")
    if isinstance(claim, Statement):
        return corrected_statement(claim, StatementChange(source=change.source))
    return corrected_date(claim, DateChange(value=change.when))


def _grade(about: Target, grade: str | None) -> Grade | None:
    scale: type[Reliability] | type[Credibility] = Reliability if about.kind is TargetKind.SOURCE else Credibility
    found = next((one for one in scale if grade is not None and one.value == grade.upper()), None)
    if grade is not None and found is None:
        raise InvalidJudgement("grade", f"{grade!r} is none of {', '.join(scale)}")
    return found
