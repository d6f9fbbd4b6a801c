"""`python -m tests.gate SHARED`: accuracy and safety on texts that are not in the repository; floors only rise.

Prints every number beside its floor, and leaves with code 1 where one is missed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.gate import accuracy, evidence, hostile, measures, peers, worked
from tests.gate.floors import Check, floors

CHECKS = (worked.checks, accuracy.checks, peers.checks, measures.checks, evidence.checks, hostile.checks)


def run(shared: Path) -> Iterator[Check]:
    """Every check, as it is measured."""
    wanted = floors()
    for part in CHECKS:
        yield from part(shared, wanted)


def main() -> int:
    """Measure all, print all, and say which floors were missed."""
    passed = failed = 0
    for check in run(Path(sys.argv[1])):
        print(check, flush=True)
        passed, failed = passed + check.holds, failed + (not check.holds)
    print(f"gate: {passed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
