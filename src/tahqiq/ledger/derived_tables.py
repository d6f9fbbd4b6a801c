"""The derived tables, which no migration touches: they are dropped and made anew.

derived_state     in which format, through which reading and which judgement
derived_stories   the stories, each with what is told of it in a list
derived_followed  the stories before people merged or split some; nothing where nobody did
derived_copies    for each near-copy of a report the first report of its kind
derived_measures  the interchange record of each measure, its outline, and where its figures lie among the claims
derived_reports   the outline of each report
derived_rows      the measure and position in which a figure of a report counts
derived_said      each claim on somebody's word, newest first by its source
derived_sources   each source with how much it says
derived_origins   the positions that an origin holds in a story
derived_placed    the places of the figures of each measure
derived_framings  how the outlets of each story tell it
derived_queue     each claim of a story that somebody should look at, and why
"""

from __future__ import annotations

from sqlalchemy import Column, Float, Index, Integer, MetaData, Table, Text

from tahqiq.ledger.tables import KEY

derived = MetaData()

reconciled = Table(
    "derived_state",
    derived,
    Column("format", Integer, nullable=False),
    Column("through", KEY, nullable=False),
    Column("judged", KEY, nullable=False),
)

stories = Table(
    "derived_stories",
    derived,
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False, index=True),
    Column("reports", Integer, nullable=False),
    Column("measures", Integer, nullable=False),
    Column("contradictions", Integer, nullable=False),
    Column("first", Text, nullable=False),
    Column("last", Text, nullable=False),
    Column("body", Text, nullable=False),
)

followed = Table(
    "derived_followed",
    derived,
    Column("position", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("body", Text, nullable=False),
)

copies = Table(
    "derived_copies", derived, Column("report", Text, primary_key=True), Column("first", Text, nullable=False)
)

measures = Table(
    "derived_measures",
    derived,
    Column("story_position", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("id", Text, nullable=False, index=True),
    Column("story", Text, nullable=False, index=True),
    Column("disputed", Text, nullable=False, index=True),
    Column("outline", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("figures", Text, nullable=False),
    Index("derived_measures_in_order", "story_position", "position"),
)
"""`position` is among the measures of its story. `disputed` is the newest day (ISO 8601) of a contradicted position: ""
where none is, "-" where none has a day.
"""

reports = Table(
    "derived_reports",
    derived,
    Column("id", Text, primary_key=True),
    Column("story", Text),
    Column("title", Text, nullable=False),
    Column("outlet", Text, nullable=False),
    Column("published", Text, nullable=False),
    Column("figures", Integer, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("narrated", Integer, nullable=False),
    Column("anonymous", Integer, nullable=False),
    Index("derived_reports_of_story", "story", "published"),
)

rows = Table(
    "derived_rows",
    derived,
    Column("report", Text, nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("predicate", Text, nullable=False),
    Column("counted", Text, nullable=False),
    Column("story", Text, nullable=False, index=True),
    Column("measure", Text, nullable=False),
    Column("position", Integer),
)
"""`position` is the index of the first position that holds the figure; None where none does."""

said = Table(
    "derived_said",
    derived,
    Column("source", Text, nullable=False),
    Column("source_kind", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("reading", KEY, nullable=False),
    Column("position", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("report", Text, nullable=False),
    Column("outlet", Text, nullable=False),
    Column("published", Text, nullable=False),
    Column("via", Text, nullable=False),
    Index("derived_said_by", "source", "published"),
)

sources = Table(
    "derived_sources",
    derived,
    Column("position", Integer, primary_key=True),
    Column("source", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("english", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("outlets", Integer, nullable=False),
    Column("figures", Integer, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("relayed", Integer, nullable=False),
)
"""The most quoted first; `key` is what a name is found by (names.py)."""

origins = Table(
    "derived_origins",
    derived,
    Column("name", Text, nullable=False, index=True),
    Column("story", Text, nullable=False, index=True),
    Column("positions", Integer, nullable=False),
    Column("contradicted", Integer, nullable=False),
    Column("updated", Integer, nullable=False),
)

framings = Table(
    "derived_framings",
    derived,
    Column("story", Text, primary_key=True),
    Column("body", Text, nullable=False),
)

placed = Table(
    "derived_placed",
    derived,
    Column("story", Text, nullable=False, index=True),
    Column("measure", Text, nullable=False),
    Column("place", Text, nullable=False, index=True),
    Column("name", Text, nullable=False, index=True),
    Column("country", Text),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("figures", Integer, nullable=False),
)
"""`place` is the gazetteer's key, else the name itself; `name` is as written, by as many `figures`."""

queue = Table(
    "derived_queue",
    derived,
    Column("story", Text, nullable=False, index=True),
    Column("measure", Text, nullable=False),
    Column("claim", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("predicate", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("doubt", Integer, nullable=False),
    Column("published", Text, nullable=False),
    Index("derived_queue_order", "doubt", "published"),
)
"""`doubt` is the place of the reason among `Doubt`: the smaller, the more pressing."""

KEPT_BY_STORY = (rows, origins, framings, placed, queue)
"""Tables whose rows belong to one story each, in the column `story`."""
