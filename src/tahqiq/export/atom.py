"""Atom feeds (RFC 4287): entries that keep their ids for ever, so that a feed reader shows each once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from lxml import etree

from tahqiq.export.page.addresses import web_address
from tahqiq.export.rows import AlertRow

MEDIA_TYPE = "application/atom+xml"
_ATOM = "http://www.w3.org/2005/Atom"
BEGINNING = "1970-01-01T00:00:00+00:00"
"""The time of what has none: RFC 4287 does not let an entry go without."""
_LONGEST_TITLE = 200

# What XML 1.0 cannot carry, and the bidirectional controls by which words could hide their order (isolates may stay).
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: `id` is a hash in hex, `at` an RFC 3339 time, `kind` and `label` its category, `words` plain text."""

    id: str
    at: str
    title: str
    kind: str
    label: str
    url: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself: `id` is an IRI that never changes, `here` its own address where it has one."""

    id: str
    title: str
    here: str | None = None


def feed(rows: Iterable[AlertRow], title: str, here: str | None = None) -> bytes:
    """The feed of alerts; `title` also tells one ledger's feed from another's."""
    told = Feed(f"urn:tahqiq:{quote(title, safe='', errors='replace')}", title, here)
    return written(told, map(_alert, rows))


def written(told: Feed, entries: Iterable[Entry]) -> bytes:
    """A feed, the newest entry first, as a UTF-8 document; report text is text, never markup.

    An entry links to its report where that has a plain web address.
    """
    listed = sorted(entries, key=lambda entry: entry.at, reverse=True)
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    _add(root, "id", told.id)
    _add(root, "title", told.title)
    _add(root, "updated", listed[0].at if listed else BEGINNING)
    _add(_add(root, "author", ""), "name", "Tahqiq")
    if told.here is not None:
        etree.SubElement(root, f"{{{_ATOM}}}link", rel="self", href=_writable(told.here))
    for entry in listed:
        _entry(root, entry)
    document: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return document


def _alert(row: AlertRow) -> Entry:
    words = f"{row.summary_ar}\n{row.summary}\n\n«{row.quote}»\n{row.report}"
    return Entry(row.id, row.at, row.summary, row.kind, row.rule, row.url, words)


def _entry(root: etree._Element, told: Entry) -> None:
    entry = _add(root, "entry", "")
    _add(entry, "id", f"urn:sha256:{quote(told.id, safe='', errors='replace')}")
    _add(entry, "title", _short(told.title))
    _add(entry, "updated", told.at)
    etree.SubElement(entry, f"{{{_ATOM}}}category", term=_writable(told.kind), label=_writable(told.label))
    address = web_address(told.url)
    if address is not None:
        etree.SubElement(entry, f"{{{_ATOM}}}link", rel="alternate", href=address[0])
    content = _add(entry, "content", told.words)
    content.set("type", "text")


def _add(parent: etree._Element, name: str, words: str) -> etree._Element:
    made = etree.SubElement(parent, f"{{{_ATOM}}}{name}")
    if words:
        made.text = _writable(words)
    return made


def _writable(words: str) -> str:
    return _UNWRITABLE.sub("\ufffd", words)


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_TITLE else f"{words[:_LONGEST_TITLE].rpartition(' ')[0]} …"
