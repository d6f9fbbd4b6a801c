"""The sources of one report as they come up, and how a short form finds its full one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from tahqiq.extract.ar.attribution.cues import Number
from tahqiq.extract.ar.attribution.naming import SPOKESMEN, capitals, kind_of, known_bodies, person_name, words_of
from tahqiq.extract.ar.attribution.phrases import is_name_part, noun_phrase
from tahqiq.extract.ar.attribution.scan import Phrase, Scan
from tahqiq.extract.ar.attribution.words import HEADS, Role, Sense
from tahqiq.model.source import UNKNOWN, Source, SourceKind

_LINEAGE = frozenset("بن ال الاول الثاني الثالث الرابع الخامس السادس الثامن الابن الاب".split())
_PERSONAL = frozenset({Role.OFFICE, Role.HONORIFIC, Role.ANONYMOUS, Role.WITNESS})
_LONGEST_NAME = 5
_LONGEST_BODY = 10
_ONE_PERSON = frozenset(
    "مسوول مسيول مسووله خبير خبيره محلل محلله ناشط ناشطه ضابط دبلوماسي طبيب طبيبه باحث قيادي سياسي مراسل شاب رجل امراه سيده".split()
)
_SAME = frozenset("نفسه ذاته نفسها ذاتها".split())
_ISSUED = frozenset("بيان بيانها بيانه اعلان تصريح تصريحات".split())
_COMPILED = frozenset("تقديرات تقارير توقعات بيانات ارقام احصاييات احصاءات احصاييه معلومات حسابات".split())
_BODIES = frozenset({Role.GOVERNMENT, Role.STATE, Role.ORGANIZATION, Role.AGENCY})
_HIGHNESS = frozenset("سموه سموها سيادته معاليه فخامته جلالته سعادته فضيلته نيافته غبطته معاليها سيادتها".split())


class Turn(NamedTuple):
    """What a cue shows of its speaker: its token, gender (None: not shown), number, and the chain."""

    place: int
    feminine: bool | None
    plural: bool
    via: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source that has spoken, with what later short forms and verbs may agree with."""

    source: Source
    head: str
    stems: frozenset[str]
    place: int
    feminine: bool | None
    plural: bool
    via: tuple[Source, ...] = ()


