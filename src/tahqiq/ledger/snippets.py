"""The stretch of a text that shows best why it was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tahqiq.ledger.queries import Query
from tahqiq.ledger.terms import Occurrence, Term, occurrences
from tahqiq.model.text import Span, Text

WIDTH = 240


@dataclass(frozen=True, slots=True)
class Snippet:
    """About `WIDTH` code points of a text, and where the words asked for stand in them."""

    span: Span
    matches: tuple[Span, ...]


def snippet_of(text: Text, query: Query, within: Span | None = None) -> Snippet | None:
    """The window with the most different words of the query, the first of them where several have as many.

    It lies `within` a stretch of the text where one is given. None for a stretch without a word.
    """
    words = list(_words(text, within))
    if not words:
        return None
    wanted = {form for term in query.terms for form in (term.stem, term.lemma)}
    found = [word for word in words if _is_one_of(wanted, word.term)]
    span = _window(text, words, *_densest(found or words[:1]))
    return Snippet(
        span, tuple(Span(text, w.start, w.end) for w in found if span.start <= w.start and w.end <= span.end)
    )


def _words(text: Text, within: Span | None) -> Iterator[Occurrence]:
    if within is None:
        return occurrences(text.raw)
    start = within.start
    return (Occurrence(one.term, start + one.start, start + one.end) for one in occurrences(within.quote))


def _is_one_of(wanted: set[str], term: Term) -> bool:
    return term.stem in wanted or term.lemma in wanted or not wanted.isdisjoint(term.others)


def _densest(found: Sequence[Occurrence]) -> tuple[int, int]:
    """The bounds, in the text, of the matches that stand within `WIDTH` and have the most different lemmas."""
    best, best_count, first = (found[0].start, found[0].end), 0, 0
    inside: dict[str, int] = {}
    for word in found:
        inside[word.term.lemma] = inside.get(word.term.lemma, 0) + 1
        while word.end - found[first].start > WIDTH and found[first] is not word:
            lemma = found[first].term.lemma
            inside[lemma] -= 1
            if not inside[lemma]:
                del inside[lemma]
            first += 1
        if len(inside) > best_count:
            best, best_count = (found[first].start, word.end), len(inside)
    return best


def _window(text: Text, words: Sequence[Occurrence], start: int, end: int) -> Span:
    """The bounds widened to about `WIDTH`, a third of the room before, ending at words."""
    room = max(WIDTH - (end - start), 0)
    low, high = start - room // 3, end + room - room // 3
    first = min((w.start for w in words if w.start >= low), default=start)
    last = max((w.end for w in words if w.end <= high), default=end)
    return Span(text, min(first, start), max(last, end))
