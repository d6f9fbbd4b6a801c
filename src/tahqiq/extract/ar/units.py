"""Units of measure, percent and money beside a number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from tahqiq.extract.lexicon import Hit, Lexicon, Table, listed, read_table
from tahqiq.extract.tokens import Stream, Word
from tahqiq.model.folding import fold


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its symbol as a `Quantity` carries it, and the factor to full units (a cent is 1/100 USD).

    `needs_decimal` units hold only for numbers with a decimal part; `cues` are folded words one of which must stand
    near before the number.
    """

    symbol: str
    factor: Fraction = Fraction(1)
    needs_decimal: bool = False
    cues: frozenset[str] = frozenset()
    is_money: bool = False
    is_cent: bool = False


_CUE_REACH = 8
_BARE_OR_DEFINITE = frozenset(("ال",))


def _table(parent: Table, key: str) -> Table:
    value = parent[key]
    assert isinstance(value, dict)
    return value


def _list(parent: Table, key: str) -> list[str]:
    value = parent.get(key, [])
    return list(value) if isinstance(value, list) else []


def _measures() -> Iterator[tuple[str, Unit]]:
    tables = read_table("units")
    for symbol in tables:
        if symbol in ("cued", "decimal_only"):
            continue
        yield from ((words, Unit(symbol)) for words in _list(_table(tables, symbol), "words"))
    for symbol in _table(tables, "decimal_only"):
        words = _list(_table(_table(tables, "decimal_only"), symbol), "words")
        yield from ((phrase, Unit(symbol, needs_decimal=True)) for phrase in words)


def _money() -> Iterator[tuple[str, Unit]]:
    tables = read_table("currencies")
    for section, factor in (("words", Fraction(1)), ("symbols", Fraction(1)), ("cents", Fraction(1, 100))):
        table = _table(tables, section)
        for code in table:
            unit = Unit(code, factor, is_money=True, is_cent=section == "cents")
            yield from ((phrase, unit) for phrase in _list(table, code))


@cache
def _after() -> Lexicon[Unit]:
    return Lexicon((*_measures(), *_money()), _BARE_OR_DEFINITE)


@cache
def _cued() -> Lexicon[tuple[Unit, ...]]:
    table = _table(read_table("units"), "cued")
    by_phrase: dict[str, list[Unit]] = {}
    for symbol in table:
        row = _table(table, symbol)
        unit = Unit(symbol, cues=frozenset(map(fold, _list(row, "cues"))))
        for phrase in _list(row, "words"):
            by_phrase.setdefault(phrase, []).append(unit)
    return Lexicon(((phrase, tuple(units)) for phrase, units in by_phrase.items()), _BARE_OR_DEFINITE)


@cache
def _symbols() -> dict[str, Unit]:
    table = _table(read_table("currencies"), "symbols")
    return {fold(sign): Unit(code, is_money=True) for code in table for sign in _list(table, code)}


@cache
def _duals() -> dict[str, Unit]:
    duals: dict[str, Unit] = {}
    for symbol, table in read_table("units").items():
        for singular in _singulars(table):
            stem = fold(singular)
            stem = stem[:-1] + "ت" if stem.endswith("ه") else stem
            duals |= {stem + ending: Unit(symbol) for ending in ("ان", "ين")}
    money = _table(read_table("currencies"), "duals")
    return duals | {fold(word): Unit(code, is_money=True) for code in money for word in _list(money, code)}


def unit_after(stream: Stream, end: int, *, is_whole: bool) -> Hit[Unit] | None:
    """The unit that begins at token `end`, behind a number ending there; `is_whole`: the number has no decimal part."""
    hit = _after().at(stream, end)
    if hit is not None and not (hit.value.needs_decimal and is_whole):
        return hit
    cued = _cued().at(stream, end)
    if cued is None:
        return None
    near = {split.stem for t in stream.tokens[max(0, end - _CUE_REACH) : end] for split in t.word.splits}
    for unit in cued.value:
        if unit.cues & near:
            return Hit(cued.first, cued.end, cued.proclitics, unit)
    return None


@cache
def money_codes() -> frozenset[str]:
    """The codes of all currencies."""
    return frozenset(_table(read_table("currencies"), "words"))


def money_before(stream: Stream, first: int) -> Unit | None:
    """The currency whose symbol stands before the number at token `first` ("$10")."""
    return _symbols().get(stream.folded(first - 1))


def is_before_its_noun(stream: Stream, index: int) -> bool:
    """Whether token `index`, bare, stands before a definite noun, where a dual would lose its ن ("طنين الطائرات")."""
    following = stream.folded(index + 1)
    is_bare = not stream.folded(index).startswith("ال")
    return is_bare and following.startswith("ال") and following not in listed("function_words")


def dual_unit(word: Word) -> tuple[str, Unit] | None:
    """The unit of which `word` is the dual ("كيلومترين"), with its proclitics."""
    for split in word.splits:
        if (unit := _duals().get(split.stem)) is not None:
            return split.proclitics, unit
    return None


@cache
def _singles() -> Lexicon[Unit]:
    rows = ((s, Unit(symbol)) for symbol, table in read_table("units").items() for s in _singulars(table) if s != "مرة")
    return Lexicon(rows, _BARE_OR_DEFINITE)


def _singulars(table: object) -> list[str]:
    return _list(table, "dual") if isinstance(table, dict) else []


def begins_single(word: Word) -> bool:
    """Whether `word` begins a unit that `single_unit` reads."""
    firsts = _singles().first_words
    return word.folded in firsts or word.folded.removeprefix("ال") in firsts


def single_unit(stream: Stream, index: int) -> Hit[Unit] | None:
    """A unit of measure that may stand for one of itself behind an approximator ("نحو متر", "تجاوز الطن")."""
    return _singles().at(stream, index)
