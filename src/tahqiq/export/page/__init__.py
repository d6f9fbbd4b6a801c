"""The page: stories, measures, charts, contradictions and every word behind them, in one file that asks for nothing.

    page(reconciliation, reports)                     -> the whole HTML document as a string
    write_page(path, reconciliation, reports)         -> the same, written to a file

It reads without JavaScript, in Arabic and in English, on paper and on a phone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from tahqiq.export.page.assembly import Frame, page_view
from tahqiq.export.page.options import PageOptions
from tahqiq.export.page.rendering import render
from tahqiq.model.measure import Reconciliation
from tahqiq.model.report import ReadReport

__all__ = ["PageOptions", "page", "write_page"]

_DEFAULT = PageOptions()


def page(
    reconciliation: Reconciliation,
    reports: Iterable[ReadReport] | Mapping[str, ReadReport],
    options: PageOptions = _DEFAULT,
    frame: Frame | None = None,
) -> str:
    """One self-contained HTML document of the stories in `reconciliation`, with the words of their `reports`.

    `reports` may be a mapping by report id, read from only where a story asks. `frame` works out how the
    outlets of a story tell it; without it the page does not say. Raises UnknownName where the options name a story that
    is not there.
    """
    by_id = reports if isinstance(reports, Mapping) else {read.report.id: read for read in reports}
    return render(page_view(reconciliation, by_id, options, frame))


def write_page(
    path: Path,
    reconciliation: Reconciliation,
    reports: Iterable[ReadReport] | Mapping[str, ReadReport],
    options: PageOptions = _DEFAULT,
    frame: Frame | None = None,
) -> None:
    """Write `page(...)` to a file in UTF-8."""
    path.write_text(page(reconciliation, reports, options, frame), encoding="utf-8")
