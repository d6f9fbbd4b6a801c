"""Years: "عام 2018", "منذ 2011", "بحلول 2017", "2016 و2017", "2014-2018", "من 2011 إلى 2016"."""

from __future__ import annotations

from tahqiq.extract.ar.counted import things
from tahqiq.extract.ar.dates.page import Page, Reading
from tahqiq.extract.ar.units import unit_after
from tahqiq.extract.lexicon import listed
from tahqiq.extract.tokens import Kind
from tahqiq.model.when import When

_NAMES = ("عام", "العام", "سنه", "السنه", "عامي", "اعوام", "الاعوام", "للاعوام", "للعام", "لعام", "بعام", "سنوات")
_LINKS = ("-", "–", "الي", "حتي", "وحتي", "/")
_ERA = ("م", "ميلادي", "ميلاديه", "قبل")
_MODERN = 1800


def named_year(page: Page, index: int) -> Reading | None:
    """A year behind its noun; a mark of era belongs to it."""
    if page.bare(index) not in _NAMES and page.folded(index) not in _NAMES:
        return None
    year = page.year(index + 1) or page.whole(index + 1, 100, 1799)
    if year is None or (year[1] < _MODERN and not page.is_short and page.folded(year[0]) not in _ERA):
        return None
    return Reading(page.any_of(year[0], "م", "ميلادي", "ميلاديه"), When(f"{year[1]:04d}"))


def bare_year(page: Page, index: int) -> Reading | None:
    """Four digits alone, where a word before them, or another year beside them, shows that they are a year."""
    found = page.numbers.get(index)
    if found is None or found.value.written != 4 or page.year(index) is None:
        return None
    year, end = int(found.value.value), found.end
    link = _behind_link(page, end)
    other = None if link is None else page.year(link)
    if other is not None and link is not None and page.numbers[link].value.written == 4 and year < other[1]:
        return None if _is_amount(page, other[0]) else Reading(other[0], When(f"{year:04d}/{other[1]:04d}"))
    return Reading(end, When(f"{year:04d}")) if _is_governed(page, index, end) else None


def _is_amount(page: Page, end: int) -> bool:
    """Whether what stands behind a number is counted or measured by it."""
    return things().at(page.stream, end) is not None or unit_after(page.stream, end, is_whole=True) is not None


def _behind_link(page: Page, index: int) -> int | None:
    return index + 1 if page.folded(index) in _LINKS else None


def _is_governed(page: Page, index: int, end: int) -> bool:
    before = page.folded(index - 1)
    if before in ("بين", "وبين") and not _opens_years(page, end):
        return False
    if before in ("من", "ومن") and _opens_amounts(page, end):
        return False
    if before == "في" and page.sentences.at(index)[0] == index - 1:
        return not _is_amount(page, end)
    if before in listed("before_years", "events"):
        return page.stream.tokens[index].word.kind is Kind.DIGITS
    if before in listed("before_years") or before.removeprefix("و") in listed("before_years"):
        return not _counts(page, end)
    if before in ("و", "،") and page.year(index - 2) is not None and page.numbers.get(index - 2) is not None:
        return not _is_amount(page, end)
    return before in ("(", "") and page.folded(end) in (")", "") and page.stream.tokens[index].word.kind is Kind.DIGITS


def _opens_years(page: Page, end: int) -> bool:
    """Whether "و" and a year that counts nothing follow: "بين 1990 و2000", not "بين 1990 و2500 مقاتل"."""
    other = page.year(page.any_of(end, "و"))
    return other is not None and not _is_amount(page, other[0])


def _opens_amounts(page: Page, end: int) -> bool:
    """Whether a range to something counted follows: "من 2000 إلى 3000 شخص"."""
    link = _behind_link(page, end)
    found = None if link is None else page.numbers.get(link)
    return found is not None and _is_amount(page, found.end)


def _counts(page: Page, end: int) -> bool:
    """Whether a noun follows that the number may count ("في 2000 قرية"), or a unit."""
    word = page.folded(end)
    if not word or page.stream.tokens[end].word.kind is not Kind.WORD:
        return word in ("%", "٪", ".") and word != "."
    return word not in listed("function_words") and not word.startswith(("و", "ب", "ل", "ف", "ال")) and word != "م"
