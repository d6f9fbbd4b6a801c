"""What can be taken along of a story or a measure: files, each with its media type and a name of plain letters."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from starlette.responses import Response

from tahqiq.documents import FORMATS, Scope
from tahqiq.errors import UnknownName
from tahqiq.export import table_file
from tahqiq.export.rows import PositionRow
from tahqiq.export.table_file import MEDIA_TYPES
from tahqiq.export.tidy import position_rows
from tahqiq.exported import INTERCHANGE, Exported
from tahqiq.ledger.store import Ledger
from tahqiq.model.measure import Measure
from tahqiq.web.asking import Asked
from tahqiq.web.desk import Desk

_ENDINGS = ("csv", "jsonl", "parquet")
_UNSAFE = re.compile(r"[^A-Za-z0-9.-]+")
_ENDING = re.compile("[A-Za-z0-9]{1,10}")
_LONGEST = 60


Give = Callable[[Desk, Asked, str], Response]
"""What answers with a file: from the ledger's desk, what is asked, and the reader's language ("ar" or "en")."""


Write = Callable[[Ledger, Scope, Path], None]


class Offer(NamedTuple):
    """A file of a story: its media type, and what writes it."""

    media_type: str
    write: Write


def offers() -> Mapping[str, Offer]:
    """Every file that a story can be taken along as, by name: tables in three formats, then documents."""
    tables = {
        f"{name}.{ending}": Offer(MEDIA_TYPES[ending], _table(table, ending))
        for name, table in INTERCHANGE.items()
        if "story" in table.narrowed_by
        for ending in _ENDINGS
    }
    documents = {
        document.file: Offer(document.media_type, document.write)
        for several in FORMATS.values()
        for document in several
    }
    return tables | documents


def download(desk: Desk, asked: Asked, language: str) -> Response:
    """`story` names the story, `measure` one of its measures where only that is wanted, `file` the file.

    Of a measure there are its positions, in the formats of tables. UnknownName for a file that there is not.
    """
    story, file = desk.story(asked.required("story")), asked.required("file")
    id_ = asked.text("measure")
    if id_ is not None:
        return _of_measure(desk.measure(story.id, id_).measure, file)
    offer = offers().get(file)
    if offer is None:
        raise UnknownName("file", file, tuple(offers()))
    scope = Scope(story.id, language=language)
    return attached(lambda to: offer.write(desk.ledger, scope, to), offer.media_type, f"{story.id}-{file}")


def attached(write: Callable[[Path], None], media_type: str, name: str) -> Response:
    """An answer that a browser keeps as a file of that name, whatever stands in it."""
    with tempfile.TemporaryDirectory(prefix="tahqiq-") as folder:
        path = Path(folder) / "file"
        write(path)
        content = path.read_bytes()
    headers = {"Content-Disposition": f'attachment; filename="{safe_name(name)}"'}
    return Response(content, media_type=media_type, headers=headers)


def safe_name(name: str) -> str:
    """A name of ASCII letters, digits, dots and hyphens that begins with "tahqiq-": no path, no hidden file."""
    stem, dot, ending = name.rpartition(".")
    if not _ENDING.fullmatch(ending):
        stem, dot, ending = name, "", ""
    return f"tahqiq-{_UNSAFE.sub('-', stem).strip('-.')[:_LONGEST]}{dot}{ending}"


def _of_measure(measure: Measure, file: str) -> Response:
    stem, _, ending = file.partition(".")
    if stem != "positions" or ending not in _ENDINGS:
        raise UnknownName("file", file, tuple(f"positions.{one}" for one in _ENDINGS))
    rows = position_rows(measure)
    return attached(
        lambda to: table_file.write(rows, PositionRow, ending, to), MEDIA_TYPES[ending], f"{measure.id}-{file}"
    )


def _table(table: Exported, ending: str) -> Write:
    return lambda kept, of, to: table_file.write(table.rows(kept, of.wanted), table.kind, ending, to)
