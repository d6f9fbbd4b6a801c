"""The grammar of Arabic number words: atoms in a row → one value.

A number is a row of groups below a thousand, each closed by a smaller scale than the one before; parts of a group are
joined by و from the hundreds down, units before tens. Reading stops at the first word that cannot continue, so
"عشرة وعشرون" is two numbers and "خمسة وعشرون" is one. One grammar in one place, so longer than most modules.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import NamedTuple

from tahqiq.extract.ar.numeral_digits import is_digits, read_run
from tahqiq.extract.ar.numeral_words import Atom, Part, atom_of
from tahqiq.extract.lexicon import listed
from tahqiq.extract.tokens import Kind, Stream
from tahqiq.model.quantity import Number


class Composed(NamedTuple):
    """What number words mean, and where they end. `sense` is a `Sense` value; `high` None: open above."""

    end: int
    value: Number | Fraction
    high: Number | Fraction | None
    sense: str = "cardinal"
    scale: int = 1
    has_pronoun: bool = False
    rule: str = "number in words"


class _Next(NamedTuple):
    """A number word that stands next: where it ends, and whether و joins it."""

    atom: Atom
    end: int
    is_joined: bool


_UNLIMITED = 10**60
_CLOSED = 11  # the units and tens of the group are filled, as after عشرين or أحد عشر
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class _State:
    """A number half read: `total` of closed scales, the open `group`, its smallest filled `place` (0: none)."""

    end: int
    total: Number = 0
    group: Number = 0
    place: int = 0
    ceiling: int = _UNLIMITED
    is_digits: bool = False
    before: _State | None = None

    @property
    def value(self) -> Number:
        return self.total + self.group


def compose(stream: Stream, first: int) -> Composed | None:
    """The longest number that begins with the number word at token `first`, or None."""
    atom = atom_of(stream.tokens[first].word)
    if atom is None:
        return None
    part, end = atom.part, first + 1
    if part is Part.ORDINAL or part is Part.ORDINAL_COMBINING:
        return _ordinal(stream, atom, end)
    if part is Part.FRACTION:
        return _fraction(stream, atom, end)
    if part is Part.FEW:
        return _few(stream, end)
    if part is Part.ODD:
        return _odd_before(stream, end)
    if part in _VAGUE:
        return _vague(stream, atom, end)
    if part is Part.ZERO:
        return Composed(end, 0, 0)
    return _cardinal(stream, atom, first)


def compose_after_digits(stream: Stream, end: int, value: Number) -> Composed:
    """A number that begins with digits of `value` before token `end`: "3 آلاف و500", "5 ونصف"."""
    state = _State(end, group=value, place=1, is_digits=True)
    return _finish(stream, _run(stream, state))


def _cardinal(stream: Stream, atom: Atom, first: int) -> Composed | None:
    end = first + 1
    if atom.part is Part.ONE or atom.part is Part.COMBINING:
        if (below := _next(stream, end)) is not None and below.atom.part is Part.DENOMINATOR and not below.is_joined:
            return _parts(stream, Fraction(atom.value, int(below.atom.value)), below.end)
        state = _State(end, group=int(atom.value), place=1)
    elif atom.part in (Part.TEN, Part.TEENS, Part.TENS):
        state = _State(end, group=int(atom.value), place=_CLOSED)
    elif atom.part in (Part.HUNDRED, Part.HUNDREDS):
        state = _State(end, group=int(atom.value), place=_HUNDRED)
    elif atom.part is Part.SCALE:
        state = _State(end, total=int(atom.value), ceiling=int(atom.value))
    elif atom.part in (Part.SCALE_DUAL, Part.SCALE_DUAL_OR_ACCUSATIVE):
        state = _State(end, total=_doubled(stream, atom, end) * int(atom.value), ceiling=int(atom.value))
    else:
        return None
    read = _run(stream, state)
    if atom.part is Part.COMBINING and (read.end == end or (read.value < 10 and read.total == 0)):
        return None
    return _finish(stream, read)


def _doubled(stream: Stream, atom: Atom, end: int) -> int:
    """2 for a dual, 1 for a scale in the accusative: "ألفا شخص" are two thousand, "ألفا وثلاثمئة" and "بلغ ألفا" one.

    A dual loses its final ن only where the counted noun stands right behind it. With nothing before and behind, "ألفا"
    is a number quoted in the nominative, which only the dual can be.
    """
    if atom.part is Part.SCALE_DUAL:
        return 2
    if atom.part is not Part.SCALE_DUAL_OR_ACCUSATIVE:
        return 1
    if end >= len(stream.tokens):
        return 2 if end == 1 else 1
    word = stream.tokens[end].word
    is_noun = word.kind is Kind.WORD and not word.folded.startswith("و") and word.folded not in listed("function_words")
    return 2 if is_noun and atom_of(word) is None else 1


def _next(stream: Stream, index: int) -> _Next | None:
    """The number word at token `index`, written alone, with the article, or joined by و (which may stand apart)."""
    is_apart = stream.folded(index) == "و"
    index += is_apart
    if index >= len(stream.tokens) or stream.tokens[index].word.kind is not Kind.WORD:
        return None
    atom = atom_of(stream.tokens[index].word)
    if atom is None or atom.proclitics not in _CONTINUING or (is_apart and atom.is_joined):
        return None
    return _Next(atom, index + 1, is_apart or atom.is_joined)


_CONTINUING = frozenset(("", "ال", "و", "وال"))


def _run(stream: Stream, state: _State) -> _State:
    """Read on as far as the grammar allows."""
    while True:
        following = _next(stream, state.end)
        grown = _join_digits(stream, state) if following is None else _join(stream, state, following)
        if grown is None:
            return _rolled_back(state, following)
        state = grown


def _rolled_back(state: _State, following: _Next | None) -> _State:
    """Give the last group back where a scale follows it that it cannot take: "مئة ألف ومئتا ألف" is two numbers."""
    if following is None or state.before is None or not state.group:
        return state
    return state.before if following.atom.is_scale and not following.is_joined else state


def _join_digits(stream: Stream, state: _State) -> _State | None:
    """ "سبعة آلاف و150", "مليون و200 ألف": digits below the last scale, joined by و."""
    if not state.total or state.group or stream.folded(state.end) != "و" or not is_digits(stream, state.end + 1):
        return None
    run = read_run(stream, state.end + 1, is_scaled=False)
    if run is None or not isinstance(run.value, int) or not 0 < run.value < state.ceiling:
        return None
    return replace(state, end=run.end, group=run.value, place=1, is_digits=True, before=state)


def _join(stream: Stream, state: _State, following: _Next) -> _State | None:
    """`state` grown by the next number word, or None where it cannot stand there."""
    atom, end, joined = following
    if atom.part in _MULTIPLIERS and not joined:
        return _multiplied(state, int(atom.value), end)
    if atom.part in (Part.SCALE, *_DUALS) and joined:
        return _added_scale(stream, state, atom, end)
    if state.is_digits and state.group:
        return None
    if atom.part in (Part.HUNDRED, Part.HUNDREDS_PLURAL) and not joined and _is_unit(state):
        return replace(state, end=end, group=state.group * _HUNDRED, place=_HUNDRED)
    if atom.part is Part.TEN and not joined and state.place == 1:
        return replace(state, end=end, group=state.group + 10, place=_CLOSED)
    return _added(state, atom, end, joined)


_DUALS = (Part.SCALE_DUAL, Part.SCALE_DUAL_OR_ACCUSATIVE)
_MULTIPLIERS = (Part.SCALE, Part.SCALE_PLURAL, Part.SCALE_DUAL_OR_ACCUSATIVE)


def _is_unit(state: _State) -> bool:
    return state.place == 1 and 3 <= state.group % _HUNDRED <= 9


def _multiplied(state: _State, scale: int, end: int) -> _State | None:
    if not state.group or scale >= state.ceiling:
        return None
    return _State(end, state.total + _times(state.group, scale), ceiling=scale)


def _times(group: Number, scale: int) -> Number:
    """`group` × `scale` without the dust of binary fractions: 1.1 million is whole."""
    if isinstance(group, int):
        return group * scale
    exact = Fraction(repr(group)) * scale
    return int(exact) if exact.denominator == 1 else float(exact)


def _added_scale(stream: Stream, state: _State, atom: Atom, end: int) -> _State | None:
    """ "مليون وألف", "مليون وألفان"."""
    scale = int(atom.value)
    if state.group or not state.total or scale >= state.ceiling:
        return None
    return _State(end, state.total + _doubled(stream, atom, end) * scale, ceiling=scale, before=state)


def _added(state: _State, atom: Atom, end: int, joined: bool) -> _State | None:
    """Units, tens or hundreds put into the places of the group that are still free."""
    place = _PLACES.get(atom.part)
    if place is None or not (joined or (place == _HUNDRED and state.total) or state.place == _HUNDRED):
        return None
    if not state.group:
        is_free = bool(state.total)
    elif place == _CLOSED and atom.part is Part.TENS and state.place == 1:
        is_free = joined
    else:
        is_free = state.place == _HUNDRED and place < _HUNDRED
    if not is_free or (not joined and atom.value == 1):
        return None
    before = state if not state.group else state.before
    return replace(state, end=end, group=state.group + int(atom.value), place=place, before=before)


_PLACES = {
    Part.ONE: 1,
    Part.COMBINING: 1,
    Part.TEN: _CLOSED,
    Part.TEENS: _CLOSED,
    Part.TENS: _CLOSED,
    Part.HUNDRED: _HUNDRED,
    Part.HUNDREDS: _HUNDRED,
}


def _finish(stream: Stream, state: _State) -> Composed:
    """The value with what may trail it: a decimal part, a joined fraction, "ونيف"."""
    scale = state.ceiling if state.ceiling < _UNLIMITED and not state.group else 1
    plain = Composed(state.end, state.value, state.value, scale=scale)
    if (following := _next(stream, state.end)) is None:
        return _hundredths(stream, plain) or plain
    if following.atom.part is Part.POINT and not following.is_joined:
        return _pointed(stream, plain, following.end) or plain
    if not following.is_joined:
        return plain
    if following.atom.part is Part.ODD:
        return plain._replace(end=following.end, high=None, sense="odd", rule="number and odd")
    if following.atom.part is Part.FRACTION:
        return _and_part(stream, plain, following) or plain
    return plain


def _and_part(stream: Stream, plain: Composed, following: _Next) -> Composed | None:
    """ "مليون ونصف المليون", "خمسة ونصف"; not "خمسة ونصف السكان"."""
    if following.atom.has_pronoun or following.atom.is_definite:
        return None
    part = Fraction(following.atom.value)
    after = _next(stream, following.end)
    if after is not None and after.atom.is_scale and not after.is_joined:
        scale, end = int(after.atom.value), after.end
        base = plain.value if plain.scale > 1 else Fraction(str(plain.value)) * scale
        if plain.scale > 1 and scale > plain.scale:
            return None
        return _whole(plain, base + part * scale, end, scale)
    if stream.folded(following.end).startswith("ال"):
        return None
    return _whole(plain, Fraction(str(plain.value)) + part * plain.scale, following.end, plain.scale)


def _whole(plain: Composed, value: Number | Fraction, end: int, scale: int) -> Composed:
    return plain._replace(end=end, value=value, high=value, scale=scale, rule="number and a part")


def _pointed(stream: Stream, plain: Composed, after_point: int) -> Composed | None:
    """ "واحد فاصلة واحد", "1 فاصلة 1"."""
    if is_digits(stream, after_point):
        digits, end = stream.folded(after_point), after_point + 1
    else:
        tail = _next(stream, after_point)
        if tail is None or tail.is_joined or tail.atom.part not in (*_PLACES, Part.ZERO):
            return None
        read = _run(stream, _State(tail.end, group=int(tail.atom.value), place=_PLACES.get(tail.atom.part, _CLOSED)))
        digits, end = str(read.value), read.end
    if not digits.isdigit() or len(digits) > 9:
        return None
    value = Fraction(f"{plain.value}.{digits}") if isinstance(plain.value, int) else Fraction(0)
    return plain._replace(end=end, value=value, high=value, rule="number with a decimal point in words")


def _hundredths(stream: Stream, plain: Composed) -> Composed | None:
    """The decimals as num2words writes them: "اثنا عشر  , أربع و ثلاثون" is 12.34; the comma stands apart."""
    comma = plain.end
    if stream.folded(comma) != "," or stream.glued(comma) or stream.glued(comma + 1):
        return None
    following = _next(stream, comma + 1)
    if following is None or following.is_joined or following.atom.part not in _PLACES:
        return None
    state = _run(stream, _State(following.end, group=int(following.atom.value), place=_PLACES[following.atom.part]))
    if state.total or state.group >= _HUNDRED or not isinstance(plain.value, int):
        return None
    value = plain.value + Fraction(int(state.group), _HUNDRED)
    return plain._replace(end=state.end, value=value, high=value, rule="number and hundredths")


def ratio(stream: Stream, above: Composed) -> Composed | None:
    """ "واحد على مائة", "3 من كل 10": `above` out of the number that follows; None where none does."""
    if above.sense != "cardinal" or not above.value or above.scale > 1:
        return None
    below = above.end + 1
    if stream.folded(above.end) == "من" and stream.folded(below) == "كل":
        below += 1
    elif stream.folded(above.end) != "علي" or above.value != 1 or is_digits(stream, below):
        return None
    whole = _whole_number(stream, below)
    if whole is None or not above.value < whole.value:
        return None
    part = Fraction(str(above.value)) / Fraction(str(whole.value))
    return Composed(whole.end, part, part, "fraction", rule="so many of so many")


def _whole_number(stream: Stream, index: int) -> Composed | None:
    if is_digits(stream, index):
        run = read_run(stream, index, is_scaled=False)
        return None if run is None else compose_after_digits(stream, run.end, run.value)
    found = compose(stream, index) if index < len(stream.tokens) else None
    return found if found is not None and found.sense == "cardinal" else None


def _fraction(stream: Stream, atom: Atom, end: int) -> Composed | None:
    part = Fraction(atom.value)
    if atom.has_pronoun:
        return Composed(end, part, part, "fraction", has_pronoun=True, rule="fraction of them")
    return _parts(stream, part, end)


def _parts(stream: Stream, part: Fraction, end: int) -> Composed:
    """A fraction, or that part of a scale: "نصف مليون", "ثلاثة أرباع المليار"."""
    after = _next(stream, end)
    if after is not None and after.atom.part in (Part.SCALE, Part.HUNDRED) and not after.is_joined:
        scale = int(after.atom.value)
        return Composed(after.end, part * scale, part * scale, scale=scale, rule="part of a scale")
    return Composed(end, part, part, "fraction", rule="fraction in words")


_VAGUE = {
    Part.TENS_PLURAL: 20,
    Part.HUNDREDS_PLURAL: 200,
    Part.SCALE_PLURAL: 2,
}


def _vague(stream: Stream, atom: Atom, end: int) -> Composed:
    """ "عشرات", "مئات الآلاف": the lowest that the plural can mean, which is two of it."""
    low, scale, end = 2 * int(atom.value), int(atom.value), end
    while (after := _next(stream, end)) is not None and not after.is_joined and after.atom.part in _PLURALS:
        scale = int(after.atom.value)
        low, end = low * scale, after.end
        if low > _UNLIMITED:
            break
    return Composed(end, low, None, "vague", scale=scale, rule="vague plural")


_PLURALS = (Part.SCALE_PLURAL, Part.HUNDREDS_PLURAL, Part.SCALE)


def _few(stream: Stream, end: int) -> Composed:
    """ "بضعة" alone is 3 to 9; "بضع مئات" 300 to 900; "بضعة عشر" 13 to 19."""
    after = _next(stream, end)
    low, high, scale = 3, 9, 1
    if after is not None and after.atom.part in (Part.TEN, Part.TENS) and after.is_joined is (after.atom.value != 10):
        low, high, end = low + int(after.atom.value), high + int(after.atom.value), after.end
    while (after := _next(stream, end)) is not None and not after.is_joined and after.atom.part in _FEW_OF:
        scale = int(after.atom.value)
        low, high, end = low * scale, high * scale, after.end
        if high > _UNLIMITED:
            break
    return Composed(end, low, high, "few", scale=scale, rule="a few")


_FEW_OF = (Part.TENS_PLURAL, *_PLURALS)


def _odd_before(stream: Stream, end: int) -> Composed | None:
    """ "نيف وعشرون": more than twenty."""
    after = _next(stream, end)
    if after is None or not after.is_joined or after.atom.part is Part.ODD:
        return None
    number = compose(stream, after.end - 1)
    if number is None or number.sense != "cardinal":
        return None
    return number._replace(high=None, sense="odd", rule="number and odd")


def _ordinal(stream: Stream, atom: Atom, end: int) -> Composed | None:
    """ "الثالث", "الحادي عشر", "الحادي والعشرين"."""
    value, after = int(atom.value), _next(stream, end)
    if after is not None and after.atom.part is Part.TEN and not after.is_joined and value < 10:
        return Composed(after.end, value + 10, value + 10, "ordinal", rule="ordinal in words")
    if after is not None and after.atom.part is Part.TENS and after.is_joined and value < 10:
        value += int(after.atom.value)
        return Composed(after.end, value, value, "ordinal", rule="ordinal in words")
    if atom.part is Part.ORDINAL_COMBINING:
        return None
    return Composed(end, value, value, "ordinal", rule="ordinal in words")
