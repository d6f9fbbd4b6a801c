"""Namings: which words a text chose for an actor or an act, and whose words they are."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tahqiq.extract.namings import families, lexicon, namings
from tahqiq.extract.reading import extract
from tahqiq.extract.tokens import tokenize
from tahqiq.model.framing import Voice
from tahqiq.model.text import Text


def named(words: str) -> list[tuple[str, str, str, str | None]]:
    """Each naming as (the words, the term, the voice, the source's name)."""
    found = namings(extract(Text(words)))
    return [(n.span.quote, n.term.arabic, n.voice.value, n.source.name if n.source else None) for n in found]


TERMS = [
    # words                                                    family                term
    ("فرّ عناصر داعش ليلا", "islamic-state", "داعش"),
    ("فرّ عناصر من تنظيم الدولة ليلا", "islamic-state", "تنظيم الدولة"),
    ("فرّ عناصر من تنظيم الدولة الإسلامية ليلا", "islamic-state", "تنظيم الدولة الإسلامية"),
    ("انسحبت مليشيا الحوثي من التلة", "houthis", "مليشيا الحوثي"),
    ("انسحب الحوثيون من التلة", "houthis", "الحوثيون"),
    ("انسحبت جماعة أنصار الله من التلة", "houthis", "أنصار الله"),
    ("ارتقى ثلاثة شهداء في الحي", "killing", "استشهاد"),
    ("واغتيل القائد قرب بيته", "killing", "اغتيال"),
    ("وتصفيته أمام بيته", "killing", "تصفية"),
    ("بعد مقتل الحارس", "killing", "مقتل"),
    ("وبالعدوان على المدينة", "attack", "عدوان"),
    ("بدأت عملية عسكرية في الجبل", "attack", "عملية"),
    ("بدأ غزو الجبل", "attack", "غزو"),
    ("وصل النازحون إلى المخيم", "people-uprooted", "نازح"),
    ("للّاجئين في المخيم", "people-uprooted", "لاجئ"),
    ("أنقذ خفر السواحل المهاجرين غير الشرعيين", "people-uprooted", "مهاجر غير شرعي"),
    ("تقدمت قوات النظام نحو البلدة", "syrian-army", "قوات النظام"),
    ("تقدم الجيش السوري نحو البلدة", "syrian-army", "الجيش السوري"),
]


@pytest.mark.parametrize(("words", "family", "term"), TERMS)
def test_a_term_is_found_in_any_form(words: str, family: str, term: str) -> None:
    (found,) = namings(extract(Text(words)))
    assert (family, term) == (found.family.key, found.term.arabic)
    assert found.span.quote in words


NO_TERMS = [
    "رئيس تحرير الصحيفة استقال",
    "جرت تصفية حسابات الشركة",
    "تقدم الجيش السوري الحر نحو البلدة",
    "انقلاب حافلة على الطريق الجبلي",
    "عملية جراحية ناجحة",
    "النظام الغذائي الجديد",
    "القوات المسلحة في بيان",
    "عادت الأسرة إلى بيتها",
    "ارتكبوا جرائم حرب",
]


@pytest.mark.parametrize("words", NO_TERMS)
def test_a_word_that_means_something_else_there_is_no_term(words: str) -> None:
    assert [] == named(words)


VOICES = [
    ("قصف العدوان الميناء فجرا.", [("own", None)]),
    ('قال الناطق سالم الراوي: "هذا العدوان لن يمر من دون رد".', [("quoted", "سالم الراوي")]),
    ("قال الناطق سالم الراوي إن العدوان لن يمر من دون رد.", [("reported", "سالم الراوي")]),
    ('ضربت الطائرات مواقع "داعش" في الصحراء.', [("own", None)]),
    ('قال الوزير نادر الخالدي إن "داعش" خطر على الجميع.', [("reported", "نادر الخالدي")]),
]


@pytest.mark.parametrize(("words", "expected"), VOICES)
def test_a_term_counts_for_whoever_speaks(words: str, expected: list[tuple[str, str | None]]) -> None:
    terms = ("عدوان", "داعش")
    assert expected == [(voice, source) for _, term, voice, source in named(words) if term in terms]


def test_a_name_in_quotation_marks_is_one_term_with_its_marks() -> None:
    assert [("تنظيم «الدولة الإسلامية»", "تنظيم الدولة الإسلامية", "own", None)] == named(
        "فرّ عناصر تنظيم «الدولة الإسلامية» ليلا"
    )


def test_a_long_quotation_of_nobody_known_is_still_not_the_outlet_s() -> None:
    (found,) = namings(extract(Text("على الجدار لافتة: «كلنا نريد وقف هذا العدوان على أهلنا الآن» بخط كبير")))
    assert (Voice.QUOTED, None) == (found.voice, found.source)


def test_furniture_names_nothing() -> None:
    assert [] == named("")
    assert [] == named('123 ... «» "')


@settings(deadline=None, max_examples=60)
@given(
    st.text(max_size=200)
    | st.lists(st.sampled_from([row[0] for row in TERMS] + list('«»"(): .\n')), max_size=12).map(" ".join)
)
def test_every_naming_has_its_words_and_none_overlap(words: str) -> None:
    found = namings(extract(Text(words)))
    assert all(words[n.span.start : n.span.end] == n.span.quote for n in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def test_no_form_serves_two_terms() -> None:
    of_forms: dict[str, set[str]] = {}
    for first, listed in lexicon()._phrases.items():
        for phrase in listed:
            value = "nothing" if phrase.value is None else phrase.value[1].arabic
            of_forms.setdefault(" ".join((first, *phrase.rest)), set()).add(value)
    assert {} == {form: terms for form, terms in of_forms.items() if len(terms) > 1}


def test_every_family_gives_a_choice_and_has_labels_in_both_languages() -> None:
    for family in families().values():
        assert len(family.terms) > 1, family.key
        assert family.kind in ("actor", "act", "people", "place"), family.key
        assert family.arabic and family.english
        assert [1] * len(family.terms) == list(Counter(t.arabic for t in family.terms).values()), family.key


def test_each_term_is_found_by_its_plainest_form() -> None:
    for family in families().values():
        for term in family.terms:
            hit = lexicon().at(tokenize(Text(term.arabic)), 0)
            if hit is not None and hit.value is not None:
                assert (family.key, term.arabic) == (hit.value[0].key, hit.value[1].arabic)
