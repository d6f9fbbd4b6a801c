"""Addresses of originals: only plain web addresses become links."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_PLAIN = re.compile(r"[!-~]{1,2000}")
_HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?")


def web_address(url: str | None) -> tuple[str, str] | None:
    """An http or https address (printable ASCII, no user name) with its host; None for anything else."""
    if url is None or not _PLAIN.fullmatch(url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or not _HOST.fullmatch(host):
        return None
    return url, host
