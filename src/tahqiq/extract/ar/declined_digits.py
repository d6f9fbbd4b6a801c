"""Digits that count nothing: list numbers, clock times, codes, results of matches, years."""

from __future__ import annotations

from tahqiq.extract.ar.dates.words import months
from tahqiq.extract.ar.declined import Declined, Place, has_before, is_one_of, splits_at
from tahqiq.extract.ar.duals import is_countable
from tahqiq.extract.ar.numeral_digits import is_digits, touches
from tahqiq.extract.ar.numerals import Sense
from tahqiq.extract.tokens import Kind, Stream
from tahqiq.model.folding import fold

_LONG_RUN = 7
_LAST_HOUR = 24
_YEARS = range(1900, 2100)
_DASHES = frozenset("-–—/:")
_LIST_MARKS = frozenset(".)-–،:/")
_CODE_MARKS = frozenset("_#@\\+=")
_LATIN_UNITS = frozenset(("usd", "eur", "us", "km", "kg", "c", "m", "gb", "mb", "egp", "sar"))
_SCORE_REACH = 6


def decline_digits(stream: Stream, place: Place) -> Declined | None:
    """The reason that holds against a number in digits, or None."""
    if _is_list_number(stream, place):
        return Declined.LIST
    if _is_clock(stream, place):
        return Declined.CLOCK
    if _is_code(stream, place):
        return Declined.CODE
    if place.numeral.written <= 2 and _is_day(stream, place.end):
        return Declined.DATE
    if _is_result(stream, place):
        return Declined.SCORE
    if place.numeral.sense is Sense.FRACTION and not 0 < place.numeral.value < 1:
        return Declined.CODE
    if not place.unit and (not place.is_hedged or place.is_range) and _is_year(stream, place):
        return Declined.YEAR
    return None


def _is_day(stream: Stream, end: int) -> bool:
    """Whether a month stands behind a number: "28 رمضان", "(28) من رمضان", "21 من شهر شوال"."""
    end += stream.folded(end) in (")", "]")
    end += stream.folded(end) == "من"
    end += stream.folded(end) == "شهر"
    return months().at(stream, end) is not None


def _is_list_number(stream: Stream, place: Place) -> bool:
    """A number that opens a line and is closed by a mark: "1. ", "(2) ", "3- "."""
    before = place.first - 1
    if stream.folded(before) in ("(", "["):
        before -= 1
    opens = before < 0 or stream.tokens[before].word.kind is Kind.NEWLINE
    if not opens or place.numeral.written not in (1, 2) or stream.folded(place.end) not in _LIST_MARKS:
        return False
    return not is_digits(stream, place.end + 1) or not touches(stream, place.end + 1)


def _is_clock(stream: Stream, place: Place) -> bool:
    if stream.folded(place.end) == ":" and is_digits(stream, place.end + 1) and touches(stream, place.end + 1):
        return True
    if stream.folded(place.first - 1) == ":" and is_digits(stream, place.first - 2) and touches(stream, place.first):
        return True
    is_hour = 0 < place.numeral.written <= 2 or stream.folded(place.after) == "بتوقيت"
    return is_hour and place.numeral.value <= _LAST_HOUR and is_one_of(stream, place.after, "day_parts")


def _is_code(stream: Stream, place: Place) -> bool:
    """Digits that are too long, begin with a zero, or touch letters or signs of a code."""
    first = stream.tokens[place.first].word.folded
    if place.numeral.written >= _LONG_RUN and not first.endswith("000"):
        return not place.unit
    if place.numeral.written > 1 and first[0] == "0":
        return True
    return _is_glued_before(stream, place.first) or _is_glued_behind(stream, place.end)


def _is_glued_before(stream: Stream, first: int) -> bool:
    """ "MH17", "إس-300", "كوفيد-19", "+964"."""
    if not touches(stream, first):
        return False
    neighbour = stream.tokens[first - 1].word
    if neighbour.raw in _CODE_MARKS:
        return True
    if neighbour.kind is Kind.WORD:
        return neighbour.raw[0].isascii() and neighbour.folded not in _LATIN_UNITS
    is_dash = neighbour.raw in _DASHES and neighbour.raw not in "/:"
    return is_dash and touches(stream, first - 1) and stream.tokens[first - 2].word.kind is Kind.WORD


