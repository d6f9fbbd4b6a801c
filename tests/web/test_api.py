"""The API gives the rows of the exports, leaf by leaf, and is described as it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

import pytest
from starlette.testclient import TestClient

from tahqiq.exported import EVERYTHING, INTERCHANGE, OFFERED
from tahqiq.ledger import Ledger
from tests.export.page.test_hostile import NAUGHTY
from tests.web.conftest import client_of

ROOT = "/api/v1"
TYPES = {"string": str, "integer": int, "number": (int, float), "null": type(None)}
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
    assert expected == list(every_row(client, f"{ROOT}/{table}?limit=7"))
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
    ("figures?offset=x", 400, "offset"),
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


def test_every_row_is_as_it_is_described(client: TestClient) -> None:
    described = client.get(f"{ROOT}/openapi.json").json()
    listed = [table["table"] for table in client.get(ROOT).json()["tables"]]
    assert {f"{ROOT}/{name}" for name in listed} == set(described["paths"])
    for path, methods in described["paths"].items():
        given = {p["name"]: "شخصا" for p in methods["get"]["parameters"] if p.get("required")}
        schema = methods["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        name = schema["properties"]["rows"]["items"]["$ref"].rpartition("/")[2]
        columns = described["components"]["schemas"][name]["properties"]
        for row in client.get(path, params=given).json()["rows"]:
            assert list(columns) == list(row)
            for column, value in row.items():
                named = columns[column]["type"]
                assert isinstance(value, tuple(_flat(named))), (path, column, value)


def _flat(named: str | list[str]) -> Iterator[type]:
    for name in [named] if isinstance(named, str) else named:
        found = TYPES[name]
        yield from found if isinstance(found, tuple) else (found,)
