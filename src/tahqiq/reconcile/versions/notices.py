"""Whether an edited report says that it was edited."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tahqiq.model.report import ReadReport
from tahqiq.model.text import Text
from tahqiq.reconcile.versions.lexicon import NOTICES
from tahqiq.reconcile.words import words

_SENTENCE = re.compile(r"[^.!?؟\n]+")


def announces(before: ReadReport, after: ReadReport) -> bool:
    """Whether a sentence that is new in `after` speaks of a correction, an update or a change to the text."""
    old = set(sentences(before.report.text))
    new = (sentence for sentence in sentences(after.report.text) if sentence not in old)
    return any(f" {notice} " in f" {sentence} " for sentence in new for notice in NOTICES)


def sentences(text: Text) -> Iterator[str]:
    """The sentences of a text as folded words, by which it is told whether one stands in another text too."""
    return (" ".join(words(found)) for found in _SENTENCE.findall(text.raw))
