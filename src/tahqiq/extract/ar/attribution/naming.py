"""Who a phrase names: the person's name in it, or the kind of body at its head."""

from __future__ import annotations

from tahqiq.extract.ar.attribution.name_parts import (
    SPOKEN_FOR,
    is_name_part,
    is_surname,
    is_titular_surname,
    starts_name,
)
from tahqiq.extract.ar.attribution.scan import Phrase, Scan
from tahqiq.extract.ar.attribution.words import FUNCTION, HEADS, Role, Sense, is_action, word_list
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
_NEWS = frozenset("انباء اناضول اعلام صحافه".split())
_BROADCAST = frozenset("اذاعه تلفزيون تلفزه تليفزيون بث".split())
_PRESS = frozenset("اعلاميه صحفيه صحافيه صحيفه صحافيين".split())
_OWNERS = frozenset({Role.GOVERNMENT, Role.STATE, Role.ORGANIZATION})
SPOKESMEN = frozenset("متحدث متحدثا ناطقا متحدثه ناطق ناطقه متحدثون متحدثين".split())


def words_of(scan: Scan, phrase: Phrase) -> str:
    """The folded words of a phrase without its article-less proclitics, joined by blanks."""
    words = [scan.folded(i) for i in range(phrase.first, phrase.end)]
    words[0] = words[0][phrase.skip :]
    return " ".join(words)


def person_name(scan: Scan, phrase: Phrase) -> Phrase | None:
    """The name of a person inside a phrase, without titles; None where no person is named."""
    index = phrase.first
    if scan.closing(index) is not None:
        return None
    if scan.actors.at(words_of(scan, phrase)) is not None:
        return None
    names = []
    while index < phrase.end:
        if starts_name(scan, index) and not _is_place(scan, index) and _is_person_here(scan, index, phrase):
            names.append(Phrase(index, _name_end(scan, index, phrase.end), phrase.skip if index == phrase.first else 0))
            index = names[-1].end
        index += 1
    titled = [n for n in names if scan.at(n.first - 1).role is Role.HONORIFIC]
    return titled[-1] if titled else names[0] if names else None


def _is_place(scan: Scan, index: int) -> bool:
    """Whether a word is rather the place that a title governs ("محافظ جدة")."""
    known = gazetteer().of(scan.stream.tokens[index].word) is not None
    return known and (scan.at(index - 1).role is Role.OFFICE or not scan.at(index).is_name)


def _is_person_here(scan: Scan, index: int, phrase: Phrase) -> bool:
    """After a title, or at the head of a phrase; a bare unknown word inside the name of a body is no person."""
    head = scan.at(phrase.first)
    if scan.marks.inside[index] != scan.marks.inside[phrase.first]:
        return False
    if index == phrase.first:
        return not scan.at(index).definite or scan.at(index).is_name
    if head.role in (Role.GOVERNMENT, Role.STATE, Role.ORGANIZATION, Role.AGENCY, Role.OUTLET, Role.DOCUMENT):
        return False
    if head.role is Role.ANONYMOUS and not head.definite and not is_name_part(scan, index + 1):
        return scan.folded(index - 1) in ("يدعي", "تدعي")
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
    settled = (
        before.definite or before.role in (Role.HONORIFIC, Role.OFFICE) or not before.is_word or not before.is_known
    )
    return not scan.at(index).definite and (
        settled or scan.at(index).is_name or scan.folded(index - 1) in ("يدعي", "تدعي")
    )


def _name_end(scan: Scan, first: int, stop: int) -> int:
    end = first + 1
    while end < stop and end < first + 6 and _continues(scan, end, end - first):
        end += 1
    return end


def _continues(scan: Scan, index: int, length: int) -> bool:
    """Whether a name of `length` words goes on; after two, an everyday noun is an object ("وصف فلان فلان الهجوم")."""
    s = scan.at(index)
    if (scan.folded(index) == "علي" and is_name_part(scan, index)) or is_titular_surname(scan, index):
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
    if not heads:
        return SourceKind.ORGANIZATION if scan.closing(phrase.first) is not None else SourceKind.ANONYMOUS
    head = scan.at(heads[0])
    if head.stem in SPOKESMEN:
        return _spoken_for(scan, heads)
    if head.role is Role.OFFICE:
        return SourceKind.PERSON if _is_definite(scan, heads[0], phrase.end) else SourceKind.ANONYMOUS
    if scan.at(heads[0] + 1).stem in _BROADCAST and head.role in _OWNERS and head.stem != "وزاره":
        return SourceKind.OUTLET
    if head.role is Role.AGENCY:
        return _agency(scan, heads[0])
    if head.role is Role.DOCUMENT and scan.at(heads[0] + 1).stem in _PRESS:
        return SourceKind.OUTLET
    return KIND_OF[head.role]


def _lone(s: Sense) -> SourceKind:
    """One word that no list holds: a surname, unless it is an everyday noun ("المتابعون", "الفنانة")."""
    is_noun = s.is_known and not s.is_name and s.preposition != "ب"
    return SourceKind.ANONYMOUS if is_noun else SourceKind.PERSON


def _spoken_for(scan: Scan, heads: list[int]) -> SourceKind:
    """An unnamed spokesman is of the kind of the body he speaks for; anonymous where a pronoun stands for it."""
    if scan.folded(heads[0] + 1) in SPOKEN_FOR - {"باسم", "بلسان"}:
        return SourceKind.ANONYMOUS
    bodies = (KIND_OF[scan.at(i).role] for i in heads[1:] if scan.at(i).role in _OWNERS)
    return next(bodies, SourceKind.GOVERNMENT)


def _is_definite(scan: Scan, head: int, end: int) -> bool:
    """Whether an office is that of one person: with its article, or of something definite ("وزير الدفاع")."""
    if scan.at(head).definite:
        return True
    after = scan.at(head + 1)
    return head + 1 < end and (after.definite or after.role in HEADS) and not after.preposition


def _agency(scan: Scan, head: int) -> SourceKind:
    """وكالة of news, by its name or nationality, is an agency; of anything else (الطاقة، الأرصاد) a body."""
    after = scan.at(head + 1)
    if after.is_action:
        return SourceKind.GOVERNMENT
    if not scan.at(head).stem.startswith("وكال") or not after.definite or after.stem in _NEWS:
        return SourceKind.AGENCY
    return SourceKind.AGENCY if after.stem.endswith(("يه", "ي")) else SourceKind.GOVERNMENT
