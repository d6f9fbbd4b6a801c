"""`tahqiq report`: one self-contained page, or a PDF of a story."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tahqiq import wiring
from tahqiq.cli.options import Language, LedgerAt, OfStory, Policy
from tahqiq.documents import FORMATS, Scope
from tahqiq.export.page import PageOptions, write_page
from tahqiq.ledger.by_id import ReportsById
from tahqiq.ledger.opening import open_ledger
from tahqiq.model.measure import Reconciliation


class ReportFormat(StrEnum):
    """What the report is written as."""

    HTML = "html"
    PDF = "pdf"


def report(
    ledger: LedgerAt,
    output: Annotated[Path, typer.Option("--output", "-o", help="Where to write it.", metavar="FILE")],
    story: OfStory = None,
    policy: Policy = "interval",
    form: Annotated[
        ReportFormat | None, typer.Option("--format", "-f", help="html unless the file's name ends in .pdf.")
    ] = None,
    language: Annotated[Language, typer.Option("--language", help="The language of a PDF.")] = Language.ARABIC,
) -> None:
    """Write one page with every story, or a PDF of one.

    It holds measures, charts, contradictions and the words behind each
    number; it needs no network, reads in Arabic and English, and prints well.
    A PDF has all but the charts and the whole reports, in one language; it
    needs the extra `tahqiq[pdf]`.

    Examples:

      tahqiq report --ledger story -o story.html

      tahqiq report --ledger story --story ID -o story.pdf
    """
    is_pdf = form is ReportFormat.PDF or (form is None and output.suffix.lower() == ".pdf")
    with open_ledger(ledger, create=False) as kept:
        wiring.reconciled(kept, policy)
        if is_pdf:
            (document,) = FORMATS["pdf"]
            document.write(kept, Scope(story, policy, language=language.value), output)
        else:
            found = Reconciliation(kept.stories(), tuple(kept.measures(story)))
            options = PageOptions(story=story, policy=policy, ledger=ledger)
            write_page(output, found, ReportsById(kept), options, wiring.framed)
    print(output)
