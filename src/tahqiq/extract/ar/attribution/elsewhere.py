"""What else the report says of a title or a body: its holder, its full name, what its abbreviation stands for."""

from __future__ import annotations

from tahqiq.extract.ar.attribution.book import Book, stems_of, written
from tahqiq.extract.ar.attribution.fullest import fullest_name, grown_name
from tahqiq.extract.ar.attribution.name_parts import is_name_part
from tahqiq.extract.ar.attribution.naming import SPOKESMEN, kind_of, person_name, words_of
from tahqiq.extract.ar.attribution.phrases import noun_phrase
from tahqiq.extract.ar.attribution.scan import Phrase, Scan
from tahqiq.extract.ar.attribution.words import HEADS, Role, word_list
from tahqiq.extract.ar.places import gazetteer
from tahqiq.extract.lexicon import read_table
from tahqiq.model.source import Source, SourceKind

_LONGEST_BODY = 10
_A_PAIR, _SHORTEST_ROOT, _LONGEST_SHORT_FORM = 2, 3, 4
_LEAD = 60  # tokens of a headline and its first sentence
_NAMED_BODIES = frozenset({Role.AGENCY, Role.OUTLET, Role.ORGANIZATION, Role.GOVERNMENT})


def titled(book: Book, phrase: Phrase) -> Source | None:
    """A title whose holder is named elsewhere in the report."""
    scan, head = book.scan, book.scan.at(phrase.first)
    if head.role not in (Role.OFFICE, Role.HONORIFIC):
        return None
    stems = stems_of(book, phrase)
    holders = set()
    for index in book.at(head.stem):
        end = noun_phrase(scan, index, min(scan.size(), index + _LONGEST_BODY + 4))
        name = person_name(scan, Phrase(index, end)) if end > index != phrase.first else None
        if name is None:
            continue
        holder = Source(written(book, fullest_name(book, name)), SourceKind.PERSON)
        if stems <= stems_of(book, Phrase(index, end)):
            return holder
        if name.first - index == 1 and head.definite:
            holders.add(holder)
    return holders.pop() if len(holders) == 1 else _named_before(book, phrase)


def _named_before(book: Book, phrase: Phrase) -> Source | None:
    """The holder whose name stands before the same title elsewhere ("مشعل بن ماجد محافظ جدة")."""
    words = [book.scan.folded(i) for i in range(phrase.first, phrase.end)]
    for index in book.at(book.scan.at(phrase.first).stem):
        same = [book.scan.folded(index + i) for i in range(len(words))] == words
        if same and index != phrase.first and index and is_name_part(book.scan, index - 1):
            return Source(written(book, grown_name(book, index - 1)), SourceKind.PERSON)
    return None


def body(book: Book, phrase: Phrase) -> Source:
    """The longest phrase of the report that begins with the same words; of a known actor, only another of its names."""
    full = _abbreviated(book, phrase) or _unquoted(book, phrase)
    if full is not None:
        return Source(written(book, full), kind_of(book.scan, full))
    seated = book.scan.actors.seated(words_of(book.scan, phrase))
    if seated is not None and seated.name.split()[0] in book.scan.stream.text.raw:
        return Source(seated.name, seated.kind)
    realm = _realm(book, phrase)
    if realm is not None:
        return Source(realm, SourceKind.GOVERNMENT)
    kind = kind_of(book.scan, phrase)
    if kind in (SourceKind.ANONYMOUS, SourceKind.WITNESS):
        return Source(written(book, _in_the_nominative(book, phrase)), kind)
    if phrase.end == phrase.first + 1 and book.scan.at(phrase.end).role is Role.RELATIVE:
        return Source(written(book, phrase), kind)  # "المذكرة التي أصدرتها": what follows says which
    best = _of_a_nation(book, phrase) or _by_another_head(book, phrase) or _longest_like(book, phrase)
    known = book.scan.actors.at(words_of(book.scan, phrase))
    if known is not None and book.scan.actors.at(words_of(book.scan, best)) is not known:
        best = phrase
    return Source(written(book, best), kind_of(book.scan, best) if kind is SourceKind.UNKNOWN else kind)


def _abbreviated(book: Book, phrase: Phrase) -> Phrase | None:
    """The phrase that a short name in brackets follows somewhere in the report: "منظمة ... (الفاو)"."""
    if phrase.end - phrase.first != 1 or book.scan.at(phrase.first).role is not Role.NONE:
        return None
    bracket = book.brackets.get(book.scan.folded(phrase.first).removeprefix("ال"))
    return None if bracket is None else _before_bracket(book, bracket)


def _before_bracket(book: Book, bracket: int) -> Phrase | None:
    for first in range(max(0, bracket - 8), bracket):
        head = book.scan.at(first)
        if head.role in HEADS and noun_phrase(book.scan, first, bracket) == bracket:
            return Phrase(first, bracket, 1 if head.preposition and not head.definite else 0)
    return None


def _unquoted(book: Book, phrase: Phrase) -> Phrase | None:
    """For a name in quotation marks, the phrase that elsewhere says what it is (صحيفة "هآرتس")."""
    scan = book.scan
    if scan.closing(phrase.first) is None:
        return None
    for index in book.at(scan.at(phrase.first + 1).stem):
        before = scan.at(index - 2)
        if scan.closing(index - 1) is not None and before.role in _NAMED_BODIES:
            end = noun_phrase(scan, index - 2, scan.size())
            return Phrase(index - 2, end) if end > index else None
    return None


