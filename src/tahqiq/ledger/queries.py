"""What a person asks the search for: words, phrases in quotation marks, fields, and what must not be there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tahqiq.errors import TahqiqError
from tahqiq.ledger.terms import Term, occurrences
from tahqiq.model.folding import fold
from tahqiq.reconcile.lexicon import PREDICATES

LONGEST = 1000
MOST_CLAUSES = 100

_ONE_MARK = str.maketrans(dict.fromkeys("«»“”„‟＂", '"'))
_PART = re.compile(
    r"""(?P<minus>-(?=[^\s-]))?
        (?:(?P<field>[^\W\d_][^\s":]*):(?!//)(?P<whole>=)?)?
        (?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))?""",
    re.VERBOSE,
)
_LATIN = re.compile("[A-Za-z_]+")
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_MOST = 1e15

NAMES = ("outlet", "source", "place", "counted")
"""Fields that hold names: asked for by words of a name, in any spelling; behind "=" by all of it."""

KEYS = ("predicate", "act", "by", "story")
"""Fields that hold one of a few keys."""

_ALIASES = {
    "outlet": ("وسيلة", "الوسيلة", "صحيفة"),
    "source": ("مصدر", "المصدر", "قائل", "القائل"),
    "place": ("مكان", "المكان"),
    "counted": ("معدود", "المعدود"),
    "predicate": ("حدث", "الحدث", "فعل", "الفعل"),
    "act": ("قول", "القول"),
    "by": ("نوع", "النوع"),
    "story": ("قصة", "القصة"),
    "published": ("نشر", "النشر", "تاريخ", "التاريخ"),
    "value": ("قيمة", "القيمة", "عدد", "العدد"),
}
FIELDS = {fold(alias): name for name, others in _ALIASES.items() for alias in (name, *others)}
"""Every name of a field, folded, with the one it stands for."""


class QueryError(TahqiqError):
    """A query that cannot be read: `place` is where, in code points from 1; `reason` names the fault; `name` the words.

    `reason` is "field" (there is none of that name), "empty" (a field without a value), "day" (no date or range of
    dates), "number" (no number or range of numbers), "reversed" (a range whose end comes before its beginning), "value"
    (numbers are told of figures alone) or "many" (too many parts).
    """

    def __init__(self, reason: str, name: str, place: int) -> None:
        super().__init__(f"{_FAULTS[reason].format(name=name)} (at character {place})")
        self.reason = reason
        self.name = name
        self.place = place


_FAULTS = {
    "field": f"there is no field {{name!r}}; known: {', '.join(_ALIASES)}",
    "empty": "the field {name!r} needs a value right behind its colon",
    "day": "{name!r} is no date; write 2018, 2018-05, 2018-05-16, or a range such as 2018-05..2018-06",
    "number": "{name!r} is no number; write 400, or a range such as 100..500 or 100..",
    "reversed": "the range {name!r} ends before it begins",
    "value": "{name!r} asks for numbers, which only figures have; search the figures",
    "many": "a query has at most {name} parts",
}


@dataclass(frozen=True, slots=True)
class Words:
    """A word in any form, or several in this order, as written but for proclitics and spelling."""

    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A field of names that holds these words, in this order; all of a name where `is_whole`."""

    field: str
    terms: tuple[Term, ...]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Key:
    """A field that holds this key."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Days:
    """Published from the first to the last day, both as the number YYYYMMDD."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Values:
    """Figures whose interval meets this one; None where a side is open."""

    low: float | None
    high: float | None


Clause = Words | Name | Key | Days | Values


@dataclass(frozen=True, slots=True)
class Query:
    """What must be there, and what must not."""

    wanted: tuple[Clause, ...] = ()
    unwanted: tuple[Clause, ...] = ()

    @property
    def terms(self) -> tuple[Term, ...]:
        """Every term that is looked for in words."""
        return tuple(term for clause in self.wanted if isinstance(clause, Words) for term in clause.terms)

    @property
    def asks_for_numbers(self) -> bool:
        """Whether it can be answered by figures alone."""
        return any(isinstance(clause, Values) for clause in (*self.wanted, *self.unwanted))


def parse_query(written: str) -> Query:
    """The query of a person's words; of more than `LONGEST` code points the first are read.

    Every word and phrase must be there; a minus in front says that it must not. A quotation mark that is not closed is
    left out of account. QueryError says what is wrong with a field, and where.
    """
    wanted: list[Clause] = []
    unwanted: list[Clause] = []
    for clause, is_unwanted, place in _clauses(written[:LONGEST].translate(_ONE_MARK)):
        (unwanted if is_unwanted else wanted).append(clause)
        if len(wanted) + len(unwanted) > MOST_CLAUSES:
            raise QueryError("many", str(MOST_CLAUSES), place)
    return Query(tuple(wanted), tuple(unwanted))


def _clauses(written: str) -> Iterator[tuple[Clause, bool, int]]:
    at = 0
    while at < len(written):
        match = _PART.match(written, at)
        if match is None or match.end() == at:
            at += 1
            continue
        for clause in _read(match):
            yield clause, match["minus"] is not None, match.start() + 1
        at = match.end()


def _read(match: re.Match[str]) -> Iterator[Clause]:
    named, value = match["field"], match["phrase"] if match["phrase"] is not None else match["word"] or ""
    field = FIELDS.get(fold(named).lower()) if named else None
    if field is not None:
        if not value.strip():
            raise QueryError("empty", named, match.start() + 1)
        yield from _in_field(field, value.strip(), match)
    elif named and _LATIN.fullmatch(named):
        raise QueryError("field", named, match.start("field") + 1)
    else:
        yield from _in_words(f"{named} {value}" if named else value, match["phrase"] is not None)


def _in_words(written: str, is_phrase: bool) -> Iterator[Words]:
    terms = tuple(occurrence.term for occurrence in occurrences(written))
    if is_phrase and terms:
        yield Words(terms)
    elif terms:
        yield from (Words((term,)) for term in terms)


def _in_field(field: str, value: str, match: re.Match[str]) -> Iterator[Clause]:
    if field in NAMES:
        terms = tuple(occurrence.term for occurrence in occurrences(value))
        if terms:
            yield Name(field, terms, match["whole"] is not None)
    elif field in KEYS:
        yield Key(field, _predicate(value) if field == "predicate" else value)
    else:
        yield _RANGES[field](value, match.start() + 1)


def _predicate(value: str) -> str:
    """The key of a predicate that is named by its key or by its words in either language."""
    return _PREDICATES.get(fold(value).lower(), value)


_PREDICATES = {
    fold(words).lower(): key for key, known in PREDICATES.items() for words in (known.arabic, known.english, key)
}


def _days(value: str, place: int) -> Days:
    first, last = _ends(value)
    days = Days(_day(first, value, place, 1, 1) if first else 1, _day(last, value, place, 12, 31) if last else 99991231)
    if days.first > days.last:
        raise QueryError("reversed", value, place)
    return days


def _day(written: str, value: str, place: int, month: int, day: int) -> int:
    """YYYYMMDD, the month or day that is not written being `month` and `day`."""
    match = _DAY.fullmatch(written)
    if match is None:
        raise QueryError("day", value, place)
    year, month, day = int(match[1]), int(match[2] or month), int(match[3] or day)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        raise QueryError("day", value, place)
    return year * 10_000 + month * 100 + day


def _values(value: str, place: int) -> Values:
    first, last = _ends(value)
    values = Values(_number(first, value, place), _number(last, value, place))
    if values.low is not None and values.high is not None and values.low > values.high:
        raise QueryError("reversed", value, place)
    return values


def _number(written: str, value: str, place: int) -> float | None:
    if not written:
        return None
    try:
        number = float(written.replace(",", "").replace("٬", "").replace("٫", "."))
    except ValueError:
        raise QueryError("number", value, place) from None
    if not abs(number) <= _MOST:
        raise QueryError("number", value, place)
    return number


def _ends(value: str) -> tuple[str, str]:
    """Both ends of a range, "" where one is open; a single value is both."""
    first, dots, last = value.partition("..")
    return (first.strip(), last.strip()) if dots else (value, value)


_RANGES: dict[str, Callable[[str, int], Clause]] = {"published": _days, "value": _values}
