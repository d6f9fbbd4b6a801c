"""Write docs/numbers.md and docs/dates.md from the phrase tables that test them; `--check` only compares.

python scripts/write_reference.py [--check]
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
TABLES = ROOT / "tests" / "examples"
NOTE = "<!-- Written by scripts/write_reference.py from the phrase tables; edit those. -->\n"

NUMBERS = (
    ("exact.txt", "Exact numbers", "value"),
    ("hedged.txt", "Hedges, ranges, units, money", "low, high, approximator, unit (- is an open end)"),
    ("ordinals.txt", "Ordinals (`ordinal` is true)", "value"),
    ("spoken.txt", "Spoken forms", "value"),
)
DATES = (
    ("absolute.txt", "Dates that stand by themselves", "EDTF value"),
    ("anchored.txt", "Dates that count from publication (here Wednesday 2018-05-16)", "EDTF value"),
)
NUMBERS_HEAD = """# Numbers: every form, and what it yields

    from tahqiq import parse_numbers
    for number in parse_numbers("ما يقارب الـ 20 ألف شخص"):
        print(number.span.quote, number.quantity.low, number.quantity.high, number.quantity.approximator, number.rule)

Each row is a test: the whole phrase must be read, and must mean just this.
"""
DATES_HEAD = """# Dates: every form, and what it yields

    from datetime import date
    from tahqiq import parse_dates
    for day in parse_dates("الثلاثاء الماضي", base=date(2018, 5, 16)):
        print(day.span.quote, day.when.value, day.when.calendar, day.rule)

Values are EDTF (ISO 8601-2) with the precision that was written. Each row is a test. Without a base, relative forms
keep `when.value` None and say in `when.relative` how far they lie.
"""


def main(arguments: list[str]) -> int:
    """Write both pages, or say which is not what the tables give."""
    stale = 0
    for name, content in (("numbers.md", _numbers()), ("dates.md", _dates())):
        path = ROOT / "docs" / name
        if "--check" not in arguments:
            path.write_text(content, "utf-8")
        elif not path.exists() or path.read_text("utf-8") != content:
            print(f"{path.name} is not what the phrase tables give: run python scripts/write_reference.py")
            stale += 1
    return 1 if stale else 0


def _numbers() -> str:
    parts = [_meanings(TABLES / "numbers" / file, title, what) for file, title, what in NUMBERS]
    nothing = _nothing(TABLES / "numbers" / "no_figures.txt", "What is no figure")
    return "\n".join([NOTE + NUMBERS_HEAD, *parts, nothing])


def _dates() -> str:
    parts = [_meanings(TABLES / "dates" / file, title, what) for file, title, what in DATES]
    return "\n".join([NOTE + DATES_HEAD, *parts, _nothing(TABLES / "dates" / "no_dates.txt", "What is no date")])


def _meanings(table: Path, title: str, what: str) -> str:
    rows = (line.partition(" = ") for line in _lines(table))
    body = "".join(f"| `{meaning}` | {' · '.join(phrases.split('; '))} |\n" for meaning, _, phrases in rows)
    return f"## {title}\n\n| {what} | phrases |\n|---|---|\n{body}"


def _nothing(table: Path, title: str) -> str:
    lines = (f"\n**{line.strip('[]')}**\n" if line.startswith("[") else f"- {line}" for line in _lines(table))
    return f"## {title}\n" + "\n".join(lines) + "\n"


def _lines(table: Path) -> Iterator[str]:
    return (line for line in table.read_text("utf-8").splitlines() if line and not line.startswith("#"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
