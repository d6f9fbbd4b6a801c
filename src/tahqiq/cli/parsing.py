"""`tahqiq parse`: the numbers or dates of short texts."""

from __future__ import annotations

import datetime as dt
import sys
from enum import StrEnum
from typing import Annotated, NamedTuple

import orjson
import typer

from tahqiq.cli.explanation import in_words
from tahqiq.cli.options import complain, moment
from tahqiq.errors import UnreadableInput
from tahqiq.export import jsonl
from tahqiq.export.mentions import MentionsRecord, date_mention_record, number_mention_record
from tahqiq.extract.reading import Derivation, explain_dates_in, explain_numbers_in, parse_dates, parse_numbers
from tahqiq.model.report import Rejected


class What(StrEnum):
    """What to look for."""

    NUMBERS = "numbers"
    DATES = "dates"


class Asked(NamedTuple):
    """One row: its id as given, its text, and the day that relative dates count from."""

    id: object
    text: str
    base: dt.date | None


def parse(
    what: Annotated[What, typer.Argument(help="What to look for.")],
    explain: Annotated[bool, typer.Option("--explain", help="Print how each mention was read, for a person.")] = False,
) -> None:
    """Read JSONL rows from standard input and write their numbers or dates.

    A row is {"id", "text", "base"}, the answer to each {"id", "mentions"},
    in order. `base` is the day that relative dates count from (ISO 8601, may
    be missing).

    Examples:

      echo '{"id": 1, "text": "ما يقارب الـ 20 ألف"}' | tahqiq parse numbers

      echo '{"id": 1, "text": "الثلاثاء الماضي", "base": "2018-05-16"}' | tahqiq parse dates --explain
    """
    rejected: list[Rejected] = []
    for place, line in enumerate(sys.stdin.buffer, 1):
        if not line.strip():
            continue
        try:
            asked = _asked(line, f"stdin:{place}")
        except UnreadableInput as error:
            rejected.append(Rejected(error.locator, error.reason))
            continue
        if explain:
            print("".join(in_words(d) for d in _derivations(what, asked)) or f"nothing in: {asked.text}")
        else:
            jsonl.write([_answer(what, asked)], sys.stdout)
    complain(rejected)


def _asked(line: bytes, locator: str) -> Asked:
    try:
        row = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise UnreadableInput(locator, f"not a JSON object ({error})") from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise UnreadableInput(locator, 'not a JSON object with a "text"')
    base = row.get("base")
    return Asked(row.get("id"), row["text"], moment(base if isinstance(base, str) else None))


def _answer(what: What, asked: Asked) -> MentionsRecord:
    if what is What.NUMBERS:
        return {"id": asked.id, "mentions": [number_mention_record(m) for m in parse_numbers(asked.text)]}
    return {"id": asked.id, "mentions": [date_mention_record(m) for m in parse_dates(asked.text, asked.base)]}


def _derivations(what: What, asked: Asked) -> tuple[Derivation, ...]:
    return explain_numbers_in(asked.text) if what is What.NUMBERS else explain_dates_in(asked.text, asked.base)
