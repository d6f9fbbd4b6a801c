"""Reports are found by their words, in any form, however the index came to be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tahqiq.errors import InvalidValue
from tahqiq.ledger import Ledger
from tahqiq.ledger.index import drop_index
from tahqiq.ledger.queries import QueryError, parse_query
from tahqiq.ledger.search import Kind, Sort, Wanted, search
from tahqiq.model.claim import Claims
from tests.factories import amnesty, read_report, text, toll

Open = Callable[..., Ledger]

PRISON = "هروب من السجن\n\nفر ثلاثة معتقلين من سجن الوادي، وقال سجناء إن الحراس ناموا. ونفت قوات وقسد ذلك."


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """A ledger of an amnesty, a prison break and a flood."""
    ledger.add([amnesty(), read_report("escape", Claims(text(PRISON))), toll("flood", 12)])
    return ledger


FINDS = [
    # query                      reports
    ("المعتقلون", {"amnesty", "escape"}),
    ("سجين", {"amnesty", "escape"}),
    ("سجناء الوادي", {"escape"}),
    ("الوادي", {"escape", "flood"}),
    ('"سجن الوادي"', {"escape"}),
    ("«سجن الرقة» معتقل", {"amnesty"}),
    ('"الوادي سجن"', set()),
    ("قسد", {"escape"}),
    ("1200", set()),
    ("470", {"amnesty"}),
    ('سجناء "', {"amnesty", "escape"}),
    ('"', set()),
    ("", set()),
    ("؟!", set()),
    ("AND OR NOT *", set()),
    ("سجن -الوادي", {"amnesty"}),
    ("-الوادي", {"amnesty"}),
    ('-"سجن الوادي" سجن', {"amnesty"}),
]


@pytest.mark.parametrize(("query", "reports"), FINDS)
def test_a_query_finds(filled: Ledger, query: str, reports: set[str]) -> None:
    assert reports == {hit.report.id for hit in search(filled, query).hits}


def test_the_best_come_first_and_no_more_than_asked(filled: Ledger) -> None:
    hits = search(filled, "سجناء", Wanted(limit=2)).hits
    assert ["escape", "amnesty"] == [hit.report.id for hit in hits]
    assert hits[0].score > hits[1].score
    assert hits[:1] == search(filled, "سجناء", Wanted(limit=1)).hits
    assert () == search(filled, "سجناء", Wanted(limit=0)).hits


def test_a_snippet_shows_the_words_that_were_found(filled: Ledger) -> None:
    (hit,) = search(filled, "حراس سجين قسد").hits
    assert hit.snippet is not None
    assert ["سجناء", "الحراس", "وقسد"] == [match.quote for match in hit.snippet.matches]
    assert "وقال سجناء إن الحراس ناموا" in hit.snippet.span.quote


def test_a_snippet_of_a_long_text_stays_short(ledger: Ledger) -> None:
    long = text("مقدمة طويلة جدا. " * 500 + "وصل الوفد إلى المدينة. " + "خاتمة أطول. " * 500)
    ledger.add([read_report("long", Claims(long))])
    (hit,) = search(ledger, "وفد المدينة").hits
    assert hit.snippet is not None
    assert len(hit.snippet.span.quote) <= 240
    assert "وصل الوفد إلى المدينة" in hit.snippet.span.quote


def test_new_reports_and_edits_are_found_without_a_rebuild(filled: Ledger) -> None:
    search(filled, "سجين")
    filled.add(
        [read_report("late", Claims(text("زار الوفد سجينا."))), read_report("escape", Claims(text("حذف الخبر.")))]
    )
    assert {"amnesty", "late"} == {hit.report.id for hit in search(filled, "سجين").hits}
    assert {"escape"} == {hit.report.id for hit in search(filled, "حذف").hits}


def test_the_index_can_be_deleted_or_broken_and_is_rebuilt(filled: Ledger) -> None:
    expected = search(filled, "سجين")
    drop_index(filled)
    assert expected == search(filled, "سجين")
    for path in (filled.home / "index").rglob("meta.json"):
        path.write_text("broken")
    assert expected == search(filled, "سجين")


def test_a_very_long_query_is_cut() -> None:
    with pytest.raises(QueryError):
        parse_query("ب " * 50_000)
    assert 1 == len(parse_query("ب" * 50_000).wanted)
    assert 0 == len(parse_query('"' * 50_000).terms)


def test_claims_are_found_with_their_place(filled: Ledger) -> None:
    found = search(filled, "value:12", Wanted(kind=Kind.FIGURE))
    read = filled.read_report("flood")
    assert [read.claims.figures[hit.number - 1] for hit in found.hits] == [hit.claim for hit in found.hits]
    assert {held.id for held in filled.figures()} >= {hit.id for hit in found.hits}
    assert found.total == 1


def test_numbers_are_asked_of_figures_alone(filled: Ledger) -> None:
    with pytest.raises(QueryError):
        search(filled, "value:12", Wanted())


def test_what_hits_can_be_narrowed_by_finds_as_many(filled: Ledger) -> None:
    found = search(filled, "-كلمة", Wanted(kind=Kind.FIGURE, facets=True))
    counted = {facet.field: dict(facet.values) for facet in found.facets}
    assert "predicate" in counted
    for predicate, count in counted["predicate"].items():
        assert count == search(filled, f'predicate:"{predicate}"', Wanted(kind=Kind.FIGURE)).total


def test_the_newest_come_first_where_that_is_asked(filled: Ledger) -> None:
    hits = search(filled, "-كلمة", Wanted(sort=Sort.DATE)).hits
    days = [hit.report.metadata.published for hit in hits if hit.report.metadata.published is not None]
    assert sorted(map(str, days), reverse=True) == list(map(str, days))
    assert len(hits) == 3


def test_hits_are_turned_over(filled: Ledger) -> None:
    all_of_them = search(filled, "-كلمة", Wanted()).hits
    assert all_of_them[1:] == search(filled, "-كلمة", Wanted(after=1)).hits
    with pytest.raises(InvalidValue):
        Wanted(after=10_000)
