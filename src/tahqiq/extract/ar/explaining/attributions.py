"""How the source of a statement was found."""

from __future__ import annotations

from collections.abc import Iterator

from tahqiq.extract.ar.explaining.rereading import Reread
from tahqiq.extract.ar.explaining.steps import Step
from tahqiq.model.claim import Statement
from tahqiq.model.folding import fold
from tahqiq.model.source import UNKNOWN, Source
from tahqiq.model.text import Span


def attribution_steps(again: Reread, statement: Statement) -> Iterator[Step]:
    """The cue with its act and rule, then from the words that name the speaker to the speaker."""
    yield Step("cue", statement.cue.quote, f"act: {statement.act}", statement.rule)
    source, mention = statement.attribution.source, statement.attribution.mention
    named = mention.quote if mention is not None else ""
    yield Step("source", named, f"{source.name} ({source.kind})", _how(again, source, mention))


def _how(again: Reread, source: Source, mention: Span | None) -> str:
    """By which way the words at the cue lead to the source."""
    if source == UNKNOWN:
        return "nobody named can be meant"
    if mention is None:
        return "no name stands here: who spoke before and agrees with the verb"
    written, name = fold(mention.quote), fold(source.name)
    if written == name:
        return "as written"
    actor = again.actors.seated(written)
    if actor is not None and actor.name == source.name:
        return "a capital speaks for its government"
    if name in written:
        return "the name in these words"
    at = again.report.text.raw.find(source.name)
    where = f", at {at}:{at + len(source.name)}" if at >= 0 else ""
    return f"{'the fullest form' if written in name else 'the same one, named'} in this report{where}"
