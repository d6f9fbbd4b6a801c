"""Who a phrase names: the person's name in it, or the kind of body at its head."""

from __future__ import annotations

from tahqiq.extract.ar.attribution.holders import IN_WHOSE_NAME, SPOKEN_FOR, is_anothers
from tahqiq.extract.ar.attribution.name_parts import (
    CALLED,
    LINEAGE,
    QUANTIFIERS,
    ends_foreign_name,
    is_joint,
    is_name_part,
    is_of_a_noun,
    is_surname,
    is_titular_surname,
    name_run,
    starts_name,
)
from tahqiq.extract.ar.attribution.scan import Phrase, Scan
from tahqiq.extract.ar.attribution.words import FUNCTION, HEADS, Role, Sense, is_action, word_list
from tahqiq.extract.ar.everyday import is_everyday
from tahqiq.extract.ar.places import gazetteer
from tahqiq.model.source import SourceKind

KIND_OF = {
    Role.OFFICE: SourceKind.PERSON,
    Role.HONORIFIC: SourceKind.PERSON,
    Role.ANONYMOUS: SourceKind.ANONYMOUS,
    Role.WITNESS: SourceKind.WITNESS,
    Role.GOVERNMENT: SourceKind.GOVERNMENT,
    Role.STATE: SourceKind.GOVERNMENT,
    Role.ORGANIZATION: SourceKind.ORGANIZATION,
    Role.AGENCY: SourceKind.AGENCY,
    Role.OUTLET: SourceKind.OUTLET,
    Role.DOCUMENT: SourceKind.DOCUMENT,
}
_BEARERS = frozenset({Role.OFFICE, Role.HONORIFIC, Role.ANONYMOUS, Role.WITNESS})
_NEWS = frozenset("انباء اناضول اعلام صحافه".split())
_BROADCAST = frozenset("اذاعه تلفزيون تلفزه تليفزيون بث".split())
_PRESS = frozenset("اعلاميه صحفيه صحافيه صحيفه صحافيين".split())
_HEARSAY = frozenset("تقارير معلومات انباء تسريبات".split())
_OWNERS = frozenset({Role.GOVERNMENT, Role.STATE, Role.ORGANIZATION})
_PARTICLES = frozenset("دي دو دا لا لو فون فان".split())  # within names of other languages
_LONGEST_NAME, _LONGEST_LINE = 6, 14
SPOKESMEN = frozenset("متحدث متحدثا ناطقا متحدثه ناطق ناطقه متحدثون متحدثين".split())


def words_of(scan: Scan, phrase: Phrase) -> str:
    """The folded words of a phrase without its article-less proclitics, joined by blanks."""
    words = [scan.folded(i) for i in range(phrase.first, phrase.end)]
    words[0] = words[0][phrase.skip :]
    return " ".join(word for i, word in enumerate(words, phrase.first) if not scan.mark(i))


def person_name(scan: Scan, phrase: Phrase) -> Phrase | None:
    """The name of a person inside a phrase, without titles; None where no person is named."""
    index = phrase.first
    if scan.closing(index) is not None:
        return None
    if scan.actors.at(words_of(scan, phrase)) is not None:
        return None
    names = []
    while index < phrase.end:
        if scan.mark(index) == "(":
            index = next((i for i in range(index, phrase.end) if scan.mark(i) == ")"), index)
        run = name_run(scan, index, phrase.end) if _follows_title(scan, index, phrase.first) else index
        if run > index:
            names.append(Phrase(index, max(run, name_end(scan, index, phrase.end))))
            index = names[-1].end
            continue
        if starts_name(scan, index) and not _is_place(scan, index) and _is_person_here(scan, index, phrase):
            names.append(Phrase(index, name_end(scan, index, phrase.end), phrase.skip if index == phrase.first else 0))
            index = names[-1].end
        index += 1
    names = [n for n in names if not is_anothers(scan, phrase.first, _run_start(scan, phrase.first, n.first))]
    titled = [n for n in names if scan.at(n.first - 1).role is Role.HONORIFIC]
    return titled[-1] if titled else names[0] if names else None


def _follows_title(scan: Scan, index: int, head: int) -> bool:
    """Whether a token of a phrase stands behind the finished title of a person."""
    before, first = scan.at(index - 1), scan.at(head)
    is_inside = scan.marks.inside[index] == scan.marks.inside[head]
    is_person = first.role in _BEARERS or (first.role is Role.NONE and first.definite)
    return index > head and is_inside and is_person and (before.definite or before.role is Role.STATE)


def _run_start(scan: Scan, head: int, index: int) -> int:
    """Where the run of bare name parts begins that holds a token of the phrase."""
    while index > head + 1 and is_name_part(scan, index - 1) and not scan.at(index - 1).definite:
        index -= 1
    return index


