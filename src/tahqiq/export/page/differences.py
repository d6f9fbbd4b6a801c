"""What an edit did to the words of a report: those taken out and those put in, marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from markupsafe import Markup

from tahqiq.export.page.visible import visible

_WORD = re.compile(r"\S+\s*|\s+")
_AROUND = 14
_DEAREST = 4_000_000  # pairs of words: beyond that, texts are held against each other line by line
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def differences(before: str, after: str) -> Markup:
    """Both texts as one: words taken out as <del>, words put in as <ins>, long stretches that stayed cut to their ends.

    Nothing where the two are equal.
    """
    pieces = _WORD if len(_WORD.findall(before)) * len(_WORD.findall(after)) <= _DEAREST else _LINE
    old, new = pieces.findall(before), pieces.findall(after)
    if old == new:
        return Markup("")
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return Markup("").join(_shown(old, new, steps))


def _shown(old: Sequence[str], new: Sequence[str], steps: Sequence[tuple[str, int, int, int, int]]) -> Iterator[Markup]:
    for n, (step, a, b, c, d) in enumerate(steps):
        if step == "equal":
            yield _kept(old[a:b], is_first=n == 0, is_last=n == len(steps) - 1)
            continue
        if a < b:
            yield Markup("<del>{}</del>").format(visible("".join(old[a:b])))
        if c < d:
            yield Markup("<ins>{}</ins>").format(visible("".join(new[c:d])))


def _kept(words: Sequence[str], is_first: bool, is_last: bool) -> Markup:
    """Words that stayed: those next to a change, and an ellipsis for the others."""
    head = 0 if is_first else _AROUND
    tail = 0 if is_last else _AROUND
    if len(words) <= head + tail + 1:
        return visible("".join(words))
    begins, ends = "".join(words[:head]), "".join(words[len(words) - tail :])
    return Markup("{} … {}").format(visible(begins), visible(ends))
