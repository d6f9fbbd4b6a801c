"""Voices: which body a person speaks for, as reports introduce them ("the spokesman of the army, X")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from tahqiq.model.folding import fold
from tahqiq.model.report import ReadReport
from tahqiq.model.source import Attribution, SourceKind
from tahqiq.model.text import Span
from tahqiq.reconcile.lexicon import ITS, OFFICES, SOURCE_FILLERS, STOPWORDS
from tahqiq.reconcile.words import stem, words

Voices = Mapping[str, frozenset[str]]

BODY_KINDS = (SourceKind.GOVERNMENT, SourceKind.ORGANIZATION)
_SPEAKERS = (SourceKind.PERSON, SourceKind.GOVERNMENT, SourceKind.ANONYMOUS)
_INTRODUCTION = 80
_LONGEST_BODY = 6
_WORD = re.compile(r"\w+")
_PHRASE_ENDS = re.compile(r"[.!?؟\n«»\"“”():؛]")
_COMMA = re.compile("[،,]")


def voices(reports: Sequence[ReadReport]) -> dict[str, frozenset[str]]:
    """From the key of a name to the stems of the body that its bearer speaks for, as some report says."""
    found: dict[str, frozenset[str]] = {}
    for read in reports:
        last: frozenset[str] = frozenset()
        for attribution in _attributions(read):
            if attribution.source.kind in BODY_KINDS:
                last = name_stems(attribution.source.name)
            if attribution.source.kind in _SPEAKERS and (body := _body(attribution, last)):
                found.setdefault(name_key(attribution.source.name), body)
    return found


def name_key(name: str) -> str:
    """The stems that identify a name, sorted, as one key."""
    return " ".join(sorted(name_stems(name)))


def name_stems(name: str) -> frozenset[str]:
    """The stems that identify a source's name: titles and offices off, unless nothing else is left."""
    return _stems(words(name)) or frozenset(map(name_stem, words(name)))


def name_stem(word: str) -> str:
    """The stem of a word of a name, alike with and without the article ("وزارة", "الوزارة")."""
    return stem(word).removeprefix("و") or word


def _attributions(read: ReadReport) -> list[Attribution]:
    """All attributions of a report, in the order of its text."""
    figures = ((figure.span.start, figure.attribution) for figure in read.claims.figures)
    statements = ((statement.content.start, statement.attribution) for statement in read.claims.statements)
    placed = [(a.mention.start if a.mention else at, a) for at, a in (*figures, *statements)]
    return [attribution for _, attribution in sorted(placed, key=lambda each: each[0])]


def _body(attribution: Attribution, last: frozenset[str]) -> frozenset[str]:
    """The body in "the spokesman of BODY, NAME", "NAME, the spokesman of BODY" or a name that is only an office.

    "Its spokesman, NAME" speaks for the body that was cited `last`.
    """
    name = words(attribution.source.name)
    if name and name[0] in OFFICES:
        return _stems(word for word in name if word not in ITS)
    mention = attribution.mention
    if mention is None or attribution.source.kind is not SourceKind.PERSON:
        return frozenset()
    raw = mention.text.raw[max(0, mention.start - _INTRODUCTION) : mention.end]
    phrase = _PHRASE_ENDS.split(raw)[-1]
    if ITS.intersection(words(phrase)):
        return last
    said = words(_COMMA.split(_office_onward(phrase))[0]) or _apposition(mention)
    return _stems(word for word in said if word not in STOPWORDS) - name_stems(attribution.source.name)


def _apposition(mention: Span) -> list[str]:
    """The words after an office that follows the name ("X, the spokesman of BODY ..."), a few too many at the end."""
    phrase = _PHRASE_ENDS.split(mention.text.raw[mention.end : mention.end + _INTRODUCTION])[0]
    said = words(phrase.lstrip(" ،,").partition("،")[0])
    return said[1 : 1 + _LONGEST_BODY] if said and said[0] in OFFICES else []


def _office_onward(phrase: str) -> str:
    """What follows the last office of a phrase, "" where it names none."""
    folded = fold(phrase)
    last = max(
        (match for match in re.finditer(r"\w+", folded) if match[0] in OFFICES), default=None, key=re.Match.start
    )
    return "" if last is None else folded[last.end() :]


def _stems(said: Iterable[str]) -> frozenset[str]:
    return frozenset(name_stem(word) for word in said if word not in SOURCE_FILLERS and len(word) > 1)
