"""Digits between brackets or quotation marks whose scale or unit stands outside: "(45) ألف", "«0.68» بالمئة"."""

from __future__ import annotations

from dataclasses import replace

from tahqiq.extract.ar.numerals import Form, Numeral, Sense
from tahqiq.extract.ar.ranges import Chart, Extent
from tahqiq.extract.ar.units import unit_after
from tahqiq.extract.tokens import Stream

_PAIRS = {"(": ")", "[": "]", "«": "»", '"': '"', "“": "”"}


def opened(stream: Stream, chart: Chart, core: Extent) -> Extent:
    """`core` with the marks around it and the scale word behind them, where a scale or a unit stands behind them."""
    closing = _PAIRS.get(stream.folded(core.first - 1))
    if closing is None or stream.folded(core.end) != closing or core.high is not None:
        return core
    if core.low.form is not Form.DIGITS or core.low.sense is not Sense.CARDINAL:
        return core
    scale = chart.get(core.end + 1)
    if scale is not None and _is_scale(scale.value) and not scale.skip:
        value = core.low.value * scale.value.value
        low = replace(core.low, value=value, high=value, scale=scale.value.scale, written=0)
        return core._replace(first=core.first - 1, end=scale.end, low=low, skip=0)
    if unit_after(stream, core.end + 1, is_whole=isinstance(core.low.value, int)) is None:
        return core
    return core._replace(first=core.first - 1, end=core.end + 1, skip=0)


def _is_scale(numeral: Numeral) -> bool:
    return numeral.form is Form.WORDS and numeral.sense is Sense.CARDINAL and 1000 <= numeral.value == numeral.scale
