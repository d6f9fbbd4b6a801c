"""Explanations of claims as the records that `tahqiq explain --format json` writes."""

from __future__ import annotations

from typing import TypedDict

from tahqiq.export.shapes import Bounds
from tahqiq.extract.reading import Derivation
from tahqiq.model.claim import Figure, Statement
from tahqiq.model.report import Report


class StepRecord(TypedDict):
    """What was done, the words it was done to ("" for none), what came out, the rule ("" for none)."""

    what: str
    words: str
    result: str
    rule: str


class ExplanationRecord(TypedDict):
    """A claim and the steps by which it was read; `kind` is "figure" or "statement", `span` counts in code points.

    `statement` is the id of the one that holds a figure (None: none does).
    """

    id: str
    kind: str
    report: str
    outlet: str | None
    span: Bounds
    text: str
    statement: str | None
    steps: list[StepRecord]


def explanation_record(
    id: str, report: Report, claim: Figure | Statement, told: Derivation, within: str | None
) -> ExplanationRecord:
    """The record of one explanation; `within` is the id of the statement that holds a figure."""
    return {
        "id": id,
        "kind": "figure" if isinstance(claim, Figure) else "statement",
        "report": report.id,
        "outlet": report.metadata.outlet,
        "span": [told.span.start, told.span.end],
        "text": told.span.quote,
        "statement": within,
        "steps": [{"what": s.what, "words": s.words, "result": s.result, "rule": s.rule} for s in told.steps],
    }
