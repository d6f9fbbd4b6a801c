"""Bytes of a file or stream: gzip undone, sizes capped, failures as UnreadableInput."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from tahqiq.acquire.naming import shown
from tahqiq.errors import UnreadableInput

MAX_FILE = 64 << 20
"""Bytes of one text or page, after decompression."""

MAX_LINE = 16 << 20
"""Bytes of one row."""

_GZIP = b"\x1f\x8b"


@contextmanager
def reading(locator: str) -> Iterator[None]:
    """Turn the failures of reading and decompressing into UnreadableInput at `locator`."""
    try:
        yield
    except EOFError as error:
        raise UnreadableInput(locator, "the gzip data end too early") from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise UnreadableInput(locator, "the gzip data are damaged") from error
    except OSError as error:
        raise UnreadableInput(locator, (error.strerror or type(error).__name__).lower()) from error


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The file's bytes, decompressed where its name ends in .gz."""
    with reading(shown(str(path))), path.open("rb") as file:
        yield unzipped(file) if path.name.lower().endswith(".gz") else file


def unzipped(stream: BinaryIO) -> BinaryIO:
    """A stream of what `stream` holds compressed."""
    return cast(BinaryIO, gzip.GzipFile(fileobj=stream, mode="rb"))


def is_gzip(start: bytes) -> bool:
    """Whether bytes begin as gzip data do (RFC 1952, 2.3.1)."""
    return start.startswith(_GZIP)


def whole(stream: BinaryIO, locator: str, limit: int = MAX_FILE) -> bytes:
    """All of a stream; more than `limit` bytes (a gzip bomb, or no report) are refused."""
    raw = stream.read(limit + 1)
    if len(raw) > limit:
        raise UnreadableInput(locator, f"larger than {limit >> 20} MiB")
    return raw


def lines(stream: BinaryIO, limit: int = MAX_LINE) -> Iterator[bytes | None]:
    """The stream's lines without their ends, one at a time in memory; None for a line longer than `limit` bytes."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit or line.endswith(b"\n"):
            yield line.rstrip(b"\r\n")
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(limit)
        yield None
