"""Whether a figure is one of those that a rule narrows itself to."""

from __future__ import annotations

from functools import lru_cache

from tahqiq.model.alert import AlertRule
from tahqiq.model.claim import Figure
from tahqiq.model.folding import fold
from tahqiq.reconcile.sentences import sentence_around
from tahqiq.reconcile.words import stems


def matches(rule: AlertRule, figure: Figure, outlet: str | None) -> bool:
    """Whether predicate, place, actor and outlet are those asked for, where they are asked for.

    A place matches by its name's words, its gazetteer key or its country's code; an actor where it is named as the
    source or in the figure's sentence; names in any spelling and with any proclitics.
    """
    return (
        rule.predicate in (None, figure.predicate)
        and is_from(rule, outlet)
        and (rule.place is None or _is_at(rule.place, figure))
        and (rule.actor is None or _is_of(rule.actor, figure))
    )


def is_from(rule: AlertRule, outlet: str | None) -> bool:
    """Whether an outlet is the one asked for, where one is."""
    return rule.outlet is None or fold(rule.outlet) == fold(outlet or "")


def _is_at(wanted: str, figure: Figure) -> bool:
    place = figure.place
    if place is None:
        return False
    return wanted in (place.key, place.country) or _phrase(wanted) in _phrase(place.name)


def _is_of(wanted: str, figure: Figure) -> bool:
    name = _phrase(wanted)
    return name in _phrase(figure.attribution.source.name) or name in _phrase(sentence_around(figure.span).quote)


@lru_cache(maxsize=4096)
def _phrase(words: str) -> str:
    """The stems of words in a row, so that a name is found inside longer ones but not across half a word."""
    return f" {' '.join(stems(words))} "