def _is_place(scan: Scan, index: int) -> bool:
    """Whether a word is rather the place that a title governs ("محافظ جدة")."""
    known = gazetteer().of(scan.stream.tokens[index].word) is not None
    is_governed = scan.at(index - 1).role is Role.OFFICE
    return known and (is_governed or not (scan.at(index).is_name or scan.is_comma(index - 1)))


def _is_person_here(scan: Scan, index: int, phrase: Phrase) -> bool:
    """After a title, or at the head of a phrase; a bare unknown word inside the name of a body is no person."""
    head = scan.at(phrase.first)
    if scan.marks.inside[index] != scan.marks.inside[phrase.first]:
        return False
    if index == phrase.first + 1 and scan.at(index).is_nationality and _is_one_of_many(head):
        return False
    if index == phrase.first:
        return not scan.at(index).definite or scan.at(index).is_name
    if head.role in (Role.GOVERNMENT, Role.STATE, Role.ORGANIZATION, Role.AGENCY, Role.OUTLET, Role.DOCUMENT):
        return False
    if head.role is Role.ANONYMOUS and not head.definite and not is_name_part(scan, index + 1):
        return scan.folded(index - 1) in CALLED
    media = (scan.at(i) for i in range(phrase.first, index) if scan.at(i).role in (Role.AGENCY, Role.OUTLET))
    if any(not medium.definite for medium in media):
        return False
    before, governor = scan.at(index - 1), scan.at(index - 2)
    governed = (
        governor.is_word
        and not governor.definite
        and governor.role not in (Role.OFFICE, Role.HONORIFIC, Role.ANONYMOUS)
        and scan.folded(index - 2) not in SPOKEN_FOR
    )
    if (
        before.role in (Role.OFFICE, Role.HONORIFIC)
        and before.definite
        and governed
        and index - 2 >= phrase.first
        and not governor.is_name
    ):
        return False
    if is_of_a_noun(scan, index):
        return False
    settled = (
        before.definite or before.role in (Role.HONORIFIC, Role.OFFICE) or not before.is_word or not before.is_known
    )
    return not scan.at(index).definite and (settled or scan.at(index).is_name or scan.folded(index - 1) in CALLED)


def _is_one_of_many(head: Sense) -> bool:
    """Whether an indefinite noun for people is next to be told apart by its nation ("مسؤول تركي كبير")."""
    return head.role in (Role.ANONYMOUS, Role.WITNESS) and not head.definite


def name_end(scan: Scan, first: int, stop: int) -> int:
    """Where the name that begins at `first` ends."""
    end = first + 1
    most = first + _LONGEST_NAME
    while end < min(stop, most, first + _LONGEST_LINE) and _continues(scan, end, end - first):
        most += int(scan.folded(end) in LINEAGE) * 2
        end += 1
    return end - 1 if scan.folded(end - 1) in LINEAGE else end


def _continues(scan: Scan, index: int, length: int) -> bool:
    """Whether a name of `length` words goes on; after two, an everyday noun is an object ("وصف فلان فلان الهجوم")."""
    s = scan.at(index)
    if scan.folded(index - 1) in _PARTICLES and s.role is Role.OFFICE:
        return False
    if is_joint(scan, index - 1) or (is_joint(scan, index) and scan.at(index + 1).is_word):
        return s.is_word
    if (scan.folded(index) == "علي" and is_name_part(scan, index)) or is_titular_surname(scan, index):
        return True
    if ends_foreign_name(scan, index):
        return True
    if not s.is_word or s.role in HEADS or s.role in FUNCTION or (s.joined and not s.is_name):
        return False
    if s.preposition == "ب" and not s.definite:
        return True
    is_noun = s.is_known and not (s.is_name or s.stem.endswith("ي")) and _looks_like_object(scan, index)
    finished = length > 1 and scan.folded(index - 1) not in ("بن", "عبد") and scan.folded(index - 2) != "عبد"
    if s.definite and is_noun and finished:
        return False
    return is_name_part(scan, index) or is_surname(scan, index) or s.definite or s.is_name


def _looks_like_object(scan: Scan, index: int) -> bool:
    """Whether a definite word has the shape of what is done, or of several: few surnames have."""
    stem = scan.at(index).stem
    if stem.endswith(("ه", "ات", "ين")) or stem in word_list("people", "addressed"):
        return True
    return is_action(scan.stream.tokens[index].word.raw, stem)


