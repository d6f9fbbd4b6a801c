"""Two processes that write one ledger at once lose nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tahqiq.ledger import open_ledger
from tahqiq.ledger.verify import verify

ROOT = Path(__file__).parents[2]

WRITER = """
import sys
from tahqiq.ledger import open_ledger
from tests.factories import toll

where, name = sys.argv[1:]
with open_ledger(where, code_version="1") as ledger:
    for n in range(20):
        ledger.add(toll(f"{owner}-{n}-{i}", n * 10 + i) for owner in (name, "both") for i in range(10))
"""


def test_two_processes_make_and_fill_one_ledger(where: str) -> None:
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, where, name], cwd=ROOT) for name in ("one", "two")]
    assert [0, 0] == [writer.wait() for writer in writers]
    with open_ledger(where, create=False) as ledger:
        expected = {f"{owner}-{n}-{i}" for owner in ("one", "two", "both") for n in range(20) for i in range(10)}
        assert expected == {report.id for report in ledger.reports()}
        found = verify(ledger, ledger.audit_head())
        assert [] == found.problems
        assert 600 == found.readings
