"""A person's name in the fullest form that the report writes."""

from __future__ import annotations

from tahqiq.extract.ar.attribution.book import Book, written
from tahqiq.extract.ar.attribution.name_parts import LINEAGE, is_name_part
from tahqiq.extract.ar.attribution.naming import name_end
from tahqiq.extract.ar.attribution.scan import Phrase
from tahqiq.extract.ar.attribution.words import HEADS, Role, given_names, word_list
from tahqiq.model.source import Source, SourceKind

_BEHIND_NAME = frozenset("بن ال الاول الثاني الثالث الرابع الخامس السادس الثامن الابن الاب".split())
_LONGEST_NAME, _LONGEST_LINE = 5, 14
_BODIES = frozenset({Role.GOVERNMENT, Role.ORGANIZATION})
_SERVANT = 2  # words of a surname such as عبد الرحمن


def fullest_name(book: Book, name: Phrase) -> Phrase:
    """The longest run of name parts in the report that holds the last word of `name`."""
    best = name
    last = book.scan.at(name.end - 1)
    others = [] if last.is_known else book.spelled_like(last.stem)
    for index in (*_occurrences(book, name), *others):
        grown = grown_name(book, index)
        is_his = _is_full_name(book, grown, name) and _holds(book, grown, name)
        if is_his and _letters(book, grown) > _letters(book, best):
            best = grown
    return best if best.end - best.first > 1 else _with_surname(book, best)


def _with_surname(book: Book, name: Phrase) -> Phrase:
    """For a given name alone, the name that begins with it, if the report has but one ("أكد حمادة")."""
    stem = book.scan.at(name.first).stem
    if stem not in given_names():
        return name
    longer = [Phrase(i, name_end(book.scan, i, min(book.scan.size(), i + _LONGEST_NAME))) for i in book.at(stem)]
    longer = [n for n in longer if n.end - n.first > 1 and _is_name(book, n)]
    bearers = {book.scan.at(n.end - 1).stem for n in longer}
    return longer[0] if len(bearers) == 1 else name


def _is_name(book: Book, phrase: Phrase) -> bool:
    """Whether every word of a phrase is a part of a name, and none stands before it."""
    parts = all(is_name_part(book.scan, i) and not book.scan.at(i).joined for i in range(phrase.first, phrase.end))
    return parts and not is_name_part(book.scan, phrase.first - 1)


def _letters(book: Book, phrase: Phrase) -> int:
    return sum(len(book.scan.folded(i)) for i in range(phrase.first, phrase.end))


def _holds(book: Book, grown: Phrase, name: Phrase) -> bool:
    """Whether a longer name is of the same person: "محمد بن سالم" is not "خالد بن سالم بن حمد"."""
    given = book.scan.at(name.first).stem
    is_one_word = name.end - name.first == 1 or (given == "عبد" and name.end - name.first == _SERVANT)
    return is_one_word or any(_is_same_given(book.scan.at(i).stem, given) for i in range(grown.first, grown.end))


def _is_same_given(stem: str, given: str) -> bool:
    return stem == given or stem.startswith(f"{given}ال") or given.startswith(f"{stem}ال")


def _is_full_name(book: Book, grown: Phrase, name: Phrase) -> bool:
    """Whether what stands before a surname is a given name, not some noun ("مزاعم باردو")."""
    first, before, after = book.scan.at(grown.first), book.scan.at(grown.first - 1), book.scan.at(grown.end)
    if first.stem not in given_names() and any(cue.act == "accuse" for cue in before.cues):
        return False
    if first.is_name or book.scan.at(name.first).stem == first.stem:
        return True
    titled = before.definite or before.role in HEADS or bool(before.cues) or not before.is_word
    return titled or after.role is Role.OFFICE


def _occurrences(book: Book, name: Phrase) -> list[int]:
    """Where the last word of a name stands, عبدالرحمن and عبد الرحمن being one."""
    stem = book.scan.at(name.end - 1).stem
    found = list(book.at(stem))
    if stem.startswith("عبدال"):
        return found + [i for i in book.at(stem[5:]) if book.scan.folded(i - 1) == "عبد"]
    if book.scan.folded(name.end - 2) == "عبد":
        return found + book.at("عبد" + book.scan.folded(name.end - 1))
    return found


def grown_name(book: Book, index: int) -> Phrase:
    first = index
    most = _LONGEST_NAME
    while first > 0 and index - first < min(most, _LONGEST_LINE) and _is_before_name(book, first - 1):
        first -= 1
        most += 2 * int(book.scan.folded(first) in LINEAGE)
    end = index + 1
    while end < first + _LONGEST_LINE and book.scan.folded(end) in _BEHIND_NAME:
        end += 2 if book.scan.folded(end) in ("بن", "ال") else 1
    led = book.scan.at(first)
    return Phrase(first, end, 1 if (led.preposition or led.joined) and not led.definite else 0)


def _is_before_name(book: Book, index: int) -> bool:
    s = book.scan.at(index)
    before = book.scan.at(index - 1)
    is_complement = before.role in _BODIES and not (before.definite or s.is_name)  # "رئيس شرطة دنفر فلان"
    is_title = s.role in HEADS and not s.is_name and book.scan.folded(index + 1) not in LINEAGE
    is_given = s.stem not in word_list("people", "surnames") and not (s.definite or s.joined or is_title)
    is_officer_by_name = s.role is Role.OFFICE and s.is_name  # رائد is a rank and a name
    return is_given and not is_complement and (is_officer_by_name or is_name_part(book.scan, index))


def surname(book: Book, phrase: Phrase) -> Source | None:
    """A single definite word that elsewhere ends a person's name ("الشمري")."""
    s = book.scan.at(phrase.first)
    is_candidate = s.role is Role.NONE or s.is_name or s.stem in word_list("people", "titular_surnames")
    if phrase.end - phrase.first != 1 or not is_candidate:
        return None
    grown = fullest_name(book, phrase)
    return Source(written(book, grown), SourceKind.PERSON) if grown.end - grown.first > 1 else None
