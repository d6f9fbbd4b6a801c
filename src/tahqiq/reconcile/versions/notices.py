"""Whether an edited report says that it was edited."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tahqiq.model.report import ReadReport
from tahqiq.reconcile.versions.lexicon import NOTICES
from tahqiq.reconcile.words import words

_SENTENCE = re.compile(r"[^.!?؟\n]+")


def announces(before: ReadReport, after: ReadReport) -> bool:
    """Whether a sentence that is new in `after` speaks of a correction, an update or a change to the text."""
    old = set(_sentences(before))
    new = (sentence for sentence in _sentences(after) if sentence not in old)
    return any(f" {notice} " in f" {sentence} " for sentence in new for notice in NOTICES)


def _sentences(read: ReadReport) -> Iterator[str]:
    return (" ".join(words(found)) for found in _SENTENCE.findall(read.report.text.raw))
