"""How interchange documents name a report and a claim, and what they say of where it stands."""

from __future__ import annotations

from typing import Protocol, TypeVar
from urllib.parse import quote

from tahqiq.model.claim import DateMention, Figure, Statement
from tahqiq.model.report import Report

Claim = Figure | Statement | DateMention
C_co = TypeVar("C_co", bound=Claim, covariant=True)


class Cited(Protocol[C_co]):
    """A claim with its id, the report that carries it and the verdict of a person, as a ledger gives it."""

    @property
    def id(self) -> str: ...
    @property
    def report(self) -> Report: ...
    @property
    def claim(self) -> C_co: ...
    @property
    def judged(self) -> str | None: ...


def urn(kind: str, id: str) -> str:
    """The name of a thing of a ledger where an IRI is asked for: `urn:tahqiq:report:…`; it leads nowhere."""
    return f"urn:tahqiq:{kind}:{quote(id, safe='', errors='replace')}"


def headline(report: Report) -> str | None:
    """The title that came with a report, else the headline of its text, on one line; None where neither is known."""
    words = report.metadata.title or report.text.raw[: report.text.title_end]
    return " ".join(words.split()) or None
