"""What a form says, as a draft of a judgement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tahqiq.errors import InvalidJudgement
from tahqiq.model.claim import DateMention, Figure, Mode, Stance
from tahqiq.model.correction import (
    Bounds,
    DateChange,
    FigureChange,
    StatementChange,
    corrected_date,
    corrected_figure,
    corrected_statement,
    quantity_of,
    words_near,
)
from tahqiq.model.judgement import (
    Basis,
    Claim,
    Credibility,
    Draft,
    Grade,
    JudgementKind,
    Reliability,
    Target,
    TargetKind,
)
from tahqiq.model.quantity import Number, Quantity
from tahqiq.model.source import Source, SourceKind
from tahqiq.web.asking import Asked, BadRequest
from tahqiq.web.review.claims import Judged
from tahqiq.web.review.told import words_of


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that was sent: the kind of judgement that its address names, who sent it, and its fields."""

    kind: JudgementKind
    by: str
    fields: Asked

    @property
    def target(self) -> Target:
        """What it is about; BadRequest where the form does not say."""
        try:
            kind = TargetKind(self.fields.required("target_kind"))
        except ValueError as error:
            raise BadRequest("not_known", "target_kind") from error
        return Target(kind, self.fields.required("target"))

    @property
    def seen(self) -> int:
        """The number of the newest judgement that the person saw."""
        return self.fields.number("seen", 0, least=0)


def plain_draft(sent: Sent, members: tuple[str, ...] = ()) -> Draft:
    """The draft of any form but that of a correction; InvalidJudgement for a grade that there is not."""
    return Draft(
        sent.by,
        sent.kind,
        sent.target,
        sent.fields.text("why") or "",
        after=_grade(sent) if sent.kind is JudgementKind.GRADE else None,
        members=members,
        undoes=sent.fields.text("undoes") if sent.kind is JudgementKind.UNDO else None,
    )


def correction_draft(sent: Sent, claim: Judged) -> Draft:
    """The draft of a correction of that claim; InvalidJudgement names the field that cannot be so."""
    is_given = sent.fields.text("basis") == Basis.PERSON
    after = _corrected(sent.fields, claim.meant)
    basis = Basis.PERSON if is_given else None
    return Draft(sent.by, JudgementKind.CORRECT, sent.target, sent.fields.text("why") or "", after, basis=basis)


def _grade(sent: Sent) -> Grade:
    scale = Reliability if sent.target.kind is TargetKind.SOURCE else Credibility
    try:
        return scale(sent.fields.text("grade") or "")
    except ValueError as error:
        raise InvalidJudgement("after", "no such grade") from error


def _corrected(fields: Asked, claim: Claim) -> Claim:
    span = _bounds(fields, claim)
    if isinstance(claim, DateMention):
        return corrected_date(claim, DateChange(span, fields.text("value") or ""))
    source = _source(fields, claim.attribution.source)
    if isinstance(claim, Figure):
        return corrected_figure(claim, _figure_change(fields, claim, span, source))
    mode = next((mode for mode in Mode if mode == fields.text("mode")), None)
    return corrected_statement(claim, StatementChange(span, None, source, None, mode, fields.text("act") or ""))


def _figure_change(fields: Asked, figure: Figure, span: Bounds | None, source: Source) -> FigureChange:
    was = _written(figure)
    given = {name: (fields.text(name) or "").strip() for name in was}
    return FigureChange(
        span=span,
        quantity=_quantity(fields),
        counted=None if given["counted"] == was["counted"] else given["counted"],
        predicate=given["predicate"],
        place=None if given["place"] == was["place"] else given["place"],
        when=None if given["when"] == was["when"] else given["when"],
        source=source,
        stance=next((stance for stance in Stance if stance == fields.text("stance")), None),
    )


def written(claim: Claim) -> Mapping[str, str]:
    """A claim as the fields of the form of its correction."""
    span = words_of(claim)
    fields = {"quote": span.quote, "start": str(span.start), "end": str(span.end)}
    if isinstance(claim, DateMention):
        return {**fields, "value": claim.when.value or ""}
    by = claim.attribution.source
    fields |= {"source": "" if by.kind in _NAMELESS else by.name, "source_kind": by.kind.value}
    if isinstance(claim, Figure):
        return {**fields, **_written(claim)}
    return {**fields, "act": claim.act, "mode": claim.mode.value}


_NAMELESS = (SourceKind.NARRATOR, SourceKind.UNKNOWN)


def _written(figure: Figure) -> dict[str, str]:
    held = figure.quantity
    low, high = ("" if bound is None else str(bound) for bound in (held.low, held.high))
    return {
        "low": low,
        "high": high,
        "approx": held.approximator.value,
        "unit": held.unit,
        "counted": figure.counted,
        "predicate": figure.predicate,
        "place": figure.place.name if figure.place else "",
        "when": (figure.when.value or "") if figure.when else "",
        "stance": figure.stance.value,
    }


def _quantity(fields: Asked) -> Quantity:
    low, high = _number(fields, "low"), _number(fields, "high")
    return quantity_of(low, high, fields.text("approx") or "", fields.text("unit") or "")


def _number(fields: Asked, name: str) -> Number | None:
    """A number in the digits of any script, with marks between thousands; InvalidJudgement for anything else."""
    given = (fields.text(name) or "").translate(_MARKS).strip()
    if not given:
        return None
    try:
        return int(given) if given.lstrip("-").isdigit() else float(given)
    except ValueError as error:
        raise InvalidJudgement("value", f"{given!r} is no number") from error


_MARKS = str.maketrans({",": "", "٬": "", " ": "", "\u00a0": "", "٫": "."})


def _source(fields: Asked, was: Source) -> Source:
    name = " ".join((fields.text("source") or "").split())
    try:
        kind = SourceKind(fields.text("source_kind") or was.kind.value)
    except ValueError as error:
        raise InvalidJudgement("source", "no such kind of source") from error
    return was if kind in _NAMELESS and kind is was.kind else Source(name, kind)


def _bounds(fields: Asked, claim: Claim) -> Bounds | None:
    """Where the words of the form stand: at its offsets where those are these words, else where they stand nearest."""
    span, quote = words_of(claim), _lines(fields.text("quote") or "")
    if quote == _lines(span.quote):
        return None
    start, end = fields.number("start", 0, least=0), fields.number("end", 0, least=0)
    if _lines(span.text.raw[start:end]) == quote:
        return start, end
    found = words_near(span.text, quote, span)
    if found is None:
        raise InvalidJudgement("span", "the words do not stand in the report")
    return found.start, found.end


def _lines(words: str) -> str:
    """Words with the ends of lines that browsers send made one kind."""
    return words.replace("\r\n", "\n")
