"""Claims say who, in which words, and where; a review says no more than that positions cannot all hold."""

from __future__ import annotations

import datetime as dt
import io
import json
from dataclasses import replace

from tahqiq.export import claim_review
from tahqiq.model.judgement import Credibility, Judgement, JudgementKind, Target, TargetKind
from tahqiq.model.measure import Position
from tests.export.cited import told
from tests.factories import ARMY, amnesty, measure, metadata, quantity, reported

READ, _ = amnesty()
MEASURE = measure("m", [reported(READ, 0), reported(READ, 2)])


def graph(*measures, **grades: Judgement) -> list[dict]:
    out = io.StringIO()
    said = [one._replace(id=f"s{n}") for n, one in enumerate(told(READ, READ.claims.statements))]
    claim_review.write(told(READ, READ.claims.figures), said, measures, grades, out)
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


def judgement(grade: Credibility) -> Judgement:
    target = Target(TargetKind.FIGURE, "c1")
    at = "2026-01-28T12:00:00+00:00"
    return Judgement(
        "j", 1, at, "سارة", JudgementKind.GRADE, target, "amnesty", "قرأت المحضر", None, grade, (), None, None
    )


def test_a_claim_that_a_person_graded_has_the_review_of_that_person() -> None:
    listed = graph(c1=judgement(Credibility.DOUBTFUL))
    (at,) = (n for n, item in enumerate(listed) if item["@type"] == "ClaimReview")
    review = listed[at]
    assert review["itemReviewed"]["@id"] == listed[at - 1]["@id"] == "urn:tahqiq:claim:c1"
    assert ("سارة", "قرأت المحضر") == (review["author"]["name"], review["reviewBody"])
    rating = review["reviewRating"]
    assert ("4", "1", "5", "doubtful") == tuple(
        rating[name] for name in ("ratingValue", "bestRating", "worstRating", "alternateName")
    )


def test_a_grade_of_not_known_is_no_rating() -> None:
    (review,) = (item for item in graph(c1=judgement(Credibility.UNKNOWN)) if item["@type"] == "ClaimReview")
    assert "reviewRating" not in review
