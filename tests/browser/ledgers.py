"""Ledgers to serve: made of files as `tahqiq ingest` makes them, reconciled, with alerts."""

from __future__ import annotations

import json
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from tahqiq import wiring
from tahqiq.acquire import read_paths
from tahqiq.config import Settings
from tahqiq.ledger import Ledger, open_ledger
from tahqiq.model.alert import AlertKind, AlertRule
from tahqiq.pipeline import ingest

EXAMPLES = Path(__file__).parents[2] / "examples"


def keep(where: Path, folders: Iterable[Path], rows: Iterable[dict[str, str]]) -> Ledger:
    """A new ledger at `where` with the reports of the folders and the rows."""
    ledger = open_ledger(where)
    written = where / "rows.jsonl"
    written.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    paths = [*map(str, folders), str(written)]
    ingest(read_paths(paths, BytesIO()), wiring.reader(Settings(1)), ledger, lambda done: None)
    wiring.reconciled(ledger)
    wiring.raise_alerts(ledger, [AlertRule("killed <b>", AlertKind.FIGURE, predicate="killed")])
    return ledger


def examples() -> list[Path]:
    """The folders of the bundled examples."""
    return sorted(path for path in EXAMPLES.iterdir() if path.is_dir())
