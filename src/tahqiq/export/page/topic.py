"""A measure as a sentence speaks of it: its name, its values and its voices, each a link to its row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from tahqiq.export.page.anchors import Anchors
from tahqiq.export.page.measure_view import title
from tahqiq.export.page.strings import Both, join, say, word
from tahqiq.export.page.wording import according_to, quantity
from tahqiq.export.positions import outlet, stance
from tahqiq.model.claim import Stance
from tahqiq.model.measure import Measure
from tahqiq.model.quantity import Quantity

_VOICES, _OTHERS = 5, 2


@dataclass(frozen=True, slots=True)
class Topic:
    """A measure with the places of its rows; positions are named by index."""

    measure: Measure
    made: Anchors

    @property
    def name(self) -> Both:
        """What is counted."""
        return self._linked(title(self.measure), self.made.to_measures.get(self.measure.id))

    def value(self, index: int) -> Both:
        """What the position of that index holds."""
        row = self.made.to_position(self.measure, index)
        return self._linked(quantity(self.measure.positions[index].quantity), row)

    def who(self, index: int) -> Both:
        """According to whom."""
        position = self.measure.positions[index]
        return according_to(position.origin, outlet(self.measure, position))

    def voice(self, index: int) -> Both:
        """Who holds a position; what is not plainly asserted says so."""
        held = stance(self.measure, self.measure.positions[index])
        told = {"value": self.value(index), "who": self.who(index)}
        if held in (Stance.ASSERTED, Stance.EXPECTED):
            return say("opening.voice", **told)
        return say("opening.voice_noted", note=word("stance", held.value), **told)

    def when(self, index: int) -> str:
        """The position's day in ISO form, "" where unknown: for putting in order."""
        as_of = self.measure.positions[index].as_of
        return as_of.isoformat() if as_of else ""

    def latest(self, among: Sequence[int]) -> int:
        """The newest of some positions; of equally new ones that with the most figures."""
        return max(among, key=lambda n: (self.when(n), len(self.measure.positions[n].figures)))

    def held_as(self, held: Stance) -> list[int]:
        """The positions of that stance."""
        return [n for n, p in enumerate(self.measure.positions) if stance(self.measure, p) is held]

    def voices(self, among: Iterable[int]) -> Both:
        """The voices of some positions, the newest first: those that assert, each value once, then the others."""
        newest = sorted(among, key=self.when, reverse=True)
        asserted = set(self.held_as(Stance.ASSERTED))
        firm = self._different([n for n in newest if n in asserted])
        others = self._different([n for n in newest if n not in asserted])
        chosen = [*firm[: _VOICES - min(len(others), _OTHERS)], *others[:_OTHERS]]
        told = [self.voice(n) for n in chosen]
        if len(newest) > len(chosen):
            told.append(say("opening.more_voices", count=len(newest) - len(chosen)))
        return join(told, "voices")

    def _different(self, listed: Sequence[int]) -> list[int]:
        """The first holder of each value, then the others."""
        first: dict[Quantity, int] = {}
        for n in listed:
            first.setdefault(self.measure.positions[n].quantity, n)
        return [*first.values(), *(n for n in listed if n not in first.values())]

    @staticmethod
    def _linked(words: Both, target: str | None) -> Both:
        if target is None:
            return words
        ar, en = (Markup('<a href="{}">{}</a>').format(target, said) for said in (words.ar, words.en))
        return Both(ar, en)
