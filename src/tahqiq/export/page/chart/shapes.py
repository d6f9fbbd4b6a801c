"""A shape for each kind of source, so that colour is never the only sign."""

from __future__ import annotations

from markupsafe import Markup

from tahqiq.model.source import SourceKind

_PATHS = {
    SourceKind.GOVERNMENT: "M0-7A7 7 0 1 1 0 7A7 7 0 1 1 0-7Z",
    SourceKind.ORGANIZATION: "M-6-6H6V6H-6Z",
    SourceKind.PERSON: "M0-8.5L8.5 0L0 8.5L-8.5 0Z",
    SourceKind.AGENCY: "M0-8L8 6H-8Z",
    SourceKind.OUTLET: "M0 8L8-6H-8Z",
    SourceKind.ANONYMOUS: "M-2.5-8H2.5V-2.5H8V2.5H2.5V8H-2.5V2.5H-8V-2.5H-2.5Z",
    SourceKind.DOCUMENT: "M-5-8H2L5-5V8H-5Z",
    SourceKind.WITNESS: "M0-8.5L2.2-2.9L8.2-2.6L3.5 1.2L5.1 7L0 3.7L-5.1 7L-3.5 1.2L-8.2-2.6L-2.2-2.9Z",
    SourceKind.NARRATOR: "M-8-3.5H8V3.5H-8Z",
    SourceKind.UNKNOWN: "M-6-8L0-2L6-8L8-6L2 0L8 6L6 8L0 2L-6 8L-8 6L-2 0L-8-6Z",
}


def shape(kind: SourceKind, classes: str = "") -> Markup:
    """The path for a kind of source, about 16 px wide around 0,0; its colour comes from the class k-KIND."""
    return Markup('<path class="shape k-{} {}" d="{}"/>').format(kind.value, classes, _PATHS[kind])


def badge(kind: SourceKind, classes: str = "") -> Markup:
    """The shape as a small picture to stand in a line of text; its meaning must be written beside it."""
    return Markup(
        '<svg class="badge" viewBox="-10 -10 20 20" width="16" height="16" aria-hidden="true">{}</svg>'
    ).format(shape(kind, classes))
