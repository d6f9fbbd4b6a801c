"""What is known of a report once its characters are known."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from tahqiq.model.report import Metadata


@dataclass(frozen=True, slots=True)
class Draft:
    """Words with the end of their headline (0: none known), and what came with them."""

    raw: str
    title_end: int
    metadata: Metadata


def titled(title: str | None, body: str, metadata: Metadata) -> Draft:
    """The words of a report whose headline came apart from its body: headline, blank line, body."""
    if title is None:
        return Draft(body, 0, metadata)
    return Draft(f"{title}\n\n{body}", len(title), metadata)


def filled(given: Metadata, found: Metadata) -> Metadata:
    """`given`, with what it lacks taken from `found`."""
    lacking = {f.name: getattr(found, f.name) for f in fields(Metadata) if getattr(given, f.name) is None}
    return replace(given, **lacking)
