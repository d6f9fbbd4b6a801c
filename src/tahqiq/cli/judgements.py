"""`tahqiq judgements`: what people decided."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from tahqiq.cli.options import LedgerAt
from tahqiq.cli.showing import Format, FormatOption, show
from tahqiq.errors import UnknownName
from tahqiq.export import jsonl
from tahqiq.export.rows import JudgementRow
from tahqiq.exported import Wanted, judgement_rows
from tahqiq.ledger.opening import open_ledger
from tahqiq.model.judgement import JudgementKind
from tahqiq.reviewed import annotation_rows


def judgements(
    ledger: LedgerAt,
    by: Annotated[str | None, typer.Option(help="Only those of this person.")] = None,
    kind: Annotated[str | None, typer.Option(help="Only of this kind: accept, reject, correct, merge, …")] = None,
    target: Annotated[str | None, typer.Option(help="Only on this claim, measure, story, source or report.")] = None,
    annotations: Annotated[
        bool, typer.Option("--annotations", help="Write reviewed reports as annotation rows (JSONL) instead.")
    ] = False,
    form: FormatOption = Format.TABLE,
) -> None:
    """List what people decided, in order, and whether it stands.

    With --annotations: one row per report that somebody accepted whole, or
    of which every claim was judged, with its claims as people left them.

    Examples:

      tahqiq judgements --ledger story --by sara --kind correct

      tahqiq judgements --ledger story --annotations > reviewed.jsonl
    """
    if kind is not None and kind not in list(JudgementKind):
        raise UnknownName("kind of judgement", kind, tuple(JudgementKind))
    with open_ledger(ledger, create=False) as kept:
        if annotations:
            jsonl.write(annotation_rows(kept), sys.stdout)
            return
        columns = ("number", "at", "by", "kind", "target_kind", "target", "why", "state", "id")
        show(judgement_rows(kept, Wanted(by=by, kind=kind, target=target)), JudgementRow, columns, form)
