"""Edits: what a careful reader would note between two versions of a report."""

from __future__ import annotations

import datetime as dt

import pytest

from tahqiq.extract.reading import extract
from tahqiq.model.claim import Figure, Statement
from tahqiq.model.report import Metadata, ReadReport, Report
from tahqiq.model.text import Text
from tahqiq.model.version import Changed, Edit, Link, ReadVersion
from tahqiq.reconcile.versions import edits, edits_across
from tahqiq.reconcile.versions.republished import address

DAY = dt.date(2026, 2, 3)
LONG = (
    "وأفادت فرق الدفاع المدني بأن الطرق المؤدية إلى سهل الورد ما زالت مقطوعة بسبب الانهيارات الصخرية، فيما تواصل "
    "الطواقم الطبية نقل المصابين بالمروحيات إلى مستشفيات المدن القريبة وسط نقص في الأغطية والخيام ومياه "
    "الشرب ومواد التدفئة."
)


def version(words: str, reader: str = "1", id: str = "quake", **known: object) -> ReadVersion:
    text = Text(words, max(words.find("\n\n"), 0), language="ar")
    metadata = Metadata(**{"outlet": "صحيفة المدى", "published": DAY} | known)  # type: ignore[arg-type]
    report = Report(id, f"digest of {words}", f"{id}.txt", text, metadata)
    return ReadVersion(ReadReport(report, extract(text, DAY)), "2026-02-03T09:00:00+00:00", reader)


def edit(before: str, after: str) -> Edit:
    (found,) = edits([version(before), version(after)])
    return found


def told(found: Edit) -> set[tuple[str, str | None, str | None]]:
    return {(c.kind.value, shown(c.before), shown(c.after)) for c in found.changes}


def shown(changed: Changed | None) -> str | None:
    if changed is None:
        return None
    if isinstance(changed, Figure):
        return changed.span.quote
    return changed.content.quote if isinstance(changed, Statement) else changed.quote


EDITED = [
    (
        "a toll is raised in silence",
        "أعلنت وزارة الصحة مقتل 215 شخصا في زلزال سهل الورد.",
        "أعلنت وزارة الصحة مقتل 246 شخصا في زلزال سهل الورد.",
        {("raised", "215", "246")},
    ),
    (
        "a toll is lowered, the other number stays",
        "أسفر الهجوم عن مقتل 31 جنديا وإصابة 12 آخرين.",
        "أسفر الهجوم عن مقتل 13 جنديا وإصابة 12 آخرين.",
        {("lowered", "31", "13")},
    ),
    (
        "a number in words is raised",
        "قُتل خمسة عمال في انهيار المنجم.",
        "قُتل تسعة عمال في انهيار المنجم.",
        {("raised", "خمسة", "تسعة")},
    ),
    (
        "a sentence with a number comes, another goes",
        "قُتل 12 شخصا في السيول.\nونزحت 40 عائلة من البلدة.",
        "قُتل 12 شخصا في السيول.\nودُمّر 7 جسور على الطريق الدولي.",
        {("added", None, "7"), ("removed", "40", None)},
    ),
    (
        "a number is put into another's mouth",
        "قال الجيش إن 40 مسلحا قُتلوا في المعارك قرب السد.",
        "قال المرصد السوري إن 40 مسلحا قُتلوا في المعارك قرب السد.",
        {
            ("reattributed", "40", "40"),
            ("reattributed", "40 مسلحا قُتلوا في المعارك قرب السد", "40 مسلحا قُتلوا في المعارك قرب السد"),
        },
    ),
    (
        "an exact number is hedged",
        "أعلنت البلدية أن 60 منزلا دُمّرت في الحي القديم.",
        "أعلنت البلدية أن نحو 60 منزلا دُمّرت في الحي القديم.",
        {("restated", "60", "نحو 60")},
    ),
    (
        "a statement is turned round",
        "وقال المحافظ سالم الحارثي إن فرق الإنقاذ وصلت إلى كل القرى.",
        "وقال المحافظ سالم الحارثي إن فرق الإنقاذ لم تصل إلى كل القرى.",
        {("restated", "فرق الإنقاذ وصلت إلى كل القرى", "فرق الإنقاذ لم تصل إلى كل القرى")},
    ),
    (
        "the headline is rewritten",
        "استقالة الوزير باتت قريبة\n\nاجتمعت الحكومة اليوم.",
        "استقالة الوزير أمر مستبعد\n\nاجتمعت الحكومة اليوم.",
        {("restated", "استقالة الوزير باتت قريبة", "استقالة الوزير أمر مستبعد")},
    ),
]


@pytest.mark.parametrize(("before", "after", "expected"), [row[1:] for row in EDITED], ids=[row[0] for row in EDITED])
def test_what_an_edit_did(before: str, after: str, expected: set[tuple[str, str | None, str | None]]) -> None:
    assert expected <= told(edit(before, after))
    assert len(expected) == len(edit(before, after).changes)


UNDONE = {"added": "removed", "removed": "added", "raised": "lowered", "lowered": "raised"}


