from tahqiq.reconcile.descriptions import label_in_arabic
from tahqiq.reconcile.lexicon.gazetteer import english_name
from tests.reconcile.builders import MINISTRY, Said, count, measured, report

AT = "2026-03-10"


def described(said, predicate):
    (found,) = measured([report("a", "نهر", AT, said)], predicate)
    return found.description, found.description_ar


def test_what_happened_to_whom_and_where():
    said = Said(count(31), MINISTRY, counted="civilians", place="مدينة السدر")
    assert ("civilians killed, in مدينة السدر", "القتلى: مدنيون، في مدينة السدر") == described(said, "killed")


def test_people_where_nobody_is_named():
    assert ("people killed", "القتلى") == described(Said(count(31), counted=""), "killed")


def test_a_scope_and_a_unit():
    said = Said(count(31), counted="people", words="وقتل {n} منذ بدء الحملة")
    assert ("people killed, since the start", "القتلى، منذ البداية") == described(said, "killed")
    share = Said(count(60, "percent"), predicate="other:controlled", counted="")
    assert ("controlled (%)", "المسيطَر عليه (%)") == described(share, "other:controlled")


def test_a_label_that_says_what_happened_says_it_once():
    assert "ambulances sent" == described(Said(count(5), predicate="other:sent", counted="ambulances"), "other:sent")[0]
    assert "people killed" == described(Said(count(5), counted="people killed"), "killed")[0]


def test_labels_in_arabic():
    assert "مقاتلون من داعش" == label_in_arabic("ISIS fighters")
    assert "نساء حوامل" == label_in_arabic("pregnant women")
    assert "متطوعون من الخوذ البيضاء" == label_in_arabic("White Helmets volunteers")
    assert "عناصر من القاعدة من داعش" == label_in_arabic("Al Qaeda ISIS members")
    assert not label_in_arabic("Martian fighters")
    assert not label_in_arabic("")


def test_a_label_that_only_says_people_gives_way():
    assert ("people killed", "القتلى") == described(Said(count(5), counted="dead"), "killed")
    assert "people escaped" == described(Said(count(5), predicate="escaped", counted="fugitives"), "escaped")[0]


def test_money_and_lengths_by_name():
    fence = Said(count(160, "km"), predicate="other:built", counted="")
    assert ("built (km)", "ما بُني (كم)") == described(fence, "other:built")
    grant = Said(count(5_000_000, "USD"), predicate="provided", counted="")
    assert ("provided (US dollars)", "المقدَّم (دولار)") == described(grant, "provided")


def test_a_place_by_its_english_name_where_it_is_known():
    assert "Al-Shaddadi" == english_name("added:shaddadi")
    assert "Iraq" == english_name("IQ")
    assert english_name("nowhere") is None
