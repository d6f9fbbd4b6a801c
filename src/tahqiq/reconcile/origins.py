"""Origins: who stands behind each figure of a measure, however many outlets relay it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tahqiq.model.quantity import Approximator
from tahqiq.model.report import Report
from tahqiq.model.source import NARRATOR, Source, SourceKind
from tahqiq.reconcile.lexicon import BODIES
from tahqiq.reconcile.quantities import on_scale, size
from tahqiq.reconcile.readings import Reading
from tahqiq.reconcile.sentences import sentence_around
from tahqiq.reconcile.voices import BODY_KINDS, Voices, name_key, name_stem
from tahqiq.reconcile.words import stems

_VOICELESS = (SourceKind.NARRATOR, SourceKind.UNKNOWN)
_KINDS_OF_BODY = frozenset(map(name_stem, BODIES))
_REUSED = 0.7
_FEWEST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Origin:
    """An independent origin: `key` tells it from others, `source` names it for people."""

    key: str
    source: Source


@dataclass(frozen=True, slots=True)
class Lineage:
    """What is known of who stands behind whom.

    `copies` leads from a near-copy's report id to the first report of its kind, `voices` from a person's name to the
    stems of the body that the person speaks for.
    """

    copies: Mapping[str, Report]
    voices: Voices


def origins(readings: Sequence[Reading], lineage: Lineage) -> list[Origin]:
    """The origin of each reading of one measure, in order (earliest first).

    The same named speaker is one origin, whoever relays it, under the fullest name found; a body and those who speak
    for it are one; the source of a headline is that of the body under it, where that gives the same number. An outlet's
    own voice only repeats a source that gave the very number in the same report or in an earlier one. Else it is one
    origin, unless the report is a near-copy, or unless its sentence is an earlier report's.
    """
    named = _named(readings, lineage)
    said: dict[object, list[int]] = defaultdict(list)
    for index in named:
        said[_value(readings[index])].append(index)
    own: dict[object, list[int]] = defaultdict(list)
    found: list[Origin] = []
    for index, reading in enumerate(readings):
        if index in named:
            found.append(named[index])
            continue
        repeated = next((i for i in said[_value(reading)] if _repeats(reading, readings[i])), None)
        reused = next((i for i in own[_value(reading)] if _is_reused(reading, readings[i])), None)
        own[_value(reading)].append(index)
        if repeated is not None:
            found.append(named[repeated])
        elif reused is not None:
            found.append(found[reused])
        else:
            found.append(_own_voice(reading, lineage.copies))
    return found


def _named(readings: Sequence[Reading], lineage: Lineage) -> dict[int, Origin]:
    """The origins of the readings that name a source."""
    told = [i for i, reading in enumerate(readings) if not _is_own_voice(reading)]
    below: dict[object, int] = {}
    for index in told:
        if not is_in_headline(readings[index]):
            below.setdefault(_number_told(readings[index]), index)
    said = {i: _said_by(readings[_told_below(i, below, readings)], lineage.copies) for i in told}
    fullest = _spoken_for(_fullest(list(said.values())), lineage.voices)
    return {index: fullest[origin.key] for index, origin in said.items()}


def _told_below(index: int, below: Mapping[object, int], readings: Sequence[Reading]) -> int:
    """The reading under a headline that gives its number, or the reading itself."""
    return below.get(_number_told(readings[index]), index) if is_in_headline(readings[index]) else index


def is_in_headline(reading: Reading) -> bool:
    """Whether the figure stands in its report's headline."""
    span = reading.reported.figure.span
    return span.end <= span.text.title_end


def _is_own_voice(reading: Reading) -> bool:
    return reading.reported.figure.attribution.source.kind in _VOICELESS


def _own_voice(reading: Reading, copies: Mapping[str, Report]) -> Origin:
    outlet = _publisher(reading, copies)
    if outlet is None:
        first = copies.get(reading.reported.report_id)
        return Origin(f"report {first.id if first else reading.reported.report_id}", NARRATOR)
    return Origin(f"outlet {outlet}", Source(outlet, SourceKind.NARRATOR))


