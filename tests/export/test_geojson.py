"""What RFC 7946 asks of a FeatureCollection, and that nothing without a place is lost from sight."""

from __future__ import annotations

import io
import json
from dataclasses import asdict, replace

from tahqiq.export import geojson
from tahqiq.export.tidy import figure_row, measure_rows
from tests.export.cited import told
from tests.factories import amnesty, measure, reported

READ, _ = amnesty()
FIGURES = told(READ, READ.claims.figures)
MEASURE = measure("m", [reported(READ, 0), reported(READ, 2)])


def figures(given) -> dict:
    out = io.StringIO()
    geojson.write_figures(given, out)
    return json.loads(out.getvalue())


def measures(*given) -> dict:
    out = io.StringIO()
    geojson.write_measures(given, "interval", out)
    return json.loads(out.getvalue())


def test_a_figure_with_a_place_is_a_feature_at_its_longitude_and_latitude() -> None:
    (feature,) = figures(FIGURES)["features"]
    assert {"type", "id", "geometry", "properties"} == feature.keys()
    assert {"type": "Point", "coordinates": [39.01, 35.95]} == feature["geometry"]
    assert asdict(figure_row("c0", READ.report, READ.claims.figures[0])) == feature["properties"]


def test_a_place_without_coordinates_is_an_unlocated_feature_and_counted() -> None:
    whole = READ.claims.figures[0]
    unknown = replace(whole, place=replace(whole.place, latitude=None, longitude=None))
    collection = figures(told(READ, [unknown]))
    assert [None] == [feature["geometry"] for feature in collection["features"]]
    assert {"features_without_coordinates": 1, "left_out_without_place": 0} == collection["tahqiq"]


def test_what_names_no_place_is_counted() -> None:
    assert 2 == figures(FIGURES)["tahqiq"]["left_out_without_place"]


def test_a_measure_stands_where_a_figure_that_names_its_place_stands() -> None:
    (feature,) = measures(MEASURE)["features"]
    assert ["m", [39.01, 35.95]] == [feature["id"], feature["geometry"]["coordinates"]]
    assert asdict(next(measure_rows(MEASURE))) == feature["properties"]
    assert 1 == measures(replace(MEASURE, place=None))["tahqiq"]["left_out_without_place"]


def test_a_collection_of_nothing_is_a_collection() -> None:
    assert ["FeatureCollection", []] == [figures([])["type"], figures([])["features"]]
