"""A ledger as a notebook has it: each of its tables is a data frame when asked for, and shows itself as HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from html import escape
from itertools import islice
from typing import Generic, ParamSpec, TypeVar

import polars as pl

from tahqiq import wiring
from tahqiq.errors import UnknownName
from tahqiq.export.frames import frame
from tahqiq.export.html_table import table as html_table
from tahqiq.export.rows import ExportRow
from tahqiq.exported import EVERYTHING, OFFERED, Wanted
from tahqiq.ledger.recall import Held
from tahqiq.ledger.store import Ledger
from tahqiq.model.claim import DateMention, Figure, Statement
from tahqiq.model.judgement import Judgement
from tahqiq.model.measure import Measure, Story
from tahqiq.model.report import Report

P = ParamSpec("P")
R = TypeVar("R")

TABLES = tuple(
    "figures statements dates measures positions relations stories reports sources timeline judgements".split()
)
"""The tables that a ledger has in a notebook."""

_SHOWN = 20
_RECONCILED = frozenset(("stories", "reports", "measures", "positions", "relations", "framing"))


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one table of a ledger, read anew each time; measures and the like are brought up to date first."""

    ledger: Ledger
    name: str
    wanted: Wanted = EVERYTHING

    def where(self, **narrowed: str) -> Table:
        """The same table narrowed: `figures.where(predicate="killed", report="…")`.

        Every table says in `docs/notebook.md` what narrows it; UnknownName for anything else.
        """
        can = OFFERED[self.name].narrowed_by
        for column in narrowed:
            if column not in can:
                raise UnknownName(f"filter of {self.name}", column, can)
        return replace(self, wanted=replace(self.wanted, **narrowed))

    def __iter__(self) -> Iterator[ExportRow]:
        if self.name in _RECONCILED or self.wanted.story is not None:
            wiring.reconciled(self.ledger)
        return iter(OFFERED[self.name].rows(self.ledger, self.wanted))

    def to_polars(self) -> pl.DataFrame:
        """All rows as a frame with the columns of `tahqiq export`."""
        return frame(self, OFFERED[self.name].kind)

    def _repr_html_(self) -> str:
        rows = list(islice(self, _SHOWN + 1))
        more = f", the first {_SHOWN}" if len(rows) > _SHOWN else ""
        return html_table(rows[:_SHOWN], OFFERED[self.name].kind, f"{self.name}{more}")


@dataclass(frozen=True, slots=True)
class Asked(Table, Generic[P, R]):
    """A table that is called as well, for the values themselves: `figures(Filter(report="…"))`."""

    ask: Callable[P, R] = field(kw_only=True)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """What the ledger's method of that name answers."""
        return self.ask(*args, **kwargs)


class Notebook(Ledger):
    """An open ledger whose tables are data frames when asked for; all else is as in `Ledger`."""

    @classmethod
    def of(cls, ledger: Ledger) -> Notebook:
        """The same ledger, as a notebook has it."""
        return cls(ledger.engine, ledger.raw_store, ledger.home, ledger.stamps)

    @property
    def figures(self) -> Asked[..., Iterator[Held[Figure]]]:
        """Every figure, as it counts, with the verdict on it."""
        return Asked(self, "figures", ask=super().figures)

    @property
    def statements(self) -> Asked[..., Iterator[Held[Statement]]]:
        """Every statement, as it counts, with the verdict on it."""
        return Asked(self, "statements", ask=super().statements)

    @property
    def dates(self) -> Asked[..., Iterator[Held[DateMention]]]:
        """Every date, as it counts, with the verdict on it."""
        return Asked(self, "dates", ask=super().dates)

    @property
    def measures(self) -> Asked[..., Iterator[Measure]]:
        """What is counted, a row for each policy."""
        return Asked(self, "measures", ask=super().measures)

    @property
    def stories(self) -> Asked[..., tuple[Story, ...]]:
        """Reports about the same running matter."""
        return Asked(self, "stories", ask=super().stories)

    @property
    def reports(self) -> Asked[..., Iterator[Report]]:
        """Every report, without its words."""
        return Asked(self, "reports", ask=super().reports)

    @property
    def judgements(self) -> Asked[..., Iterator[Judgement]]:
        """What people decided, in order, and whether it stands."""
        return Asked(self, "judgements", ask=super().judgements)

    @property
    def positions(self) -> Table:
        """What each origin holds on a measure, a row for each figure of it."""
        return Table(self, "positions")

    @property
    def relations(self) -> Table:
        """How positions on a measure stand to each other, and why."""
        return Table(self, "relations")

    @property
    def sources(self) -> Table:
        """Who speaks, the most quoted first."""
        return Table(self, "sources")

    @property
    def timeline(self) -> Table:
        """Figures by the day that they hold for."""
        return Table(self, "timeline")

    def _repr_html_(self) -> str:
        held = self.counts()
        told = (
            f"{held.reports:,} reports, {held.figures:,} figures, {held.statements:,} statements, {held.dates:,} dates"
        )
        return f'<p dir="ltr" lang="en">A ledger of {escape(told)}: {", ".join(TABLES)}.</p>'
