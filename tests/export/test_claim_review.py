"""Claims say who, in which words, and where; a review says no more than that positions cannot all hold."""

from __future__ import annotations

import datetime as dt
import io
import json
from dataclasses import replace

from tahqiq.export import claim_review
from tahqiq.model.measure import Position
from tests.export.cited import told
from tests.factories import ARMY, amnesty, measure, metadata, quantity, reported

READ, _ = amnesty()
MEASURE = measure("m", [reported(READ, 0), reported(READ, 2)])


def graph(*measures) -> list[dict]:
    out = io.StringIO()
    claim_review.write(told(READ, READ.claims.figures), told(READ, READ.claims.statements), measures, out)
    return json.loads(out.getvalue())["@graph"]


def test_every_figure_and_statement_is_a_claim_with_its_author_and_report() -> None:
    claims = graph()
    assert ["Claim"] * 5 == [claim["@type"] for claim in claims]
    assert "GovernmentOrganization" == claims[0]["author"]["@type"]
    assert ("Person", "anonymous") == (claims[2]["author"]["@type"], claims[2]["author"]["description"])
    assert {"urn:tahqiq:report:amnesty"} == {claim["appearance"]["@id"] for claim in claims}
    assert "العفو يخرج المئات" == claims[0]["appearance"]["headline"]
    assert "1,200 معتقل" in claims[0]["text"]


def test_a_position_appeared_first_in_its_earliest_report() -> None:
    earlier, _ = amnesty("earlier", metadata("إذاعة", dt.date(2026, 1, 20)))
    both = measure("m", [reported(READ, 0), reported(earlier, 0)])
    one = replace(both, positions=(Position(ARMY, quantity(1200), None, (0, 1)),), relations=())
    (claim, *_) = graph(one)
    assert ("urn:tahqiq:report:earlier", "2026-01-20") == (
        claim["firstAppearance"]["@id"],
        claim["firstAppearance"]["datePublished"],
    )


def test_a_contested_measure_is_reviewed_without_a_rating_or_an_author() -> None:
    (review, *_) = graph(MEASURE)
    assert "ClaimReview" == review["@type"]
    assert not {"reviewRating", "author"} & review.keys()
    assert "They cannot both hold." == review["reviewBody"]
    assert 2 == len(review["itemReviewed"])


def test_a_measure_without_contradictions_is_not_reviewed() -> None:
    assert "ClaimReview" not in {item["@type"] for item in graph(replace(MEASURE, relations=()))}
