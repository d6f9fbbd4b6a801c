"""Statements: stretches of an Arabic report that somebody says, with source, cue, mode, act and chain."""

from __future__ import annotations

from tahqiq.extract.actors import PACKAGED, Actors
from tahqiq.extract.ar.attribution.anonymity import without_anonymity
from tahqiq.extract.ar.attribution.bounds import Content, content
from tahqiq.extract.ar.attribution.casting import Casting, Said
from tahqiq.extract.ar.attribution.cues import Form
from tahqiq.extract.ar.attribution.finding import hits
from tahqiq.extract.ar.attribution.hashtags import without_hashtags
from tahqiq.extract.ar.attribution.hits import Hit, Opening
from tahqiq.extract.ar.attribution.identity import identified
from tahqiq.extract.ar.attribution.issuing import ISSUED
from tahqiq.extract.ar.attribution.scan import Scan, scan
from tahqiq.extract.ar.attribution.sentences import Sentence, sentences
from tahqiq.extract.ar.attribution.verbs import AFTER_CONTENT
from tahqiq.extract.tokens import Stream
from tahqiq.model.claim import Statement
from tahqiq.model.source import Attribution

__all__ = ["statements"]

_LEAD = 6  # tokens before a cue that opens its sentence ("وفي بيروت، قال")


def statements(stream: Stream, actors: Actors = PACKAGED) -> tuple[Statement, ...]:
    """Every attributed stretch of the report, in the order of their cues; `actors` are those known by name."""
    stream = without_anonymity(without_hashtags(stream))
    read = scan(stream, actors)
    casting = Casting(read)
    found: list[Statement] = []
    before: Sentence | None = None
    for sentence in sentences(stream, read.marks):
        said = _in_sentence(read, sentence, casting, before)
        if not said:
            casting.narrated(sentence)
        found.extend(said)
        before = sentence
    return identified(found, stream)


def _in_sentence(read: Scan, sentence: Sentence, casting: Casting, before: Sentence | None) -> list[Statement]:
    found = hits(read, sentence)
    said: list[Said] = []
    relayed: list[Hit] = []
    for number, hit in enumerate(found):
        later = found[number + 1 :]
        if _introduces(hit, later):
            relayed.append(hit)
            continue
        outer = next((i for i, one in enumerate(said) if _embraces(read, one, hit, sentence)), None)
        if outer is not None:
            said[outer] = casting.relayed(said[outer], hit)
            continue
        words = _words(read, hit, (sentence, before), _limit(hit, later, sentence.end))
        if words is not None:
            hit = hit._replace(relays=hit.relays + tuple(r.subject for r in relayed if r.subject is not None))
            relayed.clear()
            said.append((hit, words, casting.attribution(hit, sentence, said)))
    return [_statement(read, *one) for one in said]


def _words(read: Scan, hit: Hit, around: tuple[Sentence, Sentence | None], limit: int) -> Content | None:
    """The content of a hit; of "هذا ما قاله فلان", the sentence before."""
    sentence, before = around
    if before is not None and hit.rule == AFTER_CONTENT and hit.content == sentence.first:
        return content(read, hit._replace(opening=Opening.AROUND), before.first, before.end)
    return content(read, hit, sentence.first, limit)


def _embraces(read: Scan, one: Said, hit: Hit, sentence: Sentence) -> bool:
    """Whether "قال فلان إن كذا، بحسب رويترز" only relays the statement that the sentence opened with."""
    earlier, words, _ = one
    if hit.opening is not Opening.BEFORE or earlier.opening is Opening.BEFORE or words.end < hit.phrase.first - 2:
        return False
    if earlier.rule == ISSUED:
        return False
    opened = earlier.phrase.first - _after_dateline(read, sentence) <= _LEAD
    return opened or earlier.cue.form is Form.PARTICIPLE


def _after_dateline(read: Scan, sentence: Sentence) -> int:
    """The first token after "دبي، الإمارات (CNN) –", the sentence's first where it has no dateline."""
    lead = range(sentence.first, min(sentence.end, sentence.first + 14))
    dashes = (i for i in lead if read.mark(i) in ("-", "–", "—"))
    return max(dashes, default=sentence.first - 1) + 1


def _introduces(hit: Hit, later: list[Hit]) -> bool:
    """Whether "بحسب الصحيفة، قال الوزير إن" only relays the statement that follows at once."""
    if hit.opening is not Opening.THAT or not hit.rule.startswith("according"):
        return False
    return bool(later) and later[0].subject is not None and 0 <= later[0].phrase.first - hit.content <= 1


def _limit(hit: Hit, later: list[Hit], end: int) -> int:
    """Where the words of a hit must have ended: at the next cue that opens a clause of its own."""
    for other in later:
        embedded = other.subject is not None and other.subject.first == hit.content
        if other.breaks and other.phrase.first > hit.content and other.opening is not Opening.AROUND and not embedded:
            return min(other.phrase.first, other.subject.first if other.subject else other.phrase.first)
    return end


def _statement(read: Scan, hit: Hit, words: Content, attribution: Attribution) -> Statement:
    stream = read.stream
    span = stream.span(words.first, words.end)
    return Statement(
        span, stream.span(hit.phrase.first, hit.phrase.end), attribution, words.mode, hit.cue.act, hit.rule
    )
