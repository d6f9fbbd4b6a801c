"""The rules that relate two positions: a row each, tried in order; the first that applies decides.

The rules are for the language of counts in news: a toll rises and the missing are found, states vary with time, a plan
is no rival of a deed, and only what cannot both hold for one thing at one time is a contradiction. Where it is not sure
that one thing is meant, the relation is unclear.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tahqiq.model.claim import Stance
from tahqiq.model.measure import RelationKind
from tahqiq.reconcile.moments import DAY
from tahqiq.reconcile.pairs import Pair

SAME, UPDATE, CONTRADICTION = RelationKind.SAME, RelationKind.UPDATE, RelationKind.CONTRADICTION
COMPATIBLE, UNCLEAR = RelationKind.COMPATIBLE, RelationKind.UNCLEAR

_AT_ONCE = 0.5
_HALF_DAY = 0.5 * DAY
_SOON = 3 * DAY
_LONG = 30 * DAY
_LEAP = 3.0
_FARTHEST_LEAP = 15.0
_STALE = 0.75
_LITTLE_LESS = 0.9
_HALVED = 0.4
_QUARTERED = 0.25
_FARTHEST = 10.0


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which two positions relate; its sentences stand in the lexicon's reasons.toml under its name."""

    name: str
    applies: Callable[[Pair], bool]
    kind: RelationKind


def _later(pair: Pair, hours: float = _AT_ONCE) -> bool:
    return pair.gap is not None and pair.gap >= hours


def _within(pair: Pair, hours: float) -> bool:
    return pair.gap is not None and pair.gap <= hours


def _one_denied(pair: Pair) -> bool:
    return Stance.DENIED in pair.stances() and len(pair.stances()) > 1


def _denied(pair: Pair) -> bool:
    return _one_denied(pair) and pair.have_near_values and pair.is_firm and not pair.is_denied_by_outlet


def _withdrawn(pair: Pair) -> bool:
    """The denying source puts another number in the place of its own."""
    is_own = pair.has_one_origin and pair.b.stance is Stance.DENIED and pair.b.is_corrected
    return is_own and _one_denied(pair) and pair.have_near_values


def _one_planned(pair: Pair) -> bool:
    return Stance.EXPECTED in pair.stances() and len(pair.stances()) > 1


def _plans_changed(pair: Pair) -> bool:
    return pair.stances() == {Stance.EXPECTED} and pair.has_one_origin and _later(pair) and not pair.have_equal_values


def _one_superseded(pair: Pair) -> bool:
    return pair.stances() == {Stance.EARLIER, Stance.ASSERTED} and not pair.can_both_hold


def _same_breath(pair: Pair) -> bool:
    """One report gives both, and no second party stands against the first."""
    return pair.share_report and (pair.has_one_origin or pair.has_own_voice) and not pair.can_both_hold


def _opposed(pair: Pair) -> bool:
    """One report sets one party's number against another's in so many words."""
    is_set_against = pair.share_report and not pair.has_one_origin and (pair.a.is_opposed or pair.b.is_opposed)
    return is_set_against and not pair.is_vague and pair.clashes


def _rises(pair: Pair) -> bool:
    grew = pair.has_grown or (pair.ratio > 1 and not pair.can_both_hold)
    return pair.trend == "rise" and _later(pair) and grew


def _falls(pair: Pair) -> bool:
    moved = pair.has_fallen or (pair.has_grown and not pair.can_both_hold)
    return pair.trend == "fall" and _later(pair) and moved and not pair.is_rounding


def _varies(pair: Pair) -> bool:
    if pair.trend != "state" or (pair.can_both_hold and not (pair.has_grown and pair.b.stance != Stance.EARLIER)):
        return False
    if pair.ratio < 1 / _LEAP or pair.ratio > _LEAP:
        return False
    first_guess = pair.starts_rough and pair.has_grown and _later(pair)
    return first_guess or _later(pair, _HALF_DAY)


def _leaps(pair: Pair) -> bool:
    is_leap = pair.trend in ("state", "deed") and not pair.has_one_origin and _LEAP < pair.ratio < _FARTHEST_LEAP
    return is_leap and _within(pair, _SOON) and not pair.share_report and pair.clashes


