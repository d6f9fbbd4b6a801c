"""Days: the day for which a count holds, told from the day on which it was announced."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from tahqiq.model.claim import DateMention, Figure
from tahqiq.model.folding import fold
from tahqiq.reconcile.moments import single_day
from tahqiq.reconcile.sentences import sentence_around

_THAT = re.compile(r"\b(?:ان|بان|انه|انها|that)\b|:")


def counted_day(figure: Figure, dates: Sequence[DateMention]) -> dt.date | None:
    """The one day that the words tie the count to, or None.

    "The ministry said on Monday that 12 people died" dates the saying: the day stands between the cue and a "that"
    which the number follows.
    """
    day, cue = single_day(figure.when), figure.attribution.cue
    if day is None or cue is None:
        return day
    sentence = sentence_around(figure.span)
    named = [date.span for date in dates if date.when == figure.when and sentence.contains(date.span)]
    raw = sentence.text.raw
    is_announced = any(
        cue.end <= span.start
        and span.end <= figure.span.start
        and _THAT.search(fold(raw[span.end : figure.span.start]))
        for span in named
    )
    return None if is_announced else day
