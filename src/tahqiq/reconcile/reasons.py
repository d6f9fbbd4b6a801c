"""Reasons: a relation in one sentence, in English and Arabic, naming who says how many and when."""

from __future__ import annotations

import datetime as dt
import unicodedata

from tahqiq.model.claim import Stance
from tahqiq.model.quantity import Approximator, Number, Quantity
from tahqiq.model.source import Source, SourceKind
from tahqiq.reconcile.lexicon import REASONS, UNITS
from tahqiq.reconcile.pairs import Pair
from tahqiq.reconcile.positions import Held
from tahqiq.reconcile.rules import Rule

_LONGEST_NAME = 80
_FIRST_STRONG, _POP = "\u2068", "\u2069"
_HEDGES_EN = {
    Approximator.ABOUT: "about ",
    Approximator.MORE_THAN: "more than ",
    Approximator.AT_LEAST: "at least ",
    Approximator.LESS_THAN: "fewer than ",
    Approximator.AT_MOST: "at most ",
}
_HEDGES_AR = {
    Approximator.ABOUT: "نحو ",
    Approximator.MORE_THAN: "أكثر من ",
    Approximator.AT_LEAST: "ما لا يقل عن ",
    Approximator.LESS_THAN: "أقل من ",
    Approximator.AT_MOST: "ما لا يزيد على ",
}
_VAGUE_EN = {
    20: "tens",
    200: "hundreds",
    2_000: "thousands",
    20_000: "tens of thousands",
    200_000: "hundreds of thousands",
    2_000_000: "millions",
}
_VAGUE_AR = {
    20: "عشرات",
    200: "مئات",
    2_000: "آلاف",
    20_000: "عشرات الآلاف",
    200_000: "مئات الآلاف",
    2_000_000: "ملايين",
}
_VAGUE = {"english": (_VAGUE_EN, "{low} or more"), "arabic": (_VAGUE_AR, "{low} أو أكثر")}
_SPAN = {"english": "{low} to {high}", "arabic": "{low} إلى {high}"}
_VERBS_EN = {Stance.DENIED: "denies", Stance.EXPECTED: "expects", Stance.EARLIER: "gave earlier"}
_VERBS_AR = {Stance.DENIED: "نفي", Stance.EXPECTED: "توقُّع", Stance.EARLIER: "حصيلة سابقة:"}
_MONTHS_AR = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split()
_MONTHS_EN = "January February March April May June July August September October November December".split()


def reason(pair: Pair, rule: Rule) -> tuple[str, str]:
    """Why `rule` relates the pair: one English and one Arabic sentence. Names are isolated and free of controls."""
    english = REASONS[rule.name]["english"].format(a=_english(pair.a), b=_english(pair.b))
    arabic = REASONS[rule.name]["arabic"].format(a=_arabic(pair.a), b=_arabic(pair.b))
    return f"{english[0].upper()}{english[1:]}.", f"{arabic}."


def clause(reason: str) -> str:
    """The end of a reason that says why, without who holds what; a sentence without such an end is given whole."""
    return reason.rpartition(": ")[2].removesuffix(".")


def _english(held: Held) -> str:
    verb = _VERBS_EN.get(held.stance, "says")
    return f"{named(held.position.origin, 'a report')} {verb} {amount(held.position.quantity)}{_when_en(held)}"


def _arabic(held: Held) -> str:
    verb = _VERBS_AR.get(held.stance)
    said = f"{verb} {amount_ar(held.position.quantity)}" if verb else amount_ar(held.position.quantity)
    return f"{said} بحسب {named(held.position.origin, 'أحد التقارير')}{_when_ar(held)}"


def named(source: Source, nameless: str) -> str:
    """A source's name for a sentence: no controls, at most 80 characters, isolated from the sentence's direction."""
    if source.kind is SourceKind.NARRATOR and source.name == "narrator":
        return nameless
    visible = "".join(char for char in source.name if unicodedata.category(char) != "Cf")
    clean = " ".join("".join(char if char.isprintable() else " " for char in visible).split())
    return f"{_FIRST_STRONG}{clean[:_LONGEST_NAME]}{_POP}"


def amount(quantity: Quantity) -> str:
    """A quantity in English words and digits ("at least 1,200", "15 to 20", "tens" as "tens (20 or more)")."""
    if quantity.approximator is Approximator.VAGUE and quantity.high is None:
        return _vague(quantity, "english")
    if quantity.approximator in (Approximator.RANGE, Approximator.VAGUE):
        return _span(quantity, "english")
    return _HEDGES_EN.get(quantity.approximator, "") + _figures(quantity, "english")


def amount_ar(quantity: Quantity) -> str:
    """A quantity in Arabic words and digits."""
    if quantity.approximator is Approximator.VAGUE and quantity.high is None:
        return _vague(quantity, "arabic")
    if quantity.approximator in (Approximator.RANGE, Approximator.VAGUE):
        return _span(quantity, "arabic")
    return _HEDGES_AR.get(quantity.approximator, "") + _figures(quantity, "arabic")


def _vague(quantity: Quantity, language: str) -> str:
    """A vague word with the minimum that it stands for; the minimum alone where that is no word's."""
    low = 0 if quantity.low is None else quantity.low
    words, minimum = _VAGUE[language]
    word = words.get(int(low)) if quantity.unit == "count" else None
    least = minimum.format(low=_digits(low) + _unit(quantity, language))
    return f"{word} ({least})" if word else least


def _span(quantity: Quantity, language: str) -> str:
    low, high = (0 if bound is None else bound for bound in (quantity.low, quantity.high))
    return _SPAN[language].format(low=_digits(low), high=_digits(high)) + _unit(quantity, language)


def _figures(quantity: Quantity, language: str) -> str:
    bound = quantity.low if quantity.low is not None else quantity.high
    assert bound is not None, "a quantity has at least one end"
    if quantity.unit == "fraction":
        return f"{_digits(round(bound * 100, 1))}%"
    return _digits(bound) + _unit(quantity, language)


def _unit(quantity: Quantity, language: str) -> str:
    row = UNITS.get(quantity.unit)
    called = quantity.unit if row is None else getattr(row, language)
    return {"count": "", "percent": "%", "times": "×"}.get(quantity.unit, f" {called}")


def _digits(number: Number) -> str:
    return f"{int(number):,}" if float(number).is_integer() else f"{number:,}"


def _when_en(held: Held) -> str:
    moment = held.position.as_of
    return "" if moment is None else f" ({moment.day} {_MONTHS_EN[moment.month - 1]} {moment.year}{_clock(moment)})"


def _when_ar(held: Held) -> str:
    moment = held.position.as_of
    return "" if moment is None else f" ({moment.day} {_MONTHS_AR[moment.month - 1]} {moment.year}{_clock(moment)})"


def _clock(moment: dt.date) -> str:
    return f" {moment:%H:%M}" if isinstance(moment, dt.datetime) else ""
