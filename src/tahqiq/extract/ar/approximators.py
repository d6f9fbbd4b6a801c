"""What hedges a number: the phrases that stand before it, after it, or speak of it from a distance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from tahqiq.extract.lexicon import Lexicon, read_table
from tahqiq.extract.tokens import Kind, Split, Stream
from tahqiq.model.folding import fold
from tahqiq.model.quantity import Approximator


class Hedge(NamedTuple):
    """Approximators read beside a number, outermost first.

    `edge` is where they begin (before the number) or end (after it); `skip` the letters of proclitics to leave out;
    `first` where those after the number begin, behind a counted noun.
    """

    edge: int
    approximators: tuple[Approximator, ...] = ()
    skip: int = 0
    first: int = 0


class _Phrase(NamedTuple):
    """A phrase before a number: its words but the last, from back to front."""

    rest: tuple[str, ...]
    approximator: Approximator


_ARTICLES = frozenset(("ال", "ب", "ل", "بال", "لل"))
_OPENING = frozenset("(\"«“[„'")
_CLOSING = frozenset(")\"»”]“'")
_PREFIXES = frozenset(("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "ال", "وك"))
_STACKED = 3
_REACH = 9


def _words(section: str, key: str) -> list[str]:
    table = read_table("approximators")[section]
    assert isinstance(table, dict)
    value = table.get(key, [])
    return list(value) if isinstance(value, list) else []


@cache
def _turned() -> dict[str, str]:
    table = read_table("approximators")["negations"]
    assert isinstance(table, dict) and isinstance(table["turned"], dict)
    return {k: str(v) for k, v in table["turned"].items()}


def _verbal() -> Iterator[tuple[str, Approximator]]:
    """Verbs as they stand, after "ما", and turned over by a negation."""
    for positive, negative in _turned().items():
        for verb in _words("verbs", positive):
            yield verb, Approximator(positive)
            for particle in _words("negations", "emphatic"):
                yield f"{particle} {verb}", Approximator(positive)
            for particle in _words("negations", "words"):
                yield f"{particle} {verb}", Approximator(negative)


@cache
def _before() -> dict[str, tuple[_Phrase, ...]]:
    phrases: dict[str, list[_Phrase]] = {}
    rows: Iterable[tuple[str, Approximator]] = (
        *((phrase, kind) for kind in Approximator for phrase in _words("before", kind)),
        *_verbal(),
    )
    for phrase, kind in rows:
        *rest, last = (fold(word) for word in phrase.split())
        phrases.setdefault(last, []).append(_Phrase(tuple(reversed(rest)), kind))
    return {last: tuple(sorted(found, key=lambda p: -len(p.rest))) for last, found in phrases.items()}


@cache
def _after() -> Lexicon[Approximator]:
    return Lexicon(((phrase, kind) for kind in Approximator for phrase in _words("after", kind)), frozenset(("و",)))


def before(stream: Stream, first: int) -> Hedge:
    """The approximators that stand directly before token `first`; an article or an opening mark may stand between."""
    found: list[Approximator] = []
    edge, skip, index = first, 0, first
    while len(found) < _STACKED:
        index = _past_article(stream, index)
        hit = _phrase_ending(stream, index)
        if hit is None:
            break
        edge, skip = hit.edge, hit.skip
        index = edge
        found = [*hit.approximators, *found]
        if skip:
            break
    return Hedge(edge, tuple(found), skip)


def _past_article(stream: Stream, index: int) -> int:
    """Step back over "الـ" and over an opening mark ("أكثر من (600)")."""
    while index > 0 and (stream.folded(index - 1) in _ARTICLES or stream.folded(index - 1) in _OPENING):
        index -= 1
    return index


def _phrase_ending(stream: Stream, end: int) -> Hedge | None:
    last = end - 1
    if last < 0:
        return None
    for split in stream.tokens[last].word.splits:
        for phrase in _before().get(split.stem, ()):
            if (hit := _match_back(stream, last, split, phrase)) is not None:
                return hit
    return None


def _match_back(stream: Stream, last: int, split: Split, phrase: _Phrase) -> Hedge | None:
    first = last - len(phrase.rest)
    if not phrase.rest:
        if split.proclitics not in _PREFIXES or _is_without(stream, last, phrase.approximator):
            return None
        return Hedge(last, (phrase.approximator,), _written(split.proclitics))
    if split.proclitics or first < 0:
        return None
    for step, word in enumerate(phrase.rest[:-1], start=1):
        if stream.folded(last - step) != word:
            return None
    for begin in stream.tokens[first].word.splits:
        if begin.stem == phrase.rest[-1] and begin.proclitics in _PREFIXES:
            return Hedge(first, (phrase.approximator,), _written(begin.proclitics))
    return None


def _is_without(stream: Stream, last: int, kind: Approximator) -> bool:
    """ "من دون" is "without"."""
    return kind is Approximator.LESS_THAN and stream.folded(last - 1) in ("من", "ومن") and stream.folded(last) == "دون"


def _written(proclitics: str) -> int:
    return 0 if proclitics.endswith("ال") else len(proclitics)


def after(stream: Stream, end: int) -> Hedge | None:
    """An approximator after token `end`, directly or behind a counted noun of one or two words."""
    for nouns in range(3):
        index = end + nouns
        hit = _after().at(stream, index)
        is_next = stream.folded(index) == "واكثر" and stream.folded(index + 1) == "من"  # "16 قتيلا وأكثر من 30 جريحا"
        if hit is not None and not is_next:
            return Hedge(hit.end, (hit.value,), first=hit.first)
        if index >= len(stream.tokens) or not _may_be_counted(stream, index, nouns):
            return None
    return None


def _may_be_counted(stream: Stream, index: int, nouns: int) -> bool:
    word = stream.tokens[index].word
    if word.kind is not Kind.WORD or len(word.folded) <= 2:
        return False
    return nouns == 0 or word.folded[0] not in "وب"


def closes(stream: Stream, first: int, end: int) -> bool:
    """Whether an opening mark before token `first` is closed right at token `end`."""
    return stream.folded(first - 1) in _OPENING and stream.folded(end) in _CLOSING


@cache
def _distant() -> dict[str, tuple[Approximator, bool]]:
    verbs = {fold(v): (Approximator.MORE_THAN, False) for v in _words("distant", "more_than")}
    verbs |= {fold(v): (Approximator.MORE_THAN, True) for v in _words("distant", "more_than_with")}
    return verbs | {fold(v): (Approximator.LESS_THAN, True) for v in _words("distant", "less_than_with")}


@cache
def _links() -> frozenset[str]:
    return frozenset(map(fold, _words("distant", "with")))


_NEGATIVE = frozenset(("لا", "لم", "لن", "ولم", "ولا", "ولن"))
_PREPOSITIONS = frozenset(
    map(fold, "من إلى في عن على خلال بعد قبل منذ حتى مع بين لمدة بنسبة بقيمة نحو بمعدل بنحو ضد عبر".split())
)


def distant(stream: Stream, first: int) -> tuple[Approximator, ...]:
    """The approximator of a verb of exceeding some words before the number at token `first`, if it governs it.

    The number stands as its object, or behind "عن" or "على"; no other number, mark or preposition comes between.
    """
    index = _past_article(stream, first)
    is_linked = stream.folded(index - 1) in _links()
    if not is_linked and stream.folded(index - 1) in _PREPOSITIONS:
        return ()
    for back in range(2, _REACH):
        at = index - back
        if at < 0 or stream.tokens[at].word.kind is not Kind.WORD:
            return ()
        for split in stream.tokens[at].word.splits:
            found = _distant().get(split.stem) if split.proclitics in ("", "و", "ف") else None
            if found is not None and (found[1] == is_linked):
                return (_with_negation(stream, at, found[0]),)
    return ()


def _with_negation(stream: Stream, verb: int, kind: Approximator) -> Approximator:
    if stream.folded(verb - 1) in _NEGATIVE:
        return Approximator(_turned()[kind])
    return kind
