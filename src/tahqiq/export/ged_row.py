"""The row of a GED-like table, its columns in the codebook's order; those without a value are never filled."""

from __future__ import annotations

from dataclasses import dataclass

from tahqiq.model.quantity import Number


@dataclass(frozen=True, slots=True, kw_only=True)
class GedRow:
    """One measure of deaths. Numbers are of people; dates ISO 8601; coordinates WGS 84; lists are parted by ";".

    `id` is the measure's (text: GED's are integers).
    """

    id: str
    relid: None = None
    year: int | None
    active_year: None = None
    code_status: None = None
    type_of_violence: None = None
    conflict_dset_id: None = None
    conflict_new_id: None = None
    conflict_name: None = None
    dyad_dset_id: None = None
    dyad_new_id: None = None
    dyad_name: None = None
    side_a_dset_id: None = None
    side_a_new_id: None = None
    side_a: None = None
    side_b_dset_id: None = None
    side_b_new_id: None = None
    side_b: None = None
    number_of_sources: int
    source_article: str
    source_office: str
    source_date: str
    source_headline: str
    source_original: str
    where_prec: int | None
    where_coordinates: str | None
    where_description: str | None
    adm_1: str | None
    adm_2: None = None
    latitude: float | None
    longitude: float | None
    geom_wkt: str | None
    priogrid_gid: None = None
    country: str | None
    country_id: None = None
    region: None = None
    event_clarity: None = None
    date_prec: int | None
    date_start: str | None
    date_end: str | None
    deaths_a: None = None
    deaths_b: None = None
    deaths_civilians: None = None
    deaths_unknown: None = None
    best: Number | None
    high: Number | None
    low: Number | None
    gwnoa: None = None
    gwnob: None = None
    tahqiq_story: str
    tahqiq_part_of: str | None
    tahqiq_predicate: str
    tahqiq_counted: str
    tahqiq_description: str
    tahqiq_status: str
    tahqiq_positions: int
    tahqiq_country_iso: str | None
