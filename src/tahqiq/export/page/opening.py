"""What a careful reader would say of a story first, in generated sentences that lead to their rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from tahqiq.export.page.anchors import Anchors
from tahqiq.export.page.measure_view import title
from tahqiq.export.page.order import contradicted, is_contested, origins, outlets, stance
from tahqiq.export.page.strings import NOTHING, Both, count, join, say, word
from tahqiq.export.page.wording import according_to, day, quantity
from tahqiq.model.claim import Stance
from tahqiq.model.measure import Measure, RelationKind
from tahqiq.model.quantity import Quantity
from tahqiq.model.report import ReadReport
from tahqiq.model.source import SourceKind

_DISPUTES, _PLANS, _FINDINGS = 6, 3, 6
_VOICES, _OTHERS = 5, 2


def lead(reads: Sequence[ReadReport], measures: Sequence[Measure], policy: str) -> tuple[Both, ...]:
    """What there is to read, and whether it agrees."""
    contested = sum(is_contested(m, policy) for m in measures)
    if contested:
        return _material(reads), say("opening.contested", count=count("contested_measure", contested))
    return (_material(reads), say("opening.uncontested")) if measures else (_material(reads),)


def disputes(measures: Sequence[Measure], made: Anchors) -> tuple[Both, ...]:
    """A sentence for each of the first contradicted measures: who holds what, newest first."""
    told = []
    for topic in (_Topic(m, made) for m in measures if contradicted(m)):
        told.append(say("opening.dispute", measure=topic.name, voices=_voices(topic, contradicted(topic.measure))))
    return tuple(told[:_DISPUTES])


def findings(measures: Sequence[Measure], made: Anchors) -> tuple[Both, ...]:
    """What is planned and what is done, then the latest values of what several origins give."""
    planned = [m for m in measures if any(stance(m, p) is Stance.EXPECTED for p in m.positions)]
    shared = [m for m in measures if len(m.positions) > 1 and not contradicted(m) and m not in planned]
    told = [_planned(_Topic(m, made)) for m in planned[:_PLANS]] + [_latest(_Topic(m, made)) for m in shared]
    return tuple(told[:_FINDINGS])


def caveats(reads: Sequence[ReadReport]) -> tuple[Both, ...]:
    """How much of it has no named source."""
    kinds = [f.attribution.source.kind for r in reads for f in r.claims.figures]
    narrated = sum(k in (SourceKind.NARRATOR, SourceKind.UNKNOWN) for k in kinds)
    anonymous = kinds.count(SourceKind.ANONYMOUS)
    if not narrated and not anonymous:
        return ()
    figures = count("figure", len(kinds))
    return (say("opening.unsourced", narrated=narrated, figures=figures, anonymous=anonymous),)


def span(days: Sequence[str]) -> Both:
    """From the first to the last of some sorted ISO days, in words."""
    first, last = (dt.date.fromisoformat(d) for d in (days[0], days[-1]))
    if first == last:
        return say("opening.on_day", day=day(first))
    return say("opening.between", first=day(first), last=day(last))


@dataclass(frozen=True, slots=True)
class _Topic:
    """A measure as a sentence speaks of it: positions by index, every value a link to its row."""

    measure: Measure
    made: Anchors

    @property
    def name(self) -> Both:
        return self._linked(title(self.measure), self.made.measures.get(self.measure.id))

    def value(self, index: int) -> Both:
        row = self.made.of_position(self.measure, index)
        return self._linked(quantity(self.measure.positions[index].quantity), row)

    def who(self, index: int) -> Both:
        position = self.measure.positions[index]
        return according_to(position.origin, next(iter(outlets(self.measure, position)), None))

    def voice(self, index: int) -> Both:
        """Who holds a position; what is not plainly asserted says so."""
        held = stance(self.measure, self.measure.positions[index])
        told = {"value": self.value(index), "who": self.who(index)}
        if held in (Stance.ASSERTED, Stance.EXPECTED):
            return say("opening.voice", **told)
        return say("opening.voice_noted", note=word("stance", held.value), **told)

    def when(self, index: int) -> str:
        as_of = self.measure.positions[index].as_of
        return as_of.isoformat() if as_of else ""

    def latest(self, among: Sequence[int]) -> int:
        """The newest of some positions; of equally new ones that with the most figures."""
        return max(among, key=lambda n: (self.when(n), len(self.measure.positions[n].figures)))

    def held_as(self, held: Stance) -> list[int]:
        return [n for n, p in enumerate(self.measure.positions) if stance(self.measure, p) is held]

    @staticmethod
    def _linked(words: Both, target: str | None) -> Both:
        if target is None:
            return words
        ar, en = (Markup('<a href="#{}">{}</a>').format(target, said) for said in (words.ar, words.en))
        return Both(ar, en)


def _material(reads: Sequence[ReadReport]) -> Both:
    days = sorted(p.isoformat()[:10] for r in reads if (p := r.report.metadata.published) is not None)
    names = {r.report.metadata.outlet for r in reads} - {None}
    told = {
        "reports": count("report", len(reads)),
        "outlets": count("outlet", len(names)),
        "figures": count("figure", sum(len(r.claims.figures) for r in reads)),
        "statements": count("statement", sum(len(r.claims.statements) for r in reads)),
    }
    if not days:
        return say("opening.reports_only", **told)
    return say("opening.reports_from", span=span(days), undated=_undated(len(reads) - len(days)), **told)


def _undated(reports: int) -> Both:
    return say("opening.undated", reports=count("report", reports)) if reports else NOTHING


def _planned(topic: _Topic) -> Both:
    planned, done = topic.held_as(Stance.EXPECTED), topic.held_as(Stance.ASSERTED)
    told = {"measure": topic.name, "planned": topic.voice(topic.latest(planned))}
    if not done:
        return say("opening.planned_only", **told)
    return say("opening.planned", done=topic.voice(topic.latest(done)), **told)


def _latest(topic: _Topic) -> Both:
    positions = topic.measure.positions
    newest = topic.latest(topic.held_as(Stance.ASSERTED) or range(len(positions)))
    told = {
        "measure": topic.name,
        "value": topic.value(newest),
        "who": topic.who(newest),
        "day": say("opening.day", day=day(positions[newest].as_of)) if positions[newest].as_of else NOTHING,
        "origins": count("origin", origins(topic.measure)),
    }
    overtaken = [n for n in _updated(topic.measure, newest) if topic.when(n) < topic.when(newest)]
    if overtaken:
        return say("opening.earlier", earlier=topic.value(topic.latest(overtaken)), **told)
    if any(p.quantity != positions[newest].quantity for p in positions):
        voices = _voices(topic, range(len(positions)))
        return say("opening.several", measure=topic.name, voices=voices, origins=told["origins"])
    return say("opening.latest_shared", **told)


def _updated(measure: Measure, newest: int) -> list[int]:
    """Positions that the newest one updates."""
    ties = [(r.a, r.b) for r in measure.relations if r.kind is RelationKind.UPDATE and newest in (r.a, r.b)]
    return [a if b == newest else b for a, b in ties]


def _voices(topic: _Topic, among: Iterable[int]) -> Both:
    """The voices of some positions, the newest first: those that assert, each value once, then those that deny it."""
    newest = sorted(among, key=topic.when, reverse=True)
    asserted = set(topic.held_as(Stance.ASSERTED))
    firm = _different(topic, [n for n in newest if n in asserted])
    others = _different(topic, [n for n in newest if n not in asserted])
    chosen = [*firm[: _VOICES - min(len(others), _OTHERS)], *others[:_OTHERS]]
    told = [topic.voice(n) for n in chosen]
    if len(newest) > len(chosen):
        told.append(say("opening.more_voices", count=len(newest) - len(chosen)))
    return join(told, "voices")


def _different(topic: _Topic, listed: Sequence[int]) -> list[int]:
    """The first holder of each value, then the others."""
    first: dict[Quantity, int] = {}
    for n in listed:
        first.setdefault(topic.measure.positions[n].quantity, n)
    return [*first.values(), *(n for n in listed if n not in first.values())]
