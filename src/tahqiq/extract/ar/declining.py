"""Which numbers are figures: the checks against a number, in order."""

from __future__ import annotations

from tahqiq.extract.ar.declined import Declined, Place, has_before, is_article, is_one_of, listed, splits_at
from tahqiq.extract.ar.declined_digits import decline_digits, is_counted_noun, is_nil_of_a_match
from tahqiq.extract.ar.duals import dual_of, is_countable
from tahqiq.extract.ar.numerals import Form, Sense
from tahqiq.extract.tokens import Kind, Stream

_EIGHTH = 0.125
_OLDEST = 120
_LAST_MINUTE = 2400
_SHADDA = "\u0651"
_DAMMA = "\u064f"
_CLOSING = frozenset('"»”')
_OPENING = frozenset('"«“')
_QUOTED_NAME = 5
_IDIOM = 1000
_LONG_WORD = 4
_BODY_NAME = 5
_TENS = range(20, 91, 10)
_WITHIN = frozenset(("من", "في", "تحت", "ضمن"))  # "من أسرة واحدة" is one and the same family


def decline(stream: Stream, place: Place) -> Declined | None:
    """The first reason that holds against a number, or None: it is a figure."""
    numeral = place.numeral
    if numeral.sense is Sense.ORDINAL:
        return Declined.ORDINAL
    if numeral.form is Form.DIGITS and (reason := decline_digits(stream, place)) is not None:
        return reason
    if numeral.sense is Sense.FRACTION and (reason := _fraction(stream, place)) is not None:
        return reason
    if is_nil_of_a_match(stream, place):
        return Declined.SCORE
    if place.unit:
        return _measured(stream, place)
    return _time(stream, place) or _name(stream, place) or _word(stream, place)


def _fraction(stream: Stream, place: Place) -> Declined | None:
    """Rounds of a cup, halves of an hour, the price (ثمن)."""
    after = stream.folded(place.end)
    if after in listed("fixed_parts") or (place.numeral.is_definite and after.startswith("ال")):
        return Declined.PART
    if after in listed("parts_of_time"):
        return Declined.DURATION
    if stream.folded(place.first).startswith("و") and (reason := _and_half(stream, place.first - 1)) is not None:
        return reason
    is_eighth = place.numeral.value == _EIGHTH and place.numeral.form is Form.WORDS and place.end - place.first == 1
    if is_eighth and _DAMMA not in stream.tokens[place.first].word.raw:
        return Declined.WORD
    return None


def _and_half(stream: Stream, before: int) -> Declined | None:
    """ "الساعة الرابعة والنصف", "شهر ونصف"; the و may stand apart."""
    before -= stream.folded(before) == "و"
    if is_one_of(stream, before, "hours"):
        return Declined.CLOCK
    return Declined.DURATION if is_span_of_time(stream, before) else None


def is_span_of_time(stream: Stream, index: int) -> bool:
    """Whether token `index` is a unit of time in any number, the dual too."""
    if is_one_of(stream, index, "durations"):
        return True
    dual = dual_of(stream.tokens[index].word) if 0 <= index < len(stream.tokens) else None
    return dual is not None and dual.is_duration


def _measured(stream: Stream, place: Place) -> Declined | None:
    """Calibres of weapons, "a million per cent", "once"."""
    if place.unit == "mm" and has_before(stream, place.first, 2, "calibres"):
        return Declined.NAME
    if place.unit == "percent" and place.numeral.value >= _IDIOM and place.numeral.form is Form.WORDS:
        return Declined.WORD
    return None


def _time(stream: Stream, place: Place) -> Declined | None:
    durations = listed("durations")
    after = stream.folded(place.after)
    if after in durations or after.removeprefix("ال") in durations:
        return Declined.AGE if _is_age(stream, place) else Declined.DURATION
    before = place.first - 1 - is_article(stream, place.first - 1)
    if is_one_of(stream, before, "definite_durations"):
        return Declined.DURATION
    if stream.folded(before) == "او" and is_span_of_time(stream, before - 1):
        return Declined.DURATION
    if after == "من" and is_one_of(stream, place.after + 1, "age"):
        return Declined.AGE
    is_round = place.numeral.is_definite and place.numeral.value in _TENS
    if is_round and any(is_one_of(stream, index, "anniversaries") for index in (before, before - 1)):
        return Declined.ORDINAL
    if place.numeral.form is Form.DIGITS and _is_hour(stream, place, before):
        return Declined.CLOCK
    if is_round and stream.folded(before) == "في" and after in ("من", "،", "."):
        return Declined.AGE
    if place.numeral.value < _OLDEST and has_before(stream, place.first, 1, "age"):
        return Declined.AGE
    return None


def _is_hour(stream: Stream, place: Place, before: int) -> bool:
    """ "الساعة 1813": hours and minutes without a mark; "في الساعة" ends a speed."""
    is_named = stream.folded(before) in ("الساعه", "بالساعه") and stream.folded(before - 1) != "في"
    return is_named and place.numeral.value <= _LAST_MINUTE and not is_counted_noun(stream, place.after)