@dataclass(slots=True)
class Cast:
    """The speakers of a report so far, the latest last, and where each word stands in it."""

    scan: Scan
    speakers: list[Speaker] = field(default_factory=list)
    places: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for index, s in enumerate(self.scan.senses):
            if s.is_word:
                self.places.setdefault(s.stem, []).append(index)

    def enter(self, source: Source, phrase: Phrase | None, turn: Turn) -> None:
        """Remember who has just spoken."""
        stems = self._stems(phrase) if phrase is not None else frozenset[str]()
        head = self.scan.at(phrase.first).stem if phrase is not None else ""
        known = next((s for s in reversed(self.speakers) if s.source == source), None)
        if known is not None:
            stems, head = stems | known.stems, head or known.head
        self.speakers.append(Speaker(source, head, stems, turn.place, turn.feminine, turn.plural, turn.via))

    def gender(self, head: int) -> bool | None:
        """Whether the noun at the head of a phrase is feminine, None where its form does not tell."""
        s = self.scan.at(head)
        if s.role in (Role.GOVERNMENT, Role.ORGANIZATION, Role.AGENCY, Role.OUTLET, Role.DOCUMENT):
            return s.stem.endswith(("ه", "ات")) or s.stem in ("قوات", "شركات", "صحف", "تقارير", "مواقع")
        return None

    def agreeing(self, feminine: bool, number: Number) -> Speaker | None:
        """The latest speaker that a verb without subject can mean."""
        for speaker in reversed(self.speakers[-6:]):
            if number is Number.PLURAL and not speaker.plural:
                continue
            if number is Number.SINGULAR and speaker.feminine is not None and speaker.feminine is not feminine:
                continue
            return speaker
        return None

    def resolve(self, phrase: Phrase) -> Source:
        """The source that a phrase names, in the fullest form of the report."""
        scan = self.scan
        name = person_name(scan, phrase)
        if name is not None:
            return Source(self._quote(self._fullest_name(name)), SourceKind.PERSON)
        if scan.folded(phrase.first) in _HIGHNESS:
            return self._latest(SourceKind.PERSON)
        issued = self._issuer(phrase)
        if issued is not None:
            return issued
        return self._surname(phrase) or self._known_speaker(phrase) or self._titled(phrase) or self._body(phrase)

    def _quote(self, phrase: Phrase) -> str:
        """The words of a phrase as a name: without proclitics, an article after ل restored."""
        stream = self.scan.stream
        words = " ".join(
            stream.span(phrase.first, phrase.end, skip=phrase.skip).quote.lstrip("#").replace("_", " ").split()
        )
        assimilated = self.scan.folded(phrase.first).startswith("لل") and self.scan.at(phrase.first).definite
        return "ال" + words.lstrip("ل") if assimilated else words

    def _stems(self, phrase: Phrase) -> frozenset[str]:
        return frozenset(self.scan.at(i).stem for i in range(phrase.first, phrase.end) if self.scan.at(i).is_word)

    def _latest(self, kind: SourceKind) -> Source:
        return next((s.source for s in reversed(self.speakers) if s.source.kind is kind), UNKNOWN)

    def _fullest_name(self, name: Phrase) -> Phrase:
        """The longest run of name parts in the report that holds the last word of `name`."""
        best = name
        for index in self._occurrences(name):
            grown = self._grown(index)
            if self._letters(grown) > self._letters(best) and self._is_full_name(grown, name):
                best = grown
        return best

    def _letters(self, phrase: Phrase) -> int:
        return sum(len(self.scan.folded(i)) for i in range(phrase.first, phrase.end))

    def _is_full_name(self, grown: Phrase, name: Phrase) -> bool:
        """Whether what stands before a surname is a given name, not some noun ("مزاعم باردو")."""
        first, before, after = self.scan.at(grown.first), self.scan.at(grown.first - 1), self.scan.at(grown.end)
        if any(cue.act == "accuse" for cue in before.cues):
            return False
        if first.is_name or self.scan.at(name.first).stem == first.stem:
            return True
        titled = before.definite or before.role in HEADS or bool(before.cues) or not before.is_word
        return titled or after.role is Role.OFFICE

    def _occurrences(self, name: Phrase) -> list[int]:
        """Where the last word of a name stands, عبدالرحمن and عبد الرحمن being one."""
        stem = self.scan.at(name.end - 1).stem
        found = list(self.places.get(stem, ()))
        if stem.startswith("عبدال"):
            return found + [i for i in self.places.get(stem[5:], ()) if self.scan.folded(i - 1) == "عبد"]
        if self.scan.folded(name.end - 2) == "عبد":
            return found + self.places.get("عبد" + self.scan.folded(name.end - 1), [])
        return found

    def _grown(self, index: int) -> Phrase:
        first = index
        while first > 0 and index - first < _LONGEST_NAME and self._is_before_name(first - 1):
            first -= 1
        end = index + 1
        while end < first + _LONGEST_NAME + 2 and self.scan.folded(end) in _LINEAGE:
            end += 2 if self.scan.folded(end) in ("بن", "ال") else 1
        led = self.scan.at(first)
        return Phrase(first, end, 1 if (led.preposition or led.joined) and not led.definite else 0)

    def _is_before_name(self, index: int) -> bool:
        s = self.scan.at(index)
        return is_name_part(self.scan, index) and not s.definite and not s.joined and s.role not in HEADS

    def _surname(self, phrase: Phrase) -> Source | None:
        """A single definite word that elsewhere ends a person's name ("الشمري")."""
        if phrase.end - phrase.first != 1 or self.scan.at(phrase.first).role is not Role.NONE:
            return None
        grown = self._fullest_name(phrase)
        return Source(self._quote(grown), SourceKind.PERSON) if grown.end - grown.first > 1 else None

    def _issuer(self, phrase: Phrase) -> Source | None:
        """Whoever issued a statement: "بيان البنتاغون", "بيان صادر عن الجيش"; of a bare البيان, the latest body."""
        scan = self.scan
        head, owner = scan.at(phrase.first), scan.at(phrase.first + 1)
        if head.stem in _COMPILED and phrase.end > phrase.first + 1 and owner.role in _BODIES:
            return self.resolve(Phrase(phrase.first + 1, phrase.end))
        if head.stem not in _ISSUED:
            return None
        first = phrase.first + 1
        while first < phrase.end and (
            scan.folded(first) in ("عن", "ل") or scan.at(first).stem in ("صادر", "اصدر", "مشترك")
        ):
            first += 1
        if first < phrase.end:
            return self.resolve(Phrase(first, phrase.end, 1 if scan.at(first).preposition == "ل" else 0))
        return self._nearest(phrase.first) or UNKNOWN

    def _nearest(self, place: int) -> Source | None:
        """Who spoke nearest to the statement's earlier mention: the one that issued it."""
        stem = self.scan.at(place).stem
        earlier = sorted(i for form in (stem, stem + "ا") for i in self.places.get(form, ()) if i < place)
        for i in reversed(earlier):
            end = noun_phrase(self.scan, i, self.scan.size())
            if end > i + 1 and not self.scan.at(i).definite:
                return self._issuer(Phrase(i, end))
        if not self.speakers or not earlier:
            return None
        bodies = [s for s in self.speakers if s.source.kind not in (SourceKind.AGENCY, SourceKind.OUTLET)]
        return min(bodies, key=lambda s: abs(s.place - earlier[0])).source if bodies else None

    def _known_speaker(self, phrase: Phrase) -> Source | None:
        """An earlier speaker whose words hold all of a short definite phrase."""
        stems = self._stems(phrase)
        head = self.scan.at(phrase.first)
        if not head.definite or not stems or len(stems) > 4:
            return None
        for speaker in reversed(self.speakers):
            if head.stem == "مصدر" and stems & _SAME:
                return speaker.source
            if stems <= speaker.stems and (head.role in _PERSONAL or head.stem == speaker.head):
                return speaker.source
        if head.stem == "مصدر" and phrase.end == phrase.first + 1 and self.speakers:
            return self.speakers[-1].source
        return self._just_spoke(head, phrase)

    def _just_spoke(self, head: Sense, phrase: Phrase) -> Source | None:
        """The person who spoke last, called by what he is ("المسؤول الأمني", "الوزير")."""
        if not self.speakers or (head.role is Role.ANONYMOUS and head.stem not in _ONE_PERSON):
            return None
        last = self.speakers[-1].source
        named = head.role is Role.ANONYMOUS and last.kind in (SourceKind.PERSON, SourceKind.ANONYMOUS)
        titled = head.role is Role.OFFICE and phrase.end == phrase.first + 1 and last.kind is SourceKind.PERSON
        return last if (named and phrase.end - phrase.first <= 2) or titled else None

    def _titled(self, phrase: Phrase) -> Source | None:
        """A title whose holder is named elsewhere in the report."""
        scan, head = self.scan, self.scan.at(phrase.first)
        if head.role not in (Role.OFFICE, Role.HONORIFIC):
            return None
        stems = self._stems(phrase)
        holders = set()
        for index in self.places.get(head.stem, ()):
            end = noun_phrase(scan, index, min(scan.size(), index + _LONGEST_BODY + 4))
            name = person_name(scan, Phrase(index, end)) if end > index != phrase.first else None
            if name is None:
                continue
            holder = Source(self._quote(self._fullest_name(name)), SourceKind.PERSON)
            if stems <= self._stems(Phrase(index, end)):
                return holder
            if name.first - index == 1:
                holders.add(holder)
        return holders.pop() if len(holders) == 1 else self._named_before(phrase)

    def _named_before(self, phrase: Phrase) -> Source | None:
        """The holder whose name stands before the same title elsewhere ("مشعل بن ماجد محافظ جدة")."""
        words = [self.scan.folded(i) for i in range(phrase.first, phrase.end)]
        for index in self.places.get(self.scan.at(phrase.first).stem, ()):
            same = [self.scan.folded(index + i) for i in range(len(words))] == words
            if same and index != phrase.first and index and is_name_part(self.scan, index - 1):
                return Source(self._quote(self._grown(index - 1)), SourceKind.PERSON)
        return None

    def _abbreviated(self, phrase: Phrase) -> Phrase | None:
        """The phrase that a short name in brackets follows somewhere in the report: "منظمة ... (الفاو)"."""
        if phrase.end - phrase.first != 1 or self.scan.at(phrase.first).role is not Role.NONE:
            return None
        short = self.scan.folded(phrase.first).removeprefix("ال")
        for index in range(2, self.scan.size() - 1):
            if self.scan.mark(index - 1) != "(" or self.scan.mark(index + 1) != ")":
                continue
            if self.scan.folded(index).removeprefix("ال") == short:
                return self._before_bracket(index - 1)
        return None

    def _before_bracket(self, bracket: int) -> Phrase | None:
        for first in range(max(0, bracket - 8), bracket):
            head = self.scan.at(first)
            if head.role in HEADS and noun_phrase(self.scan, first, bracket) == bracket:
                return Phrase(first, bracket, 1 if head.preposition and not head.definite else 0)
        return None

    def _unquoted(self, phrase: Phrase) -> Phrase | None:
        """For a name in quotation marks, the phrase that elsewhere says what it is (صحيفة "هآرتس")."""
        scan = self.scan
        if scan.closing(phrase.first) is None:
            return None
        for index in self.places.get(scan.at(phrase.first + 1).stem, ()):
            before = scan.at(index - 2)
            if scan.closing(index - 1) is not None and before.role in HEADS - {Role.DOCUMENT}:
                end = noun_phrase(scan, index - 2, scan.size())
                return Phrase(index - 2, end) if end > index else None
        return None

    def _body(self, phrase: Phrase) -> Source:
        """The longest phrase of the report that begins with the same words."""
        full = self._abbreviated(phrase) or self._unquoted(phrase)
        if full is not None:
            return Source(self._quote(full), kind_of(self.scan, full))
        capital = capitals().get(words_of(self.scan, phrase))
        if capital is not None and capital.split()[0] in self.scan.stream.text.raw:
            return Source(capital, SourceKind.GOVERNMENT)
        kind = kind_of(self.scan, phrase)
        if words_of(self.scan, phrase) in known_bodies() or kind in (SourceKind.ANONYMOUS, SourceKind.WITNESS):
            return Source(self._quote(phrase), kind)
        best = self._longest_like(phrase)
        return Source(self._quote(best), kind_of(self.scan, best) if kind is SourceKind.UNKNOWN else kind)

    def _longest_like(self, phrase: Phrase) -> Phrase:
        scan = self.scan
        stems = [scan.at(i).stem for i in range(phrase.first, phrase.end)]
        best = phrase
        if scan.at(phrase.first).stem in SPOKESMEN or len(stems) > 4:
            return best
        for index in self.places.get(stems[0], ()):
            end = noun_phrase(scan, index, min(scan.size(), index + _LONGEST_BODY))
            same = [scan.at(i).stem for i in range(index, min(end, index + len(stems)))] == stems
            if same and end - index > best.end - best.first and not scan.at(index).joined:
                best = Phrase(index, end, 1 if scan.at(index).preposition == "ل" and not scan.at(index).definite else 0)
        return best
