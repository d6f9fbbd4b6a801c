"""Places are tallied over stories, and found by any of their spellings."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tahqiq.ledger import Ledger
from tahqiq.ledger.whereabouts import count_places, counted_at, place_named, places, places_of
from tests.web.conftest import filled

TEXTS = [
    "قال مسؤول في الشرطة إن 12 شخصا قتلوا في الحسكة يوم الثلاثاء.",
    "قالت مديرة العيادة إن 15 شخصا جرحوا في مدينة الحسكة يوم الثلاثاء، وقتل 3 أشخاص في حي السدرة.",
]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    rows = ({"id": f"r{n}", "published": "2026-02-04", "text": text} for n, text in enumerate(TEXTS))
    with filled(tmp_path_factory.mktemp("places"), iter(rows)) as ledger:
        yield ledger


def test_spellings_of_one_place_are_one(kept: Ledger) -> None:
    found = {one.key: one for one in places(kept)}
    known = found["added:hasakah"]
    assert (3, 36.5024, 40.7477) == (known.figures, known.latitude, known.longitude)
    assert known == place_named(kept, "الحسكة") == place_named(kept, "مدينة الحسكة")
    assert place_named(kept, "نينوى") is None


def test_what_is_counted_at_a_place(kept: Ledger) -> None:
    measures = {measure.id: measure.predicate for measure in kept.measures()}
    counted = counted_at(kept, "الحسكة")
    assert {"killed", "wounded"} == {measures[measure] for _, measure, _ in counted}
    assert {one.name for story in kept.stories() for one in places_of(kept, story.id)} == {
        one.name for one in places(kept)
    }


def test_places_are_told_a_leaf_at_a_time(kept: Ledger) -> None:
    everywhere = places(kept)
    leaves = [places(kept, 1, after) for after in range(count_places(kept))]
    assert len(everywhere) == count_places(kept)
    assert {one.name for one in everywhere} == {one.name for leaf in leaves for one in leaf}
    assert () == places(kept, 1, count_places(kept))
    assert len(everywhere) - 1 == len(places(kept, after=1))
