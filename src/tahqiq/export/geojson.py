"""GeoJSON (RFC 7946): figures and measures on the map, each with its tidy row as properties.

A place without coordinates is a Feature whose geometry is null (RFC 7946, section 3.2: an unlocated Feature), and what
names no place at all is counted in the foreign member "tahqiq" (section 6.1). Positions are WGS 84, longitude first.
Coordinates are those of the named place as a gazetteer gives them: of a country or province its middle.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import TextIO

from tahqiq.export import json_document
from tahqiq.export.citing import Cited
from tahqiq.export.json_document import Json
from tahqiq.export.tidy import figure_row, measure_rows
from tahqiq.export.whereabouts import is_located, place_of
from tahqiq.model.claim import Figure
from tahqiq.model.measure import Measure
from tahqiq.model.place import Place

MEDIA_TYPE = "application/geo+json"


class _Counted:
    """The features that have a place, and how many things had none."""

    def __init__(self, found: Iterable[tuple[str, Place | None, dict[str, Json]]]) -> None:
        self._found = found
        self.unlocated = self.without_place = 0

    def __iter__(self) -> Iterator[Json]:
        for id, place, properties in self._found:
            if place is None:
                self.without_place += 1
                continue
            self.unlocated += not is_located(place)
            yield {"type": "Feature", "id": id, "geometry": _geometry(place), "properties": properties}

    def told(self) -> Json:
        return {"features_without_coordinates": self.unlocated, "left_out_without_place": self.without_place}


def write_figures(figures: Iterable[Cited[Figure]], to: TextIO) -> None:
    """One Feature per figure that names a place; its id is the claim's, its properties a `FigureRow`."""
    _write(((f.id, f.claim.place, asdict(figure_row(f.id, f.report, f.claim, f.judged))) for f in figures), to)


def write_measures(measures: Iterable[Measure], policy: str, to: TextIO) -> None:
    """One Feature per measure that has a place; its properties are its `MeasureRow` under the policy."""
    _write(((m.id, place_of(m), _properties(m, policy)) for m in measures), to)


def _write(found: Iterable[tuple[str, Place | None, dict[str, Json]]], to: TextIO) -> None:
    features = _Counted(found)
    json_document.write({"type": "FeatureCollection"}, "features", features, features.told, to)


def _properties(measure: Measure, policy: str) -> dict[str, Json]:
    rows = list(measure_rows(measure))
    return asdict(next((row for row in rows if row.policy == policy), rows[0]))


def _geometry(place: Place) -> Json:
    return {"type": "Point", "coordinates": [place.longitude, place.latitude]} if is_located(place) else None
