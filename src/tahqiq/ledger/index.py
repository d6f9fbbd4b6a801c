"""The search index: its documents, and keeping it level with the ledger. It is derived and can be deleted at any time.

Every report is a document, and so is every figure and statement. Names stand between two marks, so that a whole name is
a phrase of the words and both marks.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import tantivy

from tahqiq.errors import LedgerError
from tahqiq.ledger.recall import current_pages, read_reports
from tahqiq.ledger.store import Ledger
from tahqiq.ledger.tables import newest_key, readings
from tahqiq.ledger.terms import occurrences
from tahqiq.model.claim import Figure, Statement
from tahqiq.model.quantity import Approximator, Quantity
from tahqiq.model.report import ReadReport, Report
from tahqiq.model.source import SourceKind
from tahqiq.model.text import Span

# Raised whenever documents are made otherwise than before, so that an index of the old kind is made anew.
FORMAT = 3
OPENS, CLOSES = "<", ">"
OPEN_END = 1e18
_HEAP_BYTES = 64_000_000
_ATTEMPTS = 600
_PAUSE_SECONDS = 0.2
_SENTENCE = 200
_ENDS = ".!?؟\n"

NAMED = ("outlet", "source", "place", "counted")
KEYED = ("predicate", "act", "by", "month")
FACETS = ("outlet", "month", "predicate", "place", "by", "act")
"""What hits can be counted by; `month` is YYYY-MM, `by` the kind of a source."""


@dataclass(slots=True)
class Entry:
    """A document before it is written: what kind of thing it is, where it lies, its words, names and keys."""

    kind: str
    report: str
    reading: int
    position: int
    number: int
    words: str
    day: int
    names: dict[str, list[str]] = field(default_factory=dict)
    keys: dict[str, list[str]] = field(default_factory=dict)
    low: float | None = None
    high: float | None = None


def update(ledger: Ledger) -> tantivy.Index:
    """The index, with every current reading of the ledger in it."""
    with ledger.engine.connect() as connection:
        newest = newest_key(connection, readings)
    directory = directory_of(ledger)
    if through(ledger) > newest:
        drop_index(ledger)
    index = _open(directory)
    if through(ledger) < newest:
        _add(ledger, index, directory)
        index.reload()
    return index


def opened(ledger: Ledger) -> tantivy.Index:
    """The index as it is, however much it knows."""
    return _open(directory_of(ledger))


def drop_index(ledger: Ledger) -> None:
    """Delete the index; the next search builds it again."""
    shutil.rmtree(ledger.home / "index", ignore_errors=True)


def through(ledger: Ledger) -> int:
    """The newest reading that the index knows; 0 where there is no index."""
    try:
        return int((directory_of(ledger) / "through").read_text("ascii"))
    except (OSError, ValueError):
        return 0


def entries(read: ReadReport, reading: int) -> Iterator[Entry]:
    """The documents of a report: itself, with all names in it, then each of its figures and statements."""
    report, claims = read.report, read.claims
    base = {"outlet": [report.metadata.outlet] if report.metadata.outlet else []}
    own = [
        *(_figure(figure, report, reading, n) for n, figure in enumerate(claims.figures)),
        *(_statement(said, report, reading, n, len(claims.figures)) for n, said in enumerate(claims.statements)),
    ]
    whole = Entry("report", report.id, reading, -1, 0, report.text.raw, _day(report))
    for name in NAMED:
        whole.names[name] = list(dict.fromkeys(value for entry in own for value in entry.names.get(name, ())))
    for key in KEYED:
        whole.keys[key] = list(dict.fromkeys(value for entry in own for value in entry.keys.get(key, ())))
    for entry in (whole, *own):
        entry.names.update(base)
        entry.keys["month"] = [report.metadata.published.isoformat()[:7]] if report.metadata.published else []
        yield entry


def schema() -> tantivy.Schema:
    """`stems` in the order of the text, for phrases; `forms` are lemmas and other readings, in no order.

    Of each field of names, `NAME` is what is counted and `NAME_words` what is searched.
    """
    builder = tantivy.SchemaBuilder()
    for name in ("kind", "report"):
        builder.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic", fast=True)
    for name in ("reading", "position", "number"):
        builder.add_integer_field(name, stored=True)
    builder.add_text_field("stems", tokenizer_name="whitespace", index_option="position")
    builder.add_text_field("forms", tokenizer_name="whitespace", index_option="freq")
    for name in NAMED:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
        builder.add_text_field(f"{name}_words", tokenizer_name="whitespace", index_option="position")
    for name in KEYED:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_integer_field("day", indexed=True, fast=True)
    builder.add_float_field("low", indexed=True, fast=True)
    builder.add_float_field("high", indexed=True, fast=True)
    return builder.build()


def _figure(figure: Figure, report: Report, reading: int, place: int) -> Entry:
    entry = Entry("figure", report.id, reading, place, place + 1, sentence(figure.span).quote, _day(report))
    entry.names["place"] = [figure.place.name] if figure.place is not None else []
    entry.names["counted"] = [figure.counted] if figure.counted else []
    entry.keys["predicate"] = [figure.predicate] if figure.predicate else []
    entry.low, entry.high = _ends_of(figure.quantity)
    return _spoken(entry, figure)


def _ends_of(quantity: Quantity) -> tuple[float | None, float | None]:
    """Where an interval begins and ends; a vague word ("dozens") is found at the number where it begins."""
    is_vague = quantity.approximator is Approximator.VAGUE and quantity.high is None
    return quantity.low, quantity.low if is_vague else quantity.high


def _statement(said: Statement, report: Report, reading: int, place: int, figures: int) -> Entry:
    entry = Entry("statement", report.id, reading, figures + place, place + 1, said.content.quote, _day(report))
    entry.keys["act"] = [said.act]
    return _spoken(entry, said)


def _spoken(entry: Entry, claim: Figure | Statement) -> Entry:
    source = claim.attribution.source
    entry.names["source"] = [source.name] if source.kind is not SourceKind.NARRATOR else []
    entry.keys["by"] = [source.kind.value]
    return entry


def sentence(span: Span) -> Span:
    """The sentence that a stretch of a text stands in, at most 200 code points to either side."""
    raw = span.text.raw
    low, high = max(0, span.start - _SENTENCE), min(len(raw), span.end + _SENTENCE)
    start = max((raw.rfind(end, low, span.start) + 1 for end in _ENDS), default=low)
    ends = [at for end in _ENDS if (at := raw.find(end, span.end, high)) >= 0]
    return Span(span.text, max(start, low), min(ends, default=high))


def _day(report: Report) -> int:
    published = report.metadata.published
    return 0 if published is None else published.year * 10_000 + published.month * 100 + published.day


def document_of(entry: Entry) -> tantivy.Document:
    """The document of an entry, in terms of `schema`."""
    document = tantivy.Document()
    document.add_text("kind", entry.kind)
    document.add_text("report", entry.report)
    for name, number in (("reading", entry.reading), ("position", entry.position), ("number", entry.number)):
        document.add_integer(name, number)
    stems, forms = [], list[str]()
    for occurrence in occurrences(entry.words):
        term = occurrence.term
        stems.append(term.stem)
        forms.extend((term.lemma, *term.others))
    document.add_text("stems", " ".join(stems))
    document.add_text("forms", " ".join(forms))
    for name, values in entry.names.items():
        for value in values:
            document.add_text(name, value)
        marked = (f"{OPENS} {' '.join(o.term.stem for o in occurrences(value))} {CLOSES}" for value in values)
        document.add_text(f"{name}_words", " ".join(marked))
    for name, values in entry.keys.items():
        for value in values:
            document.add_text(name, value)
    document.add_integer("day", entry.day)
    if entry.kind == "figure":
        document.add_float("low", -OPEN_END if entry.low is None else float(entry.low))
        document.add_float("high", OPEN_END if entry.high is None else float(entry.high))
    return document


def directory_of(ledger: Ledger) -> Path:
    """Where a ledger's index lies; beside it, the file `through` tells the newest reading that it knows."""
    return ledger.home / "index" / str(FORMAT)


