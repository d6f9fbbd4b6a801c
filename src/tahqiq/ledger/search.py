"""Finding reports, figures and statements by their words, names, days and values."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import tantivy
from sqlalchemy import select

from tahqiq.errors import InvalidValue
from tahqiq.ledger import index as indexing
from tahqiq.ledger.derived_tables import reports as report_rows
from tahqiq.ledger.index import CLOSES, FACETS, OPEN_END, OPENS, sentence
from tahqiq.ledger.outlines import rows_of
from tahqiq.ledger.queries import Clause, Days, Key, Name, Query, QueryError, Values, Words, parse_query
from tahqiq.ledger.recall import claim_from, readings_at
from tahqiq.ledger.snippets import Snippet, snippet_of
from tahqiq.ledger.store import Ledger
from tahqiq.ledger.tables import claims, newest_key, readings
from tahqiq.ledger.terms import Term
from tahqiq.model.claim import Figure, Statement
from tahqiq.model.report import Report

DEEPEST = 10_000
"""Hits behind this number cannot be turned to."""

_VALUES = 12
_STORIES_AMONG = 300
_AT_ONCE = 500


class Kind(StrEnum):
    """What can be found."""

    REPORT = "report"
    FIGURE = "figure"
    STATEMENT = "statement"


class Sort(StrEnum):
    """Best fit first, or newest first."""

    FIT = "fit"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which hits are wanted: of which kind, in which order, how many behind how many others.

    `facets` asks for what the hits can be narrowed by. InvalidValue for hits behind number `DEEPEST`.
    """

    kind: Kind = Kind.REPORT
    sort: Sort = Sort.FIT
    limit: int = 20
    after: int = 0
    facets: bool = False

    def __post_init__(self) -> None:
        if self.after + self.limit > DEEPEST:
            raise InvalidValue(f"a search does not go deeper than {DEEPEST} hits")


