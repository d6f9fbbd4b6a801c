"""Alerts as an Atom feed (RFC 4287), for any feed reader."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from lxml import etree

from tahqiq.export.page.addresses import web_address
from tahqiq.export.rows import AlertRow

_ATOM = "http://www.w3.org/2005/Atom"
_BEGINNING = "1970-01-01T00:00:00+00:00"
_LONGEST_TITLE = 200

# What XML 1.0 cannot carry, and the bidirectional controls by which words could hide their order (isolates may stay).
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e]")


def feed(rows: Iterable[AlertRow], title: str) -> bytes:
    """The feed of alerts, the newest first, as a UTF-8 document; report text is text, never markup.

    Entries keep their id for ever, so that a reader shows each once. An entry links to its report where that has a
    plain web address. `title` also tells one ledger's feed from another's.
    """
    listed = sorted(rows, key=lambda row: row.at, reverse=True)
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    _add(root, "id", f"urn:tahqiq:{quote(title, safe='', errors='replace')}")
    _add(root, "title", title)
    _add(root, "updated", listed[0].at if listed else _BEGINNING)
    _add(_add(root, "author", ""), "name", "Tahqiq")
    for row in listed:
        _entry(root, row)
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return written


def _entry(root: etree._Element, row: AlertRow) -> None:
    entry = _add(root, "entry", "")
    _add(entry, "id", f"urn:sha256:{quote(row.id, safe='', errors='replace')}")
    _add(entry, "title", _short(row.summary))
    _add(entry, "updated", row.at)
    etree.SubElement(entry, f"{{{_ATOM}}}category", term=_writable(row.kind), label=_writable(row.rule))
    address = web_address(row.url)
    if address is not None:
        etree.SubElement(entry, f"{{{_ATOM}}}link", rel="alternate", href=address[0])
    content = _add(entry, "content", f"{row.summary_ar}\n{row.summary}\n\n«{row.quote}»\n{row.report}")
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
