from tahqiq.model.measure import RelationKind
from tahqiq.model.source import Source, SourceKind
from tahqiq.reconcile.lexicon import REASONS
from tahqiq.reconcile.reasons import amount, amount_ar, clause, named
from tahqiq.reconcile.rules import CROWDED, RESTATED, RULES
from tests.reconcile.builders import ARMY, REBELS, Said, count, measured, report


def contradiction(army=ARMY):
    (found,) = measured([report("a", "نهر", "2026-03-10T12:00", Said(count(9), army), Said(count("31>"), REBELS))])
    return next(r for r in found.relations if r.kind is RelationKind.CONTRADICTION)


def test_a_reason_names_who_how_many_and_when():
    reason = contradiction().reason
    assert all(part in reason for part in ("الجيش", "says 9", "more than 31", "10 March 2026"))


def test_a_reason_in_arabic():
    reason = contradiction().reason_ar
    assert all(part in reason for part in ("بحسب", "أكثر من 31", "10 مارس 2026"))


def test_every_rule_has_its_sentences():
    assert {rule.name for rule in (*RULES, RESTATED, CROWDED)} == set(REASONS)
    assert all("{a}" in s and "{b}" in s for row in REASONS.values() for s in row.values())


def test_every_sentence_ends_in_the_clause_that_says_why():
    sentences = [sentence.format(a="A: 1", b="B: 2") for row in REASONS.values() for sentence in row.values()]
    assert sentences == [before + "B: 2: " + clause(f"{before}B: 2: {why}.") for before, _, why in
                         (sentence.partition("B: 2: ") for sentence in sentences)]  # fmt: skip
    assert not any(":" in clause(sentence) for sentence in sentences)


def test_a_sentence_without_a_clause_is_its_own():
    assert "They cannot both hold" == clause("They cannot both hold.")


def test_a_hostile_name_stays_a_name():
    hostile = Source("\u202e{b}<script>\u2066\n" + "م" * 500, SourceKind.PERSON)
    shown = named(hostile, "")
    assert ("\u2068", "\u2069") == (shown[0], shown[-1])
    assert shown[1:-1].startswith("{b}<script> ")
    assert 82 == len(shown)
    assert "{b}" in contradiction(hostile).reason


AMOUNTS = [
    (count("12"), "12", "12"),
    (count("12+"), "at least 12", "ما لا يقل عن 12"),
    (count("20?"), "tens (20 or more)", "عشرات (20 أو أكثر)"),
    (count("40?"), "40 or more", "40 أو أكثر"),
    (count("200?", "km"), "200 km or more", "200 كم أو أكثر"),
    (count("10-15"), "10 to 15", "10 إلى 15"),
    (count("60", "percent"), "60%", "60%"),
    (count("1", "fraction"), "100%", "100%"),
    (count("30~", "km"), "about 30 km", "نحو 30 كم"),
]


def test_amounts():
    assert AMOUNTS == [(q, amount(q), amount_ar(q)) for q, _, _ in AMOUNTS]
