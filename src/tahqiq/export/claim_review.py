"""schema.org `Claim` and `ClaimReview` as JSON-LD: who claims what, and where it appeared.

Each figure and each statement is a Claim: its words, its author, the report it appears in, and the report in which the
same position was met first. A measure whose positions cannot all hold gives a ClaimReview over those positions, which
says that they are contested and why; it has no `reviewRating` and no `author`, since nobody has rated anything. A claim
that a person graded has a ClaimReview of that person, rated on the Admiralty scale.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TextIO

from tahqiq.export import json_document
from tahqiq.export.citing import Cited, headline, urn
from tahqiq.export.conflicts import conflicts
from tahqiq.export.json_document import Json, without_unknown
from tahqiq.export.page.addresses import web_address
from tahqiq.model.claim import Figure, Statement
from tahqiq.model.judgement import Credibility, Judgement
from tahqiq.model.measure import Measure, Position, ReportedFigure
from tahqiq.model.report import Report
from tahqiq.model.source import Source, SourceKind
from tahqiq.reconcile.sentences import sentence_around

MEDIA_TYPE = "application/ld+json"

_Place = tuple[str, int, int]
Firsts = dict[_Place, ReportedFigure]

_PERSONS = (SourceKind.PERSON, SourceKind.WITNESS, SourceKind.ANONYMOUS)
_BODIES = {
    SourceKind.GOVERNMENT: "GovernmentOrganization",
    SourceKind.AGENCY: "NewsMediaOrganization",
    SourceKind.OUTLET: "NewsMediaOrganization",
    SourceKind.ORGANIZATION: "Organization",
}


def write(
    figures: Iterable[Cited[Figure]],
    statements: Iterable[Cited[Statement]],
    measures: Iterable[Measure],
    grades: Mapping[str, Judgement],
    to: TextIO,
) -> None:
    """Write one graph: the reviews of contested measures, then the claims, each with the review of who graded it.

    `measures` is gone through first; `grades` are judgements of the kind GRADE by the id of the claim.
    """
    firsts: Firsts = {}
    reviews: list[Json] = []
    for measure in measures:
        firsts |= first_appearances(measure)
        reviews += filter(None, [review(measure)])
    claims = chain(((f.id, figure_claim(f, firsts)) for f in figures), ((s.id, statement_claim(s)) for s in statements))
    items = chain(reviews, chain.from_iterable(_with_review(*claim, grades) for claim in claims))
    json_document.write({"@context": "https://schema.org"}, "@graph", items, lambda: None, to)


def first_appearances(measure: Measure) -> Firsts:
    """For each figure of a measure the earliest published figure that gives the same position."""
    found: Firsts = {}
    for position in measure.positions:
        carried = [measure.figures[n] for n in position.figures]
        dated = [f for f in carried if f.published is not None]
        first = min(dated, key=lambda f: f.published.isoformat() if f.published else "", default=carried[0])
        found |= {_place(f): first for f in carried}
    return found


def figure_claim(cited: Cited[Figure], firsts: Firsts) -> dict[str, Json]:
    """The Claim of a figure; its text is the sentence that holds it."""
    figure, report = cited.claim, cited.report
    first = firsts.get((report.id, figure.span.start, figure.span.end))
    return _claim(cited, sentence_around(figure.span).quote) | {
        "firstAppearance": _appearance(report) if first is None or first.report_id == report.id else _earlier(first)
    }


def statement_claim(cited: Cited[Statement]) -> dict[str, Json]:
    """The Claim of a statement; its text is what was attributed."""
    return _claim(cited, cited.claim.content.quote)


def review(measure: Measure) -> dict[str, Json] | None:
    """The ClaimReview of a measure in which positions cannot both hold; None for any other."""
    found = conflicts(measure)
    if not found:
        return None
    sides = sorted({n for conflict in found for n in (*conflict.first, *conflict.second)})
    return {
        "@type": "ClaimReview",
        "@id": urn("measure", measure.id),
        "name": measure.description,
        "alternateName": measure.description_ar,
        "reviewAspect": "contested: positions that cannot both hold",
        "reviewBody": "\n".join(conflict.relations[0].reason for conflict in found),
        "itemReviewed": [_position(measure, measure.positions[n]) for n in sides],
    }


def graded(grade: Judgement) -> dict[str, Json]:
    """The ClaimReview of a person who graded a claim from 1, confirmed by others, to 5, improbable; 6 is no rating."""
    credibility = Credibility(grade.after or Credibility.UNKNOWN)
    rating: Json = {
        "@type": "Rating",
        "ratingValue": credibility.value,
        "bestRating": Credibility.CONFIRMED.value,
        "worstRating": Credibility.IMPROBABLE.value,
        "alternateName": credibility.name.lower(),
        "ratingExplanation": "credibility of the information on the Admiralty scale",
    }
    return without_unknown(
        {
            "@type": "ClaimReview",
            "@id": urn("judgement", grade.id),
            "itemReviewed": {"@id": urn("claim", grade.target.id)},
            "author": {"@type": "Person", "name": grade.by},
            "datePublished": grade.at,
            "reviewBody": grade.why,
            "reviewRating": None if credibility is Credibility.UNKNOWN else rating,
        }
    )


def _with_review(id: str, claim: Json, grades: Mapping[str, Judgement]) -> Iterator[Json]:
    yield claim
    if id in grades:
        yield graded(grades[id])


def _position(measure: Measure, position: Position) -> Json:
    figures = [measure.figures[n] for n in position.figures]
    return without_unknown(
        {
            "@type": "Claim",
            "text": " ".join(sentence_around(figures[0].figure.span).quote.split()),
            **_authorship(position.origin, figures[0].outlet),
            "appearance": [_earlier(figure) for figure in {f.report_id: f for f in figures}.values()],
        }
    )


def _claim(cited: Cited[Figure] | Cited[Statement], words: str) -> dict[str, Json]:
    report = cited.report
    language = report.text.language
    return without_unknown(
        {
            "@type": "Claim",
            "@id": urn("claim", cited.id),
            "text": " ".join(words.split()),
            "inLanguage": None if language == "und" else language,
            **_authorship(cited.claim.attribution.source, report.metadata.outlet),
            "appearance": _appearance(report),
        }
    )


def _authorship(source: Source, outlet: str | None) -> dict[str, Json]:
    """Who claims it: the outlet where it speaks for itself. A document is no author, but what the claim rests on."""
    if source.kind is SourceKind.NARRATOR:
        return {"author": {"@type": "NewsMediaOrganization", "name": outlet} if outlet else None}
    if source.kind in _BODIES:
        return {"author": {"@type": _BODIES[source.kind], "name": source.name}}
    if source.kind in _PERSONS:
        told = None if source.kind is SourceKind.PERSON else source.kind.value
        return {"author": without_unknown({"@type": "Person", "name": source.name, "description": told})}
    return {"isBasedOn": {"@type": "CreativeWork", "name": source.name}} if source.kind is SourceKind.DOCUMENT else {}


def _appearance(report: Report) -> Json:
    known, address = report.metadata, web_address(report.metadata.url)
    return without_unknown(
        {
            "@type": "NewsArticle",
            "@id": urn("report", report.id),
            "headline": headline(report),
            "url": address[0] if address else None,
            "datePublished": known.published.isoformat() if known.published else None,
            "publisher": {"@type": "NewsMediaOrganization", "name": known.outlet} if known.outlet else None,
        }
    )


def _earlier(figure: ReportedFigure) -> Json:
    """A report as a measure knows it; the graph holds the rest under the same name."""
    return without_unknown(
        {
            "@type": "NewsArticle",
            "@id": urn("report", figure.report_id),
            "datePublished": figure.published.isoformat() if figure.published else None,
        }
    )


def _place(figure: ReportedFigure) -> _Place:
    return figure.report_id, figure.figure.span.start, figure.figure.span.end
