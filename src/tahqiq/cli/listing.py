"""`tahqiq figures|statements|measures|conflicts|sources|timeline`: what a ledger holds, as rows."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from tahqiq import wiring
from tahqiq.cli.narrowing import known_predicate, known_report, known_story
from tahqiq.cli.options import Language, LedgerAt, OfStory, Policy, settings
from tahqiq.cli.showing import Format, FormatOption, show
from tahqiq.errors import UnknownName
from tahqiq.export import json, jsonl
from tahqiq.export.conflicts import conflict_rows
from tahqiq.export.measures import measure_record
from tahqiq.export.rows import ConflictRow, FigureRow, MeasureRow, SourceRow, StatementRow, TimelineRow
from tahqiq.export.summaries import source_rows, timeline_rows
from tahqiq.export.tidy import figure_row, measure_rows, statement_row
from tahqiq.exported import judged
from tahqiq.ledger.names import names_meant, nearest_names
from tahqiq.ledger.opening import open_ledger
from tahqiq.ledger.recall import Filter
from tahqiq.ledger.store import Ledger
from tahqiq.model.judgement import TargetKind
from tahqiq.model.measure import Measure

_CONFLICTS = {
    Language.ENGLISH: {
        "description": "description",
        "a": "a",
        "a_voices": "a voices",
        "b": "b",
        "b_voices": "b voices",
        "why": "why",
    },
    Language.ARABIC: {
        "description_ar": "ما يُعَدّ",
        "a": "القيمة",
        "a_voices": "من يقولها",
        "b": "تناقضها",
        "b_voices": "من يقولها",
        "why_ar": "السبب",
    },
}

ByReport = Annotated[str | None, typer.Option(help="Only those of this report (its id).")]
BySource = Annotated[
    str | None,
    typer.Option(
        "--by",
        help="Only those of this source: its name in any spelling, or a part of it; a known actor's English name too.",
    ),
]


def figures(
    ledger: LedgerAt,
    report: ByReport = None,
    predicate: Annotated[
        str | None, typer.Option(help="Only this predicate, as the table names it: killed, other:sold.")
    ] = None,
    by: BySource = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List the figures: value, what is counted, who says so, where, in which words.

    Example: tahqiq figures --ledger story --predicate released
    """
    columns = ("id", "report", "quote", "counted", "predicate", "place", "source", "via", "stance", "judged")
    with open_ledger(ledger, create=False) as kept:
        wanted = Filter(known_report(kept, report), known_predicate(kept, predicate), _meant(kept, by))
        found = judged(kept, TargetKind.FIGURE, kept.figures(wanted))
        show((figure_row(h.id, h.report, h.claim, h.judged) for h in found), FigureRow, columns, form)


def statements(
    ledger: LedgerAt, report: ByReport = None, by: BySource = None, form: FormatOption = Format.TABLE
) -> None:
    """List the statements: who says what, by which words.

    Example: tahqiq statements --ledger story --by الأعرجي
    """
    columns = ("id", "report", "source", "act", "cue", "quote", "via", "judged")
    with open_ledger(ledger, create=False) as kept:
        wanted = Filter(known_report(kept, report), sources=_meant(kept, by))
        found = judged(kept, TargetKind.STATEMENT, kept.statements(wanted))
        show((statement_row(h.id, h.report, h.claim, h.judged) for h in found), StatementRow, columns, form)


def _meant(kept: Ledger, by: str | None) -> tuple[str, ...] | None:
    """The sources that a name means; UnknownName with the nearest where it means nobody."""
    if by is None:
        return None
    names = kept.source_names()
    actor = wiring.actors(settings()).called(by)
    found = names_meant((by, *(actor.names if actor is not None else ())), names)
    if not found:
        raise UnknownName("source", by, nearest=nearest_names(by, names))
    return found


def measures(
    ledger: LedgerAt, story: OfStory = None, policy: Policy = "interval", form: FormatOption = Format.TABLE
) -> None:
    """List what is counted and how it stands under a policy.

    json and jsonl give every position and relation too.

    Example: tahqiq measures --ledger story --policy interval
    """
    with open_ledger(ledger, create=False) as kept:
        found = wiring.reconciled(kept, policy).measures(known_story(kept, story))
        if form in (Format.JSON, Format.JSONL):
            write = json.write if form is Format.JSON else jsonl.write
            write((measure_record(m) for m in found), sys.stdout)
            return
        columns = ("description", "low", "best", "high", "unit", "status", "positions", "figures")
        show(_under(policy, found), MeasureRow, columns, form)


def _under(policy: str, found: Iterator[Measure]) -> Iterator[MeasureRow]:
    return (row for measure in found for row in measure_rows(measure) if row.policy == policy)


def conflicts(
    ledger: LedgerAt,
    story: OfStory = None,
    language: Annotated[
        Language | None,
        typer.Option("--lang", help="ar or en; where not given, a table is in the language of your locale."),
    ] = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List the positions that cannot both hold, with the reason.

    However many voices hold a number, it stands against another in one row that names them all.

    Example: tahqiq conflicts --ledger story --lang ar
    """
    told = language or (Language(settings().language) if form is Format.TABLE else Language.ENGLISH)
    with open_ledger(ledger, create=False) as kept:
        found = wiring.reconciled(kept).measures(known_story(kept, story))
        rows = (row for measure in found for row in conflict_rows(measure, told.value))
        show(rows, ConflictRow, _CONFLICTS[told], form)


def sources(ledger: LedgerAt, form: FormatOption = Format.TABLE) -> None:
    """List who speaks in the ledger, the most quoted first.

    Example: tahqiq sources --ledger story
    """
    columns = ("source", "english", "kind", "statements", "figures", "reports", "outlets", "relayed")
    with open_ledger(ledger, create=False) as kept:
        show(source_rows(kept.read_reports(), wiring.actors(settings())), SourceRow, columns, form)


def timeline(ledger: LedgerAt, form: FormatOption = Format.TABLE) -> None:
    """List the figures by the day they hold for.

    Example: tahqiq timeline --ledger story
    """
    columns = ("day", "quote", "counted", "predicate", "place", "source", "outlet")
    with open_ledger(ledger, create=False) as kept:
        show(timeline_rows(kept.read_reports()), TimelineRow, columns, form)
