from tahqiq.reconcile.copies import find_copies, is_copy
from tests.reconcile.builders import Said, count, report

WORDS = " ".join(f"كلمة{chr(0x628 + i % 20)}{chr(0x62F + i // 20)}" for i in range(120))


def told(id, words):
    return report(id, "نهر", "2026-03-10", Said(count(31), words=f"{words} {{n}}"), title="سيول")


def test_a_reprint_is_a_copy_of_the_first():
    first, second, other = told("a", WORDS), told("b", WORDS + " وأضاف"), told("c", "نص آخر " * 30)
    assert {"b": first.report} == find_copies([first, second, other])


def test_a_part_of_a_longer_report_is_a_copy():
    half = " ".join(WORDS.split()[:60])
    assert ["b"] == list(find_copies([told("a", WORDS), told("b", half)]))


def test_a_few_words_prove_nothing():
    assert {} == find_copies([told("a", "قتل في السيول"), told("b", "قتل في السيول")])


def test_likeness():
    assert is_copy(10, 10, 7)
    assert is_copy(10, 100, 9)
    assert not is_copy(10, 10, 6)
    assert not is_copy(0, 0, 0)
