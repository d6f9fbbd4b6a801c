"""Rows in the columns of the UCDP Georeferenced Event Dataset: one per measure of deaths, with low, best and high.

Columns are named as in the GED Codebook (Version 24.1 and later) and mean the same, or are left empty: a program does
not tell actors, dyads or types of violence apart. What has no column there stands in columns that begin with
"tahqiq_". `best`, `low` and `high` are those of the policy "low-best-high". `docs/exports.md` has the table of columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TextIO

from tahqiq.export import csv
from tahqiq.export.citing import headline
from tahqiq.export.ged_dates import EventDays, event_days
from tahqiq.export.ged_row import GedRow
from tahqiq.export.whereabouts import is_located, place_of
from tahqiq.extract.countries import english_name
from tahqiq.model.folding import fold
from tahqiq.model.measure import Estimate, Measure
from tahqiq.model.place import Place
from tahqiq.model.report import ReadReport
from tahqiq.reconcile.policies.low_best_high import NAME as POLICY

DEATHS = "killed"

_PROVINCES = ("محافظه ", "ولايه ")
_EXACT = ("مدينه ", "بلده ", "قريه ", "مخيم ", "سجن ", "حي ", "معبر ", "مطار ", "مستشفي ")
_CITY = "geonames:"
EXACT, PROVINCE, COUNTRY = 1, 4, 6


def write(rows: Iterable[GedRow], to: TextIO) -> None:
    """Write a header and one line per row; `to` must be open with newline=""."""
    csv.write(rows, GedRow, to)


def rows(measures: Iterable[Measure], reports: Mapping[str, ReadReport], predicate: str = DEATHS) -> Iterator[GedRow]:
    """A row for each measure of `predicate` that counts and has an estimate; percentages and the like count nobody."""
    for measure in measures:
        estimate = next((e for e in measure.estimates if e.policy == POLICY), None)
        counts = all(position.quantity.unit == "count" for position in measure.positions)
        if measure.predicate == predicate and counts and estimate is not None and estimate.best is not None:
            yield _row(measure, estimate, reports)


def _row(measure: Measure, estimate: Estimate, reports: Mapping[str, ReadReport]) -> GedRow:
    days, place = event_days(measure, reports), place_of(measure)
    carried = {figure.report_id: figure for figure in measure.figures}
    read = [reports[id] for id in carried if id in reports]
    precision = where_precision(place)
    return GedRow(
        id=measure.id,
        year=days.first.year if days else None,
        number_of_sources=len(carried),
        source_article=_listed(_article(one) for one in read),
        source_office=_listed(one.report.metadata.outlet or "" for one in read),
        source_date=_listed(_published(one) for one in read),
        source_headline=_listed(headline(one.report) or "" for one in read),
        source_original=_listed(dict.fromkeys(position.origin.name for position in measure.positions)),
        where_prec=precision,
        where_coordinates=place.name if place and is_located(place) else None,
        where_description=measure.place,
        adm_1=place.name if place and precision == PROVINCE else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        geom_wkt=f"POINT ({place.longitude} {place.latitude})" if place and is_located(place) else None,
        country=english_name(place.country) if place and place.country else None,
        date_prec=days.precision if days else None,
        date_start=_iso(days, first=True),
        date_end=_iso(days, first=False),
        best=estimate.best,
        high=estimate.high,
        low=estimate.low,
        tahqiq_story=measure.story,
        tahqiq_part_of=measure.part_of,
        tahqiq_predicate=measure.predicate,
        tahqiq_counted=measure.counted,
        tahqiq_description=measure.description,
        tahqiq_status=estimate.status.value,
        tahqiq_positions=len(measure.positions),
        tahqiq_country_iso=place.country if place else None,
    )


def where_precision(place: Place | None) -> int | None:
    """GED's where_prec as far as the words or the gazetteer tell: 1 exact, 4 first-order division, 6 country.

    None where neither says what kind of place it is.
    """
    if place is None or place.key is None:
        return None
    name = f"{fold(place.name)} "
    if place.key == place.country:
        return COUNTRY
    if name.startswith(_PROVINCES):
        return PROVINCE
    return EXACT if place.key.startswith(_CITY) or name.startswith(_EXACT) else None


def _article(read: ReadReport) -> str:
    known = read.report.metadata
    return ",".join(part for part in (known.outlet or "", _published(read), headline(read.report) or "") if part)


def _published(read: ReadReport) -> str:
    day = read.report.metadata.published
    return day.isoformat()[:10] if day else ""


def _listed(parts: Iterable[str]) -> str:
    """Parts with ";" between them, as GED lists its sources; a semicolon inside one becomes a comma."""
    return ";".join(part.replace(";", ",") for part in parts)


def _iso(days: EventDays | None, *, first: bool) -> str | None:
    return None if days is None else (days.first if first else days.last).isoformat()
