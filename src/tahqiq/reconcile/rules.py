"""The rules that relate two positions: a row each, tried in order, the first that applies decides.

A row gives the rule's name, when it applies, the relation, and why in English and Arabic. In the reasons {a} and {b} are
who says how many and when; what they stand for is put in by `reasons`.
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
_STALE = 0.75


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which two positions relate."""

    name: str
    applies: Callable[[Pair], bool]
    kind: RelationKind
    english: str
    arabic: str


def _later(pair: Pair, hours: float = _AT_ONCE) -> bool:
    return pair.gap is not None and pair.gap >= hours


def _within(pair: Pair, hours: float) -> bool:
    return pair.gap is not None and pair.gap <= hours


def _one_denied(pair: Pair) -> bool:
    return Stance.DENIED in pair.stances() and len(pair.stances()) > 1


def _one_planned(pair: Pair) -> bool:
    return Stance.EXPECTED in pair.stances() and len(pair.stances()) > 1


def _plans_changed(pair: Pair) -> bool:
    return pair.stances() == {Stance.EXPECTED} and pair.has_one_origin and _later(pair) and not pair.have_equal_values


def _one_superseded(pair: Pair) -> bool:
    return pair.stances() == {Stance.EARLIER, Stance.ASSERTED} and not pair.can_both_hold


def _same_breath(pair: Pair) -> bool:
    """One report gives both, and no second party stands against the first."""
    return pair.share_report and (pair.has_one_origin or pair.has_own_voice) and not pair.can_both_hold


def _rises(pair: Pair) -> bool:
    grew = pair.has_grown or (pair.ratio > 1 and not pair.can_both_hold)
    return pair.trend == "rise" and _later(pair) and grew


def _falls(pair: Pair) -> bool:
    moved = pair.has_fallen or (pair.has_grown and not pair.can_both_hold)
    return pair.trend == "fall" and _later(pair) and moved and not pair.is_rounding


def _varies(pair: Pair) -> bool:
    if pair.trend != "state" or pair.can_both_hold and not (pair.has_grown and not pair.b.stance == Stance.EARLIER):
        return False
    if 1 / _LEAP > pair.ratio or pair.ratio > _LEAP:
        return False
    first_guess = pair.starts_rough and pair.has_grown and _later(pair)
    return first_guess or _later(pair, _HALF_DAY)


def _leaps(pair: Pair) -> bool:
    is_clash = pair.trend in ("state", "deed") and not pair.has_one_origin and pair.ratio > _LEAP
    return is_clash and _within(pair, _SOON) and not pair.share_report and pair.is_firm


def _settled_clash(pair: Pair) -> bool:
    clash = pair.trend == "deed" and not pair.has_one_origin and not pair.can_both_hold
    return clash and _within(pair, DAY) and pair.ratio > 1 and pair.is_firm


def _counted_back(pair: Pair) -> bool:
    back = pair.trend == "rise" and _later(pair) and pair.has_fallen and not pair.can_both_hold
    return back and pair.has_one_origin and _within(pair, _SOON) and pair.is_firm


def _corrected(pair: Pair) -> bool:
    is_lower = pair.has_fallen and not pair.can_both_hold and _later(pair)
    return is_lower and pair.b.is_corrected and (pair.has_one_origin or pair.has_own_voice)


def _disputed_down(pair: Pair) -> bool:
    back = pair.trend == "rise" and pair.ratio < _STALE and not pair.can_both_hold and not pair.has_own_voice
    return back and not pair.has_one_origin and _within(pair, _SOON) and pair.is_firm


def _cannot_both_hold(pair: Pair) -> bool:
    at_once = _within(pair, _AT_ONCE) or pair.share_report
    return at_once and not pair.has_one_origin and not pair.can_both_hold and pair.is_firm


