"""A report read once more, with what the passes found on the way."""

from __future__ import annotations

from dataclasses import dataclass

from tahqiq.extract.actors import Actors
from tahqiq.extract.ar.amounts import Amount, Reading
from tahqiq.extract.ar.dates import dates
from tahqiq.extract.ar.figures import figures
from tahqiq.extract.ar.numerals import numerals
from tahqiq.extract.ar.quantities import quantities, readings
from tahqiq.extract.ar.ranges import Chart
from tahqiq.extract.ar.statements import statements
from tahqiq.extract.engine import Found
from tahqiq.extract.sentences import Sentences, sentences
from tahqiq.extract.speech import Speech
from tahqiq.extract.tokens import Stream, tokenize
from tahqiq.model.claim import Figure, Statement
from tahqiq.model.report import Report
from tahqiq.model.text import Span
from tahqiq.model.when import When

OPENED, CLOSED = "⟦", "⟧"


@dataclass(frozen=True, slots=True)
class Reread:
    """What was read of a report, pass by pass."""

    report: Report
    actors: Actors
    stream: Stream
    sentences: Sentences
    numbers: Chart
    days: tuple[Found[When], ...]
    said: tuple[Statement, ...]
    amounts: tuple[Found[Amount], ...]
    figures: tuple[Figure, ...]

    def token(self, start: int) -> int:
        """The first token that ends after code point `start`."""
        return next((i for i, token in enumerate(self.stream.tokens) if token.end > start), len(self.stream) - 1)

    def sentence(self, span: Span) -> str:
        """The sentence (or sentences) around a span, its words between ⟦ and ⟧."""
        first, end = self.token(span.start), self.token(span.end - 1)
        around = self.stream.span(self.sentences.at(first)[0], self.sentences.at(end)[1])
        raw, start, stop = span.text.raw, min(around.start, span.start), max(around.end, span.end)
        marked = raw[start : span.start] + OPENED + span.quote + CLOSED + raw[span.end : stop]
        return " ".join(marked.split())

    def holder(self, span: Span) -> Statement | None:
        """The innermost statement whose words hold a span."""
        return Speech(self.said).holder(span)

    def amount(self, figure: Figure) -> Found[Amount]:
        """The amount that a figure of this reading was made of."""
        return self.amounts[self.figures.index(figure)]

    def number(self, figure: Figure) -> Found[Reading]:
        """The number that a figure of this reading was made of, as it was read before anything was counted."""
        at = self.amount(figure)
        return next(hit for hit in readings(self.stream, self.numbers, self.days) if hit.first == at.first)


def reread(report: Report, actors: Actors) -> Reread:
    """Read a report as the extractor does with these actors, and keep what each pass found."""
    stream = tokenize(report.text)
    numbers = numerals(stream)
    days = dates(stream, numbers, report.metadata.published)
    said = statements(stream, actors)
    amounts = quantities(stream, numbers, days)
    found = figures(stream, amounts, said, days)
    return Reread(report, actors, stream, sentences(stream), numbers, days, said, amounts, found)
