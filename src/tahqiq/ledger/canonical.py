"""The one written form of a value, so that equal values have equal hashes."""

from __future__ import annotations

import hashlib
import json

from tahqiq.export.records import date_record, figure_record, statement_record
from tahqiq.export.shapes import DateRecord, FigureRecord, StatementRecord
from tahqiq.model.claim import DateMention, Figure, Statement

Claim = Figure | Statement | DateMention
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
ClaimRecord = FigureRecord | StatementRecord | DateRecord


def canonical(value: object) -> str:
    """`value` as JSON with sorted keys, no spaces and letters as they are; it never holds a line break.

    Raises ValueError where JSON has no form for it (a number that is not finite, or of more than 4,300 digits).
    """
    return _ENCODER.encode(value)


def digest_of(*parts: object) -> str:
    """The SHA-256, in hex, of the canonical list of `parts` (so "a", "b.c" never meets "a.b", "c").

    Raises ValueError for text that is not Unicode (a lone surrogate).
    """
    return hashlib.sha256(canonical(parts).encode()).hexdigest()


def claim_record(claim: Claim) -> ClaimRecord:
    """The interchange record of a claim of any kind."""
    if isinstance(claim, Figure):
        return figure_record(claim)
    if isinstance(claim, Statement):
        return statement_record(claim)
    return date_record(claim)


def kind_of(claim: Claim) -> str:
    """The name of a claim's kind: "figure", "statement" or "date"."""
    if isinstance(claim, Figure):
        return "figure"
    return "statement" if isinstance(claim, Statement) else "date"


def claim_id(report_id: str, claim: Claim) -> str:
    """The id of a claim: a hash of its report's id, its kind and all that its record says.

    So the same words read the same way keep their id under a later code version or in an edited page.
    """
    return body_id(report_id, kind_of(claim), canonical(claim_record(claim)))


def body_id(report_id: str, kind: str, body: str) -> str:
    """The id of the claim whose canonical record is `body`."""
    return digest_of(report_id, kind, body)