@dataclass(frozen=True, slots=True)
class Hit:
    """A report, or a claim of it, that was found: the better it fits, the higher its BM25 `score`; `snippet` shows why.

    `claim` is None where the report itself was found; `number` is its place among the report's figures or statements,
    from 1, and `id` its id.
    """

    report: Report
    score: float
    snippet: Snippet | None
    claim: Figure | Statement | None = None
    number: int = 0
    id: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """What hits can be narrowed by: values of a field with the number of hits that have each, the most common first.

    The stories are those of the 300 hits that fit best.
    """

    field: str
    values: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The hits that were wanted, how many there are in all, and what they can be narrowed by."""

    hits: tuple[Hit, ...]
    total: int
    facets: tuple[Facet, ...] = ()


NOTHING = Found((), 0)


class Search:
    """The search of one ledger; threads may share it.

    The index follows the ledger by itself, unless it is more than `most_behind` readings behind: then what it knows is
    searched until another process has brought it up to date. None: it always follows first.
    """

    def __init__(self, ledger: Ledger, most_behind: int | None = None) -> None:
        self._ledger = ledger
        self._most_behind = most_behind
        self._lock = threading.Lock()
        self._held: tuple[int, tantivy.Index] | None = None

    def find(self, written: str, wanted: Wanted) -> Found:
        """What fits a query in the language of docs/search.md; nothing for one without words or fields.

        Raises QueryError where the query cannot be read.
        """
        query = parse_query(written)
        if query.asks_for_numbers and wanted.kind is not Kind.FIGURE:
            raise QueryError("value", "value", 1)
        if wanted.limit < 1 or not (query.wanted or query.unwanted):
            return NOTHING
        index = self._index()
        found = _Finding(self._ledger, index.searcher(), _in_tantivy(self._ledger, index.schema, query, wanted.kind))
        return found.told(query, wanted)

    def behind(self) -> int:
        """How many readings came since the index was written."""
        with self._ledger.engine.connect() as connection:
            return newest_key(connection, readings) - indexing.through(self._ledger)

    def _index(self) -> tantivy.Index:
        with self._lock:
            behind = self.behind()
            if behind and (self._most_behind is None or behind <= self._most_behind):
                self._held = None
            through = indexing.through(self._ledger)
            if self._held is None or self._held[0] != through:
                follows = self._most_behind is None or behind <= self._most_behind
                opened = indexing.update(self._ledger) if follows else indexing.opened(self._ledger)
                self._held = indexing.through(self._ledger), opened
            return self._held[1]


def search(ledger: Ledger, query: str, wanted: Wanted | None = None) -> Found:
    """`Search.find` once, over an index that knows the whole ledger."""
    return Search(ledger).find(query, wanted or Wanted())


@dataclass(frozen=True, slots=True)
class _Finding:
    ledger: Ledger
    searcher: tantivy.Searcher
    query: tantivy.Query

    def told(self, query: Query, wanted: Wanted) -> Found:
        by_day = "day" if wanted.sort is Sort.DATE else None
        found = self.searcher.search(self.query, wanted.limit, True, by_day, wanted.after)
        scores = [(0.0 if by_day else float(score), self.searcher.doc(address)) for score, address in found.hits]
        total = int(found.count)  # type: ignore[attr-defined]  # its stub leaves it out
        hits = tuple(self._hits(scores, query))
        return Found(hits, total, self._facets() if wanted.facets else ())

    def _hits(self, scores: Sequence[tuple[float, tantivy.Document]], query: Query) -> Iterator[Hit]:
        places = [(int(document["reading"][0]), int(document["position"][0])) for _, document in scores]
        with self.ledger.engine.connect() as connection:
            held = readings_at(connection, {reading for reading, _ in places})
            of_claims = sorted({reading for reading, position in places if position >= 0})
            rows = connection.execute(select(claims).where(claims.c.reading.in_(of_claims), claims.c.kind != "date"))
            kept = {(row.reading, row.position): row for row in rows} if of_claims else {}
        for (score, document), place in zip(scores, places, strict=True):
            report = held.get(place[0])
            if report is None:
                continue
            if place[1] < 0:
                yield Hit(report, score, snippet_of(report.text, query))
            elif place in kept:
                row = kept[place]
                claim = claim_from(row.kind, row.body, report)
                if isinstance(claim, Figure | Statement):
                    within = sentence(claim.span) if isinstance(claim, Figure) else claim.content
                    snippet = snippet_of(report.text, query, within)
                    yield Hit(report, score, snippet, claim, int(document["number"][0]), row.id)

    def _facets(self) -> tuple[Facet, ...]:
        asked = {name: {"terms": {"field": name, "size": _VALUES}} for name in FACETS}
        counted = self.searcher.aggregate(self.query, asked)
        listed = [
            Facet(name, tuple((bucket["key"], int(bucket["doc_count"])) for bucket in counted[name]["buckets"]))
            for name in FACETS
        ]
        return tuple(facet for facet in (*listed, self._stories()) if facet.values)

    def _stories(self) -> Facet:
        found = self.searcher.search(self.query, _STORIES_AMONG, count=False)
        ids = Counter(str(self.searcher.doc(address)["report"][0]) for _, address in found.hits)
        stories: Counter[str] = Counter()
        for start in range(0, len(ids), _AT_ONCE):
            query = select(report_rows.c.id, report_rows.c.story).where(
                report_rows.c.id.in_(list(ids)[start : start + _AT_ONCE])
            )
            for row in rows_of(self.ledger, query):
                if row.story is not None:
                    stories[row.story] += ids[row.id]
        return Facet("story", tuple((story, count) for story, count in stories.most_common(_VALUES) if count > 1))


def _in_tantivy(ledger: Ledger, schema: tantivy.Schema, query: Query, kind: Kind) -> tantivy.Query:
    """Everything wanted must be there, nothing unwanted; a word counts more where it stands as it was asked for."""
    parts = [(tantivy.Occur.Must, tantivy.Query.term_query(schema, "kind", kind.value, index_option="basic"))]
    parts += [(tantivy.Occur.Must, _clause(ledger, schema, clause)) for clause in query.wanted]
    parts += [(tantivy.Occur.MustNot, _clause(ledger, schema, clause)) for clause in query.unwanted]
    return tantivy.Query.boolean_query(parts)


def _clause(ledger: Ledger, schema: tantivy.Schema, clause: Clause) -> tantivy.Query:
    if isinstance(clause, Words):
        return _words(schema, clause.terms)
    if isinstance(clause, Name):
        marked = [term.stem for term in clause.terms]
        whole = [OPENS, *marked, CLOSES] if clause.is_whole else marked
        return _phrase(schema, f"{clause.field}_words", whole)
    if isinstance(clause, Key):
        if clause.field == "story":
            rows = rows_of(ledger, select(report_rows.c.id).where(report_rows.c.story == clause.value))
            return tantivy.Query.term_set_query(schema, "report", [row.id for row in rows])
        return tantivy.Query.term_query(schema, clause.field, clause.value, index_option="basic")
    if isinstance(clause, Days):
        return tantivy.Query.range_query(schema, "day", tantivy.FieldType.Integer, clause.first, clause.last)
    return _values(schema, clause)


def _values(schema: tantivy.Schema, values: Values) -> tantivy.Query:
    """Figures whose interval is not wholly below and not wholly above."""
    low = -OPEN_END if values.low is None else values.low
    high = OPEN_END if values.high is None else values.high
    kind = tantivy.FieldType.Float
    parts = (
        tantivy.Query.range_query(schema, "high", kind, lower_bound=low),
        tantivy.Query.range_query(schema, "low", kind, upper_bound=high),
    )
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, part) for part in parts])


def _words(schema: tantivy.Schema, terms: Sequence[Term]) -> tantivy.Query:
    if len(terms) > 1:
        return _phrase(schema, "stems", [term.stem for term in terms])
    (word,) = terms
    stem = tantivy.Query.term_query(schema, "stems", word.stem)
    lemma = tantivy.Query.term_query(schema, "forms", word.lemma, index_option="freq")
    either = [(tantivy.Occur.Should, stem), (tantivy.Occur.Should, lemma)]
    either += [(tantivy.Occur.Should, tantivy.Query.term_query(schema, "stems", other)) for other in word.others]
    return tantivy.Query.boolean_query(either)


def _phrase(schema: tantivy.Schema, field: str, words: Sequence[str]) -> tantivy.Query:
    if len(words) == 1:
        return tantivy.Query.term_query(schema, field, words[0])
    return tantivy.Query.phrase_query(schema, field, list(words))
