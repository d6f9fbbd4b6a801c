"""A story's feed tells positions, contradictions and updates once each, and keeps their ids as reports are added."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from lxml import etree

from tahqiq.export import atom
from tahqiq.export.story_feed import moment, story_entries
from tahqiq.model.measure import Measure, Position, Relation, RelationKind
from tests.factories import ARMY, amnesty, measure, metadata, quantity, reported

READ, _ = amnesty()
LATER, _ = amnesty("later", metadata("إذاعة التل", dt.date(2026, 2, 1)))
DISPUTED = measure("m", [reported(READ, 0), reported(READ, 2)])


def kinds(measure: Measure) -> list[str]:
    return sorted(entry.kind for entry in story_entries([measure], {}))


def test_positions_and_contradictions_are_told() -> None:
    assert ["contradiction", "position", "position"] == kinds(DISPUTED)
    contradiction = next(e for e in story_entries([DISPUTED], {}) if e.kind == "contradiction")
    assert "detainees released: They cannot both hold." == contradiction.title
    assert "لا يصحان معا" in contradiction.words
    (arabic, *_) = (e for e in story_entries([DISPUTED], {}, "ar") if e.kind == "contradiction")
    assert ("عدد المفرج عنهم: لا يصحان معا.", contradiction.id) == (arabic.title, arabic.id)


def test_an_update_is_told_once_from_the_position_right_before_it() -> None:
    figures = [reported(READ, 0), reported(READ, 1), reported(LATER, 0)]
    updated = replace(
        measure("m", figures),
        relations=tuple(Relation(a, 2, RelationKind.UPDATE, f"from {a}", "بعد") for a in (0, 1)),
    )
    (update,) = (e for e in story_entries([updated], {}) if e.kind == "update")
    assert "detainees released: from 1" == update.title


def test_more_reports_of_a_position_change_no_entry() -> None:
    held = Position(ARMY, quantity(1200), dt.date(2026, 1, 26), (0,))
    one = replace(measure("m", [reported(READ, 0)]), positions=(held,))
    more = replace(
        measure("m", [reported(READ, 0), reported(LATER, 0)]),
        positions=(replace(held, figures=(0, 1)),),
        relations=(),
    )
    assert story_entries([one], {}) == story_entries([more], {})


def test_entries_come_newest_first_with_utc_times_and_addresses() -> None:
    entries = story_entries([measure("m", [reported(LATER, 0), reported(READ, 0)])], {READ.report.id: READ.report})
    assert sorted((e.at for e in entries), reverse=True) == [e.at for e in entries]
    assert "https://outlet.example/1" == entries[-1].url
    east = dt.datetime(2026, 1, 2, 1, 0, tzinfo=dt.timezone(dt.timedelta(hours=3)))
    assert "2026-01-01T22:00:00+00:00" == moment(replace(reported(READ, 0), published=east))
    assert "2026-01-02T00:00:00+00:00" == moment(replace(reported(READ, 0), published=dt.date(2026, 1, 2)))
    assert atom.BEGINNING == moment(replace(reported(READ, 0), published=None))


def test_a_feed_says_where_it_is_itself() -> None:
    root = etree.fromstring(atom.written(atom.Feed("urn:tahqiq:feed:x", "t", "/feeds/story.atom?id=x"), []))
    (link,) = root.findall("{http://www.w3.org/2005/Atom}link")
    assert {"rel": "self", "href": "/feeds/story.atom?id=x"} == dict(link.attrib)
