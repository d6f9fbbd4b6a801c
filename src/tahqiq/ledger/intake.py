"""Read reports made ready to be written: pure work, done before the writer's place is taken."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from tahqiq.errors import IntegrityError
from tahqiq.ledger.canonical import Claim, body_id, canonical, claim_record, digest_of, kind_of
from tahqiq.ledger.frame import frame_of
from tahqiq.ledger.raw import compress
from tahqiq.model.claim import Figure, Statement
from tahqiq.model.report import ReadReport, Rejected


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim as its table holds it; `predicate` is a figure's predicate or a statement's act."""

    id: str
    kind: str
    rule: str
    predicate: str | None
    source: str | None
    body: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One report as one code version read it, ready to be written; `digest` covers all but `locator`."""

    digest: str
    report: str
    raw_digest: str
    locator: str
    frame: str
    text: bytes
    claims: tuple[ClaimRow, ...]
    raw: bytes


def prepare(read: ReadReport, raw: bytes, code_version: str) -> Reading | Rejected:
    """The reading of one report, or why it cannot be kept (text that is not Unicode, a monstrous number).

    Raises IntegrityError where `raw` are not the bytes of the report's digest: that is a mistake of the caller.
    """
    report = read.report
    if hashlib.sha256(raw).hexdigest() != report.digest:
        raise IntegrityError(f"the bytes given for report {report.id!r} are not those of its digest")
    if not report.id or "\0" in report.id:
        return Rejected(report.locator, "the report's id is empty or holds a NUL character")
    try:
        return _reading(read, raw, code_version)
    except UnicodeEncodeError as error:
        return Rejected(report.locator, f"not Unicode text: {error.reason} at code point {error.start}")
    except ValueError as error:
        return Rejected(report.locator, f"a value that cannot be kept: {error}")


def _reading(read: ReadReport, raw: bytes, code_version: str) -> Reading:
    report, claims = read.report, read.claims
    found: tuple[Claim, ...] = (*claims.figures, *claims.statements, *claims.dates)
    rows = tuple(claim_row(report.id, claim) for claim in found)
    words, frame = report.text.raw.encode(), frame_of(report)
    digest = reading_digest((report.id, report.digest, code_version, frame), words, [row.id for row in rows])
    locator = printable(report.locator)
    return Reading(digest, report.id, report.digest, locator, frame, compress(words), rows, raw)


def reading_digest(labels: tuple[str, str, str, str], words: bytes, claims: list[str]) -> str:
    """The hash that names a reading: `labels` are report id, raw digest, code version and frame; `words` are UTF-8."""
    return digest_of(*labels, hashlib.sha256(words).hexdigest(), claims)


def returned_digest(digest: str, key: int) -> str:
    """The hash that names a reading written anew under `key`, when its bytes came back after others."""
    return digest_of(digest, key)


def claim_row(report_id: str, claim: Claim) -> ClaimRow:
    """The row of one claim of a report; verification makes it again from the stored body and compares."""
    kind, body = kind_of(claim), canonical(claim_record(claim))
    predicate, source = _tags(claim)
    return ClaimRow(body_id(report_id, kind, body), kind, printable(claim.rule), predicate, source, body)


def _tags(claim: Claim) -> tuple[str | None, str | None]:
    if isinstance(claim, Figure):
        return printable(claim.predicate), printable(claim.attribution.source.name)
    if isinstance(claim, Statement):
        return printable(claim.act), printable(claim.attribution.source.name)
    return None, None


def printable(words: str) -> str:
    """`words` with what no database can hold (lone surrogates of odd file names, NUL) written as escapes."""
    return words.encode("utf-8", "backslashreplace").decode().replace("\0", "\\x00")