def kind_of(scan: Scan, phrase: Phrase) -> SourceKind:
    """What a phrase without a person's name is."""
    known = scan.actors.at(words_of(scan, phrase))
    if known is not None:
        return known.kind
    heads = [i for i in range(phrase.first, phrase.end) if scan.at(i).role in HEADS]
    if not heads and phrase.end == phrase.first + 1:
        return _lone(scan.at(phrase.first))
    if not heads and _is_bare_name(scan, phrase):
        return SourceKind.PERSON
    if not heads:
        return SourceKind.ORGANIZATION if scan.closing(phrase.first) is not None else SourceKind.ANONYMOUS
    head = scan.at(heads[0])
    if head.role in (Role.OFFICE, Role.HONORIFIC) and heads[0] > phrase.first and _is_follower(scan, phrase.first):
        return SourceKind.ANONYMOUS
    if head.role is Role.OFFICE and scan.folded(phrase.first) in QUANTIFIERS:
        return SourceKind.ANONYMOUS
    if head.stem in SPOKESMEN:
        return _spoken_for(scan, heads)
    employer = scan.at(heads[0] + 1)
    if _is_reporter(head.stem) and employer.role in (Role.AGENCY, Role.OUTLET) and not employer.preposition:
        return KIND_OF[employer.role]
    if head.role is Role.OFFICE:
        return SourceKind.PERSON if _is_definite(scan, heads[0], phrase.end) else SourceKind.ANONYMOUS
    if scan.at(heads[0] + 1).stem in _BROADCAST and head.role in _OWNERS and head.stem != "وزاره":
        return SourceKind.OUTLET
    if head.role is Role.AGENCY:
        return _agency(scan, heads[0])
    if head.role is Role.DOCUMENT and scan.at(heads[0] + 1).stem in _PRESS:
        return SourceKind.OUTLET
    if head.stem in _HEARSAY and not head.definite and phrase.end == phrase.first + 1:
        return SourceKind.ANONYMOUS
    return KIND_OF[head.role]


def _is_follower(scan: Scan, index: int) -> bool:
    """Whether a bare noun of no list governs the title behind it ("خصوم الرئيس", "قاتل الوزير")."""
    s = scan.at(index)
    is_noun = s.is_word and s.role is Role.NONE and s.is_known and not (s.definite or s.is_name)
    return is_noun and scan.folded(index) not in QUANTIFIERS


def _is_reporter(stem: str) -> bool:
    """Whether a word is one for those through whom an agency sees and hears ("مراسل وكالة", "صحافيو وكالة")."""
    return stem.startswith(("مراسل", "صحافي", "صحفي", "مصور", "موفد", "مندوب"))


def _is_bare_name(scan: Scan, phrase: Phrase) -> bool:
    """Whether bare words, the last of them none of the language, are a name of no list ("تامير باردو")."""
    words = [scan.at(i) for i in range(phrase.first, phrase.end)]
    is_bare = all(w.is_word and w.role is Role.NONE and not w.definite for w in words)
    return is_bare and not is_everyday(scan.stream.tokens[phrase.end - 1].word.raw)


def _lone(s: Sense) -> SourceKind:
    """One word that no list holds: a surname, unless it is an everyday noun ("المتابعون", "الفنانة")."""
    is_plural = s.definite and not s.is_name and s.stem.endswith(("ات", "ون", "ين"))
    is_noun = is_plural or (s.is_known and not s.is_name and s.preposition != "ب")
    return SourceKind.ANONYMOUS if is_noun else SourceKind.PERSON


def _spoken_for(scan: Scan, heads: list[int]) -> SourceKind:
    """An unnamed spokesman is of the kind of the body he speaks for; anonymous where a pronoun stands for it."""
    if scan.folded(heads[0] + 1) in IN_WHOSE_NAME:
        return SourceKind.ANONYMOUS
    bodies = (KIND_OF[scan.at(i).role] for i in heads[1:] if scan.at(i).role in _OWNERS)
    return next(bodies, SourceKind.GOVERNMENT)


def _is_definite(scan: Scan, head: int, end: int) -> bool:
    """Whether an office is that of one person: with its article, or of something definite ("وزير الدفاع")."""
    if scan.at(head).definite:
        return True
    for index in range(head + 1, end):
        after = scan.at(index)
        if not after.is_word or after.preposition or after.joined or after.role in FUNCTION:
            return False
        if after.definite or (index == head + 1 and after.role in HEADS) or _is_place(scan, index):
            return True
    return False


def _agency(scan: Scan, head: int) -> SourceKind:
    """وكالة of news, by its name or nationality, is an agency; of anything else (الطاقة، الأرصاد) a body."""
    after = scan.at(head + 1)
    if after.is_action:
        return SourceKind.GOVERNMENT
    if not scan.at(head).stem.startswith("وكال") or not after.definite or after.stem in _NEWS:
        return SourceKind.AGENCY
    return SourceKind.AGENCY if after.stem.endswith(("يه", "ي")) else SourceKind.GOVERNMENT
