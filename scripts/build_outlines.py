"""Build src/tahqiq/export/page/map/outlines.txt from world-atlas (Natural Earth 1:50m, public domain).

Run by hand, seldom (needs npm): `python scripts/build_outlines.py`.
"""

from __future__ import annotations

import itertools
import json
import math
import sys
import tarfile
import tempfile
from pathlib import Path

from vendor import fetched, integrity

TARGET = Path(__file__).parents[1] / "src/tahqiq/export/page/map/outlines.txt"
PACKAGE = "world-atlas@2.0.2"
INTEGRITY = "sha512-IXfV0qwlKXpckz1FhwXVwKRjiIhOnWttOskm5CtxMsjgE/MXAYRHWJqgXOpM8IkcPBoXnyTU5lFHcYa5ChG0LQ=="
HEADER = "# Coasts and borders by line: longitude,latitude in hundredths of a degree, then steps — Natural Earth\n"
CLOSE = 0.03  # degrees: what lies nearer to a straight line than that is drawn straight
SMALLEST = 0.25  # degrees: smaller islands are left out
SOUTHERNMOST = -60

Line = list[tuple[float, float]]


def topology() -> dict:
    """The countries of world-atlas, as TopoJSON."""
    with tempfile.TemporaryDirectory() as made:
        archive = fetched(PACKAGE, Path(made))
        if integrity(archive) != INTEGRITY:
            sys.exit(f"{PACKAGE}: the registry gave {integrity(archive)}, not {INTEGRITY}")
        with tarfile.open(archive) as opened:
            return json.load(opened.extractfile("package/countries-50m.json"))


def lines(told: dict) -> list[Line]:
    """The arcs of a TopoJSON topology in degrees (its specification, 2.1.3)."""
    (wide, high), (left, bottom) = told["transform"]["scale"], told["transform"]["translate"]
    found = []
    for arc in told["arcs"]:
        x = y = 0
        line = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            line.append((x * wide + left, y * high + bottom))
        found.append(line)
    return found


def straightened(line: Line) -> Line:
    """The same line with fewer points (Douglas and Peucker, 1973)."""
    kept, waiting = {0, len(line) - 1}, [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        away, at = max(((off(line[n], line[first], line[last]), n) for n in range(first + 1, last)), default=(0, 0))
        if away > CLOSE:
            kept.add(at)
            waiting += [(first, at), (at, last)]
    return [line[n] for n in sorted(kept)]


def off(point: tuple[float, float], start: tuple[float, float], end: tuple[float, float]) -> float:
    """How far a point lies from the line through two others; from the first where they are one."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    length = math.hypot(x2 - x1, y2 - y1)
    if length < 1e-9:
        return math.hypot(x - x1, y - y1)
    return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length


def is_wanted(line: Line) -> bool:
    """Whether a line is no small island and not of the far south."""
    xs, ys = zip(*line, strict=True)
    is_small = line[0] == line[-1] and max(max(xs) - min(xs), max(ys) - min(ys)) < SMALLEST
    return not is_small and ys[0] >= SOUTHERNMOST


def written(line: Line) -> str:
    """A line as the file has it."""
    whole = [(round(x * 100), round(y * 100)) for x, y in line]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in itertools.pairwise(whole)]
    return " ".join(f"{x},{y}" for x, y in [whole[0], *steps])


if __name__ == "__main__":
    wanted = (straightened(line) for line in lines(topology()) if is_wanted(line))
    TARGET.write_text(HEADER + "".join(f"{written(line)}\n" for line in wanted), "utf-8")