def _settled_clash(pair: Pair) -> bool:
    is_clash = pair.trend == "deed" and not pair.has_one_origin and pair.clashes
    if pair.has_own_voice:
        return is_clash and _within(pair, DAY) and pair.ratio > 1
    return is_clash and _within(pair, _SOON) and not _STALE < pair.ratio < 1 / _STALE


def _lags(pair: Pair) -> bool:
    """A rising count a little lower elsewhere, hours later: news of an earlier hour."""
    is_behind = pair.trend == "rise" and _LITTLE_LESS <= pair.ratio < 1 and not pair.can_both_hold
    return is_behind and _within(pair, _HALF_DAY) and not pair.share_report and not pair.has_one_origin


def _counted_back(pair: Pair) -> bool:
    is_back = pair.trend in ("rise", "deed") and _later(pair) and pair.has_fallen and pair.has_one_origin
    is_plain = not pair.is_vague and not pair.has_own_voice and not pair.may_be_of_other_days
    return is_back and is_plain and pair.ratio > _HALVED and _within(pair, _SOON) and pair.clashes


def _corrected(pair: Pair) -> bool:
    is_lower = pair.has_fallen and not pair.can_both_hold and _later(pair)
    return is_lower and pair.b.is_corrected and (pair.has_one_origin or pair.has_own_voice)


def _disputed_down(pair: Pair) -> bool:
    is_back = pair.trend == "rise" and _QUARTERED < pair.ratio < _STALE and not pair.has_one_origin
    is_plain = not pair.is_vague and not pair.has_own_voice and not pair.may_be_of_other_days
    return is_back and is_plain and _within(pair, _SOON) and pair.clashes


def _cannot_both_hold(pair: Pair) -> bool:
    at_once = _within(pair, _AT_ONCE) or pair.share_report
    is_running = pair.trend == "rise" and pair.has_own_voice
    is_comparable = 1 / _FARTHEST < pair.ratio < _FARTHEST and not pair.is_vague and not is_running
    return at_once and is_comparable and not pair.has_one_origin and pair.clashes


def restates(pair: Pair) -> bool:
    """A higher count stands in later reports than a lower one that came after it: the lower is the overtaken one."""
    is_behind = pair.trend == "rise" or (pair.trend == "state" and pair.ends_rough)
    is_plain = pair.stances() == {Stance.ASSERTED} and not pair.can_both_hold and not pair.share_report
    return is_behind and is_plain and pair.is_restated and pair.has_fallen


RULES = (
    Rule("withdrawn", _withdrawn, UPDATE),
    Rule("denied", _denied, CONTRADICTION),
    Rule("denied otherwise", _one_denied, UNCLEAR),
    Rule("plan and deed", _one_planned, COMPATIBLE),
    Rule("plan changed", _plans_changed, UPDATE),
    Rule("superseded", _one_superseded, UPDATE),
    Rule("same value", lambda p: p.have_equal_values, SAME),
    Rule("undated and reconcilable", lambda p: p.gap is None and not p.share_report and p.can_both_hold, COMPATIBLE),
    Rule("undated", lambda p: p.gap is None and not p.share_report, UNCLEAR),
    Rule("corrected", _corrected, UPDATE),
    Rule("opposed", _opposed, CONTRADICTION),
    Rule("rises", _rises, UPDATE),
    Rule("falls", _falls, UPDATE),
    Rule("different days", lambda p: p.name_different_days and not p.can_both_hold, COMPATIBLE),
    Rule("one report", _same_breath, UNCLEAR),
    Rule("leap", _leaps, CONTRADICTION),
    Rule("varies", _varies, UPDATE),
    Rule("reconcilable", lambda p: p.can_both_hold, COMPATIBLE),
    Rule("long apart", lambda p: _later(p, _LONG), COMPATIBLE),
    Rule("lags", _lags, UNCLEAR),
    Rule("at one time", _cannot_both_hold, CONTRADICTION),
    Rule("counted back", _counted_back, CONTRADICTION),
    Rule("disputed", _disputed_down, CONTRADICTION),
    Rule("settled clash", _settled_clash, CONTRADICTION),
    Rule("deed grown", lambda p: _later(p, _AT_ONCE if p.has_one_origin else DAY) and p.has_grown, UPDATE),
    Rule("unclear", lambda p: True, UNCLEAR),
)

RESTATED = Rule("restated", restates, UPDATE)
CROWDED = Rule("crowded", lambda p: True, UNCLEAR)
