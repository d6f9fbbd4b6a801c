"""Whatever a report says, in any field, is shown as words and does nothing."""

from __future__ import annotations

import datetime as dt

import pytest

from tahqiq.export.page import page
from tahqiq.model.claim import Claims, Figure, Mode, Statement
from tahqiq.model.measure import (
    Estimate,
    Measure,
    Position,
    Reconciliation,
    Relation,
    RelationKind,
    ReportedFigure,
    Status,
    Story,
)
from tahqiq.model.quantity import Quantity
from tahqiq.model.report import Metadata, ReadReport, Report
from tahqiq.model.source import Attribution, Source, SourceKind
from tahqiq.model.text import Span, Text
from tests.export.page.made import exactly
from tests.export.page.tree import Element, parse

NAUGHTY = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "{low} {0} {__class__}",
    "</title></bdi></span></div></main>",
    "<!-- -- --> <![CDATA[ x ]]>",
    "\u202eقلب\u202c",
    "\u2066\u2067\u2068عزل بلا نهاية",
    "سطر\r\nوآخر\rوثالث\x00\x0b\x1f",
    "\ud800 نصف حرف \udfff",
    "ز\u0300\u0301\u0302\u0303" * 40,
    "👩‍👩‍👧 ＜script＞",
    "كلمةطويلةجدا" * 50,
    "كلمة" * 2500,
    "W" * 10_000,
    "\u202e" * 30 + "نص مقلوب 12 \u202d" * 5,
    "ه\u0670\u064b\u0651\u0653\u0655\u0300\u0315\u031b\u0334\u0338\u0340\u0489" * 60,
    '=HYPERLINK("http://x.example/?"&A1,"اضغط")',
    "\t@SUM(1+1)*cmd|' /C calc'!A0",
    "<a href=javascript:alert(1)>رابط</a><form action=//x.example><button>أرسل</button></form>",
    "<img srcset='//x.example/a 1x'><link rel=stylesheet href=//x.example/a.css><base href=//x.example/>",
    "<div hx-get=/api/v1/figures hx-trigger=load hx-on::load=alert(1)></div>",
    "\u00a0\u200b\u200f\u2028\u2029\ufeff",
]


def everywhere(words: str) -> tuple[Reconciliation, list[ReadReport]]:
    """A story in which every field that a report can fill holds `words`."""
    text = Text(f"{words} 12 {words}", language=words)
    span = Span(text, text.raw.rindex(" 12 ") + 1, text.raw.rindex(" 12 ") + 3)
    whole = Span(text, 0, len(text.raw))
    who = Attribution(Source(words, SourceKind.PERSON), (Source(words, SourceKind.AGENCY),), whole, span)
    odd = Quantity(12, 12, unit=words)
    figure = Figure(span, odd, words, words, whole, f"other:{words}", None, None, who)
    claims = Claims(text, (figure,), (Statement(whole, span, who, Mode.MIXED, words, words),))
    known = Metadata(words, words, words, words, dt.date(2026, 1, 1), words)
    read = ReadReport(Report(words, words, words, text, known), claims)
    reported = ReportedFigure(words, words, dt.date(2026, 1, 1), figure)
    positions = tuple(Position(Source(words, k), odd, None, (0,)) for k in SourceKind)
    clash = Relation(0, 1, RelationKind.CONTRADICTION, words, words)
    estimate = Estimate(words, 1, 2, 3, Status.CONTESTED, words, (0,))
    measure = Measure(words, words, f"other:{words}", words, words, words, words, (reported,), positions, (clash,),
                      (estimate, estimate))  # fmt: skip
    alone = Measure("alone", words, "killed", words, words, "", "", (reported,), positions[:1], (), (), words)
    return Reconciliation((Story(words, words, (words,), words),), (measure, alone)), [read]


@pytest.fixture(scope="module")
def plain() -> Element:
    return parse(page(*everywhere("كلام عادي")))


def shape(tree: Element) -> list[tuple[str, list[str]]]:
    """The elements and the names of their attributes, without those that depend on the words."""
    return [(e.name, sorted(set(e.attributes))) for e in tree.walk() if e.name not in ("bdi", "text")]


@pytest.mark.parametrize("words", NAUGHTY)
def test_hostile_words_add_no_element_and_no_attribute(words: str, plain: Element) -> None:
    assert shape(plain) == shape(parse(page(*everywhere(words))))


@pytest.mark.parametrize("words", NAUGHTY)
def test_a_page_of_hostile_words_can_be_written(words: str) -> None:
    page(*everywhere(words)).encode("utf-8")


def test_a_bidirectional_control_is_named_and_alone() -> None:
    tree = parse(page(*everywhere("\u202eقلب")))
    for control in tree.all("bdi", "control"):
        assert ("U+202E", "\u202e") == (control.attributes["data-code"], control.words())
    loose = "".join(p for e in tree.walk() if e.name != "bdi" for p in e.inside if isinstance(p, str))
    assert "\u202e" not in loose


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "https://user@bank.example/",
        "//x",
        "https://",
        "http://[::1",
        "ftp://a.b/",
    ],
)
def test_only_plain_web_addresses_become_links(address: str) -> None:
    reconciliation, (read,) = everywhere("كلام")
    known = Metadata("منبر", address)
    report = Report(read.report.id, "", "x", read.report.text, known)
    tree = parse(page(reconciliation, [ReadReport(report, read.claims)]))
    assert [] == [a for a in tree.all("a") if not a.attributes["href"].startswith("#")]


def test_numbers_of_any_size_are_drawn() -> None:
    for numbers in ((0, 0), (-5, 5), (1e-9, 1e12), (10**18, 10**18 + 1), (0.5, 0.25)):
        reconciliation, reads = everywhere("كلام")
        measure = reconciliation.measures[0]
        positions = tuple(Position(measure.positions[0].origin, exactly(n), None, (0,)) for n in numbers)
        made = Measure(measure.id, measure.story, "killed", "", None, "x", "س", measure.figures, positions, (), ())
        parse(page(Reconciliation(reconciliation.stories, (made,)), reads))
