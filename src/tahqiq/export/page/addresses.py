"""Addresses of originals: only plain web addresses become links."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_PLAIN = re.compile(r"[!-~\u0620-\u064a\u0660-\u0669]{1,2000}")
"""Printable ASCII and bare Arabic letters and digits: nothing invisible, nothing that turns the reading direction."""

_HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?")
_ASCII = "".join(map(chr, range(0x21, 0x7F)))


def web_address(url: str | None) -> tuple[str, str] | None:
    """An http or https address, in ASCII, with its host; None for anything else, for user names, for odd hosts."""
    if url is None or not _PLAIN.fullmatch(url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or not _HOST.fullmatch(host):
        return None
    return quote(url, safe=_ASCII), host
