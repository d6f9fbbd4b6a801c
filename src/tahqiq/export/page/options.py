"""What a page shows and how much of it."""

from __future__ import annotations

from dataclasses import dataclass

from tahqiq.export.page.anchors import NO_PAGES, Pages


@dataclass(frozen=True, slots=True)
class PageOptions:
    """Choices for one page; each `most_` is a cap, and whatever it leaves out is counted on the page.

    `story` shows that story alone (None: all). `policy` names the estimate to show. `ledger` is shown in the commands
    that lead to what was left out. `pages` are where reports, measures and sources are shown alone.
    """

    story: str | None = None
    policy: str = "interval"
    ledger: str = "DIR"
    pages: Pages = NO_PAGES
    most_stories: int = 10
    most_listed: int = 400
    most_measures: int = 60
    most_singles: int = 150
    most_positions: int = 40
    most_evidence: int = 25
    most_relations: int = 40
    most_framed: int = 12
    most_carried: int = 12
    most_outlets: int = 8
    most_speakers: int = 20
    most_reports: int = 60
    most_statements: int = 80
