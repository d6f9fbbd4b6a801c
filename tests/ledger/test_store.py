"""What is put into a ledger comes out whole, once, and by any of its ways out."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable

import pytest

from tahqiq.errors import IntegrityError, UnknownName
from tahqiq.ledger import Added, Counts, Filter, Ledger, Rejection
from tahqiq.ledger.verify import verify
from tahqiq.model.claim import Claims
from tahqiq.model.report import Metadata, Rejected
from tahqiq.model.source import SourceKind
from tahqiq.model.text import Exclusion, Text
from tahqiq.model.version import ReadVersion
from tests.factories import OFFICER, amnesty, amnesty_claims, figure, metadata, quantity, read_report, text, toll

Open = Callable[..., Ledger]


def test_a_report_comes_back_as_it_was_with_every_claim(ledger: Ledger) -> None:
    read, raw = amnesty()
    assert Added(new=1) == ledger.add([(read, raw)])
    assert read == ledger.read_report("amnesty")
    assert [read] == list(ledger.read_reports())
    assert [read.report] == list(ledger.reports())
    assert raw == ledger.raw(read.report.digest)
    assert Counts(reports=1, figures=3, statements=2, dates=1) == ledger.counts()


KNOWN_ABOUT_REPORTS = [
    Metadata(),
    Metadata(published=dt.date(2026, 1, 27)),
    Metadata(published=dt.datetime(2026, 1, 27, 9, 30)),
    Metadata(published=dt.datetime(2026, 1, 27, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=3)))),
    Metadata("صحيفة", "https://x.example/?a=1", "عنوان\u0000 غريب", "كاتبة", None, "ar"),
]


@pytest.mark.parametrize("known", KNOWN_ABOUT_REPORTS)
def test_metadata_comes_back_as_it_was(ledger: Ledger, known: Metadata) -> None:
    read, raw = amnesty(known=known)
    ledger.add([(read, raw)])
    assert known == ledger.read_report("amnesty").report.metadata


def test_exclusions_and_odd_characters_of_a_text_come_back(ledger: Ledger) -> None:
    odd = Text("خبر\u0000 عاجل\u200f\r\n\U0001f4f0 اقرأ أيضا", 3, (Exclusion(13, 22, "read-also"),), "ar")
    read, raw = read_report("odd", Claims(odd))
    ledger.add([(read, raw)])
    assert read == ledger.read_report("odd")


def test_many_reports_are_written_in_batches_and_read_in_order(ledger: Ledger) -> None:
    tolls = [toll(f"r{n}", n) for n in range(1, 451)]
    assert Added(new=450) == ledger.add(iter(tolls))
    assert [read for read, _ in tolls] == list(ledger.read_reports())
    assert 3 == ledger.audit_head().number


def test_the_same_again_adds_nothing(ledger: Ledger) -> None:
    batch = [amnesty(), toll("flood", 12)]
    ledger.add(batch)
    head, counts = ledger.audit_head(), ledger.counts()
    assert Added(unchanged=2) == ledger.add(batch)
    assert Added(unchanged=1) == ledger.add([(_moved(amnesty()[0], "elsewhere.txt"), amnesty()[1])])
    assert (head, counts) == (ledger.audit_head(), ledger.counts())


def test_the_same_report_twice_in_one_batch_is_kept_once(ledger: Ledger) -> None:
    assert Added(new=1, unchanged=1) == ledger.add([amnesty(), amnesty()])


def test_other_bytes_are_a_new_version_and_the_old_stays(open_here: Open) -> None:
    first, second = toll("flood", 12), toll("flood", 15)
    open_here().add([first])
    later = open_here(at=dt.datetime(2026, 1, 28, tzinfo=dt.UTC))
    assert Added(edited=1) == later.add([second])
    assert [second[0]] == list(later.read_reports())
    expected = [
        (first[0].report.digest, "2026-01-27T12:00:00+00:00"),
        (second[0].report.digest, "2026-01-28T00:00:00+00:00"),
    ]
    assert expected == [(v.digest, v.received) for v in later.versions("flood")]
    assert first[1] == later.raw(first[0].report.digest)


def test_bytes_that_come_back_are_the_report_again(ledger: Ledger) -> None:
    first, second = toll("flood", 12), toll("flood", 15)
    key = ("flood", first[0].report.digest)
    ledger.add([first])
    assert frozenset({key}) == ledger.known([key])
    ledger.add([second])
    assert frozenset() == ledger.known([key])
    assert Added(edited=1) == ledger.add([first])
    assert [first[0]] == list(ledger.read_reports())
    assert Added(unchanged=1) == ledger.add([first])
    digests = [first[0].report.digest, second[0].report.digest, first[0].report.digest]
    assert digests == [v.digest for v in ledger.versions("flood")]
    assert verify(ledger).is_sound


def test_versions_in_one_batch_come_and_go_in_order(ledger: Ledger) -> None:
    first, second = toll("flood", 12), toll("flood", 15)
    assert Added(new=1, edited=4, unchanged=1) == ledger.add([first, second, first, first, second, first])
    assert [first[0]] == list(ledger.read_reports())
    assert 5 == len(ledger.versions("flood"))
    assert verify(ledger).is_sound


def test_each_version_is_read_back_as_it_was_read_last(open_here: Open) -> None:
    first, second = toll("flood", 12), toll("flood", 15)
    open_here().add([first, amnesty()])
    later = open_here(code_version="2", at=dt.datetime(2026, 1, 28, tzinfo=dt.UTC))
    later.add([first, second])
    expected = (
        ReadVersion(first[0], "2026-01-27T12:00:00+00:00", "2"),
        ReadVersion(second[0], "2026-01-28T00:00:00+00:00", "2"),
    )
    assert [expected] == list(later.read_versions(edited=True))
    assert [("amnesty", 1), ("flood", 2)] == [(v[-1].read.report.id, len(v)) for v in later.read_versions()]


def test_many_histories_come_in_pages(ledger: Ledger) -> None:
    for dead in (3, 4):
        ledger.add(toll(f"r{n}", n * dead) for n in range(1, 251))
    assert 250 == len([v for v in ledger.read_versions(edited=True) if len(v) == 2])


def test_a_later_code_version_adds_its_claims_beside_the_old_ones(open_here: Open) -> None:
    old, raw = amnesty()
    better = dataclasses.replace(old, claims=dataclasses.replace(old.claims, figures=old.claims.figures[:1]))
    open_here().add([(old, raw)])
    ledger = open_here(code_version="2")
    assert frozenset() == ledger.known([("amnesty", old.report.digest)])
    assert Added(reread=1) == ledger.add([(better, raw)])
    assert better == ledger.read_report("amnesty")
    assert 1 == ledger.counts().figures
    assert {("amnesty", old.report.digest)} == ledger.known([("amnesty", old.report.digest), ("amnesty", "0" * 64)])
    assert Added(unchanged=1) == open_here(code_version="1").add([(old, raw)])


def test_claims_keep_their_ids_under_a_later_code_version(open_here: Open) -> None:
    open_here().add([amnesty()])
    before = [held.id for held in open_here().figures()]
    open_here(code_version="2").add([amnesty()])
    assert before == [held.id for held in open_here().figures()]


def test_claims_are_found_by_predicate_source_and_report(ledger: Ledger) -> None:
    read, _ = amnesty()
    ledger.add([amnesty(), toll("flood", 12), toll("flood-2", 14)])
    assert list(read.claims.figures) == [h.claim for h in ledger.figures(Filter(predicate="released"))]
    assert ["flood", "flood-2"] == [h.report.id for h in ledger.figures(Filter(predicate="killed"))]
    assert ["أكثر من 400"] == [h.claim.span.quote for h in ledger.figures(Filter(sources=(OFFICER.name,)))]
    assert ["14"] == [h.claim.span.quote for h in ledger.figures(Filter(report="flood-2"))]
    assert list(read.claims.statements) == [h.claim for h in ledger.statements(Filter(predicate="say"))]
    assert list(read.claims.dates) == [h.claim for h in ledger.dates()]
    assert [] == list(ledger.figures(Filter(sources=("' OR 1=1 --",))))


def test_a_claim_is_found_by_the_beginning_of_its_id(ledger: Ledger) -> None:
    ledger.add([amnesty(), toll("flood", 12)])
    for held in list(ledger.figures()):
        assert [held] == list(ledger.figures(Filter(id=held.id[:12])))
        assert [] == list(ledger.statements(Filter(id=held.id)))
    assert [] == list(ledger.figures(Filter(id="%")))


def test_what_is_not_there_is_named(ledger: Ledger) -> None:
    with pytest.raises(UnknownName):
        ledger.read_report("nothing")
    with pytest.raises(UnknownName):
        ledger.raw("0" * 64)
    with pytest.raises(UnknownName):
        ledger.raw("../../../../../../../../../../../../../../../../../../etc/hostname")
    assert [] == list(ledger.read_reports(["nothing"]))
    assert () == ledger.versions("nothing")


def test_bytes_that_are_not_the_reports_are_refused(ledger: Ledger) -> None:
    read, _ = amnesty()
    with pytest.raises(IntegrityError):
        ledger.add([(read, b"other bytes")])


def test_a_report_that_no_database_can_hold_is_rejected_and_the_rest_is_kept(ledger: Ledger) -> None:
    claims = amnesty_claims()
    lone = dataclasses.replace(claims.figures[0], rule="\ud800")
    broken = read_report("broken", dataclasses.replace(claims, figures=(lone,)))
    nameless = read_report("\0", Claims(text("خبر قصير")))
    added = ledger.add([broken, toll("flood", 12), nameless])
    assert (1, ["broken.txt", "\0.txt"]) == (added.new, [r.locator for r in added.rejected])
    assert ["broken.txt", "\\x00.txt"] == [r.rejected.locator for r in ledger.rejected()]


def test_numbers_of_any_size_come_back_exactly(ledger: Ledger) -> None:
    of = text("الرقم 7 كبير")
    huge = read_report("huge", Claims(of, (figure(of, "7", quantity(10**30 + 1)), figure(of, "7", quantity(0.1)))))
    ledger.add([huge])
    assert huge[0] == ledger.read_report("huge")


def test_rejections_are_kept_once_with_reason_and_time(ledger: Ledger) -> None:
    rejected = [Rejected("story.jsonl:12", "no text"), Rejected("odd\udcff.txt", "cannot be decoded")]
    assert 2 == ledger.reject(rejected)
    assert 0 == ledger.reject(rejected)
    at = dt.datetime(2026, 1, 27, 12, tzinfo=dt.UTC)
    expected = [
        Rejection(Rejected("story.jsonl:12", "no text"), at),
        Rejection(Rejected("odd\\udcff.txt", "cannot be decoded"), at),
    ]
    assert expected == list(ledger.rejected())


def test_a_report_can_be_added_while_another_is_being_read(ledger: Ledger) -> None:
    ledger.add([toll(f"r{n}", n) for n in range(1, 301)])
    reading = ledger.read_reports()
    next(reading)
    ledger.add([toll("late", 7)])
    assert "late" == list(reading)[-1].report.id


def test_sources_of_every_kind_come_back(ledger: Ledger) -> None:
    claims = amnesty_claims()
    first = claims.figures[0]
    for kind in SourceKind:
        source = dataclasses.replace(first.attribution.source, kind=kind)
        attribution = dataclasses.replace(first.attribution, source=source)
        changed = dataclasses.replace(claims, figures=(dataclasses.replace(first, attribution=attribution),))
        read, raw = read_report(f"of-{kind}", changed, metadata(day=None))
        ledger.add([(read, raw)])
        assert read == ledger.read_report(f"of-{kind}")


def _moved(read, locator):
    return dataclasses.replace(read, report=dataclasses.replace(read.report, locator=locator))
