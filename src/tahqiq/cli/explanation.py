"""An explanation in words, a line for each step."""

from __future__ import annotations

from tahqiq.cli.showing import displayable
from tahqiq.extract.reading import Derivation


def in_words(derivation: Derivation) -> str:
    """A mention or claim and its steps, a line each."""
    quote = " ".join(derivation.span.quote.split())
    lines = [f"{quote}  [{derivation.span.start}:{derivation.span.end}]"]
    for step in derivation.steps:
        of = f"{' '.join(step.words.split())} → " if step.words else ""
        rule = f"   (rule: {step.rule})" if step.rule else ""
        lines.append(f"  {step.what}: {of}{step.result}{rule}")
    return "".join(f"{displayable(line)}\n" for line in lines)