def _is_age(stream: Stream, place: Place) -> bool:
    """ "البالغ من العمر 40 عاما", "20 عاما من العمر", "(40 عاما)"."""
    if stream.folded(place.first - 1) == "(" and stream.folded(place.after + 1) == ")":
        return True
    if has_before(stream, place.first, 6, "age"):
        return True
    return stream.folded(place.after + 1) == "من" and is_one_of(stream, place.after + 2, "age")


def _name(stream: Stream, place: Place) -> Declined | None:
    """ "مجموعة السبع", "بوينغ 737", "المادة 149", "السويداء 24" in quotation marks."""
    has_article = is_article(stream, place.first - 1)
    before = place.first - 1 - has_article
    before -= stream.folded(before) in ("(", "[") and is_one_of(stream, before - 1, "named")
    is_definite = place.numeral.is_definite
    if is_definite and (is_one_of(stream, before, "numbered_bodies") or is_one_of(stream, place.after, "naming_ends")):
        return Declined.NAME
    if place.is_hedged or has_article or place.numeral.form is not Form.DIGITS:
        return None
    if stream.folded(before) in ("رقم", "برقم"):
        return Declined.NAME
    if _is_ranked(stream, place):
        return Declined.NAME
    if is_counted_noun(stream, place.after):
        return None
    if (
        is_one_of(stream, before, "named")
        or _is_resolution(stream, before)
        or _is_glued_to_a_name(stream, place)
        or _is_latin(stream, before)
        or _ends_quoted_name(stream, place)
    ):
        return Declined.NAME
    return None


def _is_ranked(stream: Stream, place: Place) -> bool:
    """ "المرتبة 135", "في المركز 12 من أصل 40"."""
    before = place.first - 1
    if stream.folded(before) == "اصل" and stream.folded(before - 1) == "من":
        before -= 3
    return is_one_of(stream, before, "ranks")


def _is_resolution(stream: Stream, before: int) -> bool:
    """ "قرار مجلس الأمن 478": the body's name between the resolution and its number."""
    for index in range(before, max(-1, before - _BODY_NAME), -1):
        if stream.tokens[index].word.kind is not Kind.WORD or is_one_of(stream, index, "between"):
            return False
        if is_one_of(stream, index, "resolutions"):
            return index < before
    return False


def _is_glued_to_a_name(stream: Stream, place: Place) -> bool:
    """ "جنيف1": one digit that touches a long word before it."""
    before = stream.tokens[place.first - 1].word if place.first else None
    is_name = before is not None and before.kind is Kind.WORD and len(before.folded) >= _LONG_WORD
    return is_name and place.numeral.written == 1 and stream.glued(place.first)


def _is_latin(stream: Stream, index: int) -> bool:
    return index >= 0 and stream.tokens[index].word.kind is Kind.WORD and stream.tokens[index].word.raw[0].isascii()


def _ends_quoted_name(stream: Stream, place: Place) -> bool:
    """A number that ends a few quoted words begun by no preposition: "السويداء 24"."""
    if stream.folded(place.end) not in _CLOSING:
        return False
    for back in range(2, _QUOTED_NAME + 1):
        if stream.folded(place.first - back) in _OPENING:
            return len(stream.folded(place.first - 1)) > 2
    return False


def _word(stream: Stream, place: Place) -> Declined | None:
    if place.numeral.form is not Form.WORDS:
        return None
    if place.end - place.first == 1 and (reason := _single_word(stream, place)) is not None:
        return reason
    return _one(stream, place) if place.numeral.value == 1 else None


def _single_word(stream: Stream, place: Place) -> Declined | None:
    word = stream.tokens[place.first].word
    if place.numeral.value == 2 and place.numeral.is_definite:
        return Declined.DATE
    if is_one_of(stream, place.first, "doubtful") and not place.is_hedged:
        return Declined.WORD
    if _SHADDA in word.raw and word.folded == "الف":
        return Declined.WORD
    if place.numeral.value >= _IDIOM and _is_idiom(stream, place.end):
        return Declined.WORD
    return None


def _is_idiom(stream: Stream, end: int) -> bool:
    """ "ألف مبروك", "ألف ألف مبروك"."""
    return is_one_of(stream, end, "idioms") or stream.folded(end) == stream.folded(end - 1)


def _one(stream: Stream, place: Place) -> Declined | None:
    """ "واحد" counts only behind an indefinite noun that can be counted ("قتيل واحد")."""
    if place.numeral.is_definite or is_one_of(stream, place.end, "one_of") or stream.folded(place.first - 2) in _WITHIN:
        return Declined.ONE_OF
    for split in splits_at(stream, place.first - 1):
        singular = split.stem.removesuffix("ا")
        if singular in listed("uncounted_one") or split.proclitics.endswith("ال"):
            return Declined.ONE_OF
        if is_countable(singular):
            return None
    return None if place.is_hedged else Declined.ONE_OF
