"""Maps: every place stands where it lies, none hides another's name, and nothing but this repository is asked."""

from __future__ import annotations

import pytest

from tahqiq.export.page.map.drawing import draw
from tahqiq.export.page.map.outlines import Bounds, outlines
from tahqiq.export.page.map.projection import fit
from tahqiq.export.page.map.spec import EARTH, NARROW, WIDE, Frame, Spot
from tests.export.page.tree import parse

HASAKAH, BAGHDAD = (36.5, 40.75), (33.34, 44.4)


def spot(name: str, at: tuple[float, float], weight: int = 1, is_wide: bool = False) -> Spot:
    return Spot(name, *at, weight, f"/place?name={name}", f"{name} · {weight}", is_wide)


@pytest.mark.parametrize("frame", [WIDE, NARROW])
def test_every_spot_is_a_link_inside_the_frame(frame: Frame) -> None:
    tree = parse(draw([spot("الحسكة", HASAKAH, 9), spot("بغداد", BAGHDAD, 1)], frame))
    links = tree.all("a", "spot")
    assert ["/place?name=الحسكة", "/place?name=بغداد"] == [link.attributes["href"] for link in links]
    first, second = ({k: float(v) for k, v in link.all("circle")[0].attributes.items()} for link in links)
    assert first["cx"] < second["cx"] and first["cy"] < second["cy"] and first["r"] > second["r"]
    assert all(0 < c["cx"] < frame.width and 0 < c["cy"] < frame.height for c in (first, second))
    assert {"الحسكة", "بغداد"} <= {text.words() for text in tree.all("text")}


def test_a_country_far_away_does_not_stretch_the_map() -> None:
    near, far = spot("الحسكة", HASAKAH), spot("الولايات المتحدة", (38.0, -97.0), is_wide=True)
    assert fit([near], WIDE) == fit([near, far], WIDE)
    assert 1 == len(parse(draw([near, far], WIDE)).all("a", "spot"))
    assert 1 == len(parse(draw([far], WIDE)).all("a", "spot"))


@pytest.mark.parametrize("at", [(0.0, 0.0), (84.0, 179.9), (-54.8, -68.3)])
def test_any_place_on_earth_can_be_shown(at: tuple[float, float]) -> None:
    assert fit([spot("هنا", at)], NARROW).shows(spot("هنا", at))


def test_the_whole_earth_fits() -> None:
    ends = [spot("شرق", (60.0, 178.0)), spot("غرب", (-50.0, -178.0))]
    made = fit(ends, WIDE)
    assert made.bounds.east - made.bounds.west <= 361


def test_outlines_are_found_by_where_they_lie() -> None:
    near = list(outlines(Bounds(40, 33, 45, 37)))
    assert 2 < len(near) < 30
    assert len(list(outlines(EARTH))) > 1000
    assert all(-180 <= x <= 180 and -60 <= y <= 90 for outline in near for x, y in outline.points)
