"""Voices: which body a person speaks for, as reports introduce them ("the spokesman of the army, X")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tahqiq.model.folding import fold
from tahqiq.model.report import ReadReport
from tahqiq.model.source import Attribution, SourceKind
from tahqiq.reconcile.lexicon import OFFICES, SOURCE_FILLERS, STOPWORDS
from tahqiq.reconcile.words import stem, words

Voices = Mapping[str, frozenset[str]]

_SPEAKERS = (SourceKind.PERSON, SourceKind.GOVERNMENT, SourceKind.ANONYMOUS)
_INTRODUCTION = 80
_WORD = re.compile(r"\w+")
_PHRASE_ENDS = re.compile(r"[.!?؟\n«»\"“”():؛]")
_COMMA = re.compile("[،,]")


def voices(reports: Sequence[ReadReport]) -> dict[str, frozenset[str]]:
    """From the key of a name to the stems of the body that its bearer speaks for, as some report says."""
    found: dict[str, frozenset[str]] = {}
    for attribution in _attributions(reports):
        key = name_key(attribution.source.name)
        body = _body(attribution)
        if body and key not in found:
            found[key] = body
    return found


def name_key(name: str) -> str:
    """The stems that identify a name, sorted, as one key."""
    return " ".join(sorted(name_stems(name)))


def name_stems(name: str) -> frozenset[str]:
    """The stems that identify a source's name: titles and offices off, unless nothing else is left."""
    return _stems(words(name)) or frozenset(map(stem, words(name)))


def _attributions(reports: Sequence[ReadReport]) -> Iterator[Attribution]:
    for read in reports:
        figures, statements = read.claims.figures, read.claims.statements
        for attribution in (*(f.attribution for f in figures), *(s.attribution for s in statements)):
            if attribution.source.kind in _SPEAKERS:
                yield attribution


def _body(attribution: Attribution) -> frozenset[str]:
    """The body in "the spokesman of BODY, NAME", or in a name that is only an office ("the director of BODY")."""
    name = words(attribution.source.name)
    if name and name[0] in OFFICES:
        return _stems(name)
    mention = attribution.mention
    if mention is None or attribution.source.kind is not SourceKind.PERSON:
        return frozenset()
    raw = mention.text.raw[max(0, mention.start - _INTRODUCTION) : mention.end]
    said = words(_COMMA.split(_office_onward(_PHRASE_ENDS.split(raw)[-1]))[0])
    return _stems(word for word in said if word not in STOPWORDS) - name_stems(attribution.source.name)


def _office_onward(phrase: str) -> str:
    """What follows the last office of a phrase, "" where it names none."""
    folded = fold(phrase)
    last = max(
        (match for match in re.finditer(r"\w+", folded) if match[0] in OFFICES), default=None, key=re.Match.start
    )
    return "" if last is None else folded[last.end() :]


def _stems(said: Iterable[str]) -> frozenset[str]:
    return frozenset(stem(word) for word in said if word not in SOURCE_FILLERS and len(word) > 1)
