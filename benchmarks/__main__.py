"""`python -m benchmarks [reading] [growth] [copying] [ingesting]`: all of them where none is named."""

from __future__ import annotations

import sys

from benchmarks import copying, growth, ingesting, reading

_PARTS = {"reading": reading.run, "growth": growth.run, "copying": copying.run, "ingesting": ingesting.run}


def main(names: list[str]) -> int:
    """Run the parts named; 2 for a name that is none."""
    unknown = [name for name in names if name not in _PARTS]
    if unknown:
        print(f"there is no benchmark {unknown[0]!r}; known: {', '.join(_PARTS)}", file=sys.stderr)
        return 2
    for name in names or _PARTS:
        print(f"== {name}", flush=True)
        _PARTS[name]()
    return 0


sys.exit(main(sys.argv[1:]))
