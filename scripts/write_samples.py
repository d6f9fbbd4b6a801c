"""Fill the samples of docs/exports.md with what the formats write of the examples; `--check` only compares.

python scripts/write_samples.py [--check]
"""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

from tahqiq import wiring
from tahqiq.acquire import read_paths
from tahqiq.config import Settings
from tahqiq.documents import FORMATS, Scope
from tahqiq.export import table_file
from tahqiq.exported import EVERYTHING, INTERCHANGE
from tahqiq.ledger import Ledger, open_ledger
from tahqiq.pipeline import ingest

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "exports.md"
WIDEST = 1200
_SAMPLE = re.compile(r"(<!-- sample: (\S+) -->\n).*?(<!-- end -->)", re.DOTALL)


def samples() -> Iterator[tuple[str, str]]:
    """The name of each file, and the sample of it."""
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger", clock=_noon) as kept:
        read = read_paths([str(path) for path in sorted((ROOT / "examples").iterdir()) if path.is_dir()], BytesIO())
        ingest(read, wiring.reader(Settings(1)), kept, lambda done: None)
        wiring.reconciled(kept)
        for file, shown in SHOWN.items():
            path = Path(folder) / file
            _write(kept, file, path)
            yield file, shown(path.read_text("utf-8"))


def _noon() -> dt.datetime:
    return dt.datetime(2026, 4, 1, 12, tzinfo=dt.UTC)


def _write(kept: Ledger, file: str, path: Path) -> None:
    if file == "measures.csv":
        table = INTERCHANGE["measures"]
        table_file.write(table.rows(kept, EVERYTHING), table.kind, "csv", path)
        return
    (document,) = (one for several in FORMATS.values() for one in several if one.file == file)
    document.write(kept, Scope(), path)


def first_lines(written: str, most: int = 4) -> str:
    """The first lines, each cut where it is too wide."""
    lines = written.splitlines()[:most]
    return "\n".join(line if len(line) <= WIDEST else line[:WIDEST] + " …" for line in lines)


def first_item(name: str, is_wanted: Callable[[dict], bool]) -> Callable[[str], str]:
    """The first item of a list that is wanted, laid out."""

    def shown(written: str) -> str:
        found = next(item for item in json.loads(written)[name] if is_wanted(item))
        return json.dumps(found, ensure_ascii=False, indent=1)

    return shown


def claims(written: str) -> str:
    """A review cut to one position, and a claim."""
    graph = json.loads(written)["@graph"]
    review = next(item for item in graph if item["@type"] == "ClaimReview")
    shortened = review | {"itemReviewed": review["itemReviewed"][:1], "reviewBody": review["reviewBody"].split("\n")[0]}
    claim = next(item for item in graph if item["@type"] == "Claim" and "firstAppearance" in item)
    return "\n".join(json.dumps(item, ensure_ascii=False, indent=1) for item in (shortened, claim))


def filled(written: str) -> str:
    """The columns of the first row that have a value."""
    row = next(csv.DictReader(written.splitlines(keepends=True)))
    return "\n".join(f"{name}: {value}" for name, value in row.items() if value)


def estimates(written: str) -> str:
    """What is said of one table."""
    return json.dumps(json.loads(written)["databases"]["tahqiq"]["tables"]["estimates"], indent=1)


def entry(written: str) -> str:
    """The first contradiction."""
    entries = re.findall(r"  <entry>.*?</entry>", written, re.DOTALL)
    return next(one for one in entries if 'term="contradiction"' in one)


SHOWN: dict[str, Callable[[str], str]] = {
    "measures.csv": first_lines,
    "figures.geojson": first_item("features", lambda feature: feature["geometry"] is not None),
    "annotations.jsonld": first_item("items", lambda item: item["target"]["source"].get("via") is not None),
    "claims.jsonld": claims,
    "events.ged.csv": filled,
    "entities.ftm.csv": first_lines,
    "metadata.json": estimates,
    "story.atom": entry,
}


def written_page() -> str:
    """The page with the samples as they are now."""
    made = dict(samples())
    return _SAMPLE.sub(lambda place: f"{place[1]}```\n{made[place[2]]}\n```\n{place[3]}", PAGE.read_text("utf-8"))


def main() -> int:
    """Write or compare the page."""
    page = written_page()
    if "--check" in sys.argv:
        if page == PAGE.read_text("utf-8"):
            return 0
        print("docs/exports.md shows other samples than the formats write: python scripts/write_samples.py")
        return 1
    PAGE.write_text(page, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
