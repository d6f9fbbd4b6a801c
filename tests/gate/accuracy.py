"""Figures, statements and dates against hand annotation: each gold file alone, and all together."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.gate.floors import Check, Floors, compared

FILES = ("seeds", "dev", "dev_random")


def checks(shared: Path, wanted: Floors) -> Iterator[Check]:
    """Extract all annotated reports with the command that users have, and score them."""
    with tempfile.TemporaryDirectory() as folder:
        for name, path in _gold(shared, Path(folder)):
            yield from compared(name, _score(shared, path, _predicted(path)), wanted)


def _gold(shared: Path, folder: Path) -> Iterator[tuple[str, Path]]:
    together = folder / "all.jsonl"
    with together.open("w", encoding="utf-8") as all_rows:
        for name in FILES:
            path = folder / f"{name}.jsonl"
            path.write_text((shared / "gold" / f"{name}.jsonl").read_text("utf-8"), "utf-8")
            all_rows.write(path.read_text("utf-8"))
            yield name, path
    yield "all", together


def _predicted(gold: Path) -> Path:
    rows = gold.with_suffix(".rows.jsonl")
    with gold.open(encoding="utf-8") as annotated, rows.open("w", encoding="utf-8") as to:
        for row in map(json.loads, annotated):
            to.write(json.dumps({k: row[k] for k in ("id", "text", "published")}, ensure_ascii=False) + "\n")
    predicted = gold.with_suffix(".predicted.jsonl")
    with predicted.open("w", encoding="utf-8") as to:
        subprocess.run([sys.executable, "-m", "tahqiq", "extract", str(rows)], stdout=to, check=True)
    return predicted


def _score(shared: Path, gold: Path, predicted: Path) -> dict[str, float]:
    scorer = [sys.executable, str(shared / "tools" / "score.py"), str(gold), str(predicted), "--json"]
    table = json.loads(subprocess.run(scorer, capture_output=True, text=True, check=True).stdout)
    measured: dict[str, float] = {}
    for name, value in table.items():
        if isinstance(value, dict):
            measured |= {name: value["f1"], f"{name} precision": value["p"], f"{name} recall": value["r"]}
        else:
            measured[name] = value
    for kind in ("figures", "statements"):
        found, right = table[f"{kind} found"]["r"], table[f"{kind} source"]["r"]
        measured[f"{kind} right source of found"] = round(right / found, 4) if found else 0.0
    return measured
