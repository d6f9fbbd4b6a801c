"""Why a number is no figure: names, dates, ages, spans of time, results, codes and words that only look like numbers."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import NamedTuple

from tahqiq.extract.ar.numeral_digits import is_digits, touches
from tahqiq.extract.ar.numerals import Form, Numeral, Sense
from tahqiq.extract.lexicon import read_table
from tahqiq.extract.tokens import Kind, Stream, Token
from tahqiq.model.folding import fold


class Declined(StrEnum):
    """The reason for which a number is read but makes no figure."""

    DATE = "part of a date"
    YEAR = "a year"
    CLOCK = "a clock time"
    AGE = "an age"
    DURATION = "a span of time"
    ORDINAL = "an ordinal"
    SCORE = "a score"
    LIST = "a list number"
    NAME = "part of a name"
    CODE = "a phone number or code"
    ONE_OF = "one of several"
    WORD = "a word of another meaning"
    PART = "a fixed part (a round, a half of time or space)"
    BACK = "points back to things already named"


class Place(NamedTuple):
    """A number at its place: tokens first:end without its hedge and unit; `is_measured` where a unit follows."""

    first: int
    end: int
    numeral: Numeral
    is_hedged: bool
    is_measured: bool
    is_range: bool


_LONG_RUN = 7
_YEARS = range(1300, 2100)
_COLON = ":"
_OPENERS = frozenset("([{")


@cache
def _listed(section: str) -> frozenset[str]:
    return frozenset(fold(word) for word in str(read_table("declined")[section]).split())


def decline(stream: Stream, place: Place) -> Declined | None:
    """The first reason that holds against a number, or None: it is a figure."""
    numeral = place.numeral
    if numeral.sense is Sense.ORDINAL:
        return Declined.ORDINAL
    if numeral.form is Form.DIGITS and (reason := _digits(stream, place)) is not None:
        return reason
    if numeral.sense is Sense.FRACTION and (reason := _fraction(stream, place)) is not None:
        return reason
    if place.is_measured:
        return _measured(stream, place)
    return _time(stream, place) or _name(stream, place) or _one(stream, place)


def _digits(stream: Stream, place: Place) -> Declined | None:
    if _is_list_number(stream, place):
        return Declined.LIST
    if stream.folded(place.end) == _COLON and is_digits(stream, place.end + 1) and touches(stream, place.end + 1):
        return Declined.CLOCK
    if stream.folded(place.first - 1) == _COLON and is_digits(stream, place.first - 2) and touches(stream, place.first):
        return Declined.CLOCK
    if _is_code(stream, place):
        return Declined.CODE
    if _is_result(stream, place):
        return Declined.SCORE
    if not place.is_measured and not place.is_hedged and _is_year(stream, place):
        return Declined.YEAR
    return None


def _is_list_number(stream: Stream, place: Place) -> bool:
    """A number that opens a line and is closed by a mark: "1. ", "2)", "3- "."""
    before = place.first - 1
    if stream.folded(before) in _OPENERS:
        before -= 1
    is_first = before < 0 or stream.tokens[before].word.kind is Kind.NEWLINE
    return is_first and place.numeral.written in (1, 2) and stream.folded(place.end) in (".", ")", "-", "–", "،", ":")


def _is_code(stream: Stream, place: Place) -> bool:
    """Digits that are glued to letters or signs of a code, too long, or that begin with a zero."""
    first = stream.tokens[place.first].word.folded
    if place.numeral.written >= _LONG_RUN and not first.endswith("000"):
        return True
    if place.numeral.written > 1 and first[0] == "0":
        return True
    return _is_glued(stream, place.first, before=True) or _is_glued(stream, place.end, before=False)


def _is_glued(stream: Stream, index: int, *, before: bool) -> bool:
    """Whether Latin letters, an underscore, a hash or an address touch the number at token boundary `index`."""
    if not touches(stream, index):
        return False
    neighbour = stream.tokens[index - 1 if before else index].word
    if neighbour.raw in ("_", "#", "@", "/", "\\", "+", "="):
        return True
    if neighbour.kind is Kind.WORD:
        return neighbour.raw[0].isascii() and not _is_symbol(neighbour.raw)
    return before and neighbour.raw == "-" and index >= 2 and _is_name_piece(stream, index)


def _is_symbol(raw: str) -> bool:
    return raw.upper() in ("USD", "EUR", "US", "KM", "KG", "C")


def _is_name_piece(stream: Stream, index: int) -> bool:
    """ "إس-300", "F-16", "كوفيد-19": a word, a dash and digits without a space."""
    return touches(stream, index - 1) and stream.tokens[index - 2].word.kind is Kind.WORD


def _is_result(stream: Stream, place: Place) -> bool:
    """ "3-1", "2/1": small digits on both sides of a dash or slash, highest first or tied, or behind "بنتيجة"."""
    if place.numeral.sense is Sense.FRACTION:
        return any(s in _listed("scores") for s in _words_before(stream, place.first, 3))
    for mark, other in ((place.end, place.end + 1), (place.first - 1, place.first - 2)):
        if stream.folded(mark) in ("-", "–", "/") and is_digits(stream, other) and len(stream.folded(other)) <= 3:
            return place.numeral.written <= 3 and touches(stream, max(mark, other))
    if not place.is_range or place.numeral.written != 1:
        return False
    return any(s in _listed("scores") for s in _words_before(stream, place.first, 3))


def _words_before(stream: Stream, first: int, reach: int) -> list[str]:
    return [s.stem for t in stream.tokens[max(0, first - reach) : first] for s in t.word.splits]


_BEFORE_YEAR = frozenset(map(fold, "عام العام سنة السنة عامي الأعوام لعام بعام وعام مونديال أولمبياد كأس موسم منذ دورة خريف ربيع صيف شتاء".split()))
_MAY_BE_YEAR = frozenset(map(fold, "في وفي حتى إلى من ومن منذ بعد قبل خلال بين عن".split()))


def _is_year(stream: Stream, place: Place) -> bool:
    """A plain run of four digits that can be a year, behind a word of time, or with no counted noun after it."""
    if place.numeral.written != 4 or place.numeral.value not in _YEARS:
        return False
    if stream.folded(place.end) == "م" or stream.folded(place.end) == "ه":
        return True
    before = stream.folded(place.first - 1)
    if any(s.stem in _BEFORE_YEAR for s in _splits(stream, place.first - 1)):
        return True
    return before in _MAY_BE_YEAR and not _counts_noun(stream, place.end)


def _splits(stream: Stream, index: int) -> tuple[Token, ...] | tuple:  # type: ignore[type-arg]
    return stream.tokens[index].word.splits if 0 <= index < len(stream.tokens) else ()


def _counts_noun(stream: Stream, index: int) -> bool:
    """Whether an indefinite noun, or "من ال…", stands at token `index`."""
    word = stream.folded(index)
    if word == "من":
        return stream.folded(index + 1).startswith("ال")
    return len(word) > 2 and not word.startswith("ال") and word not in _FUNCTION and word[0] not in "وف"


_FUNCTION = frozenset(map(fold, "إلى على عن مع بعد قبل حين عندما الذي التي وهو كان كانت حيث إذ أن إن لكن ثم حتى بين كما قد لم لن عقب إثر".split()))


def _fraction(stream: Stream, place: Place) -> Declined | None:
    after = stream.folded(place.end)
    if after in _listed("rounds") or after in _listed("parts_of_space"):
        return Declined.PART
    if after in _listed("parts_of_time") or after in _listed("durations"):
        return Declined.DURATION
    if place.numeral.value == 0.125 and place.numeral.form is Form.WORDS and not _is_part_of(stream, place):
        return Declined.WORD
    if place.numeral.form is Form.DIGITS and place.numeral.value > 1:
        return Declined.CODE
    return None


def _is_part_of(stream: Stream, place: Place) -> bool:
    """Whether "ثمن" is an eighth: its vowel is written, or it has a numerator."""
    return place.end - place.first > 1 or "\u064f" in stream.tokens[place.first].word.raw


def _measured(stream: Stream, place: Place) -> Declined | None:
    """A number with a unit is a figure unless it is an ordinal one-of ("مرة واحدة")."""
    return None


def _time(stream: Stream, place: Place) -> Declined | None:
    after = stream.folded(place.end)
    durations = _listed("durations")
    if after in durations or after.removeprefix("ال") in durations:
        return Declined.AGE if _is_age(stream, place) else Declined.DURATION
    if stream.folded(place.first - 1) in _listed("definite_durations") or (
        stream.folded(place.first - 1) == "ال" and stream.folded(place.first - 2) in _listed("definite_durations")
    ):
        return Declined.DURATION
    if after == "من" and stream.folded(place.end + 1) in _listed("age"):
        return Declined.AGE
    near = _words_before(stream, place.first, 2)
    if any(s in _listed("age") for s in near) and place.numeral.value < 120:
        return Declined.AGE
    return None


def _is_age(stream: Stream, place: Place) -> bool:
    if any(s in _listed("age") for s in _words_before(stream, place.first, 6)):
        return True
    return stream.folded(place.end + 1) == "من" and stream.folded(place.end + 2) in _listed("age")


def _name(stream: Stream, place: Place) -> Declined | None:
    before = stream.folded(place.first - 1)
    definite = before == "ال"
    if definite:
        before = stream.folded(place.first - 2)
    if place.numeral.is_definite and before in ("مجموعه", "لمجموعه", "ومجموعه", "بمجموعه"):
        return Declined.NAME
    if place.is_hedged or place.numeral.sense in (Sense.VAGUE, Sense.FEW):
        return None
    if place.numeral.form is Form.DIGITS and not definite and _takes_number(stream, place.first - 1):
        return Declined.NAME
    return None


def _takes_number(stream: Stream, index: int) -> bool:
    return any(s.stem in _listed("named") for s in _splits(stream, index))


def _one(stream: Stream, place: Place) -> Declined | None:
    """ "واحد" counts only behind the noun that it counts ("شخص واحد"); "الاثنين" is Monday."""
    if place.numeral.form is not Form.WORDS or place.numeral.value not in (1, 2) or place.is_hedged:
        return None
    if place.numeral.value == 2 and place.numeral.sense is Sense.CARDINAL:
        return Declined.DATE if place.numeral.is_definite else None
    if place.numeral.value != 1:
        return None
    before = stream.folded(place.first - 1)
    if place.numeral.is_definite or stream.folded(place.end) in _listed("one_of"):
        return Declined.ONE_OF
    if len(before) <= 2 or before.startswith("ال") or any(
        s.stem in _listed("uncounted_one") for s in _splits(stream, place.first - 1)
    ):
        return Declined.ONE_OF
    return None if stream.tokens[place.first - 1].word.is_arabic else Declined.ONE_OF
