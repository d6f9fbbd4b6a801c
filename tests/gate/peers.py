"""Other projects' own test cases of numbers and dates."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.gate.floors import Check, Floors, compared


def checks(shared: Path, wanted: Floors) -> Iterator[Check]:
    """The share of cases that pass: of all, and of the worst suite."""
    command = [sys.executable, str(shared / "tools" / "score_peers.py"), str(shared / "peers"), "--json"]
    run = [*command, "--run", f"{sys.executable} -m tahqiq parse"]
    suites = json.loads(subprocess.run(run, capture_output=True, text=True, check=True).stdout)
    shares = {name: suite["passed"] / suite["cases"] for name, suite in suites.items()}
    measured = {"all cases": shares.pop("all"), "worst suite": min(shares.values())}
    yield from compared("peers", measured, wanted)
