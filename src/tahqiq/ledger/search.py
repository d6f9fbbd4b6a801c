"""Finding reports by their words, over an index that is derived from the ledger and can be deleted at any time."""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass
from pathlib import Path

import tantivy

from tahqiq.errors import LedgerError
from tahqiq.ledger.queries import Query, parse_query
from tahqiq.ledger.recall import current_pages
from tahqiq.ledger.snippets import Snippet, snippet_of
from tahqiq.ledger.store import Ledger
from tahqiq.ledger.tables import newest_key, readings
from tahqiq.ledger.terms import Term, occurrences
from tahqiq.model.report import Report

# Raised whenever terms are computed otherwise than before, so that an index of the old kind is made anew.
FORMAT = 1
_HEAP_BYTES = 64_000_000
_ATTEMPTS = 600
_PAUSE_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that was found: the better it fits, the higher its BM25 `score`; `snippet` shows why."""

    report: Report
    score: float
    snippet: Snippet | None


def search(ledger: Ledger, query: str, limit: int = 20) -> tuple[Hit, ...]:
    """The reports that hold every word of a query, and each phrase in quotation marks, best first, `limit` at most.

    A word is found in any form that shares its lemma, with or without proclitics, however it is spelled. The index is
    built at the first search, which reads the whole ledger; later ones add what is new.
    """
    asked = parse_query(query)
    if not asked.terms or limit < 1:
        return ()
    index = _up_to_date(ledger)
    searcher = index.searcher()
    found = searcher.search(_tantivy_query(index.schema, asked), limit, count=False).hits
    scores = {str(searcher.doc(address)["report"][0]): float(score) for score, address in found}
    reports = {read.report.id: read.report for read in ledger.read_reports(scores)}
    return tuple(
        Hit(reports[id], score, snippet_of(reports[id].text, asked)) for id, score in scores.items() if id in reports
    )


def drop_index(ledger: Ledger) -> None:
    """Delete the index; the next search builds it again."""
    shutil.rmtree(ledger.home / "index", ignore_errors=True)


def _up_to_date(ledger: Ledger) -> tantivy.Index:
    """The index, with every current reading of the ledger in it."""
    with ledger.engine.connect() as connection:
        newest = newest_key(connection, readings)
    directory = ledger.home / "index" / str(FORMAT)
    if _through(directory) > newest:
        drop_index(ledger)
    index = _open(directory)
    if _through(directory) < newest:
        _add(ledger, index, directory)
        index.reload()
    return index


def _open(directory: Path) -> tantivy.Index:
    """The index of a directory; one that cannot be opened is made anew, since all of it can be."""
    directory.mkdir(parents=True, exist_ok=True)
    try:
        return tantivy.Index(_schema(), path=str(directory))
    except (ValueError, OSError):
        shutil.rmtree(directory)
        directory.mkdir()
        return tantivy.Index(_schema(), path=str(directory))


def _through(directory: Path) -> int:
    """The newest reading that the index knows, 0 where it knows none."""
    try:
        return int((directory / "through").read_text(encoding="ascii"))
    except (FileNotFoundError, ValueError):
        return 0


def _add(ledger: Ledger, index: tantivy.Index, directory: Path) -> None:
    """Index the readings that are newer than the index; each replaces what was known of its report."""
    writer = _writer(index)
    through = _through(directory)
    for page in current_pages(ledger.engine, through):
        for reading in page:
            writer.delete_documents_by_term("report", reading.report.id)
            writer.add_document(_document(reading.report))
        through = page[-1].key
    writer.commit()
    writer.wait_merging_threads()
    (directory / "through").write_text(str(through), encoding="ascii")


def _writer(index: tantivy.Index) -> tantivy.IndexWriter:
    """The index's only writer, waited for while another process holds it."""
    for _ in range(_ATTEMPTS):
        try:
            return index.writer(_HEAP_BYTES, 1)
        except ValueError:
            time.sleep(_PAUSE_SECONDS)
    raise LedgerError("the search index is being written by another process")


def _schema() -> tantivy.Schema:
    """`stems` in the order of the text, for phrases; `forms` are lemmas and other readings, in no order."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("report", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("stems", tokenizer_name="whitespace", index_option="position")
    builder.add_text_field("forms", tokenizer_name="whitespace", index_option="freq")
    return builder.build()


def _document(report: Report) -> tantivy.Document:
    stems: list[str] = []
    forms: list[str] = []
    for occurrence in occurrences(report.text.raw):
        term = occurrence.term
        stems.append(term.stem)
        forms.extend((term.lemma, *term.others))
    document = tantivy.Document()
    document.add_text("report", report.id)
    document.add_text("stems", " ".join(stems))
    document.add_text("forms", " ".join(forms))
    return document


def _tantivy_query(schema: tantivy.Schema, asked: Query) -> tantivy.Query:
    """Every word and phrase must be there; a word counts more where it stands in the form that was asked for."""
    parts = [_word_query(schema, word) for word in asked.words]
    for phrase in asked.phrases:
        parts.append(tantivy.Query.phrase_query(schema, "stems", [term.stem for term in phrase]))
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, part) for part in parts])


def _word_query(schema: tantivy.Schema, word: Term) -> tantivy.Query:
    stem = tantivy.Query.term_query(schema, "stems", word.stem)
    lemma = tantivy.Query.term_query(schema, "forms", word.lemma, index_option="freq")
    either = [(tantivy.Occur.Should, stem), (tantivy.Occur.Should, lemma)]
    for other in word.others:
        form = tantivy.Query.term_query(schema, "stems", other)
        either.append((tantivy.Occur.Should, form))
    return tantivy.Query.boolean_query(either)
