"""Bare numbers in digits or words: what value stands at which tokens; no units, no hedges."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from tahqiq.extract.ar.composition import Composed, compose, compose_after_digits, ratio
from tahqiq.extract.ar.numeral_digits import is_digits, read_run, touches
from tahqiq.extract.ar.numeral_words import Atom, Part, atom_of
from tahqiq.extract.engine import Found
from tahqiq.extract.tokens import Kind, Stream, word_of
from tahqiq.model.quantity import Number


class Form(StrEnum):
    """How a number is written; "3 آلاف" is mixed."""

    DIGITS = "digits"
    WORDS = "words"
    MIXED = "mixed"


class Sense(StrEnum):
    """What kind of number it is.

    cardinal: "سبعة", "12"; ordinal: "السابع"; fraction: "ربع", "3/4"; vague: "عشرات" (at least `value`); few: "بضع
    مئات" (`value` to `high`); odd: "مئة ونيف" (more than `value`).
    """

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    VAGUE = "vague"
    FEW = "few"
    ODD = "odd"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written.

    `high` is None where the number is open above (vague, odd). `written` is the count of digits of a plain run ("2018"
    4, "03" 2), 0 for words and for runs with marks. `scale` is the last scale word's power of ten (1: none), as in
    "5 ملايين". `is_definite`: it carries the article ("الـ12", "العشرة"). `has_pronoun`: "نصفهم".
    """

    value: Number
    form: Form
    sense: Sense = Sense.CARDINAL
    high: Number | None = None
    written: int = 0
    scale: int = 1
    is_definite: bool = False
    has_pronoun: bool = False

    @property
    def is_ordinal(self) -> bool:
        """Whether it is an ordinal (الأول، الحادي والعشرون)."""
        return self.sense is Sense.ORDINAL


_DECIMAL_MARKS = frozenset(".٫")
_MINUS_SIGNS = frozenset("-−–")
_ARTICLES = frozenset(("ال", "وال", "بال", "لل", "فال", "كال", "ولل"))
_PER_HUNDRED = frozenset("%٪")


def numerals(stream: Stream) -> dict[int, Found[Numeral]]:
    """Every bare number by its first token; those in words are as long as they can be read, and none overlap.

    A signed number is filed both at its sign and, without it, at its digits.
    """
    chart: dict[int, Found[Numeral]] = {}
    end = 0
    for index in [i for i, token in enumerate(stream.tokens) if _may_begin(token.word.raw)]:
        if index < end:
            continue
        hit = _at(stream, index)
        if hit is None:
            end = _past_noise(stream, index)
            continue
        chart[index] = hit
        _file_signed(stream, chart, hit)
        end = hit.end
    return chart


@lru_cache(maxsize=1 << 17)
def _may_begin(raw: str) -> bool:
    word = word_of(raw)
    return word.kind is Kind.DIGITS or raw in _DECIMAL_MARKS or (word.kind is Kind.WORD and atom_of(word) is not None)


def _at(stream: Stream, index: int) -> Found[Numeral] | None:
    word = stream.tokens[index].word
    if word.kind is Kind.WORD:
        atom = atom_of(word)
        return None if atom is None else _words(stream, index, atom)
    return _digits(stream, index) if word.kind is Kind.DIGITS or _begins_decimal(stream, index) else None


def _past_noise(stream: Stream, index: int) -> int:
    """The next token to look at; marks and digits that belong to an unreadable run ("1.2.3") go as one."""
    if stream.tokens[index].word.kind is not Kind.DIGITS:
        return index + 1
    index += 1
    while is_digits(stream, index + 1) and touches(stream, index) and touches(stream, index + 1):
        index += 2
    return index


def _begins_decimal(stream: Stream, mark: int) -> bool:
    return is_digits(stream, mark + 1) and touches(stream, mark + 1) and not touches(stream, mark)


def _digits(stream: Stream, index: int) -> Found[Numeral] | None:
    if (part := _written_fraction(stream, index)) is not None:
        return part
    bare = read_run(stream, index, is_scaled=False)
    loose = read_run(stream, index, is_scaled=True)
    end = (bare or loose).end if (bare or loose) else 0  # type: ignore[union-attr]
    run = loose if _is_scaled(stream, end) else bare
    if run is None:
        return None
    if _is_year_in_row(stream, index, run.plain):
        return Found(index, run.end, Numeral(run.value, Form.DIGITS, high=run.value, written=4), "number in digits")
    composed = compose_after_digits(stream, run.end, run.value)
    composed = ratio(stream, composed) or composed
    form = Form.DIGITS if composed.end == run.end else Form.MIXED
    written = run.plain if form is Form.DIGITS else 0
    numeral = _numeral(composed, form, is_definite=stream.folded(index - 1) in _ARTICLES and touches(stream, index))
    return Found(index, composed.end, replace(numeral, written=written), f"number in {form}")