def _publisher(reading: Reading, copies: Mapping[str, Report]) -> str | None:
    """The outlet of the report, or of the first report that it copies."""
    first = copies.get(reading.reported.report_id)
    return first.metadata.outlet if first else reading.reported.outlet


def _said_by(reading: Reading, copies: Mapping[str, Report]) -> Origin:
    attribution = reading.reported.figure.attribution
    source = attribution.source
    key = name_key(source.name)
    if source.kind in (SourceKind.ANONYMOUS, SourceKind.WITNESS):
        relay = attribution.via[0].name if attribution.via else _publisher(reading, copies)
        key += f" to {relay or reading.reported.report_id}"
    return Origin(key, source)


def _fullest(said: Sequence[Origin]) -> dict[str, Origin]:
    """From each key to the origin under whose fuller name it goes ("al-Araji" under "Qasim al-Araji").

    A kind of body alone ("the ministry") goes under the fuller name of one, where there is only one.
    """
    ranked = sorted({o.key: o for o in sorted(said, key=_name_order)}.values(), key=_name_order)
    kept: list[Origin] = []
    found = {}
    for origin in ranked:
        fuller = [other for other in kept if _is_short_for(origin, other)]
        is_plain = len(origin.key.split()) > 1 or len(fuller) == 1 or origin.source.kind is SourceKind.PERSON
        found[origin.key] = fuller[0] if fuller and is_plain else origin
        if found[origin.key] is origin:
            kept.append(origin)
    return found


def _name_order(origin: Origin) -> tuple[int, int, str]:
    return -len(origin.key.split()), len(origin.source.name), origin.source.name


def _is_short_for(short: Origin, fuller: Origin) -> bool:
    if short.source.kind is SourceKind.ANONYMOUS or short.source.kind is not fuller.source.kind:
        return False
    own = set(short.key.split())
    is_enough = len(own) > 1 or short.source.kind is SourceKind.PERSON or bool(own & _KINDS_OF_BODY)
    return is_enough and own <= set(fuller.key.split())


def _spoken_for(fullest: Mapping[str, Origin], voices: Voices) -> dict[str, Origin]:
    """The same with each spokesperson under the one body among the origins that he or she speaks for."""
    bodies = [origin for origin in {o.key: o for o in fullest.values()}.values() if origin.source.kind in BODY_KINDS]
    found = {}
    for key, origin in fullest.items():
        spoken = voices.get(name_key(origin.source.name), frozenset())
        meant = [body for body in bodies if _is_meant(spoken, body)]
        found[key] = meant[0] if len(meant) == 1 else origin
    return found


def _is_meant(spoken: frozenset[str], body: Origin) -> bool:
    """Whether the words after an office name the body, in short or with a word too many."""
    key = set(body.key.split())
    return bool(spoken) and (spoken <= key or key <= spoken)


def _repeats(own: Reading, said: Reading) -> bool:
    """Whether an outlet with the number of a source only repeats it: in one report, or later and not in vague words."""
    if own.reported.report_id == said.reported.report_id:
        return True
    is_later = own.published is not None and said.published is not None and said.published <= own.published
    return is_later and own.quantity.approximator is not Approximator.VAGUE


def _value(reading: Reading) -> object:
    """The ends, unit and stance of a figure, however hedged."""
    quantity = reading.quantity
    return quantity.low, quantity.high, quantity.unit, reading.reported.figure.stance


def _number_told(reading: Reading) -> object:
    """The number that a report gives, by its stance."""
    quantity = on_scale(reading.quantity)
    return reading.reported.report_id, quantity.unit, size(quantity), reading.reported.figure.stance


def _is_reused(later: Reading, earlier: Reading) -> bool:
    """Whether one sentence serves both reports, which give one number (most of its words are the other's)."""
    if later.reported.report_id == earlier.reported.report_id:
        return False
    a, b = (set(stems(sentence_around(r.reported.figure.span).quote)) for r in (later, earlier))
    return min(len(a), len(b)) >= _FEWEST_WORDS and len(a & b) >= _REUSED * min(len(a), len(b))
