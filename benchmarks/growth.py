"""Time for a text and for twice the text: about 2 where every rule is linear. Hostile strings on purpose.

Passes of Python's cycle collector are left out: they grow with all that is alive, whatever the rules do.
"""

from __future__ import annotations

import gc
import time

from tahqiq.extract.reading import extract
from tahqiq.model.text import Text

SIZE = 100_000
STRINGS = {
    "one long run of digits": "7",
    "digits parted by points": "1.",
    "number words and nothing else": "ألف ",
    "و again and again": "و ",
    "number words joined by و": "وعشرون ",
    "nested quotation marks": "«",
    "quotes that open and close": "«قال» ",
    "no blank at all": "معتقل",
    "cues without content": "وقال ",
    "months and slashes": "يناير/",
    "opening brackets": "(",
    "marks of vowels": "َُِ",
    "plain sentences": "قال مسؤول إن 12 شخصا قتلوا في المدينة أمس. ",
    "newlines": "\n",
    "weekdays and nothing else": "الجمعة والسبت ",
    "clock times without a day": "الساعة 4 ",
    "among them, among them": "بينهم 3 ",
}


def run() -> None:
    """Print seconds for SIZE and for twice SIZE characters, and their ratio."""
    extract(Text("قتل 12 شخصا"), None)
    print(f"{'string':36} {'100 k':>9} {'200 k':>9} {'ratio':>7}")
    for name, unit in STRINGS.items():
        once, twice = (_seconds(unit, size) for size in (SIZE, 2 * SIZE))
        print(f"{name:36} {once:8.3f}s {twice:8.3f}s {twice / once:7.2f}")


def _seconds(unit: str, size: int) -> float:
    text = Text((unit * (size // len(unit) + 1))[:size])
    best = float("inf")
    gc.disable()
    try:
        for _ in range(2):
            start = time.perf_counter()
            extract(text, None)
            best = min(best, time.perf_counter() - start)
    finally:
        gc.enable()
        gc.collect()
    return best
