"""`tahqiq parse`: the numbers or dates of short texts."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import orjson
import typer

from tahqiq.cli.options import complain, moment
from tahqiq.errors import UnreadableInput
from tahqiq.export import jsonl
from tahqiq.export.mentions import MentionsRecord, date_mention_record, number_mention_record
from tahqiq.extract.reading import parse_dates, parse_numbers
from tahqiq.model.report import Rejected


class What(StrEnum):
    """What to look for."""

    NUMBERS = "numbers"
    DATES = "dates"


def parse(
    what: Annotated[What, typer.Argument(help="What to look for.")],
) -> None:
    """Read JSONL rows {"id", "text", "base"} from standard input and write {"id", "mentions"} for each, in order.

    `base` is the day that relative dates count from (ISO 8601, may be missing).

    Example:

      echo '{"id": 1, "text": "ما يقارب الـ 20 ألف"}' | tahqiq parse numbers
    """
    rejected: list[Rejected] = []
    for place, line in enumerate(sys.stdin.buffer, 1):
        if not line.strip():
            continue
        try:
            answer = _answer(what, line, f"stdin:{place}")
        except UnreadableInput as error:
            rejected.append(Rejected(error.locator, error.reason))
            continue
        jsonl.write([answer], sys.stdout)
    complain(rejected)


def _answer(what: What, line: bytes, locator: str) -> MentionsRecord:
    try:
        row = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise UnreadableInput(locator, f"not a JSON object ({error})") from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise UnreadableInput(locator, 'not a JSON object with a "text"')
    text, base = row["text"], row.get("base")
    if what is What.NUMBERS:
        return {"id": row.get("id"), "mentions": [number_mention_record(m) for m in parse_numbers(text)]}
    day = moment(base if isinstance(base, str) else None)
    return {"id": row.get("id"), "mentions": [date_mention_record(m) for m in parse_dates(text, day)]}
