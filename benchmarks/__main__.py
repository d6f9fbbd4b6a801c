"""`python -m benchmarks [PART [OPTION…]]`: every part where none is named."""

from __future__ import annotations

import sys

from benchmarks import copying, growth, ingesting, reading, search, web

_PARTS = {"reading": reading.run, "growth": growth.run, "copying": copying.run, "ingesting": ingesting.run}
_WITH_OPTIONS = {"web": web.run, "search": search.run}


def main(names: list[str]) -> int:
    """Run the parts named, the options of one behind its name; 2 for a name that is none."""
    if names and names[0] in _WITH_OPTIONS:
        _WITH_OPTIONS[names[0]](names[1:])
        return 0
    known = {**_PARTS, **_WITH_OPTIONS}
    unknown = [name for name in names if name not in known]
    if unknown:
        print(f"there is no benchmark {unknown[0]!r}; known: {', '.join(known)}", file=sys.stderr)
        return 2
    for name in names or known:
        print(f"== {name}", flush=True)
        known[name]()
    return 0


sys.exit(main(sys.argv[1:]))
