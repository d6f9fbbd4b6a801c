from tahqiq.reconcile.groups import Group
from tahqiq.reconcile.readings import readings
from tahqiq.reconcile.shelf import Shelf
from tests.reconcile.builders import Said, count, report


def group(number, **more):
    (reading,) = readings([report(str(number), "نهر", "2026-03-10", Said(count(number), **more))])
    return Group(reading.subject, reading.locality, (reading,))


def test_a_partner_by_words_is_found_and_taken_off():
    shelf, first = Shelf(), group(12)
    shelf.put(first)
    assert first is shelf.take_partner(group(40))
    assert not shelf.groups()
    assert shelf.take_partner(group(40)) is None


def test_a_partner_by_number_is_found_across_a_step():
    shelf, soldiers = Shelf(), group(43, counted="soldiers")
    shelf.put(soldiers)
    assert soldiers is shelf.take_partner(group("40>"))


def test_other_things_are_no_partners():
    shelf = Shelf()
    shelf.put(group(12, predicate="destroyed", counted="houses"))
    assert shelf.take_partner(group(40, predicate="destroyed", counted="bridges")) is None


def test_groups_keep_their_order():
    shelf, soldiers, women = Shelf(), group(12, counted="soldiers"), group(40, counted="women")
    shelf.put(soldiers)
    shelf.put(women)
    assert [soldiers, women] == shelf.groups()
