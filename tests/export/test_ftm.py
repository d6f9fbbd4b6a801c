"""Statements are of the FollowTheMoney model, hold together, and stay the same for the same ledger."""

from __future__ import annotations

import csv
import hashlib
import io
from collections import defaultdict
from dataclasses import replace

import pytest

from tahqiq.export import ftm
from tahqiq.export.ftm import SCHEMATA, StatementLine, entity_id
from tahqiq.model.claim import Claims
from tahqiq.model.report import Metadata
from tests.factories import amnesty, amnesty_claims, measure, metadata, read_report, reported

READ, _ = amnesty()
MEASURE = measure("m", [reported(READ, 0), reported(READ, 2)])
SEEN = ("2026-01-28T10:00:00+00:00", "2026-01-29T10:00:00+00:00")


def lines(read=READ, *measures) -> list[StatementLine]:
    return list(ftm.lines([read], measures, {read.report.id: read}, lambda report: SEEN))


def entities(found: list[StatementLine]) -> dict[str, dict[str, list[str]]]:
    made: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for line in found:
        made[line.entity_id]["schema"] = [line.schema]
        made[line.entity_id][line.prop].append(line.value)
    return made


def test_a_report_its_sources_their_mentions_and_a_measure_are_entities() -> None:
    made = entities(lines(READ, MEASURE))
    kinds = sorted(entity["schema"][0] for entity in made.values())
    assert ["Article", "Event", "Mention", "PublicBody"] == kinds  # an officer without a name is nobody to follow
    article, army = made[entity_id("Article", "amnesty")], made[entity_id("PublicBody", "الجيش العراقي")]
    assert ["العفو يخرج المئات", "2026-01-27"] == [*article["title"], *article["publishedAt"]]
    assert ["الجيش العراقي"] == army["name"]
    event = made[entity_id("Event", "m")]
    assert [entity_id("Article", "amnesty")] == event["proof"]
    assert ["2026-01-26", "sy", "سجن الرقة"] == [*event["startDate"], *event["country"], *event["location"]]


def test_every_statement_is_of_the_model_and_points_to_an_entity_that_is_there() -> None:
    found = lines(READ, MEASURE)
    made = entities(found)
    for line in found:
        assert SCHEMATA[line.schema][line.prop] == line.prop_type
        assert line.prop_type != "entity" or line.value in made
        key = f"tahqiq.{line.entity_id}.{line.prop}.{line.value}" + (f"@{line.lang}" if line.lang else "")
        assert hashlib.sha1(key.encode()).hexdigest() == line.id
        assert SEEN == (line.first_seen, line.last_seen)
    assert len(found) == len({line.id for line in found})
    assert found == lines(READ, MEASURE)


def test_a_page_that_is_no_web_address_is_no_source_url() -> None:
    read, _ = amnesty(known=replace(metadata(), url="javascript:alert(1)"))
    assert "sourceUrl" not in {line.prop for line in lines(read)}


def test_statements_come_back_from_the_file_as_they_are() -> None:
    read, _ = read_report("=1+1", Claims(amnesty_claims().text), Metadata(outlet='@SUM("x")', title="سطر\nوآخر"))
    out = io.StringIO(newline="")
    ftm.write(lines(read), out)
    rows = list(csv.DictReader(io.StringIO(out.getvalue(), newline=""), dialect=csv.unix_dialect))
    assert {"fileName": "'=1+1", "publisher": '\'@SUM("x")', "title": "سطر وآخر", "language": "ara"} == {
        row["prop"]: row["value"] for row in rows
    }


def test_the_model_itself_agrees(tmp_path) -> None:
    followthemoney = pytest.importorskip("followthemoney", reason="its pyicu has to be built: tried by hand, see docs")
    for schema, properties in SCHEMATA.items():
        for prop, kind in properties.items():
            assert kind == followthemoney.model.get(schema).get(prop).type.name
    for line in lines(READ, MEASURE):
        assert followthemoney.model.get(line.schema).get(line.prop).type.validate(line.value), line
