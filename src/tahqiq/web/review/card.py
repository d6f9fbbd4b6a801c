"""A claim as a person judges it: its words in their sentence, what was read, and what stands."""

from __future__ import annotations

from dataclasses import dataclass

from tahqiq.export.page.quoting import around
from tahqiq.export.page.strings import NOTHING, Both, report_words, say
from tahqiq.export.page.visible import visible
from tahqiq.export.page.wording import day, named, source
from tahqiq.model.claim import DateMention
from tahqiq.model.judgement import JudgementKind, Standing
from tahqiq.model.source import SourceKind
from tahqiq.web.addresses import PAGES, address
from tahqiq.web.review.claims import Judged
from tahqiq.web.review.history import Decision, decisions, graded
from tahqiq.web.review.told import Part, parts, words_of
from tahqiq.web.words import tell

_AROUND = 220
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Card:
    """One claim; `number` is the id of its element, `seen` the newest judgement on it that this page shows."""

    id: str
    kind: str
    seen: int
    address: str
    correction: str
    before: Both
    quote: Both
    after: Both
    chain: tuple[Both, ...]
    parts: tuple[Part, ...]
    rule: str
    report: Both
    report_address: str
    outlet: Both
    published: Both
    stands: Both
    grade: Both
    grade_code: str
    history: tuple[Decision, ...]


def card(claim: Judged) -> Card:
    """The card of a claim as it counts now."""
    span, report, kind = words_of(claim.meant), claim.report, claim.target.kind.value
    before, after = around(span, _AROUND)
    quote = span.quote if len(span.quote) <= _LONGEST else f"{span.quote[:_LONGEST].rpartition(' ')[0]} …"
    known = report.metadata
    grade = claim.standing.grade.after if claim.standing.grade else None
    return Card(
        id=claim.target.id,
        kind=kind,
        seen=claim.standing.last,
        address=address("/claim", kind=kind, id=claim.target.id),
        correction=address("/correct", kind=kind, id=claim.target.id),
        before=_same(before),
        quote=_same(quote),
        after=_same(after),
        chain=_chain(claim),
        parts=parts(claim.meant, known.outlet),
        rule=claim.meant.rule,
        report=report_words(report.headline),
        report_address=PAGES.report(report.id),
        outlet=report_words(known.outlet) if known.outlet else say("interface.unknown_outlet"),
        published=day(known.published) or say("interface.undated"),
        stands=stands(claim.standing),
        grade=graded(grade) if grade else NOTHING,
        grade_code=grade or "",
        history=decisions(claim.standing, report),
    )


def stands(standing: Standing) -> Both:
    """What was decided last on a claim, and by whom; nothing where nobody decided."""
    verdict = standing.verdict
    if verdict is None:
        return NOTHING
    is_both = verdict.kind is JudgementKind.ACCEPT and standing.correction is not None
    key = "accepted_as_corrected" if is_both else f"{verdict.kind}ed"
    return tell(f"stands.{key}", who=verdict.by)


def _chain(claim: Judged) -> tuple[Both, ...]:
    """Source first, publishing outlet last."""
    if isinstance(claim.meant, DateMention):
        return ()
    by, outlet = claim.meant.attribution, claim.report.metadata.outlet
    links = [source(by.source, outlet), *(source(relay, None) for relay in by.via)]
    if outlet and (by.source, *by.via)[-1].kind is not SourceKind.NARRATOR:
        links.append(named(outlet))
    return tuple(links)


def _same(words: str) -> Both:
    shown = visible(words)
    return Both(shown, shown)
