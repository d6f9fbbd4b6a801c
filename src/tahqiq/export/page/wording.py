"""Numbers, quantities, dates and sources put into words, in both languages."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from markupsafe import Markup

from tahqiq.export.page.strings import NOTHING, Both, knows, report_words, say, word
from tahqiq.export.page.visible import isolated
from tahqiq.extract.actors import PACKAGED
from tahqiq.model.measure import Estimate
from tahqiq.model.quantity import Approximator, Number, Quantity
from tahqiq.model.source import Source, SourceKind

_SIGNS = {
    Approximator.EXACT: "{low}",
    Approximator.ABOUT: "~ {low}",
    Approximator.MORE_THAN: "> {low}",
    Approximator.AT_LEAST: "≥ {low}",
    Approximator.LESS_THAN: "< {high}",
    Approximator.AT_MOST: "≤ {high}",
    Approximator.RANGE: "{low}–{high}",
    Approximator.VAGUE: "≳ {low}",
}
_MILLION, _BILLION = 10**6, 10**9


def digits(number: Number) -> str:
    """A number in digits with thousands marks; at most four decimals."""
    if isinstance(number, int) or number.is_integer():
        return f"{int(number):,}"
    return f"{number:,.4f}".rstrip("0").rstrip(".")


def quantity(held: Quantity) -> Both:
    """A quantity as a hedged phrase: "more than 400", "between 15 and 20 km"."""
    bounds = {
        name: measured(bound, held.unit)
        for name, bound in (("low", held.low), ("high", held.high))
        if bound is not None
    }
    return say(f"approximator.{_hedge(held)}", **bounds)


def sign(held: Quantity) -> str:
    """A quantity as briefly as a chart needs it, without its unit: "> 400", "15–20"."""
    if held.approximator is Approximator.VAGUE and held.high is not None:
        return f"~ {digits(held.low or 0)}–{digits(held.high)}"
    unit = "%" if held.unit == "percent" else ""
    return _SIGNS[held.approximator].format(low=_brief(held.low), high=_brief(held.high)) + unit


def measured(number: Number, unit: str) -> Both:
    """A number with its unit in words; counts have none."""
    if unit == "count":
        return _said(number, abbreviated=False)
    if unit == "fraction":
        return _fraction(number)
    known = knows("unit", unit)
    said = _said(number, abbreviated=True)
    return say(f"unit.{unit}", number=said) if known else say("unit.other", number=said, unit=word("unit_name", unit))


def estimated(estimate: Estimate, unit: str) -> Both:
    """The low and high of an estimate as a phrase."""
    low, high = (None if n is None else measured(n, unit) for n in (estimate.low, estimate.high))
    if low is not None and high is not None:
        return say("estimate.point", low=low) if low == high else say("estimate.between", low=low, high=high)
    if low is not None:
        return say("estimate.floor", low=low)
    return say("interface.nothing_stated") if high is None else say("estimate.ceiling", high=high)


def best(estimate: Estimate, unit: str) -> Both:
    """The best value of an estimate where it says more than its low and high."""
    if estimate.best is None or estimate.low == estimate.high:
        return NOTHING
    return say("interface.best", best=measured(estimate.best, unit))


def day(date: dt.date | None) -> Both:
    """A date in words ("" where unknown), with the clock where it is known."""
    if date is None:
        return NOTHING
    said = say("date.day", day=_plain(date.day), month=month(date), year=_plain(date.year))
    if isinstance(date, dt.datetime) and (date.hour or date.minute):
        return say("date.hour", date=said, clock=Markup(f"{date:%H:%M}"))
    return said


def short_day(date: dt.date) -> Both:
    """A day and month in words."""
    return say("date.short_day", day=_plain(date.day), month=month(date))


def month_and_year(date: dt.date) -> Both:
    """A month and year in words."""
    return say("date.month", month=month(date), year=_plain(date.year))


def month(date: dt.date) -> Both:
    """The name of a date's month."""
    return word("month", str(date.month))


def source(who: Source, outlet: str | None) -> Both:
    """A source by name; the narrator is the outlet in its own voice."""
    if who.kind is SourceKind.NARRATOR:
        return say("interface.own_voice", outlet=outlet) if outlet else say("interface.own_voice_unnamed")
    return say("interface.unknown_source") if who.kind is SourceKind.UNKNOWN else named(who.name)


def named(name: str) -> Both:
    """A name as the report writes it; in English with the English name of an actor that is known by it."""
    actor = PACKAGED.named(name)
    if actor is None or not actor.english:
        return report_words(name)
    written = isolated(name)
    return Both(written, Markup("{} ({})").format(written, isolated(actor.english)))


def according_to(who: Source, outlet: str | None) -> Both:
    """A source as the end of a sentence: "according to the army", "in the voice of the outlet"."""
    if who.kind is SourceKind.NARRATOR:
        return say("opening.as_written", outlet=outlet) if outlet else say("opening.as_written_unnamed")
    return (
        say("opening.no_source") if who.kind is SourceKind.UNKNOWN else say("opening.according", source=named(who.name))
    )


def _hedge(held: Quantity) -> str:
    if held.approximator is not Approximator.VAGUE:
        return held.approximator.value
    if held.high is not None:
        return "vague_range"
    named = f"vague_{held.low}"
    return named if held.unit == "count" and knows("approximator", named) else "vague"


def _said(number: Number, abbreviated: bool) -> Both:
    for size, name in ((_BILLION, "billion"), (_MILLION, "million")):
        scaled = number / size
        if abs(scaled) >= 1 and (abbreviated or scaled == round(scaled, 2)) and scaled == round(scaled, 3):
            return say(f"scale.{name}", number=Markup(digits(scaled)))
    return _same(digits(number))


def _brief(number: Number | None) -> str:
    return "" if number is None else digits(number)


def _fraction(number: Number) -> Both:
    part = Fraction(number).limit_denominator(12)
    return _same(f"{part.numerator}/{part.denominator}" if abs(float(part) - number) < 0.005 else digits(number))


def _same(words: str) -> Both:
    shown = Markup('<bdi dir="ltr">{}</bdi>').format(words)
    return Both(shown, shown)


def _plain(number: int) -> Markup:
    return Markup(str(number))
