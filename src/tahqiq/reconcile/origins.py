"""Origins: who stands behind each figure of a measure, however many outlets relay it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tahqiq.model.quantity import Quantity
from tahqiq.model.report import Report
from tahqiq.model.source import NARRATOR, Source, SourceKind
from tahqiq.reconcile.lexicon import SOURCE_FILLERS
from tahqiq.reconcile.readings import Reading
from tahqiq.reconcile.sentences import sentence_around
from tahqiq.reconcile.words import stem, stems, words

_VOICELESS = (SourceKind.NARRATOR, SourceKind.UNKNOWN)
_REUSED = 0.7
_FEWEST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Origin:
    """An independent origin: `key` tells it from others, `source` names it for people."""

    key: str
    source: Source


def origins(readings: Sequence[Reading], copies: Mapping[str, Report]) -> list[Origin]:
    """The origin of each reading of one measure, in order.

    The same named speaker is one origin, whoever relays it, under the fullest name found. An outlet's own voice is one,
    unless the same report gives the same number to a source (then it only repeats that source), unless the report is a
    near-copy (`copies`: report id to the first of its kind), or unless its sentence is an earlier report's.
    """
    named = {index: _said_by(reading, copies) for index, reading in enumerate(readings) if not _is_own_voice(reading)}
    fullest = _fullest(list(named.values()))
    found: list[Origin] = []
    for index, reading in enumerate(readings):
        if index in named:
            found.append(fullest[named[index].key])
            continue
        repeated = next((i for i in named if _repeats(reading, readings[i])), None)
        reused = next((i for i in range(index) if _is_reused(reading, readings[i])), None)
        if repeated is not None:
            found.append(fullest[named[repeated].key])
        elif reused is not None:
            found.append(found[reused])
        else:
            found.append(_own_voice(reading, copies))
    return found


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
    key = " ".join(sorted(name_stems(source.name)))
    if source.kind in (SourceKind.ANONYMOUS, SourceKind.WITNESS):
        relay = attribution.via[0].name if attribution.via else _publisher(reading, copies)
        key += f" to {relay or reading.reported.report_id}"
    return Origin(key, source)


def name_stems(name: str) -> frozenset[str]:
    """The stems that identify a source's name: titles and offices off, unless nothing else is left."""
    kept = frozenset(stem(word) for word in words(name) if word not in SOURCE_FILLERS and len(word) > 1)
    return kept or frozenset(map(stem, words(name)))


def _fullest(said: Sequence[Origin]) -> dict[str, Origin]:
    """From each key to the origin under whose fuller name it goes ("al-Araji" under "Qasim al-Araji")."""
    ranked = sorted({o.key: o for o in sorted(said, key=_name_order)}.values(), key=_name_order)
    kept: list[Origin] = []
    found = {}
    for origin in ranked:
        found[origin.key] = next((fuller for fuller in kept if _is_short_for(origin, fuller)), origin)
        if found[origin.key] is origin:
            kept.append(origin)
    return found


def _name_order(origin: Origin) -> tuple[int, int, str]:
    return -len(origin.key.split()), len(origin.source.name), origin.source.name


def _is_short_for(short: Origin, fuller: Origin) -> bool:
    if short.source.kind is SourceKind.ANONYMOUS or short.source.kind is not fuller.source.kind:
        return False
    own = set(short.key.split())
    is_enough = len(own) > 1 or short.source.kind is SourceKind.PERSON
    return is_enough and own <= set(fuller.key.split())


def _repeats(own: Reading, said: Reading) -> bool:
    return own.reported.report_id == said.reported.report_id and same_values(own.quantity, said.quantity)


def same_values(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities have the same ends, however hedged."""
    return (a.low, a.high, a.unit) == (b.low, b.high, b.unit)


def _is_reused(later: Reading, earlier: Reading) -> bool:
    """Whether one sentence serves both reports (most of its words are the other's, number included)."""
    if later.reported.report_id == earlier.reported.report_id or not _is_own_voice(earlier):
        return False
    if not same_values(later.quantity, earlier.quantity):
        return False
    a, b = (set(stems(sentence_around(r.reported.figure.span).quote)) for r in (later, earlier))
    return min(len(a), len(b)) >= _FEWEST_WORDS and len(a & b) >= _REUSED * min(len(a), len(b))