def _open(directory: Path) -> tantivy.Index:
    """The index of a directory; one that cannot be opened is made anew, since all of it can be."""
    directory.mkdir(parents=True, exist_ok=True)
    try:
        return tantivy.Index(schema(), path=str(directory))
    except (ValueError, OSError):
        shutil.rmtree(directory, ignore_errors=True)
        directory.mkdir(parents=True, exist_ok=True)
        return tantivy.Index(schema(), path=str(directory))


def _add(ledger: Ledger, index: tantivy.Index, directory: Path) -> None:
    """Add what was read since; a process that waited for another's writer finds less to add."""
    writer = _writer(index)
    done = through(ledger)
    for page in current_pages(ledger.engine, done):
        with ledger.engine.connect() as connection:
            reads = read_reports(connection, page)
        for reading, read in zip(page, reads, strict=True):
            writer.delete_documents_by_term("report", read.report.id)
            for entry in entries(read, reading.key):
                writer.add_document(document_of(entry))
        done = page[-1].key
    writer.commit()
    writer.wait_merging_threads()
    (directory / "through").write_text(str(done), encoding="ascii")


def _writer(index: tantivy.Index) -> tantivy.IndexWriter:
    """The index's only writer, waited for while another process holds it."""
    for _ in range(_ATTEMPTS):
        try:
            return index.writer(_HEAP_BYTES, 1)
        except ValueError:
            time.sleep(_PAUSE_SECONDS)
    raise LedgerError("the search index is being written by another process")
