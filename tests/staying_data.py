"""What is wrong with a document that should hold words of reports as nothing but data."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from lxml import etree

from tahqiq.export.csv import harmless

_ATOM = "{http://www.w3.org/2005/Atom}"
_ELEMENTS = frozenset("feed id title updated author name link entry category content".split())


def faults(path: Path, media_type: str) -> Iterator[str]:
    """Each thing that is no data: markup in JSON, a formula in CSV, a foreign element, a key that leads nowhere.

    A document that does not parse raises what its parser raises.
    """
    if "json" in media_type:
        written = path.read_text("utf-8")
        json.loads(written)
        yield from (f"{letter} in JSON" for letter in sorted({"<", ">", "&"} & set(written)))
    elif "csv" in media_type:
        csv.field_size_limit(10**7)
        cells = (cell for row in csv.reader(io.StringIO(path.read_text("utf-8"), newline="")) for cell in row)
        yield from (cell[:80] for cell in cells if harmless(cell) != cell and not cell.startswith("'"))
    elif "xml" in media_type:
        names = {str(element.tag).removeprefix(_ATOM) for element in etree.fromstring(path.read_bytes()).iter()}
        yield from sorted(names - _ELEMENTS)
    elif "sqlite" in media_type:
        with closing(sqlite3.connect(path)) as connection:
            yield from (str(row) for row in connection.execute("PRAGMA foreign_key_check"))
