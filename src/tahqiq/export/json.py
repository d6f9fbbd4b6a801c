"""JSON: one array of objects, written as they come, or a line for each (`jsonl`)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, is_dataclass
from typing import TextIO

from tahqiq.export.annotations import AnnotationRow
from tahqiq.export.explanations import ExplanationRecord
from tahqiq.export.mentions import MentionsRecord
from tahqiq.export.rows import ExportRow
from tahqiq.export.shapes import MeasureRecord, ReportRecord

Item = ExportRow | ReportRecord | MeasureRecord | MentionsRecord | ExplanationRecord | AnnotationRow

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def write(items: Iterable[Item], to: TextIO) -> None:
    """Write rows or records as one JSON array with an item a line; memory stays flat."""
    between = "[\n"
    for item in items:
        to.write(between + line(item))
        between = ",\n"
    to.write("[]\n" if between == "[\n" else "\n]\n")


def line(item: Item) -> str:
    """One row or record as JSON on one line; letters stay letters unless they are not Unicode text."""
    value = asdict(item) if is_dataclass(item) else item
    written = json.dumps(value, ensure_ascii=False)
    return json.dumps(value) if _LONE_SURROGATE.search(written) else written
