"""The sources of one report as they come up, and how a short form finds its full one."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from tahqiq.extract.ar.attribution.book import Book, stems_of, written
from tahqiq.extract.ar.attribution.cues import Number
from tahqiq.extract.ar.attribution.elsewhere import body, titled
from tahqiq.extract.ar.attribution.fullest import fullest_name, surname
from tahqiq.extract.ar.attribution.holders import IN_WHOSE_NAME
from tahqiq.extract.ar.attribution.identity import ONE_PERSON
from tahqiq.extract.ar.attribution.naming import person_name
from tahqiq.extract.ar.attribution.phrases import noun_phrase
from tahqiq.extract.ar.attribution.scan import Phrase, Scan
from tahqiq.extract.ar.attribution.words import Role, Sense, word_list
from tahqiq.model.folding import fold
from tahqiq.model.source import UNKNOWN, Source, SourceKind

_PERSONAL = frozenset({Role.OFFICE, Role.HONORIFIC, Role.ANONYMOUS, Role.WITNESS})
_REMEMBERED, _RECENT = 60, 6  # speakers that a short form, and a verb without subject, can mean
_BESIDE = 12  # tokens between the cue of whoever issued a statement and its mention ("ذكر المكتب في بيان أن")
_OWNERS = frozenset({SourceKind.GOVERNMENT, SourceKind.ORGANIZATION})
_SAME = frozenset("نفسه ذاته نفسها ذاتها".split())
_ISSUED = frozenset("بيان بيانها بيانه اعلان تصريح تصريحات".split())
_ISSUED_BY = frozenset("صادر صادره اصدر اصدرت صدر صدرت مشترك مكتوب مصور رسمي".split())
_GIVEN_OUT = frozenset(
    "نشرته نشره نشرت وزعته وزعه اصدرته اصدره بثته بثه تلقته تلقت تلقينا اذاعته حصلت ارسله ارسلته".split()
)
_IN = frozenset("في عبر خلال ضمن".split())
_COMPILED = frozenset("تقديرات تقارير توقعات بيانات ارقام احصاييات احصاءات احصاييه معلومات حسابات".split())
_BODIES = frozenset({Role.GOVERNMENT, Role.STATE, Role.ORGANIZATION, Role.AGENCY})
_HIGHNESS = frozenset("سموه سموها سيادته معاليه فخامته جلالته سعادته فضيلته نيافته غبطته معاليها سيادتها".split())


class Turn(NamedTuple):
    """What a cue shows of its speaker: its token, gender (None: not shown), number, and the chain."""

    place: int
    feminine: bool | None
    plural: bool
    via: tuple[Source, ...]


def _is_man(source: Source) -> bool:
    """Whether a person bears a given name that only men bear."""
    given = fold(source.name.split()[0]) if source.kind is SourceKind.PERSON and source.name else ""
    return given in word_list("people", "men")


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
    """The speakers of a report so far, the latest last."""

    book: Book
    speakers: deque[Speaker] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))

    @property
    def scan(self) -> Scan:
        """The report's tokens."""
        return self.book.scan

    def enter(self, source: Source, phrase: Phrase | None, turn: Turn) -> None:
        """Remember who has just spoken."""
        stems = stems_of(self.book, phrase) if phrase is not None else frozenset[str]()
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
        is_past_man = False
        for speaker in islice(reversed(self.speakers), _RECENT):
            if number is Number.PLURAL and not speaker.plural:
                continue
            if number is Number.SINGULAR and speaker.feminine is not None and speaker.feminine is not feminine:
                continue
            is_man = feminine and number is Number.SINGULAR and _is_man(speaker.source)
            is_past_man = is_past_man or is_man
            if is_man or (is_past_man and not speaker.feminine):
                continue
            return speaker
        return None

    def resolve(self, phrase: Phrase) -> Source:
        """The source that a phrase names, in the fullest form of the report."""
        scan = self.scan
        issued = self._issuer(phrase)
        if issued is not None:
            return issued
        name = person_name(scan, phrase)
        if name is not None:
            return Source(written(self.book, fullest_name(self.book, name)), SourceKind.PERSON)
        spokesman = self._spokesman(phrase)
        if spokesman is not None:
            return spokesman
        if scan.folded(phrase.first) in _HIGHNESS:
            return self._latest(SourceKind.PERSON)
        return (
            surname(self.book, phrase)
            or self._speaker_or_president(phrase)
            or titled(self.book, phrase)
            or body(self.book, phrase)
        )

    def listener(self, phrase: Phrase) -> Source:
        """The medium that somebody told; a name in quotation marks is no person's (لـ"الميدان نيوز")."""
        is_quoted = self.scan.closing(phrase.first - 1) == phrase.end
        return body(self.book, phrase) if is_quoted else self.resolve(phrase)

    def _speaker_or_president(self, phrase: Phrase) -> Source | None:
        """An earlier speaker; but الرئيس is the president that the report names before it is some "رئيس المجلس"."""
        known = self._known_speaker(phrase)
        is_chair = known is not None and fold(known.name).startswith("رييس ")
        if is_chair and self.scan.folded(phrase.first) == "الرييس":
            return titled(self.book, phrase) or known
        return known

    def _spokesman(self, phrase: Phrase) -> Source | None:
        """For "متحدث باسمها", the spokesman of the body that spoke last and agrees with the pronoun."""
        scan, place = self.scan, phrase.first + 1
        if phrase.end != place + 1 or scan.folded(place) not in IN_WHOSE_NAME:
            return None
        pronoun = scan.folded(place)
        feminine = None if pronoun.endswith(("هم", "هما")) else pronoun.endswith("ها")
        owners = (s for s in islice(reversed(self.speakers), _RECENT) if s.source.kind in _OWNERS)
        owner = next((s.source for s in owners if feminine is None or s.feminine in (None, feminine)), None)
        if owner is None:
            return None
        head = written(self.book, Phrase(phrase.first, place, phrase.skip))
        return owner if " باسم " in owner.name else Source(f"{head} باسم {owner.name}", owner.kind)

    def _latest(self, kind: SourceKind) -> Source:
        return next((s.source for s in reversed(self.speakers) if s.source.kind is kind), UNKNOWN)

    def _issuer(self, phrase: Phrase) -> Source | None:
        """Whoever issued a statement ("بيان صادر عن الجيش"); of a bare البيان, the body that spoke nearest to it."""
        scan = self.scan
        head, owner = scan.at(phrase.first), scan.at(phrase.first + 1)
        if head.stem in _COMPILED and phrase.end > phrase.first + 1 and owner.role in _BODIES:
            return self.resolve(Phrase(phrase.first + 1, phrase.end))
        if head.stem not in _ISSUED:
            return None
        first = phrase.first + 1
        while first < phrase.end and (scan.folded(first) in ("عن", "ل") or scan.at(first).stem in _ISSUED_BY):
            first += 1
        if first == phrase.first + 1 < phrase.end and head.definite and owner.definite and owner.role is Role.NONE:
            return None
        if first < phrase.end and scan.at(first).stem not in _GIVEN_OUT:
            return self.resolve(Phrase(first, phrase.end, 1 if scan.at(first).preposition == "ل" else 0))
        return self._nearest(phrase.first) or UNKNOWN

    def _nearest(self, place: int) -> Source | None:
        """Who spoke nearest to the statement's earlier mention: the one that issued it."""
        stem = self.scan.at(place).stem
        earlier = sorted(i for form in (stem, stem + "ا") for i in self.book.at(form) if i < place)
        for i in reversed(earlier):
            if self.scan.at(i).definite:
                continue
            end = noun_phrase(self.scan, i, self.scan.size())
            if end > i + 1:
                return self._issuer(Phrase(i, end))
            nearest = self._beside(i)
            if self.scan.folded(i - 1) in _IN and nearest is not None and abs(nearest.place - i) <= _BESIDE:
                return nearest.source
        nearest = self._beside(earlier[0]) if earlier else None
        return nearest.source if nearest is not None else None

    def _beside(self, place: int) -> Speaker | None:
        """Who spoke nearest to a token; no medium, which only prints."""
        bodies = (s for s in self.speakers if s.source.kind not in (SourceKind.AGENCY, SourceKind.OUTLET))
        return min(bodies, key=lambda s: abs(s.place - place), default=None)

    def _known_speaker(self, phrase: Phrase) -> Source | None:
        """An earlier speaker whose words hold all of a short definite phrase."""
        stems = stems_of(self.book, phrase)
        head = self.scan.at(phrase.first)
        if not head.definite and phrase.end == phrase.first + 1:
            return self._same_group(head)
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

    def _same_group(self, head: Sense) -> Source | None:
        """Those who spoke last, called by their bare plural in another case ("حسب مراسلين للقصر ... وأكد مراسلون")."""
        last = self.speakers[-1] if self.speakers else None
        if last is None or head.role is not Role.ANONYMOUS or last.source.kind is not SourceKind.ANONYMOUS:
            return None
        root, other = head.stem[:-2], last.head[:-2]
        are_many = head.stem.endswith(("ون", "ين")) and last.head.endswith(("ون", "ين")) and len(root) > 1
        return last.source if are_many and root == other and " " in last.source.name else None

    def _just_spoke(self, head: Sense, phrase: Phrase) -> Source | None:
        """The person who spoke last, called by what he is ("المسؤول الأمني", "الوزير")."""
        if not self.speakers or (head.role is Role.ANONYMOUS and head.stem not in ONE_PERSON):
            return None
        last = self.speakers[-1].source
        named = head.role is Role.ANONYMOUS and last.kind in (SourceKind.PERSON, SourceKind.ANONYMOUS)
        by_office = head.role is Role.OFFICE and phrase.end == phrase.first + 1 and last.kind is SourceKind.PERSON
        return last if (named and phrase.end - phrase.first <= 2) or by_office else None