RULES = (
    Rule("denied", lambda p: _one_denied(p) and p.can_both_hold, CONTRADICTION,
         "{a}, and {b}: what one holds the other denies", "{a}، و{b}: ما يثبته أحدهما ينفيه الآخر"),
    Rule("denied otherwise", _one_denied, UNCLEAR,
         "{a}, and {b}: the denial is of another number", "{a}، و{b}: النفي لعدد آخر"),
    Rule("plan and deed", _one_planned, COMPATIBLE,
         "{a}, and {b}: one is planned or expected, the other done; a plan is no rival of a deed",
         "{a}، و{b}: أحدهما متوقع أو مخطط له والآخر واقع، ولا تعارض بين خطة وفعل"),
    Rule("plan changed", _plans_changed, UPDATE,
         "{a}, then {b}: the same source changed its forecast", "{a}، ثم {b}: المصدر نفسه غيّر توقعه"),
    Rule("superseded", _one_superseded, UPDATE,
         "{a}, and {b}: one is told as an earlier count, since overtaken", "{a}، و{b}: ذُكر أحدهما بوصفه حصيلة سابقة تجاوزتها الأحداث"),
    Rule("same value", lambda p: p.have_equal_values, SAME,
         "{a}, and {b}: the same number", "{a}، و{b}: العدد نفسه"),
    Rule("undated and reconcilable", lambda p: p.gap is None and not p.share_report and p.can_both_hold, COMPATIBLE,
         "{a}, and {b}: both can hold", "{a}، و{b}: يمكن أن يصح الاثنان"),
    Rule("undated", lambda p: p.gap is None and not p.share_report, UNCLEAR,
         "{a}, and {b}: they differ, but a report without a date does not say which came first",
         "{a}، و{b}: يختلفان، لكن أحد التقريرين بلا تاريخ فلا يُعرف أيهما أسبق"),
    Rule("corrected", _corrected, UPDATE,
         "{a}, then {b}: the later count corrects the earlier one downward", "{a}، ثم {b}: الحصيلة اللاحقة تصحح السابقة نزولا"),
    Rule("rises", _rises, UPDATE,
         "{a}, then {b}: such a count rises as more becomes known", "{a}، ثم {b}: هذا العدد يرتفع كلما عُرف المزيد"),
    Rule("falls", _falls, UPDATE,
         "{a}, then {b}: such a count changes as people are found or newly reported",
         "{a}، ثم {b}: هذا العدد يتغير مع العثور على أشخاص أو الإبلاغ عن آخرين"),
    Rule("different days", lambda p: p.name_different_days and not p.can_both_hold, COMPATIBLE,
         "{a}, and {b}: each counts another day", "{a}، و{b}: كل منهما عن يوم آخر"),
    Rule("one report", _same_breath, UNCLEAR,
         "{a}, and {b}: one report gives both without opposing them, so they may count different things",
         "{a}، و{b}: يوردهما تقرير واحد دون معارضة بينهما، فلعلهما عن شيئين مختلفين"),
    Rule("leap", _leaps, CONTRADICTION,
         "{a}, and {b}: too far apart for one thing so few hours apart", "{a}، و{b}: التباعد أكبر من أن يُفسَّر بمرور ساعات قليلة"),
    Rule("varies", _varies, UPDATE,
         "{a}, then {b}: such a number varies with time", "{a}، ثم {b}: هذا العدد يتغير مع الوقت"),
    Rule("reconcilable", lambda p: p.can_both_hold, COMPATIBLE,
         "{a}, and {b}: both can hold", "{a}، و{b}: يمكن أن يصح الاثنان"),
    Rule("long apart", lambda p: _later(p, _LONG), COMPATIBLE,
         "{a}, then {b}: they lie too far apart in time to compare", "{a}، ثم {b}: بينهما من الوقت ما لا تصح معه المقارنة"),
    Rule("at one time", _cannot_both_hold, CONTRADICTION,
         "{a}, and {b}: for one thing at one time both cannot hold", "{a}، و{b}: لا يمكن أن يصحا معا للشيء نفسه في الوقت نفسه"),
    Rule("counted back", _counted_back, CONTRADICTION,
         "{a}, then {b}: such a count does not fall, and no correction is stated",
         "{a}، ثم {b}: هذا العدد لا ينخفض، ولم يُذكر أي تصحيح"),
    Rule("disputed", _disputed_down, CONTRADICTION,
         "{a}, yet later {b}: the later source holds less than was already counted",
         "{a}، ومع ذلك لاحقا {b}: المصدر اللاحق يقول بأقل مما أُحصي من قبل"),
    Rule("settled clash", _settled_clash, CONTRADICTION,
         "{a}, and {b}: the act was over, and both cannot hold", "{a}، و{b}: انتهى الأمر ولا يمكن أن يصح الاثنان"),
    Rule("deed grown", lambda p: _later(p, DAY) and p.has_grown, UPDATE,
         "{a}, then {b}: the later count is higher", "{a}، ثم {b}: الحصيلة اللاحقة أعلى"),
    Rule("unclear", lambda p: True, UNCLEAR,
         "{a}, and {b}: they differ, and the words do not show whether they count the same thing at the same time",
         "{a}، و{b}: يختلفان، ولا تبين الألفاظ هل يعدّان الشيء نفسه في الوقت نفسه"),
)
