"""What can be taken along comes as a file of its type, under a plain name; feeds come as feeds."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from lxml import etree
from starlette.testclient import TestClient

from tahqiq.export.csv import harmless
from tahqiq.ledger import Ledger
from tahqiq.web.addresses import DOWNLOAD, STORY_FEED, address
from tahqiq.web.downloads import offers, safe_name
from tests.web.conftest import client_of

NAME = re.compile(r'attachment; filename="tahqiq-[A-Za-z0-9.-]+"')

NAMES = [
    # asked for                       given
    ("e28a-figures.csv", "tahqiq-e28a-figures.csv"),
    ("../../etc/passwd", "tahqiq-etc-passwd"),
    ('x"\r\nSet-Cookie: a=b.csv', "tahqiq-x-Set-Cookie-a-b.csv"),
    ("سيول.csv", "tahqiq-.csv"),
    (".hidden", "tahqiq-.hidden"),
    ("a" * 200 + ".csv", "tahqiq-" + "a" * 60 + ".csv"),
]


@pytest.mark.parametrize(("asked", "given"), NAMES)
def test_file_names_are_plain(asked: str, given: str) -> None:
    assert given == safe_name(asked)


@pytest.mark.parametrize("file", offers())
def test_every_file_of_a_story_is_given(ledger: Ledger, client: TestClient, file: str) -> None:
    (story,) = ledger.stories()
    answer = client.get(address(DOWNLOAD, story=story.id, file=file))
    assert 200 == answer.status_code
    assert NAME.fullmatch(answer.headers["content-disposition"])
    assert f'{story.id}-{file}"' in answer.headers["content-disposition"]
    assert offers()[file].media_type == answer.headers["content-type"]
    assert "nosniff" == answer.headers["x-content-type-options"]
    assert answer.content or file.endswith(".jsonl")  # a table without rows has no lines


def test_a_measure_comes_as_its_positions(ledger: Ledger, client: TestClient) -> None:
    measure = max(ledger.measures(), key=lambda m: len(m.positions))
    where = address(DOWNLOAD, story=measure.story, measure=measure.id, file="positions.csv")
    rows = list(csv.DictReader(io.StringIO(client.get(where).text, newline="")))
    assert {measure.id} == {row["measure"] for row in rows}
    assert len(measure.positions) == len({row["position"] for row in rows})
    assert [] == [c for row in rows for c in row.values() if harmless(c) != c and not c.startswith("'")]
    lines = client.get(where.replace(".csv", ".jsonl")).text.removesuffix("\n").split("\n")
    assert len(rows) == len([json.loads(line) for line in lines])


REFUSED = [
    # asked                                     status
    ({}, 400),
    ({"story": "nope", "file": "figures.csv"}, 404),
    ({"file": "figures.exe"}, 404),
    ({"file": "../../etc/passwd"}, 404),
    ({"measure": "nope", "file": "positions.csv"}, 404),
    ({"measure": "*", "file": "figures.csv"}, 404),
]


@pytest.mark.parametrize(("asked", "status"), REFUSED)
def test_what_there_is_not_is_refused(ledger: Ledger, client: TestClient, asked: dict[str, str], status: int) -> None:
    (story,) = ledger.stories()
    some = next(iter(ledger.measures(story.id))).id
    given = {"story": story.id, **asked} if asked else {}
    if given.get("measure") == "*":
        given["measure"] = some
    answer = client.get(address(DOWNLOAD, **given))
    assert (status, "text/html; charset=utf-8") == (answer.status_code, answer.headers["content-type"])
    assert "content-disposition" not in answer.headers


@pytest.mark.parametrize("language", ["ar", "en"])
def test_feeds_are_atom_and_the_pages_name_them(ledger: Ledger, language: str) -> None:
    client = client_of(ledger, language)
    (story,) = ledger.stories()
    for where, page in ((address(STORY_FEED, id=story.id), address("/story", id=story.id)),
                        ("/feeds/alerts.atom", "/alerts")):  # fmt: skip
        answer = client.get(where)
        assert "application/atom+xml; charset=utf-8" == answer.headers["content-type"]
        root = etree.fromstring(answer.content)
        assert root.findall("{http://www.w3.org/2005/Atom}entry")
        assert where.replace("&", "&amp;") in client.get(page).text
    assert 404 == client.get(address(STORY_FEED, id="nope")).status_code
