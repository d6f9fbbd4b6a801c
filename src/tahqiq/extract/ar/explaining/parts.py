"""How the parts of a figure were found: what is counted, what happened to it, where, when, how it is held."""

from __future__ import annotations

from collections.abc import Iterator

from tahqiq.extract.ar.amounts import Amount
from tahqiq.extract.ar.counted import Counted, counted
from tahqiq.extract.ar.explaining.rereading import Reread
from tahqiq.extract.ar.explaining.steps import Step
from tahqiq.extract.ar.places import places
from tahqiq.extract.ar.predicates import FARTHEST, Weighed, governing
from tahqiq.extract.ar.predicates import Place as Standing
from tahqiq.extract.ar.stances import stance
from tahqiq.extract.ar.triggers import PLAIN, triggers
from tahqiq.extract.engine import Found
from tahqiq.model.claim import Figure, Stance

_INHERITED = "as the figure that these words continue"


def figure_steps(again: Reread, figure: Figure) -> Iterator[Step]:
    """What each part of a figure of `again` was read from, one step a part."""
    amount = again.amount(figure)
    thing = counted(again.stream, amount, again.sentences.at(amount.first))
    yield _counted(figure, thing)
    yield _predicate(again, figure, amount, thing)
    yield _place(again, figure)
    yield _when(again, figure)
    yield _stance(again, figure, amount)
    if figure.part_of is not None:
        yield Step("part of", figure.part_of.quote, f"the figure at {figure.part_of.start}:{figure.part_of.end}")


def _counted(figure: Figure, thing: Counted) -> Step:
    label = figure.counted or "not known"
    if figure.counted_span is None:
        return Step("counted", "", label, _INHERITED if figure.counted else "no noun stands beside the number")
    group = f"the list of counted nouns, {thing.thing.group}" if thing.thing is not None else "dictionary form"
    return Step("counted", figure.counted_span.quote, label, group)


def _predicate(again: Reread, figure: Figure, amount: Found[Amount], thing: Counted) -> Step:
    end = max(amount.end, thing.noun[1] if thing.noun else 0)
    standing = Standing(amount.first, end, again.sentences.at(amount.first))
    found = triggers(again.stream, frozenset(a.first for a in again.amounts))
    best = governing(again.stream, found, standing, thing, figure.quantity.unit)
    inherited = _inherited(again, figure) if best.predicate != figure.predicate else ""
    if inherited:
        return Step("predicate", "", figure.predicate, inherited)
    if figure.predicate == "measure" and figure.quantity.unit != "count":
        return Step("predicate", "", figure.predicate, f"what is told in {figure.quantity.unit} measures")
    if best.predicate and best.word is None:
        noun = figure.counted_span.quote if figure.counted_span is not None else ""
        return Step("predicate", noun, figure.predicate, "the counted noun says it")
    if best.predicate not in ("", PLAIN) and best.cost < FARTHEST:
        is_plain = best.predicate == figure.predicate
        said = "" if is_plain else f", {best.predicate}: of what is counted, {figure.predicate}"
        return Step("predicate", _word(again, best), figure.predicate, f"the nearest word, at cost {best.cost}{said}")
    return Step("predicate", "", figure.predicate, "no word tells: what such a number says by itself")


def _inherited(again: Reread, figure: Figure) -> str:
    """From which other figure the predicate comes, "" if from none."""
    whole = next((f for f in again.figures if f.span == figure.part_of), None)
    if whole is not None and whole.predicate == figure.predicate:
        return "what happened to the whole happened to its part"
    index = again.figures.index(figure)
    is_bare = figure.counted_span is None and index and again.figures[index - 1].predicate == figure.predicate
    return _INHERITED if is_bare else ""


def _word(again: Reread, best: Weighed) -> str:
    return again.stream.tokens[best.word].word.raw if best.word is not None else ""


def _place(again: Reread, figure: Figure) -> Step:
    if figure.place is None:
        return Step("place", "", "none named near it")
    span, place = figure.place.span, figure.place
    rule = next((f.rule for f in places(again.stream).found if f.value.span == span), "")
    where = "" if again.sentences.at(again.token(span.start)) == _own(again, figure) else ", from another sentence"
    country = f" ({place.country})" if place.country else ""
    return Step("place", span.quote, f"{place.name}{country}{where}", rule)


def _own(again: Reread, figure: Figure) -> tuple[int, int]:
    return again.sentences.at(again.amount(figure).first)


def _when(again: Reread, figure: Figure) -> Step:
    when = figure.when
    if when is None:
        return Step("when", "", "no date near it in its sentence")
    first, end = _own(again, figure)
    found = next((d for d in again.days if first <= d.first < end and d.value == when), None)
    value = when.value if when.value is not None else f"{when.relative} from publication"
    if found is None:
        return Step("when", "", value, "the date of its whole")
    return Step("when", again.stream.span(found.first, found.end, skip=found.skip).quote, value, found.rule)


def _stance(again: Reread, figure: Figure, amount: Found[Amount]) -> Step:
    inner = again.holder(figure.span)
    if figure.stance is Stance.DENIED and inner is not None and inner.act == "deny":
        return Step("stance", inner.cue.quote, figure.stance.value, "it is told in a denial")
    cue = stance(again.stream, (amount.first, amount.end), again.sentences.at(amount.first)[0])
    words = again.stream.span(cue.first, cue.end).quote if cue.end else ""
    return Step("stance", words, figure.stance.value, "words beside it" if words else "no word says otherwise")
