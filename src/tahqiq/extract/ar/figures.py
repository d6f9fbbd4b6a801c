"""Amounts → Figures: what each counts, what happened, where, when, who says so, and of what it is part."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tahqiq.extract.ar.counted import Counted, counted, is_of_them
from tahqiq.extract.ar.parts import named_group, parents
from tahqiq.extract.ar.places import Places, is_ambiguous, is_dateline, is_seat, is_set_in, places
from tahqiq.extract.ar.predicates import Place as Standing
from tahqiq.extract.ar.predicates import predicate
from tahqiq.extract.ar.stances import stance
from tahqiq.extract.ar.triggers import Triggers, triggers
from tahqiq.extract.engine import Found
from tahqiq.extract.sentences import Sentences, sentences
from tahqiq.extract.speech import Speech, is_gloss
from tahqiq.extract.tokens import COMMAS, Stream
from tahqiq.model.claim import Figure, Stance, Statement
from tahqiq.model.place import Place
from tahqiq.model.quantity import Number
from tahqiq.model.source import NARRATED, Attribution
from tahqiq.model.text import Span
from tahqiq.model.when import When

if TYPE_CHECKING:
    from tahqiq.extract.ar.amounts import Amount

_NEAR_DATE = 15
_NEAR_VERB = 3
_NEAR_PLACE = 18
_FAR_PLACE = 60
_NEAR_TOWN = 2
_REMEMBERED = 60


@dataclass(frozen=True, slots=True)
class Scene:
    """What was read of a text before its figures."""

    stream: Stream
    sentences: Sentences
    places: Places
    datelines: tuple[Found[Place], ...]
    triggers: Triggers
    days: tuple[Found[When], ...]
    numbers: tuple[int, ...]


def figures(
    stream: Stream,
    amounts: Sequence[Found[Amount]],
    said: tuple[Statement, ...],
    days: tuple[Found[When], ...],
) -> tuple[Figure, ...]:
    """One figure for each amount, in order."""
    if not amounts:
        return ()
    numbers = tuple(amount.first for amount in amounts)
    named = places(stream)
    lines = sentences(stream)
    title = lines.at(0)[1]
    datelines = tuple(f for f in named.found if f.first >= title and is_dateline(stream, f))
    told = _telling(stream, Places.of(f for f in named.found if f not in datelines), said)
    scene = Scene(stream, lines, told, datelines, triggers(stream, frozenset(numbers)), days, numbers)
    wholes = parents(stream, amounts)
    voices = _voices(said, [stream.span(a.first, a.end, skip=a.skip) for a in amounts])
    made: list[Figure] = []
    for index, amount in enumerate(amounts):
        whole = made[wholes[index]] if index in wholes else _named_whole(stream, amount, made)
        figure = _figure(scene, amount, whole, voices[index])
        is_bare = index > 0 and _is_bare(scene, figure, amounts[index - 1], amount)
        made.append(_like(made[-1], figure, has_place=_has_place(scene, amount)) if is_bare else figure)
    return tuple(made)


def _is_bare(scene: Scene, figure: Figure, before: Found[Amount], amount: Found[Amount]) -> bool:
    """ "66, after it had been 49", "98, not 23": a number without a noun, and without words of its own before it.

    It counts what the number before it in the sentence counts.
    """
    if figure.predicate == "measure":
        return False
    if figure.counted_span is not None or figure.quantity.unit != "count" or before.value.quantity.unit != "count":
        return False
    if not _is_coordinated(scene.stream, amount.first):
        return False
    if figure.part_of is not None or scene.sentences.at(before.first) != scene.sentences.at(amount.first):
        return False
    own = (*scene.triggers.between(before.end, amount.first), *scene.triggers.between(amount.end, amount.end + 1))
    return all(t.is_hint for _, t in own)


def _has_place(scene: Scene, amount: Found[Amount]) -> bool:
    """Whether a number has a place right behind it: "20 في الجيزة"."""
    return any(is_set_in(scene.stream, f) for f in scene.places.between(amount.end, amount.end + _NEAR_VERB))


def _is_coordinated(stream: Stream, first: int) -> bool:
    """Whether a number stands beside another one, not behind a word that governs it."""
    return stream.folded(first).startswith("و") or stream.folded(first - 1) in _BESIDE


_BESIDE = frozenset("، و لا ليس وليس ليست وليست كان كانت او بل اصل من الي".split())


def _like(model: Figure, figure: Figure, *, has_place: bool) -> Figure:
    place = figure.place if has_place else model.place
    return replace(figure, counted=model.counted, predicate=model.predicate, place=place)


def _named_whole(stream: Stream, amount: Found[Amount], made: Sequence[Figure]) -> Figure | None:
    """The latest figure of the group that the words name as the whole, if it can hold this one."""
    group = named_group(stream, amount)
    low = amount.value.quantity.low
    if group is None or low is None:
        return None
    return next(
        (f for f in reversed(made[-_REMEMBERED:]) if f.predicate == group and f.part_of is None and _holds(f, low)),
        None,
    )


def _holds(figure: Figure, low: Number) -> bool:
    q = figure.quantity
    return q.unit == "count" and q.low is not None and low < q.low


def _figure(scene: Scene, amount: Found[Amount], whole: Figure | None, voice: Voice) -> Figure:
    stream, quantity = scene.stream, amount.value.quantity
    sentence = scene.sentences.at(amount.first)
    thing = counted(stream, amount, sentence)
    end = max(amount.end, thing.noun[1] if thing.noun else 0)
    standing = Standing(amount.first, end, sentence)
    span = stream.span(amount.first, amount.end, skip=amount.skip)
    attribution, denied = voice
    happened = _predicate(scene, standing, thing, quantity.unit, whole)
    where = _place(scene, standing, happened)
    return Figure(
        span=span,
        quantity=quantity,
        rule=amount.rule,
        counted=thing.label or (whole.counted if whole else ""),
        counted_span=_noun_span(stream, thing),
        predicate=happened,
        place=where or (whole.place if whole else None),
        when=_when(scene, standing) or (whole.when if whole else None),
        attribution=attribution,
        stance=Stance.DENIED if denied else stance(stream, (amount.first, amount.end), sentence[0]).stance,
        part_of=whole.span if whole else None,
    )


def _predicate(scene: Scene, at: Standing, thing: Counted, unit: str, whole: Figure | None) -> str:
    if whole is None:
        return predicate(scene.stream, scene.triggers, at, thing, unit)
    # A part shares what happened to the whole, unless words right beside it say more.
    start = at.first - _NEAR_VERB if is_of_them(scene.stream, at.end) else at.first
    beside = Standing(at.first, at.end, (max(at.sentence[0], start), min(at.sentence[1], at.end + _NEAR_VERB)))
    own = predicate(scene.stream, scene.triggers, beside, thing, unit)
    return whole.predicate if own in ("present", "other:count", "measure") else own


def _noun_span(stream: Stream, thing: Counted) -> Span | None:
    return stream.span(*thing.noun) if thing.noun is not None else None


Voice = tuple[Attribution, bool]


def _voices(said: Sequence[Statement], spans: Sequence[Span]) -> list[Voice]:
    """Who stands behind each span, and whether it is denied."""
    speech = Speech(said)
    voices: list[Voice] = []
    for span in spans:
        inner = speech.holder(span)
        is_narrated = inner is None or is_gloss(inner.content, span)
        voices.append((NARRATED, False) if inner is None or is_narrated else (inner.attribution, inner.act == "deny"))
    return voices


def _place(scene: Scene, at: Standing, happened: str) -> Place | None:
    """The place of the sentence that words set things in, after the number before before it; else of the headline.

    Last of all comes the sentence's own dateline, which may be where the outlet sits. Whence people came, or whither
    they were taken, is not where it happened.

    Clause by clause: what another clause or another number stands between is farther than any word.
    """
    after = scene.places.between(at.end, min(at.sentence[1], at.end + _NEAR_PLACE))
    before = scene.places.between(max(at.sentence[0], at.first - _FAR_PLACE), at.first)
    near = (*after, *reversed(before))
    if near:
        nearest = min(near, key=lambda found: _apart(scene, found, at, happened)) if len(near) > 1 else near[0]
        return nearest.value
    headline = scene.places.between(0, scene.sentences.at(0)[1])
    wide = (*(f for f in headline if is_set_in(scene.stream, f)), *headline, *_within(scene.datelines, at.sentence))
    return wide[0].value if wide else None


def _within(found: Sequence[Found[Place]], sentence: tuple[int, int]) -> tuple[Found[Place], ...]:
    return tuple(f for f in found if sentence[0] <= f.first < sentence[1])


def _apart(scene: Scene, found: Found[Place], at: Standing, happened: str) -> int:
    """How far a place stands from a number: clauses between, then whether words set things in it, then which side."""
    stream, is_after = scene.stream, found.first >= at.end
    first, end = (at.end, found.first) if is_after else (found.end, at.first)
    clauses = sum(_opens_clause(stream, index) for index in range(first, end))
    numbers = bisect_left(scene.numbers, end) - bisect_left(scene.numbers, first) if is_after else 0
    loose = 0 if is_set_in(stream, found) else _LOOSE
    elsewhere = (
        stream.folded(found.first - 1) in _ELSEWHERE.get(happened, ()) and stream.folded(found.first - 2) != "كل"
    )
    return _CLAUSE * (clauses + numbers + elsewhere) + loose + (0 if is_after else _BEFORE)


def _opens_clause(stream: Stream, index: int) -> bool:
    """Whether another clause begins at a token: a relative, "while", "where", or "and" behind a comma."""
    folded = stream.folded(index)
    if folded in _CLAUSES:
        return True
    return stream.folded(index - 1) in COMMAS and folded.startswith("و") and folded not in ("وسط", "وفق")


_CLAUSES = frozenset(
    "الذي التي الذين واللذين اللتين فيما بينما حيث لكن ولكن اذ كما وكما بعدما بعد عقب قبل عندما حين احدهم احداهما"
    " احداهن".split()
)
_WHITHER = frozenset("الي نحو باتجاه".split())
_ELSEWHERE = dict.fromkeys("killed wounded missing detained released escaped attacked rescued".split(), _WHITHER)
_ELSEWHERE |= dict.fromkeys(("present", "returned"), frozenset({"من"}))
_CLAUSE, _LOOSE, _BEFORE = 4, 5, 2


def _telling(stream: Stream, found: Places, said: Sequence[Statement]) -> Places:
    """The places that can tell where something was.

    Not a source or its seat ("Turkey said", "based in London"; "the ministry in Gaza" does tell), nor the country
    behind its own town ("الرقة في شمال سوريا").
    """
    names = sorted((m.start, m.end) for s in said if (m := s.attribution.mention) is not None)
    kept: list[Found[Place]] = []
    for place in found.found:
        is_named = _is_inside(names, place.value.span.start) and not is_set_in(stream, place)
        is_word = is_ambiguous(stream, place) and not is_set_in(stream, place)
        if not (is_named or is_word or is_seat(stream, place) or (kept and _is_country_of(place, kept[-1]))):
            kept.append(place)
    return Places.of(kept)


def _is_country_of(wider: Found[Place], town: Found[Place]) -> bool:
    is_own = wider.value.key == wider.value.country == town.value.country and wider.value.key is not None
    return is_own and wider.first - town.end <= _NEAR_TOWN


def _is_inside(names: Sequence[tuple[int, int]], start: int) -> bool:
    index = bisect_right(names, start, key=lambda name: name[0]) - 1
    return index >= 0 and start < names[index][1]


def _when(scene: Scene, at: Standing) -> When | None:
    """The nearest date of the sentence; what another clause or a parenthesis stands between is far."""
    first, end = (bisect_left(scene.days, index, key=lambda d: d.first) for index in at.sentence)
    near = [(_away(scene.stream, d, at), d.value) for d in scene.days[first:end]]
    distance, when = min(near, key=lambda n: n[0], default=(_NEAR_DATE, None))
    return when if distance < _NEAR_DATE else None


def _away(stream: Stream, day: Found[When], at: Standing) -> int:
    if day.first >= at.first:
        first, end = at.end, day.first
    else:
        first, end = day.end, at.first
    is_before = day.first < at.first
    opened = (index for index in range(first, end) if _opens_clause(stream, index))
    far = sum(not (is_before and stream.folded(index) in _TIMES) for index in opened)
    far += stream.folded(day.first - 1) == "(" and first < day.first - 1
    return max(0, end - first) + _FAR_CLAUSE * far


_FAR_CLAUSE = 6
_TIMES = frozenset("عندما حين بعد بعدما قبل عقب".split())
