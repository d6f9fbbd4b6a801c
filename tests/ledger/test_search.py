"""Reports are found by their words, in any form, however the index came to be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tahqiq.ledger import Ledger
from tahqiq.ledger.queries import parse_query
from tahqiq.ledger.search import drop_index, search
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
    ("AND OR NOT title:x *", set()),
]


@pytest.mark.parametrize(("query", "reports"), FINDS)
def test_a_query_finds(filled: Ledger, query: str, reports: set[str]) -> None:
    assert reports == {hit.report.id for hit in search(filled, query)}


def test_the_best_come_first_and_no_more_than_asked(filled: Ledger) -> None:
    hits = search(filled, "سجناء", limit=2)
    assert ["escape", "amnesty"] == [hit.report.id for hit in hits]
    assert hits[0].score > hits[1].score
    assert hits[:1] == search(filled, "سجناء", limit=1)
    assert () == search(filled, "سجناء", limit=0)


def test_a_snippet_shows_the_words_that_were_found(filled: Ledger) -> None:
    (hit,) = search(filled, "حراس سجين قسد")
    assert hit.snippet is not None
    assert ["سجناء", "الحراس", "وقسد"] == [match.quote for match in hit.snippet.matches]
    assert "وقال سجناء إن الحراس ناموا" in hit.snippet.span.quote


def test_a_snippet_of_a_long_text_stays_short(ledger: Ledger) -> None:
    long = text("مقدمة طويلة جدا. " * 500 + "وصل الوفد إلى المدينة. " + "خاتمة أطول. " * 500)
    ledger.add([read_report("long", Claims(long))])
    (hit,) = search(ledger, "وفد المدينة")
    assert hit.snippet is not None
    assert len(hit.snippet.span.quote) <= 240
    assert "وصل الوفد إلى المدينة" in hit.snippet.span.quote


def test_new_reports_and_edits_are_found_without_a_rebuild(filled: Ledger) -> None:
    search(filled, "سجين")
    filled.add(
        [read_report("late", Claims(text("زار الوفد سجينا."))), read_report("escape", Claims(text("حذف الخبر.")))]
    )
    assert {"amnesty", "late"} == {hit.report.id for hit in search(filled, "سجين")}
    assert {"escape"} == {hit.report.id for hit in search(filled, "حذف")}


def test_the_index_can_be_deleted_or_broken_and_is_rebuilt(filled: Ledger) -> None:
    expected = search(filled, "سجين")
    drop_index(filled)
    assert expected == search(filled, "سجين")
    for path in (filled.home / "index").rglob("meta.json"):
        path.write_text("broken")
    assert expected == search(filled, "سجين")


def test_a_very_long_query_is_cut() -> None:
    assert 500 == len(parse_query("ب " * 50_000).words)
    assert 0 == len(parse_query('"' * 50_000).terms)
