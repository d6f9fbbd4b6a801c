"""Annotations lead back to the words by position and by quotation, and carry the row that they were made from."""

from __future__ import annotations

import io
import json
from dataclasses import asdict

import pytest

from tahqiq.export import web_annotation
from tahqiq.export.tidy import date_row, figure_row, statement_row
from tahqiq.model.report import Metadata
from tests.export.cited import told
from tests.factories import amnesty

READ, _ = amnesty()
CLAIMS = READ.claims
EVERY = (told(READ, CLAIMS.figures), told(READ, CLAIMS.statements), told(READ, CLAIMS.dates))
ROWS = [
    *(asdict(figure_row(f"c{n}", READ.report, claim)) for n, claim in enumerate(CLAIMS.figures)),
    *(asdict(statement_row(f"c{n}", READ.report, claim)) for n, claim in enumerate(CLAIMS.statements)),
    *(asdict(date_row(f"c{n}", READ.report, claim)) for n, claim in enumerate(CLAIMS.dates)),
]


@pytest.fixture(scope="module")
def page() -> dict:
    out = io.StringIO()
    web_annotation.write(EVERY, out)
    return json.loads(out.getvalue())


def test_a_page_of_annotations_says_what_it_is_part_of(page: dict) -> None:
    assert ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage") == (page["@context"], page["type"])
    assert "AnnotationCollection" == page["partOf"]["type"]
    assert 6 == len(page["items"])


def test_each_target_is_found_by_position_and_by_quotation(page: dict) -> None:
    raw = CLAIMS.text.raw
    for item in page["items"]:
        position, quoted = item["target"]["selector"]
        start, end = position["start"], position["end"]
        assert ("TextPositionSelector", "TextQuoteSelector") == (position["type"], quoted["type"])
        assert raw[start:end] == quoted["exact"]
        around = f"{quoted['prefix']}{quoted['exact']}{quoted['suffix']}"
        assert around == raw[max(0, start - 32) : end + 32]
        assert "https://outlet.example/1" == item["target"]["source"]["via"]


def test_each_body_carries_the_row_of_its_claim(page: dict) -> None:
    bodies = [
        body["value"] for item in page["items"] for body in item["body"] if body.get("format") == "application/json"
    ]
    assert ROWS == [json.loads(body) for body in bodies]


def test_motivations_and_creators_are_those_of_the_standard(page: dict) -> None:
    assert {"describing", "identifying"} == {item["motivation"] for item in page["items"]}
    assert {"Software"} == {item[by]["type"] for item in page["items"] for by in ("creator", "generator")}


def test_a_page_that_is_no_web_address_is_not_linked() -> None:
    read, _ = amnesty(known=Metadata("x", "javascript:alert(1)"))
    (item,) = (web_annotation.annotation(cited) for cited in told(read, read.claims.dates))
    assert "via" not in item["target"]["source"]
