"""Who published a report: what outlets are told apart by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from tahqiq.model.report import ReadReport, Report


def publisher(report: Report) -> str:
    """The outlet's name as given, else the host of the address, else the report's own id."""
    return report.metadata.outlet or _host(report.metadata.url) or report.id


def publishers(reads: Sequence[ReadReport]) -> Mapping[str, str]:
    """The publisher of each report by the report's id."""
    return {read.report.id: publisher(read.report) for read in reads}


def ranked(published: Mapping[str, str]) -> tuple[str, ...]:
    """The publishers, that with the most reports first."""
    counted = Counter(published.values())
    return tuple(sorted(counted, key=lambda name: (-counted[name], name)))


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url or "").hostname
    except ValueError:
        return None