def _is_year_in_row(stream: Stream, index: int, written: int) -> bool:
    """The last of "2016 و2017 و2018", which takes no scale from the words behind it ("2018 مليار يورو")."""
    if written != _YEAR_DIGITS or stream.folded(index - 1) != "و" or not is_digits(stream, index - 2):
        return False
    years = stream.folded(index), stream.folded(index - 2)
    return all(len(year) == _YEAR_DIGITS and year[:2] in ("19", "20") for year in years)


_YEAR_DIGITS = 4


def _is_scaled(stream: Stream, index: int) -> bool:
    """Whether a scale word or a percent sign stands at token `index`."""
    if index >= len(stream.tokens):
        return False
    word = stream.tokens[index].word
    if word.raw in _PER_HUNDRED:
        return True
    atom = atom_of(word) if word.kind is Kind.WORD else None
    if atom is not None:
        return atom.is_scale and not atom.proclitics
    return word.folded in ("في", "ب") or word.folded in ("بالميه", "بالمايه")


def _written_fraction(stream: Stream, index: int) -> Found[Numeral] | None:
    """ "3/4"; not "12/5/2018"."""
    slash, below = index + 1, index + 2
    if stream.folded(slash) != "/" or not (is_digits(stream, index) and is_digits(stream, below)):
        return None
    if stream.folded(below + 1) == "/" or stream.folded(index - 1) == "/":
        return None
    if not all(touches(stream, i) and len(stream.folded(i)) <= _LONGEST_PART for i in (slash, below)):
        return None
    if len(stream.folded(index)) > _LONGEST_PART or int(stream.folded(below)) == 0:
        return None
    value = Fraction(int(stream.folded(index)), int(stream.folded(below)))
    return Found(index, below + 1, Numeral(_plain(value), Form.DIGITS, Sense.FRACTION, _plain(value)), "a/b")


_LONGEST_PART = 3


def _file_signed(stream: Stream, chart: dict[int, Found[Numeral]], hit: Found[Numeral]) -> None:
    """File "-5" at its sign, where no word or number touches the sign before."""
    if hit.first == 0 or not is_digits(stream, hit.first):
        return
    sign = hit.first - 1
    if stream.folded(sign) not in _MINUS_SIGNS or not touches(stream, hit.first) or touches(stream, sign):
        return
    chart[sign] = Found(sign, hit.end, _negated(hit.value), "signed number")


def _negated(numeral: Numeral) -> Numeral:
    high = None if numeral.high is None else -numeral.value
    return replace(numeral, value=-numeral.value if numeral.high is None else -numeral.high, high=high, written=0)


def _words(stream: Stream, index: int, atom: Atom) -> Found[Numeral] | None:
    if atom.part is Part.MINUS:
        return _minus(stream, index, atom)
    composed = compose(stream, index)
    if composed is None:
        return None
    composed = ratio(stream, composed) or composed
    form = Form.MIXED if any(is_digits(stream, i) for i in range(index, composed.end)) else Form.WORDS
    numeral = _numeral(composed, form, is_definite=atom.is_definite)
    return Found(index, composed.end, numeral, composed.rule, kept_article(atom.proclitics))


def _minus(stream: Stream, index: int, atom: Atom) -> Found[Numeral] | None:
    """ "سالب واحد", "ناقص 5"."""
    if is_digits(stream, index + 1):
        rest = _digits(stream, index + 1)
    elif index + 1 < len(stream.tokens) and (after := atom_of(stream.tokens[index + 1].word)) is not None:
        rest = None if after.part is Part.MINUS or after.proclitics else _words(stream, index + 1, after)
    else:
        rest = None
    if rest is None:
        return None
    return Found(index, rest.end, _negated(rest.value), "minus in words", kept_article(atom.proclitics))


def kept_article(proclitics: str) -> int:
    """How many letters of `proclitics` to leave out of a span that keeps the article."""
    if proclitics.endswith("لال"):
        return len(proclitics) - 2
    return len(proclitics.removesuffix("ال"))


def _numeral(composed: Composed, form: Form, *, is_definite: bool) -> Numeral:
    high = None if composed.high is None else _plain(composed.high)
    sense = Sense(composed.sense)
    return Numeral(_plain(composed.value), form, sense, high, 0, composed.scale, is_definite, composed.has_pronoun)


def _plain(value: Number | Fraction) -> Number:
    """An int where the number is whole, else a float."""
    return int(value) if value == int(value) else float(value)