def _is_glued_behind(stream: Stream, end: int) -> bool:
    """ "5G", "4K", "24_"."""
    if not touches(stream, end):
        return False
    neighbour = stream.tokens[end].word
    if neighbour.raw in _CODE_MARKS:
        return neighbour.raw != "+"
    return neighbour.kind is Kind.WORD and neighbour.raw[0].isascii() and neighbour.folded not in _LATIN_UNITS


def _is_result(stream: Stream, place: Place) -> bool:
    """ "3-1", "6 – 2", "2/1": two small numbers about a dash that make no range, or that follow words of a match."""
    if place.numeral.sense is Sense.FRACTION or place.is_range:
        return bool(place.numeral.written <= 1) and _is_match(stream, place)
    if not 0 < place.numeral.written <= 3:
        return False
    if stream.folded(place.end) in _DASHES and is_nil(stream, place.end + 1):
        return True
    behind = stream.folded(place.end) in _DASHES and is_digits(stream, place.end + 1)
    ahead = stream.folded(place.first - 1) in _DASHES and is_digits(stream, place.first - 2)
    if behind and touches(stream, place.end) == touches(stream, place.end + 1):
        return len(stream.folded(place.end + 1)) <= 3
    if ahead and touches(stream, place.first) == touches(stream, place.first - 1):
        return len(stream.folded(place.first - 2)) <= 3
    return False


def is_nil(stream: Stream, index: int) -> bool:
    """Whether token `index` is the word zero, as in "3-صفر"."""
    return stream.folded(index) == "صفر"


def is_nil_of_a_match(stream: Stream, place: Place) -> bool:
    """ "صفر" beside a dash and digits."""
    behind = stream.folded(place.first - 1) in _DASHES and is_digits(stream, place.first - 2)
    ahead = stream.folded(place.end) in _DASHES and is_digits(stream, place.end + 1)
    return is_nil(stream, place.first) and (behind or ahead)


def _is_match(stream: Stream, place: Place) -> bool:
    return place.numeral.value < 20 and has_before(stream, place.first, _SCORE_REACH, "scores")


_BEFORE_YEAR = frozenset(
    map(
        fold,
        "عام سنة عامي أعوام مونديال أولمبياد كأس موسم منذ خريف ربيع صيف شتاء العالم حرب ثورة انتخابات موازنة ميزانية"
        " رؤية خطة أجندة قانون".split(),
    )
)
_ERAS = frozenset(map(fold, "م هـ ميلادية ميلادي ميلاديا هجرية هجري هجريا".split()))
_LOOSE = frozenset(map(fold, "في وفي حتى إلى من ومن منذ بعد قبل خلال بين عن قبيل بحلول مطلع نهاية بداية أواخر".split()))
_FUNCTION = frozenset(
    map(
        fold,
        "إلى على عن مع بعد قبل حين عندما الذي التي وهو كان كانت حيث إذ أن إن لكن ثم حتى بين كما قد لم لن عقب إثر فإن"
        " هو هي ما لا عند ضد أو أي بل هذا هذه ذلك تلك خلال منذ بسبب نتيجة بينما".split(),
    )
)


def _is_year(stream: Stream, place: Place) -> bool:
    """A plain run of four digits that can be a year: behind a word of time, or with no counted noun after it."""
    if stream.folded(place.after) in _ERAS and 3 <= place.numeral.written <= 4:
        return True
    if place.numeral.written != 4 or place.numeral.value not in _YEARS:
        return False
    if any(split.stem in _BEFORE_YEAR for split in splits_at(stream, place.first - 1)):
        return True
    if stream.folded(place.first - 1) in _LOOSE:
        return not is_counted_noun(stream, place.end)
    return not _may_be_counted(stream, place.end)


def is_counted_noun(stream: Stream, index: int) -> bool:
    """Whether token `index` is surely a noun that a number counts: in the accusative, or one that news counts."""
    word = stream.folded(index)
    if len(word) < 3 or not stream.tokens[index].word.is_arabic:
        return False
    return word.endswith("ا") or is_countable(word)


def _may_be_counted(stream: Stream, index: int) -> bool:
    """Whether an indefinite noun, or "من ال…", may stand at token `index`."""
    word = stream.folded(index)
    if word == "من":
        return stream.folded(index + 1).startswith("ال")
    if len(word) < 3 or word.startswith("ال") or word in _FUNCTION:
        return False
    return stream.tokens[index].word.is_arabic and (word[0] not in "وف" or is_countable(word))
