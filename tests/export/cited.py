"""Claims with their ids and reports, as interchange documents are given them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

from tahqiq.export.citing import Claim
from tahqiq.model.report import ReadReport, Report

C = TypeVar("C", bound=Claim)


class Told(NamedTuple, Generic[C]):
    """A claim, its id, its report."""

    id: str
    report: Report
    claim: C
    judged: str | None = None


def told(read: ReadReport, claims: Sequence[C]) -> list[Told[C]]:
    """The claims of a report, their ids counted from "c0"."""
    return [Told(f"c{n}", read.report, claim) for n, claim in enumerate(claims)]
