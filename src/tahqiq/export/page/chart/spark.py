"""A spark line: how much there is of something, day by day, small enough to stand in a line of text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from markupsafe import Markup

from tahqiq.export.page.strings import Both

_MOST = 60
_STEP, _BAR, _HIGH = 4, 3, 22
_LEAST = 2.0


def spark(by_day: Mapping[dt.date, int], told: Both) -> Both:
    """A bar for each stretch of equal length from the first day to the last, at most sixty; `told` says it in words.

    A stretch is a day where they are few enough. Nothing where there is no day.
    """
    if not by_day:
        return Both(Markup(""), Markup(""))
    first, last = min(by_day), max(by_day)
    stretch = (last - first).days // _MOST + 1
    bars = [0] * ((last - first).days // stretch + 1)
    for day, number in by_day.items():
        bars[(day - first).days // stretch] += number
    drawn = _drawn(bars)
    return Both(*(_svg(drawn, len(bars), words) for words in (told.ar, told.en)))


def _drawn(bars: list[int]) -> Markup:
    most = max(bars)
    rows = []
    for n, number in enumerate(bars):
        high = max(_LEAST, _HIGH * number / most) if number else 0.0
        if high:
            rows.append(f"M{n * _STEP} {_HIGH}h{_BAR}v-{high:.1f}h-{_BAR}z")
    return Markup('<path class="bar" d="{}"/>').format("".join(rows))


def _svg(drawn: Markup, bars: int, words: Markup) -> Markup:
    wide = bars * _STEP
    return Markup(
        '<svg class="spark" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" role="img" aria-label="{words}">'
        '<path class="base" d="M0 {high}H{wide}"/>{drawn}</svg>'
    ).format(wide=wide, high=_HIGH, words=words.striptags(), drawn=drawn)
