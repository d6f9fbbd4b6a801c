"""A ledger's reports as a mapping, each read when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tahqiq.errors import UnknownName
from tahqiq.ledger.store import Ledger
from tahqiq.model.report import ReadReport


class ReportsById(Mapping[str, ReadReport]):
    """Report id → report with its claims; what was read once is kept for the life of the mapping."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._read: dict[str, ReadReport] = {}

    def __getitem__(self, id: str) -> ReadReport:
        if id not in self._read:
            try:
                self._read[id] = self._ledger.read_report(id)
            except UnknownName as error:
                raise KeyError(id) from error
        return self._read[id]

    def __iter__(self) -> Iterator[str]:
        return (report.id for report in self._ledger.reports())

    def __len__(self) -> int:
        return self._ledger.counts().reports
