"""From cues to attributions: who a cue's speaker is in this report, and through whom it came."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from tahqiq.extract.ar.attribution.adjuncts import QUOTING_PARTICIPLE
from tahqiq.extract.ar.attribution.book import book
from tahqiq.extract.ar.attribution.bounds import Content
from tahqiq.extract.ar.attribution.cast import Cast, Turn
from tahqiq.extract.ar.attribution.cues import Form, Number, cue_words
from tahqiq.extract.ar.attribution.hits import Hit, Opening
from tahqiq.extract.ar.attribution.name_parts import is_ali, is_that
from tahqiq.extract.ar.attribution.naming import person_name
from tahqiq.extract.ar.attribution.phrases import noun_phrase
from tahqiq.extract.ar.attribution.scan import Phrase, Scan
from tahqiq.extract.ar.attribution.sentences import Sentence
from tahqiq.extract.ar.attribution.subjects import AUXILIARIES
from tahqiq.extract.ar.attribution.verbs import WRITING
from tahqiq.extract.ar.attribution.words import Role, Sense, word_list
from tahqiq.model.source import UNKNOWN, Attribution, Source
from tahqiq.model.text import Span

_SUBORDINATE = frozenset("بعدما عندما حين حينما لما قبلما منذما".split())
_ACTORS = frozenset({Role.OFFICE, Role.HONORIFIC, Role.GOVERNMENT, Role.ORGANIZATION})
_NEAREST = 24  # tokens back to somebody whom a subordinate verb can mean
_LONGEST_TOPIC, _LONGEST_SETTING = 6, 12
Said = tuple[Hit, Content, Attribution]


class Casting:
    """Attributes the cues of a report, given in text order."""

    __slots__ = ("_cast", "_scan")

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self._cast = Cast(book(scan))

    def attribution(self, hit: Hit, sentence: Sentence, said: list[Said]) -> Attribution:
        """Who stands behind a hit; `said` are the earlier ones of its sentence."""
        outer = _around(hit, said)
        source, via = self._speaker(hit, sentence, said, outer)
        if hit.rule == QUOTING_PARTICIPLE and said:
            via = (said[-1][2].source, *said[-1][2].via)
        told = tuple(map(self._cast.listener, hit.relays))
        via = told or via
        if outer is not None and outer.source != source:
            via = (outer.source, *outer.via)
        if outer is None and source is not UNKNOWN:
            feminine, plural = self._agreement(hit)
            self._cast.enter(source, hit.subject, Turn(hit.phrase.first, feminine, plural, via))
        return Attribution(source, via, self._mention(hit), self._scan.stream.span(hit.phrase.first, hit.phrase.end))

    def narrated(self, sentence: Sentence) -> None:
        """Remember who acts in a sentence in which nobody speaks: the next verb without subject may be his."""
        scan, first = self._scan, sentence.first
        if self._is_of_outlet(sentence):
            return
        first += int(scan.folded(first) in AUXILIARIES)
        verb = scan.folded(first).removeprefix("و")
        is_masculine, is_feminine = verb in word_list("circumstances", "acting"), _without_t(verb) in _acting_stems()
        end = noun_phrase(scan, first + 1, sentence.end) if is_masculine or is_feminine else first + 1
        head = scan.at(first + 1)
        if end > first + 1 and not head.preposition and (head.role in _ACTORS or head.is_name):
            phrase = Phrase(first + 1, end)
            self._cast.enter(self._cast.resolve(phrase), phrase, Turn(first, is_feminine, False, ()))

    def _is_of_outlet(self, sentence: Sentence) -> bool:
        """Remember the paper that a sentence opens with as its topic ("صحيفة الشروق تسلط الضوء على ...")."""
        scan, first = self._scan, sentence.first
        head = scan.at(first)
        if head.role is not Role.OUTLET or head.preposition:
            return False
        end = noun_phrase(scan, first, sentence.end)
        while end > first + 2 and _looks_like_verb(scan.at(end - 1)):
            end -= 1
        if end < first + 2 or end >= sentence.end or scan.mark(end) == ":":
            return False
        phrase = Phrase(first, end, len(head.joined))
        self._cast.enter(self._cast.resolve(phrase), phrase, Turn(first, self._cast.gender(first), False, ()))
        return True

    def relayed(self, said: Said, hit: Hit) -> Said:
        """A statement with the source of `hit` at the outer end of its chain."""
        earlier, words, attribution = said
        if hit.subject is None:
            return said
        relay = self._cast.resolve(hit.subject)
        if relay is UNKNOWN or relay in (attribution.source, *attribution.via):
            return said
        return earlier, words, replace(attribution, via=(*attribution.via, relay))

    def _speaker(
        self, hit: Hit, sentence: Sentence, said: list[Said], outer: Attribution | None
    ) -> tuple[Source, tuple[Source, ...]]:
        if hit.subject is not None:
            return self._cast.resolve(hit.subject), ()
        nearest = self._nearest(sentence, hit) if self._is_subordinate(hit) else None
        if nearest is not None:
            return self._cast.resolve(nearest), ()
        if hit.cue.form is not Form.VERB and said:
            agreeing = next((one for one in reversed(said) if not _disagrees(hit, one[0])), None)
            return (agreeing[2].source, agreeing[2].via) if agreeing is not None else (UNKNOWN, ())
        earlier = self._in_sentence(hit, said)
        if earlier is not None:
            return earlier.source, earlier.via
        is_of_another = hit.cue.attached and self._scan.at(hit.phrase.first - 1).role is Role.RELATIVE
        can_act = hit.phrase.first > sentence.first and not is_of_another
        actor = self._actor(sentence, hit) if can_act else None
        if actor is not None:
            return self._cast.resolve(actor), ()
        if self._is_subordinate(hit):
            return UNKNOWN, ()
        topic = self._nearest(sentence, hit) if can_act and self._scan.at(hit.phrase.first).joined == "ف" else None
        if topic is not None and is_that(self._scan, topic.first - 1):  # "ويبدو أن فلانا تراجع فقال"
            return self._cast.resolve(topic), ()
        speaker = self._cast.agreeing(hit.cue.feminine, hit.cue.number)
        return (speaker.source, speaker.via) if speaker is not None else (UNKNOWN, ())

    def _is_subordinate(self, hit: Hit) -> bool:
        """Whether a verb without subject of its own stands behind "حين", "بعدما": it then is of somebody just named."""
        return (
            hit.cue.form is Form.VERB
            and not hit.cue.attached
            and self._scan.folded(hit.phrase.first - 1) in _SUBORDINATE
        )

    def _nearest(self, sentence: Sentence, hit: Hit) -> Phrase | None:
        """The person named last before a verb ("رد على الرئيس سامر الحلبي، حين توقع")."""
        scan = self._scan
        if hit.cue.number is Number.PLURAL:
            return None
        for first in range(hit.phrase.first - 1, max(sentence.first, hit.phrase.first - _NEAREST) - 1, -1):
            s = scan.at(first)
            if s.role not in (Role.OFFICE, Role.HONORIFIC) and not s.is_name:
                continue
            end = noun_phrase(scan, first, hit.phrase.first)
            named = end > first and person_name(scan, Phrase(first, end)) is not None
            if named and not scan.at(first - 1).is_name:
                return Phrase(first, end, len(s.preposition) if not s.definite else 0)
        return None

    def _in_sentence(self, hit: Hit, said: list[Said]) -> Attribution | None:
        """The speaker of the sentence so far, if the verb can mean him."""
        for other, _, attribution in reversed(said):
            if (
                other.cue.form is Form.VERB
                and other.cue.feminine is hit.cue.feminine
                and attribution.source is not UNKNOWN
            ):
                return attribution
        return None

    def _actor(self, sentence: Sentence, hit: Hit) -> Phrase | None:
        """The subject of a sentence whose verb is no cue ("دشن الأمير ... معلنا")."""
        scan, start = self._scan, sentence.first
        topic = range(start, min(start + _LONGEST_TOPIC, sentence.end))
        start = next((i + 1 for i in topic if scan.mark(i) == ":"), start)
        start += int(scan.folded(start) in word_list("circumstances", "openers") or scan.folded(start) == "ثم")
        if scan.at(start).role is Role.PREPOSITION and not is_ali(scan, start):  # "وعن سالم قال": he is spoken of
            led = range(start, min(start + _LONGEST_SETTING, hit.phrase.first))
            start = next((i + 1 for i in led if scan.is_comma(i)), hit.phrase.first)
        for first in range(start, min(start + 2, hit.phrase.first)):
            s = scan.at(first)
            is_said = _is_cue_verb(s.stem) or (s.cues and s.role is Role.NONE and not s.is_name)
            if is_said or is_that(scan, first):
                continue
            closing = scan.closing(first)
            end = noun_phrase(scan, first, hit.phrase.first if closing is None else closing + 1)
            agrees = self._cast.gender(first) in (None, hit.cue.feminine) or hit.cue.number is Number.PLURAL
            is_named = s.definite and end > first and person_name(scan, Phrase(first, end)) is not None
            is_body = (
                s.role is not Role.NONE
                or s.is_name
                or closing is not None
                or is_named
                or scan.folded(first) in scan.surnames
            )
            is_written = s.role is Role.DOCUMENT and scan.at(first - 1).stem in WRITING  # "كتبت تغريدة": no actor
            if end > first and agrees and not s.preposition and not is_written and is_body and scan.mark(end) != ":":
                return Phrase(first, end, len(s.joined))
        return None

    def _agreement(self, hit: Hit) -> tuple[bool | None, bool]:
        if hit.subject is None:
            return hit.cue.feminine if hit.cue.form is Form.VERB else None, hit.cue.number is Number.PLURAL
        head = self._scan.at(hit.subject.first)
        plural = hit.cue.number is Number.PLURAL or (head.role is Role.ANONYMOUS and _is_plural(head.stem))
        spoken = (
            hit.cue.form is Form.VERB and hit.opening is not Opening.BEFORE and hit.rule.startswith(("verb", "subject"))
        )
        return hit.cue.feminine if spoken else self._cast.gender(hit.subject.first), plural

    def _mention(self, hit: Hit) -> Span | None:
        if hit.subject is None:
            return None
        return self._scan.stream.span(hit.subject.first, hit.subject.end, skip=hit.subject.skip)


@cache
def _acting_stems() -> frozenset[str]:
    """The verbs of acting without a weak last letter, as before the ت of a feminine ("التق" of "التقت")."""
    return frozenset(verb.removesuffix("ي") for verb in word_list("circumstances", "acting"))


def _without_t(verb: str) -> str:
    return verb[:-1] if verb.endswith("ت") else ""


def _looks_like_verb(s: Sense) -> bool:
    """Whether a bare everyday word has the prefix of a present or the ending of a feminine past ("عادت", "تتابع")."""
    is_plain = s.is_word and s.role is Role.NONE and s.is_known and not (s.definite or s.preposition or s.is_name)
    return is_plain and (s.stem.endswith("ت") or s.stem.startswith(("ت", "ي")))


def _is_cue_verb(stem: str) -> bool:
    """Whether a word is a verb of saying, which may look like a name (أكد، صرح)."""
    return any(cue.form is Form.VERB for cue in cue_words().get(stem, ()))


def _disagrees(hit: Hit, other: Hit) -> bool:
    """Whether a participle shows another gender than the verb before it: then somebody in between speaks."""
    is_shown = hit.cue.form is Form.PARTICIPLE and other.cue.form is Form.VERB and other.opening is not Opening.BEFORE
    single = hit.cue.number is Number.SINGULAR and other.cue.number is Number.SINGULAR
    is_verb = other.rule.startswith(("verb", "subject"))
    if not (is_shown and single and is_verb):
        return False
    is_hidden_woman = other.subject is None and other.cue.feminine and not hit.cue.feminine
    return is_hidden_woman or (hit.cue.feminine and not other.cue.feminine)


def _is_plural(stem: str) -> bool:
    return stem.endswith(("ون", "ين", "اء", "ات")) or stem in (
        "سكان",
        "شهود",
        "عمال",
        "اهالي",
        "نواب",
        "مصادر",
        "علماء",
    )


def _around(hit: Hit, said: list[Said]) -> Attribution | None:
    """The attribution of the innermost earlier statement whose content holds the cue."""
    for other, words, attribution in reversed(said):
        if other.opening is not Opening.BEFORE and words.first <= hit.phrase.first < words.end:
            return attribution
    return None
