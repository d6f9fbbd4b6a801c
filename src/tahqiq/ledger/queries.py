"""What a person asks the search for: words that must all be there, and phrases in quotation marks."""

from __future__ import annotations

from dataclasses import dataclass

from tahqiq.ledger.terms import Term, occurrences

LONGEST = 1000

_ONE_MARK = str.maketrans(dict.fromkeys("«»“”„‟＂", '"'))


@dataclass(frozen=True, slots=True)
class Query:
    """`words` in any order and form; each of `phrases` as written, but for proclitics and spelling."""

    words: tuple[Term, ...]
    phrases: tuple[tuple[Term, ...], ...]

    @property
    def terms(self) -> tuple[Term, ...]:
        """Every term asked for."""
        return (*self.words, *(term for phrase in self.phrases for term in phrase))


def parse_query(written: str) -> Query:
    """The query of a person's words; nothing is an error, and only the first `LONGEST` code points are read.

    An unclosed quotation mark is left out of account.
    """
    parts = written[:LONGEST].translate(_ONE_MARK).split('"')
    is_open = len(parts) % 2 == 0
    words: list[Term] = []
    phrases: list[tuple[Term, ...]] = []
    for index, part in enumerate(parts):
        terms = tuple(o.term for o in occurrences(part))
        is_phrase = index % 2 == 1 and not (is_open and index == len(parts) - 1)
        if is_phrase and len(terms) > 1:
            phrases.append(terms)
        else:
            words.extend(terms)
    return Query(tuple(words), tuple(phrases))
