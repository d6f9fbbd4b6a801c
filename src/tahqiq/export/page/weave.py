"""Marks woven into a report's words: nested and overlapping stretches become well-formed HTML, words unchanged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from tahqiq.export.page.strings import Both
from tahqiq.export.page.visible import visible


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch start:end of a text (code points) to be marked.

    `kind` is its class; `id` makes it a place to arrive at; `target` (an address) a link; `note` is
    shown beside it without becoming part of the words.
    """

    start: int
    end: int
    kind: str
    id: str | None = None
    target: str | None = None
    note: Both | None = None


def weave(words: str, marks: Sequence[Mark]) -> Markup:
    """`words` as HTML with every mark as an element around its stretch.

    Where stretches cross, the inner one is closed and opened again; its id and note stay with its first piece. Each
    stretch of words links to the target of the innermost mark that has one. The text content is `words`, but for
    characters that HTML cannot carry.
    """
    ordered = sorted(marks, key=lambda m: (m.start, -m.end))
    return Markup("").join(_pieces(words, ordered))


def _pieces(words: str, ordered: Sequence[Mark]) -> Iterator[Markup]:
    stack: list[Mark] = []
    at = coming = 0
    for edge in sorted({0, len(words), *(m.start for m in ordered), *(m.end for m in ordered)}):
        yield _leaf(words[at:edge], stack)
        yield from _close(stack, edge)
        while coming < len(ordered) and ordered[coming].start == edge:
            yield _open(ordered[coming], is_first=True)
            stack.append(ordered[coming])
            coming += 1
        at = edge


def _close(stack: list[Mark], edge: int) -> Iterator[Markup]:
    """Close what ends at `edge`; what lies inside it and goes on is closed and opened again."""
    deepest = next((n for n, m in enumerate(stack) if m.end <= edge), None)
    if deepest is None:
        return
    inner = stack[deepest:]
    del stack[deepest:]
    yield Markup("</span>") * len(inner)
    for mark in inner:
        if mark.end > edge:
            yield _open(mark, is_first=False)
            stack.append(mark)


def _open(mark: Mark, is_first: bool) -> Markup:
    if not is_first:
        of = Markup(' data-of="{}"').format(mark.id) if mark.id else Markup("")
        return Markup('<span class="{}"{}>').format(mark.kind, of)
    anchor = Markup(' id="{}"').format(mark.id) if mark.id else Markup("")
    note = Markup(' data-ar="{}" data-en="{}"').format(mark.note.ar, mark.note.en) if mark.note else Markup("")
    return Markup('<span class="{}{}"{}{}>').format(mark.kind, " noted" if mark.note else "", anchor, note)


def _leaf(words: str, stack: Sequence[Mark]) -> Markup:
    if not words:
        return Markup("")
    target = next((m.target for m in reversed(stack) if m.target), None)
    shown = visible(words)
    return shown if target is None else Markup('<a href="{}">{}</a>').format(target, shown)
