"""Who an unnamed person of a report is, where the report itself names him a little later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tahqiq.extract.ar.attribution.words import word_list
from tahqiq.extract.tokens import Stream
from tahqiq.model.claim import Statement
from tahqiq.model.folding import fold
from tahqiq.model.source import Source, SourceKind

ONE_PERSON = frozenset(
    "مسوول مسيول مسووله خبير خبيره محلل محلله ناشط ناشطه ضابط دبلوماسي طبيب طبيبه باحث قيادي سياسي"
    " مراسل شاب رجل امراه سيده".split()
)


def identified(found: Sequence[Statement], stream: Stream) -> tuple[Statement, ...]:
    """The statements, each unnamed source that the report names under his name."""
    return tuple(_named_under_headline(_named_as_it_goes_on(found), stream))


def _named_under_headline(found: Sequence[Statement], stream: Stream) -> Sequence[Statement]:
    """An unnamed person of the headline is the first person that the body names as speaker."""
    first_line = stream.text.raw.find("\n")
    named = next((s for s in found if s.cue.start > first_line), None)
    if first_line < 0 or named is None or named.attribution.source.kind is not SourceKind.PERSON:
        return found
    return [_named(s, named.attribution.source) if _is_unnamed_before(s, first_line) else s for s in found]


def _is_unnamed_before(said: Statement, end: int) -> bool:
    who = said.attribution
    return said.cue.end <= end and who.source.kind is SourceKind.ANONYMOUS and who.mention is not None


def _named_as_it_goes_on(found: Sequence[Statement]) -> Sequence[Statement]:
    """One unnamed person is he whom the next statement names as it goes on: "قال خبير … وأضاف سامر الحلبي"."""
    for one, after in pairwise(found):
        unnamed, name = one.attribution.source, after.attribution.source
        goes_on = after.act == "continue" and after.attribution.mention is not None
        if goes_on and name.kind is SourceKind.PERSON and _is_one_unnamed(unnamed):
            return [_named(s, name) if s.attribution.source == unnamed else s for s in found]
    return found


def _is_one_unnamed(source: Source) -> bool:
    """Whether a source is a single person without a name ("خبير في الطقس", "مدير سابق للموساد")."""
    head = fold(source.name.split()[0]) if source.name else ""
    return source.kind is SourceKind.ANONYMOUS and (head in ONE_PERSON or head in word_list("titles", "offices"))


def _named(said: Statement, name: Source) -> Statement:
    return replace(said, attribution=replace(said.attribution, source=name))
