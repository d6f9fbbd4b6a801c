"""W3C Web Annotation (Recommendation of 23 February 2017): each claim an Annotation on the words that it was read from.

The target is the report's Text, which positions count in (Unicode code points, as the standard asks); `via` names the
page that it came from. The value stands in the body twice: in words, and as JSON, which is the claim's tidy row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import chain
from typing import TextIO

from tahqiq.export import json_document
from tahqiq.export.citing import Cited, Claim, headline, urn
from tahqiq.export.json_document import Json, without_unknown, written
from tahqiq.export.page.addresses import web_address
from tahqiq.export.tidy import date_row, figure_row, statement_row
from tahqiq.model.claim import DateMention, Figure, Statement
from tahqiq.model.report import Report
from tahqiq.model.source import SourceKind
from tahqiq.model.text import Span
from tahqiq.reconcile.reasons import amount

MEDIA_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32
_SOFTWARE: Json = {"id": "urn:tahqiq:software", "type": "Software", "name": "Tahqiq"}
_RIGHT_TO_LEFT = ("ar", "fa", "he", "ur")


def write(claims: Iterable[Iterable[Cited[Claim]]], to: TextIO) -> None:
    """Write one AnnotationCollection whose first page holds every annotation of every kind, in the order given."""
    head: dict[str, Json] = {"@context": _CONTEXT, "id": "urn:tahqiq:annotations", "type": "AnnotationPage"}
    head |= {"partOf": {"id": "urn:tahqiq:collection", "type": "AnnotationCollection", "label": "Tahqiq"}}
    items: Iterator[Json] = (annotation(cited) for cited in chain.from_iterable(claims))
    json_document.write(head | {"startIndex": 0}, "items", items, lambda: None, to)


def annotation(cited: Cited[Claim]) -> dict[str, Json]:
    """The annotation of one claim. Its creator is the rule that read it: no person has said so."""
    claim = cited.claim
    return {
        "id": urn("claim", cited.id),
        "type": "Annotation",
        "motivation": "identifying" if isinstance(claim, DateMention) else "describing",
        "creator": {"type": "Software", "name": f"Tahqiq, rule “{claim.rule}”"},
        "generator": _SOFTWARE,
        "body": _body(cited),
        "target": _target(cited.report, claim.content if isinstance(claim, Statement) else claim.span),
    }


def _body(cited: Cited[Claim]) -> list[Json]:
    words, tag, row = _told(cited)
    purpose = "identifying" if isinstance(cited.claim, DateMention) else "describing"
    told: list[Json] = [
        {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "language": "en", "value": words},
        {"type": "TextualBody", "purpose": purpose, "format": "application/json", "value": written(row)},
    ]
    return [*told, {"type": "TextualBody", "purpose": "tagging", "value": tag}] if tag else told


def _told(cited: Cited[Claim]) -> tuple[str, str, dict[str, Json]]:
    """What a claim says in words, its tag, and its row."""
    id, report, claim, judged = cited.id, cited.report, cited.claim, cited.judged
    if isinstance(claim, Figure):
        said = f"{amount(claim.quantity)} {claim.counted}".strip()
        return (
            f"{said} ({claim.stance}), {_source(claim)}",
            claim.predicate,
            asdict(figure_row(id, report, claim, judged)),
        )
    if isinstance(claim, Statement):
        return f"{claim.act}: {_source(claim)}", claim.act, asdict(statement_row(id, report, claim, judged))
    when = claim.when.value or claim.when.relative or ""
    return when, "", asdict(date_row(id, report, claim, judged))


def _source(claim: Figure | Statement) -> str:
    source = claim.attribution.source
    return "in the report's own voice" if source.kind is SourceKind.NARRATOR else f"according to {source.name}"


def _target(report: Report, span: Span) -> dict[str, Json]:
    raw = span.text.raw
    address = web_address(report.metadata.url)
    language = report.text.language
    source = without_unknown(
        {
            "id": urn("report", report.id),
            "type": "Text",
            "format": "text/plain",
            "language": None if language == "und" else language,
            "textDirection": "rtl" if language in _RIGHT_TO_LEFT else "auto",
            "label": headline(report),
            "via": address[0] if address else None,
        }
    )
    position: Json = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    quote: Json = {
        "type": "TextQuoteSelector",
        "exact": span.quote,
        "prefix": raw[max(0, span.start - _AROUND) : span.start],
        "suffix": raw[span.end : span.end + _AROUND],
    }
    return {"source": source, "selector": [position, quote]}
