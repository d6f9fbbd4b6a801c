"""Two numbers that make one interval: "بين 10 و20", "من 5 إلى 10", "10-20", "3 أو 4"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from tahqiq.extract.ar.numeral_digits import is_digits, touches
from tahqiq.extract.ar.numerals import Form, Numeral, Sense
from tahqiq.extract.engine import Found
from tahqiq.extract.tokens import Kind, Stream
from tahqiq.model.folding import fold

Chart = Mapping[int, Found[Numeral]]


class Extent(NamedTuple):
    """The one or two numbers of a quantity, from token `first` (with "بين", "من") to `end`; `skip` as in `Found`."""

    first: int
    end: int
    low: Numeral
    high: Numeral | None
    rule: str
    skip: int = 0


_BETWEEN = frozenset(("بين", "وبين", "مابين"))
_TO = frozenset(("الي", "حتي", "لـ"))
_DASHES = frozenset("-–—ـ−")
_CHANGES = frozenset(
    map(
        fold,
        "ارتفع ارتفعت يرتفع ترتفع رفع رفعت يرفع ترفع رفعها رفعه زاد زادت يزيد تزيد انخفض انخفضت ينخفض تنخفض خفض خفضت"
        " يخفض"
        " تخفض تراجع تراجعت يتراجع هبط هبطت قفز قفزت صعد صعدت تقلص تقلصت تحول انتقل تغير زيادة ارتفاع انخفاض خفض تراجع"
        " هبوط تقليص نما نمت نزل نزلت عدل عدلت قلص قلصت رفعت تتراجع لترتفع لينخفض ليرتفع وصل بلغ تقليل تخفيض".split(),
    )
)
_REACH = 10
_WIDEST = 10_000  # without من, no range is wider: a year may stand before, as in "بدء الحملة 2015 إلى 4 مليارات"


def extent(stream: Stream, chart: Chart, hit: Found[Numeral]) -> Extent:
    """The numeral `hit` alone, or with its partner as a range."""
    single = Extent(hit.first, hit.end, hit.value, None, hit.rule, hit.skip)
    if hit.value.sense is Sense.ORDINAL:
        return single
    return _between(stream, chart, hit) or _joined(stream, chart, hit) or single


def _between(stream: Stream, chart: Chart, hit: Found[Numeral]) -> Extent | None:
    """ "بين 10 و20", "ما بين 10 آلاف إلى 15 ألفا"; a unit or noun may stand behind the first number."""
    start = hit.first - 1
    if start < 0 or stream.folded(start) not in _BETWEEN or hit.value.high is None:
        return None
    for gap in range(3):
        partner = _and(stream, chart, hit.end + gap) or _to(stream, chart, hit.end + gap)
        if partner is not None:
            low, high = _scaled(hit.value, partner.value)
            if not _in_order(low, high):
                return None
            start -= stream.folded(start - 1) == "ما"
            skip = 1 if stream.folded(start) == "وبين" else 0
            return Extent(start, partner.end, low, high, "between", skip)
        if hit.end + gap >= len(stream.tokens) or stream.tokens[hit.end + gap].word.kind is not Kind.WORD:
            return None
    return None


def _and(stream: Stream, chart: Chart, index: int) -> Found[Numeral] | None:
    """The number joined by و at token `index`."""
    index += stream.folded(index) == "،"
    if stream.folded(index) in ("و", "وال", "وبين"):
        return chart.get(index + 1)
    partner = chart.get(index)
    return partner if partner is not None and stream.folded(index).startswith("و") and partner.skip else None


def _to(stream: Stream, chart: Chart, index: int) -> Found[Numeral] | None:
    if stream.folded(index) not in _TO and stream.folded(index) not in _DASHES:
        return None
    skipped = 1 if stream.folded(index + 1) == "ال" else 0
    return chart.get(index + 1 + skipped)


def _joined(stream: Stream, chart: Chart, hit: Found[Numeral]) -> Extent | None:
    """Two numbers with a connector right between them."""
    connector = stream.folded(hit.end)
    partner = _to(stream, chart, hit.end) if connector != "او" else chart.get(hit.end + 1)
    if partner is None or hit.value.high is None:
        return None
    low, high = _scaled(hit.value, partner.value)
    if not _in_order(low, high) or not _is_alike(stream, connector, hit, partner):
        return None
    if connector in _TO:
        return _from_to(stream, hit, partner, (low, high))
    rule = "or" if connector == "او" else "dash"
    return Extent(hit.first, partner.end, low, high, rule, hit.skip)


def _is_alike(stream: Stream, connector: str, hit: Found[Numeral], partner: Found[Numeral]) -> bool:
    """A dash joins digits only, with the same space on both sides, and no third part as in a date."""
    if connector not in _DASHES:
        return True
    if hit.value.form is Form.WORDS or partner.value.form is Form.WORDS:
        return False
    if stream.folded(partner.end) in _DASHES and is_digits(stream, partner.end + 1):
        return False
    if stream.folded(hit.first - 1) in _DASHES and is_digits(stream, hit.first - 2):
        return False
    return touches(stream, hit.end) == touches(stream, hit.end + 1)


def _from_to(
    stream: Stream, hit: Found[Numeral], partner: Found[Numeral], ends: tuple[Numeral, Numeral]
) -> Extent | None:
    """ "من 10 إلى 20", unless something rises or falls from one to the other: those are two figures."""
    is_from = stream.folded(hit.first - 1) in ("من", "ومن")
    if is_change(stream, hit.first) or (not is_from and ends[1].value > _WIDEST * ends[0].value):
        return None
    first = hit.first - is_from
    skip = hit.skip if not is_from else int(stream.folded(first) == "ومن")
    return Extent(first, partner.end, *ends, "from to", skip)


def is_change(stream: Stream, first: int) -> bool:
    """Whether a word of rising or falling stands before token `first`: from one number to another are then two."""
    return any(
        split.stem.removesuffix("ا") in _CHANGES
        for token in stream.tokens[max(0, first - _REACH) : first]
        for split in token.word.splits
    )


def _scaled(low: Numeral, high: Numeral) -> tuple[Numeral, Numeral]:
    """ "3 إلى 5 ملايين": the scale of the second holds for the first, where that keeps them in order."""
    if low.scale == 1 and high.scale > 1 and low.value < high.value / high.scale:
        times = low.value * high.scale
        return replace(low, value=times, high=times, scale=high.scale), high
    return low, high


def _in_order(low: Numeral, high: Numeral) -> bool:
    """Whether the two can be the ends of one range."""
    if Sense.ORDINAL in (low.sense, high.sense) or high.high is None:
        return False
    return low.value < high.high