def _is_indefinite(scan: Scan, index: int) -> bool:
    """Whether the last word of a phrase leaves it one of many ("سلطات واسعة"), which السلطات is not."""
    s = scan.at(index)
    is_noun = s.is_word and s.role is Role.NONE and s.is_known and not (s.definite or s.is_name)
    return is_noun and not (s.preposition or s.joined) and gazetteer().of(scan.stream.tokens[index].word) is None


def _begins_anew(scan: Scan, index: int) -> bool:
    """Whether a word begins the next phrase: a rank ("إدارة السجون العقيد فلان"), an object ("دعت الشرطة الناس")."""
    s, before = scan.at(index), scan.at(index - 1)
    if not s.definite or not (before.definite or before.role is Role.STATE):
        return False
    leads_name = s.role is Role.OFFICE and (scan.at(index + 1).is_name or scan.at(index + 1).role is Role.HONORIFIC)
    is_titled = leads_name or s.role is Role.HONORIFIC or s.stem in word_list("titles", "ranks")
    return is_titled or s.stem in word_list("people", "addressed")


def _in_the_nominative(book: Book, phrase: Phrase) -> Phrase:
    """For "خبراء صينيين", the same group as the report has it in the nominative ("خبراء صينيون")."""
    scan, last = book.scan, book.scan.at(phrase.end - 1)
    if phrase.end - phrase.first < _A_PAIR or not last.stem.endswith("ين"):
        return phrase
    stems = [scan.at(i).stem for i in range(phrase.first, phrase.end - 1)]
    for index in book.at(stems[0]):
        same = [scan.at(index + i).stem for i in range(len(stems))] == stems
        if same and scan.at(index + len(stems)).stem == last.stem.removesuffix("ين") + "ون":
            return Phrase(index, index + len(stems) + 1)
    return phrase


def _realm(book: Book, phrase: Phrase) -> str | None:
    """The state that المملكة or السلطنة stands for: the one of its kind that the report named last before it."""
    entry = read_table("bodies")["realms"]
    names = str(entry.get(words_of(book.scan, phrase), "")).split("|") if isinstance(entry, dict) else []
    raw = book.scan.stream.text.raw
    place = book.scan.stream.span(phrase.first, phrase.end).start
    found = max(((raw.rfind(name, 0, place), name) for name in names if name), default=(-1, ""))
    return found[1] if found[0] >= 0 else None


def _of_a_nation(book: Book, phrase: Phrase) -> Phrase | None:
    """For "جيش تركيا", where the report also says "الجيش التركي"."""
    scan = book.scan
    head, state = scan.at(phrase.first), scan.at(phrase.first + 1)
    if phrase.end - phrase.first != _A_PAIR or head.definite or state.role is not Role.STATE:
        return None
    for index in book.at(head.stem):
        adjective = scan.at(index + 1)
        if scan.at(index).definite and adjective.definite and adjective.has_nationality:
            root = adjective.stem.removesuffix("ه").removesuffix("ي")
            if len(root) >= _SHORTEST_ROOT and state.stem.startswith(root):
                return Phrase(index, index + 2)
    return None


def _by_another_head(book: Book, phrase: Phrase) -> Phrase | None:
    """The fullest of the names that differ only in what kind of authority they say it is ("مصلحة/وكالة الأرصاد")."""
    scan = book.scan
    kinds = word_list("bodies", "authorities")
    stems = [scan.at(i).stem for i in range(phrase.first + 1, phrase.end)]
    if scan.at(phrase.first).stem not in kinds or not stems or not scan.at(phrase.first + 1).definite:
        return None
    best = phrase
    for index in (i - 1 for i in book.at(stems[0]) if i and scan.at(i - 1).stem in kinds):
        end = noun_phrase(scan, index, min(scan.size(), index + _LONGEST_BODY))
        same = [scan.at(i).stem for i in range(index + 1, min(end, index + 1 + len(stems)))] == stems
        if same and end - index > best.end - best.first:
            best = Phrase(index, end, 1 if scan.at(index).preposition and not scan.at(index).definite else 0)
    return best if best is not phrase else None


def _longest_like(book: Book, phrase: Phrase) -> Phrase:
    """The longest phrase that begins with the same words.

    A lone "الشركة" is the nearest before it that has a name; one that only comes later is another, but in the lead.
    """
    scan, head = book.scan, book.scan.at(phrase.first)
    stems = [scan.at(i).stem for i in range(phrase.first, phrase.end)]
    if head.stem in SPOKESMEN or len(stems) > _LONGEST_SHORT_FORM:
        return phrase
    is_one = head.definite and head.role in (Role.GOVERNMENT, Role.ORGANIZATION)
    grown = (_grown(book, index, stems, is_one) for index in book.at(stems[0]) if index != phrase.first)
    longer = [other for other in grown if other is not None]
    if head.definite and len(stems) == 1 and head.role in (Role.ORGANIZATION, Role.OUTLET):
        before = [other for other in longer if other.first < phrase.first]
        longer = before[-1:] if before or phrase.first > _LEAD else longer
    return max(longer, key=lambda other: other.end - other.first, default=phrase)


def _grown(book: Book, index: int, stems: list[str], is_one: bool) -> Phrase | None:
    """The phrase at a place of the report, if it goes on behind these words; of a body that is one, with a name."""
    scan = book.scan
    end = noun_phrase(scan, index, min(scan.size(), index + _LONGEST_BODY))
    end = next((i for i in range(index + 1, end) if _begins_anew(scan, i)), end)
    same = [scan.at(i).stem for i in range(index, min(end, index + len(stems)))] == stems
    is_another = scan.at(index).joined or (is_one and _is_indefinite(scan, end - 1))
    if not same or end - index <= len(stems) or is_another:
        return None
    return Phrase(index, end, 1 if scan.at(index).preposition == "ل" and not scan.at(index).definite else 0)
