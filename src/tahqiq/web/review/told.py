"""What a claim says, part by part, in words of both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tahqiq.export.page.strings import Both, join, report_words, word
from tahqiq.export.page.wording import quantity, source
from tahqiq.model.claim import DateMention, Figure, Statement
from tahqiq.model.judgement import Claim
from tahqiq.model.text import Span
from tahqiq.web.words import tell


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a claim: its name among strings, and what it says."""

    key: str
    says: Both

    @property
    def name(self) -> Both:
        """The part's name in words."""
        return tell(f"part.{self.key}")


@dataclass(frozen=True, slots=True)
class Change:
    """A part that a correction changed."""

    name: Both
    before: Both
    after: Both


def words_of(claim: Claim) -> Span:
    """The words that a claim stands on."""
    return claim.content if isinstance(claim, Statement) else claim.span


def parts(claim: Claim, outlet: str | None) -> tuple[Part, ...]:
    """What was read, in the order in which a person checks it."""
    return tuple(Part(key, says) for key, says in _parts(claim, outlet))


def changes(before: Claim, after: Claim, outlet: str | None) -> tuple[Change, ...]:
    """The parts in which two readings of a claim differ, its words among them."""
    was = {"words": report_words(words_of(before).quote), **{p.key: p.says for p in parts(before, outlet)}}
    now = {"words": report_words(words_of(after).quote), **{p.key: p.says for p in parts(after, outlet)}}
    nothing = tell("part.none")
    keys = [key for key in _ORDER if (key in was or key in now) and was.get(key) != now.get(key)]
    return tuple(Change(tell(f"part.{key}"), was.get(key, nothing), now.get(key, nothing)) for key in keys)


_ORDER = ("words", "value", "counted", "predicate", "place", "when", "source", "kind", "act", "mode", "via", "stance")


def _parts(claim: Claim, outlet: str | None) -> Iterator[tuple[str, Both]]:
    if isinstance(claim, DateMention):
        yield "when", report_words(claim.when.value or "")
        return
    if isinstance(claim, Figure):
        yield from _of_figure(claim)
    else:
        yield "act", word("act", claim.act)
        yield "mode", word("mode", claim.mode.value)
    by = claim.attribution
    yield "source", source(by.source, outlet)
    yield "kind", word("source_kind", by.source.kind.value)
    if by.via:
        yield "via", join([source(relay, None) for relay in by.via], "items")


def _of_figure(figure: Figure) -> Iterator[tuple[str, Both]]:
    yield "value", quantity(figure.quantity)
    if figure.counted:
        words = figure.counted_span.quote if figure.counted_span else figure.counted
        yield "counted", join([report_words(w) for w in dict.fromkeys((words, figure.counted))], "items")
    yield "predicate", word("predicate", figure.predicate)
    if figure.place:
        yield "place", report_words(figure.place.name)
    if figure.when:
        yield "when", report_words(figure.when.value or "")
    yield "stance", word("stance", figure.stance.value)
