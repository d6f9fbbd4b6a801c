"""What a query asks for, part by part, and what is wrong with one that cannot be read."""

from __future__ import annotations

import pytest

from tahqiq.ledger.queries import Days, Key, Name, Query, QueryError, Values, Words, parse_query
from tahqiq.ledger.terms import term_of


def words(*written: str) -> Words:
    return Words(tuple(map(term_of, written)))


def name(field: str, *written: str, is_whole: bool = False) -> Name:
    return Name(field, tuple(map(term_of, written)), is_whole)


MEANS = [
    # query                              wanted
    ("سجن الوادي", (words("سجن"), words("الوادي"))),
    ("«سجن الوادي» هروب", (words("سجن", "الوادي"), words("هروب"))),
    ("outlet:المنارة", (name("outlet", "المنارة"),)),
    ("الوسيلة:المنارة", (name("outlet", "المنارة"),)),
    ('place:"دير الزور"', (name("place", "دير", "الزور"),)),
    ("المكان:=«دير الزور»", (name("place", "دير", "الزور", is_whole=True),)),
    ("المَصدر:الراوي", (name("source", "الراوي"),)),
    ("predicate:killed", (Key("predicate", "killed"),)),
    ("حدث:القتلى", (Key("predicate", "killed"),)),
    ("predicate:other:زار", (Key("predicate", "other:زار"),)),
    ("by:anonymous act:deny", (Key("by", "anonymous"), Key("act", "deny"))),
    ("story:0a1b", (Key("story", "0a1b"),)),
    ("published:2018", (Days(20180101, 20181231),)),
    ("published:2018-05", (Days(20180501, 20180531),)),
    ("النشر:٢٠١٨-٠٥-٠٣", (Days(20180503, 20180503),)),
    ("published:2018-05..2018-06-10", (Days(20180501, 20180610),)),
    ("published:2018-05..", (Days(20180501, 99991231),)),
    ("published:..2018", (Days(1, 20181231),)),
    ("value:400", (Values(400, 400),)),
    ("value:100..500", (Values(100, 500),)),
    ("القيمة:١٬٢٠٠..", (Values(1200, None),)),
    ("value:..0.5", (Values(None, 0.5),)),
    ("الساعة 10:30", (words("الساعة"), words("10"), words("30"))),
    ("قال:نعم", (words("قال"), words("نعم"))),
    ("https://a.example/b", (words("https"), words("a"), words("example"), words("b"))),
    ('سجن "', (words("سجن"),)),
    ("- سجن --", (words("سجن"),)),
    ("", ()),
    ("؟! :", ()),
]


@pytest.mark.parametrize(("query", "wanted"), MEANS)
def test_a_query_means(query: str, wanted: tuple[object, ...]) -> None:
    assert Query(wanted) == parse_query(query)


def test_a_minus_leaves_out() -> None:
    expected = Query((words("سجن"),), (words("محكمة"), words("دير", "الزور"), name("outlet", "المنارة")))
    assert expected == parse_query('سجن -محكمة -"دير الزور" -outlet:المنارة')


FAULTS = [
    # query                     reason      name               place
    ("سجن outlt:المنارة", "field", "outlt", 5),
    ("outlet: المنارة", "empty", "outlet", 1),
    ("المكان:", "empty", "المكان", 1),
    ("هروب published:أمس", "day", "أمس", 6),
    ("published:2018-13", "day", "2018-13", 1),
    ("published:2018-06..2018-05", "reversed", "2018-06..2018-05", 1),
    ("value:كثير", "number", "كثير", 1),
    ("value:nan", "number", "nan", 1),
    ("value:500..100", "reversed", "500..100", 1),
]


@pytest.mark.parametrize(("query", "reason", "named", "place"), FAULTS)
def test_a_fault_is_named_with_its_place(query: str, reason: str, named: str, place: int) -> None:
    with pytest.raises(QueryError) as caught:
        parse_query(query)
    assert (reason, named, place) == (caught.value.reason, caught.value.name, caught.value.place)
    assert str(place) in str(caught.value)