@pytest.mark.parametrize(("before", "after"), [row[1:3] for row in EDITED], ids=[row[0] for row in EDITED])
def test_an_undone_edit_is_the_edit_turned_round(before: str, after: str) -> None:
    turned = {(UNDONE.get(kind, kind), new, old) for kind, old, new in told(edit(before, after))}
    assert turned == told(edit(after, before))


UNCHANGED = [
    ("قُتل 12 شخصا في السيول.", "  قُتل 12 شخصا في السيول.\n"),
    ("قُتل 12 شخصا في السيول.", "وتوقف المطر صباحا. قُتل 12 شخصا في السيول."),
    ("قُتل ١٢ شخصًا في السيول.", "قُتل 12 شخصا في السيول."),
]


@pytest.mark.parametrize(("before", "after"), UNCHANGED)
def test_claims_that_only_moved_are_no_change(before: str, after: str) -> None:
    assert () == edit(before, after).changes
    assert not edit(before, after).is_silent


ANNOUNCED = [
    ("تصحيح: كانت نسخة سابقة من هذا الخبر قد ذكرت رقما آخر.", True),
    ("تم تحديث هذا الخبر بعد صدور بيان الوزارة.", True),
    ("This article has been amended to correct the toll.", True),
    ("ووعدت الحكومة بتعويض المتضررين.", False),
    ("وتحدث الوزير إلى الصحفيين.", False),
]


@pytest.mark.parametrize(("note", "is_announced"), ANNOUNCED)
def test_an_edit_is_silent_unless_its_new_words_say_so(note: str, is_announced: bool) -> None:
    before, after = "قُتل 12 شخصا في السيول.", "قُتل 19 شخصا في السيول."
    found = edit(before, f"{after}\n{note}")
    assert (is_announced, not is_announced) == (found.is_announced, found.is_silent)


def test_a_notice_that_stood_there_before_announces_nothing() -> None:
    note = "تم تحديث هذا الخبر."
    assert edit(f"قُتل 12 شخصا.\n{note}", f"قُتل 19 شخصا.\n{note}").is_silent


def test_a_claim_that_only_a_newer_reader_found_is_no_edit() -> None:
    old, new = version("ارتفعت المياه. قُتل 12 شخصا في السيول.", reader="1"), version("قُتل 12 شخصا في السيول.", "2")
    bare = ReadVersion(
        ReadReport(old.read.report, type(old.read.claims)(old.read.report.text)), old.received, old.reader
    )
    (found,) = edits([bare, new])
    assert () == found.changes


def test_versions_are_numbered_and_a_return_is_an_edit_of_its_own() -> None:
    first, second = version("قُتل 12 شخصا في السيول."), version("قُتل 19 شخصا في السيول.")
    found = list(edits([first, second, first]))
    assert [(1, "raised"), (2, "lowered")] == [(e.number, e.changes[0].kind.value) for e in found]


def article(dead: int, id: str, **known: object) -> ReadVersion:
    words = f"زلزال سهل الورد\n\nأعلنت وزارة الصحة مقتل {dead} شخصا في زلزال سهل الورد.\n{LONG}"
    return version(words, id=id, **known)


ACROSS = [
    ({"url": "https://mada.example/n/17"}, {"url": "http://www.mada.example/n/17/?utm_source=x#top"}, "same address"),
    ({"url": "https://mada.example/n/17"}, {"url": "https://mada.example/n/18"}, "published again"),
    ({}, {"outlet": "إذاعة التل"}, None),
    (
        {"url": "https://mada.example/", "outlet": "إذاعة التل"},
        {"url": "https://mada.example/", "outlet": "وكالة مرسى"},
        None,
    ),
]


@pytest.mark.parametrize(("first", "second", "link"), ACROSS)
def test_one_article_under_two_ids_is_one_report(
    first: dict[str, object], second: dict[str, object], link: str | None
) -> None:
    found = list(edits_across([article(246, "b", **second), article(215, "a", **first)]))
    assert ([] if link is None else [link]) == [e.link.value for e in found]


def test_versions_across_ids_are_put_in_the_order_of_publication() -> None:
    later, sooner = article(246, "b"), article(215, "a", published=dt.date(2026, 2, 2))
    (found,) = edits_across([later, sooner])
    assert (Link.PUBLISHED_AGAIN, {("raised", "215", "246")}) == (found.link, told(found))


def test_the_same_words_under_two_ids_are_no_edit() -> None:
    where = {"url": "https://mada.example/n/17"}
    assert [] == list(edits_across([article(215, "a", **where), article(215, "b", **where)]))


ADDRESSES = [
    ("https://www.mada.example/n/17/", "mada.example/n/17?"),
    ("https://MADA.example/n?id=4&utm_medium=mail&fbclid=z", "mada.example/n?id=4"),
    ("https://mada.example/", None),
    ("javascript:alert(1)", None),
    ("http://[::1", None),
    ("https://mada.example/" + "a" * 3000, None),
    (None, None),
]


@pytest.mark.parametrize(("url", "expected"), ADDRESSES)
def test_addresses_are_compared_without_what_does_not_matter(url: str | None, expected: str | None) -> None:
    assert expected == address(url)
