"""Namings: the places where a text chooses one of several terms for an actor or an act, and whose words they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product

from tahqiq.extract.ar.attribution.quotes import Quotes, quotes
from tahqiq.extract.ar.conjugation import verb, with_objects
from tahqiq.extract.ar.nouns import inflections
from tahqiq.extract.lexicon import Hit, Lexicon, read_table
from tahqiq.extract.speech import Speech, is_gloss
from tahqiq.extract.tokens import Kind, Stream, tokenize
from tahqiq.model.claim import Claims, Mode, Statement
from tahqiq.model.framing import Family, Naming, Term, Voice
from tahqiq.model.source import Source
from tahqiq.model.text import Span

_MARKS = frozenset("«»‹›\"“”„‟″'‘’‚")
_LONG = 5  # words from which a quotation without a known speaker is still somebody's words

_ENDINGS = ("", "ا", "ان", "ين", "ون", "ي", "و")

_Named = tuple[Family, Term]


def namings(claims: Claims) -> tuple[Naming, ...]:
    """Every term of the lexicon in the words of a read Text, in order; of terms that overlap the first and longest.

    A term inside an attributed quotation is its source's; between quotation marks of its own it is a name like any
    other. In indirect speech it is reported: the source's content, in words that may be the outlet's.
    """
    stream = tokenize(claims.text)
    marks = quotes(stream)
    kept = [i for i, token in enumerate(stream.tokens) if token.word.raw not in _MARKS]
    bare = Stream(claims.text, tuple(stream.tokens[i] for i in kept))
    said = Speech(claims.statements)
    found = []
    for hit in _hits(bare):
        if hit.value is not None:
            place = _closed(marks, range(kept[hit.first], kept[hit.end - 1] + 1))
            span = stream.span(place.start, place.stop, skip=_written(hit.proclitics))
            found.append(Naming(span, *hit.value, *_voice(said.holder(span), span, _quotation(stream, marks, place))))
    return tuple(found)


@cache
def families() -> Mapping[str, Family]:
    """The families of terms by key, in the order of the file."""
    return {key: _family(key, table) for key, table in read_table("framing").items() if isinstance(table, dict)}


@cache
def lexicon() -> Lexicon[_Named | None]:
    """Every form of every term; None for phrases in which a term means something else."""
    entries: list[tuple[str, _Named | None]] = []
    for key, table in read_table("framing").items():
        assert isinstance(table, dict)
        family = families()[key]
        entries.extend((phrase, None) for phrase in _listed(table.get("else", "")))
        for term, row in zip(family.terms, _rows(table), strict=True):
            entries.extend((form, (family, term)) for form in sorted(_forms(row)))
    return Lexicon(entries)


def _voice(inner: Statement | None, span: Span, quotation: int) -> tuple[Voice, Source | None]:
    """Whose words a span of `inner` is; `quotation` counts the words around it between the same quotation marks."""
    if inner is None:
        return (Voice.QUOTED if quotation >= _LONG else Voice.OWN), None
    if is_gloss(inner.content, span):
        return Voice.OWN, None
    is_quoted = inner.mode is Mode.DIRECT or quotation > 0
    return (Voice.QUOTED if is_quoted else Voice.REPORTED), inner.attribution.source


def _hits(stream: Stream) -> Iterator[Hit[_Named | None]]:
    index = 0
    while index < len(stream.tokens):
        hit = lexicon().at(stream, index)
        if hit is not None:
            yield hit
        index = index + 1 if hit is None else hit.end


def _closed(marks: Quotes, place: range) -> range:
    """The place with the mark right after it, where that closes a quotation that begins inside."""
    return range(place.start, place.stop + any(marks.partner.get(i) == place.stop for i in place))


def _quotation(stream: Stream, marks: Quotes, place: range) -> int:
    """How many other words stand between the quotation marks around a place; 0 outside, or where it is all of them."""
    opener = marks.inside[place[0]]
    if opener < 0:
        return 0
    inside = range(opener + 1, min(marks.partner.get(opener, opener), opener + 3 * _LONG + len(place)))
    return sum(stream.tokens[i].word.kind is Kind.WORD and i not in place for i in inside)


def _written(proclitics: str) -> int:
    """Letters that proclitics take in writing ("لال" is written "لل")."""
    return len(proclitics) - proclitics.endswith("لال")


def _family(key: str, table: Mapping[str, object]) -> Family:
    terms = tuple(Term(str(row["ar"]), str(row["en"])) for row in _rows(table))
    return Family(key, str(table["kind"]), str(table["ar"]), str(table["en"]), terms)


def _rows(table: Mapping[str, object]) -> list[Mapping[str, str]]:
    rows = table["terms"]
    assert isinstance(rows, list)
    return rows


def _forms(row: Mapping[str, str]) -> set[str]:
    """All written forms of a term: phrases as they are, people in number and case, nouns and verbs inflected."""
    forms = set(_listed(row.get("words", "")))
    forms |= {person + ending for person in _listed(row.get("persons", "")) for ending in _ENDINGS}
    for noun in _listed(row.get("nouns", "")):
        forms |= inflections(noun)
    for pair in row.get("verbs", "").split():
        past, _, present = pair.partition("/")
        forms |= with_objects(verb(past, present))
    heads, _, names = row.get("heads", "").partition("|")
    return forms | {" ".join(pair) for pair in product(_listed(heads), _listed(names))}


def _listed(written: object) -> list[str]:
    """Phrases parted by blanks; an underscore stands for the blank inside a phrase."""
    return [phrase.replace("_", " ") for phrase in str(written).split()]
