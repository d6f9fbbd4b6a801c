"""The API gives the rows of the exports, leaf by leaf, and is described as it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from tahqiq.exported import EVERYTHING, INTERCHANGE, OFFERED
from tahqiq.ledger import Ledger
from tests.export.page.test_hostile import NAUGHTY
from tests.web.conftest import client_of

ROOT = "/api/v1"
Row = dict[str, object]


def every_row(client: TestClient, where: str) -> Iterator[Row]:
    """All rows from an address on, leaf after leaf."""
    following: str | None = where
    while following is not None:
        leaf = client.get(following).json()
        assert leaf["rows"]
        yield from leaf["rows"]
        following = leaf["next"]


@pytest.mark.parametrize("table", sorted(set(OFFERED) - {"versions"}))
def test_leaves_add_up_to_the_export(ledger: Ledger, client: TestClient, table: str) -> None:
    expected = [asdict(row) for row in OFFERED[table].rows(ledger, EVERYTHING)]
    limit = max(7, len(expected) // 20)
    assert expected == list(every_row(client, f"{ROOT}/{table}?limit={limit}"))
    assert expected[:1000] == client.get(f"{ROOT}/{table}?limit=1000").json()["rows"]


def test_what_is_exported_is_offered() -> None:
    assert set(INTERCHANGE) <= set(OFFERED)


def test_rows_are_narrowed(ledger: Ledger, client: TestClient) -> None:
    (story,) = ledger.stories()
    for where, column, value in (
        ("figures?report=plain-0", "report", "plain-0"),
        ("figures?predicate=killed", "predicate", "killed"),
        (f"relations?story={story.id}", "story", story.id),
    ):
        found = list(every_row(client, f"{ROOT}/{where}"))
        assert found and {value} == {row[column] for row in found}
    assert [] == client.get(f"{ROOT}/measures?story=none").json()["rows"]
    (first, *_) = client.get(f"{ROOT}/search", params={"q": "أشخاص"}).json()["rows"]
    assert "شخصا" in first["quote"]


FAILING = [
    ("nothing", 404, "no table"),
    ("figures?limit=0", 400, "limit"),
    ("figures?limit=1001", 400, "limit"),
    ("figures?after=x", 400, "after"),
    ("figures?after=1~none", 404, "no row"),
    ("figures?report=", 400, "lacks “report”"),
    ("figures?lang=fr", 400, "two languages"),
    ("stories/none", 404, "no story"),
    ("measures/none", 404, "no measure"),
    ("reports/none", 404, "no report"),
    ("claims/none", 404, "no claim"),
    ("sources?story=1", 400, "“story” is not known here"),
    ("search", 400, "lacks “q”"),
    ("figures/..%2f..%2fetc", 404, "no page"),
]


@pytest.mark.parametrize(("where", "status", "told"), FAILING)
def test_problems_are_named(client: TestClient, where: str, status: int, told: str) -> None:
    answer = client.get(f"{ROOT}/{where}")
    assert (status, "application/problem+json") == (answer.status_code, answer.headers["content-type"])
    assert told in answer.json()["detail"]
    assert status == answer.json()["status"]


def test_nobody_reads_without_the_token(ledger: Ledger) -> None:
    answer = client_of(ledger, token="").get(f"{ROOT}/figures")
    assert (401, 401) == (answer.status_code, answer.json()["status"])


def test_hostile_parameters_are_words(client: TestClient) -> None:
    for words in NAUGHTY:
        for table in ("figures", "statements", "search"):
            name = "q" if table == "search" else "source"
            given = {name: words.encode("utf-8", "replace").decode()}
            answer = client.get(f"{ROOT}/{table}", params=given)
            assert answer.status_code in (200, 400)
            json.loads(answer.text)


def test_every_table_is_described(client: TestClient) -> None:
    described = client.get(f"{ROOT}/openapi.json").json()["paths"]
    listed = [table["address"] for table in client.get(ROOT).json()["tables"]]
    assert {ROOT, *listed} == {path for path in described if not path.endswith("{id}")}


def test_things_are_found_by_their_ids(ledger: Ledger, client: TestClient) -> None:
    (story,) = ledger.stories()
    found = client.get(f"{ROOT}/stories/{story.id}").json()
    assert (story.id, list(story.reports)) == (found["story"]["story"], found["reports"])
    measure = client.get(f"{ROOT}/measures/{found['measures'][0]}").json()
    assert story.id == measure["story"]
    for report in story.reports:
        one = client.get(f"{ROOT}/reports/{quote(report, safe='')}").json()
        assert (report, report) == (one["report"]["report"], one["claims"]["id"])
        for figure in one["claims"]["figures"]:
            start, end = figure["span"]
            assert one["text"][start:end] == figure["text"]
    held = next(ledger.figures())
    claim = client.get(f"{ROOT}/claims/{held.id}").json()
    assert ("figure", held.id, held.claim.span.quote) == (claim["kind"], claim["row"]["id"], claim["row"]["quote"])
