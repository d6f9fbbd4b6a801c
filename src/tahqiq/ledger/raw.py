"""The bytes as received, by their SHA-256, compressed; written once and never rewritten."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import zstandard
from sqlalchemy import Connection, insert, select

from tahqiq.errors import IntegrityError, UnknownName
from tahqiq.ledger.tables import raw

_LARGEST = 1 << 30


class RawStore(Protocol):
    """Keeps bytes by digest (64 hex digits)."""

    def keep(self, connection: Connection, blobs: Mapping[str, bytes]) -> None:
        """Store what is not yet there; it is on disk when this returns, or when the transaction commits."""

    def read(self, connection: Connection, digest: str) -> bytes:
        """The bytes; UnknownName where there are none, IntegrityError where they are not what was written."""


@dataclass(frozen=True, slots=True)
class RawDirectory:
    """Raw bytes in files `ab/cdef….zst` below `root`."""

    root: Path

    def keep(self, connection: Connection, blobs: Mapping[str, bytes]) -> None:
        """Write each missing file beside its place, flush it, and rename it there."""
        for digest, blob in blobs.items():
            path = self.path(digest)
            if not path.exists():
                self._write(path, compress(blob))

    def read(self, connection: Connection, digest: str) -> bytes:
        """The bytes of one file."""
        try:
            packed = self.path(digest).read_bytes()
        except FileNotFoundError as error:
            raise UnknownName("raw bytes", digest) from error
        return _checked(digest, packed)

    def path(self, digest: str) -> Path:
        """Where the bytes of a digest lie."""
        if len(digest) != 64 or not set(digest) <= set("0123456789abcdef"):
            raise UnknownName("raw bytes", digest)
        return self.root / digest[:2] / f"{digest[2:]}.zst"

    def _write(self, path: Path, packed: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(f".{os.getpid()}.part")
        with beside.open("wb") as file:
            file.write(packed)
            file.flush()
            os.fsync(file.fileno())
        beside.rename(path)


@dataclass(frozen=True, slots=True)
class RawTable:
    """Raw bytes in the `raw` table, for a ledger on a server."""

    def keep(self, connection: Connection, blobs: Mapping[str, bytes]) -> None:
        """Insert each missing row."""
        there = set(connection.scalars(select(raw.c.digest).where(raw.c.digest.in_(list(blobs)))))
        rows = [{"digest": d, "bytes": compress(b)} for d, b in blobs.items() if d not in there]
        if rows:
            connection.execute(insert(raw), rows)

    def read(self, connection: Connection, digest: str) -> bytes:
        """The bytes of one row."""
        packed = connection.scalar(select(raw.c.bytes).where(raw.c.digest == digest))
        if packed is None:
            raise UnknownName("raw bytes", digest)
        return _checked(digest, packed)


def compress(blob: bytes) -> bytes:
    """`blob` as one zstd frame that states its size."""
    return zstandard.ZstdCompressor(level=3).compress(blob)


def decompress(packed: bytes) -> bytes:
    """The bytes of a zstd frame; IntegrityError where it is none, or would grow beyond a gigabyte."""
    try:
        if zstandard.frame_content_size(packed) > _LARGEST:
            raise IntegrityError("compressed bytes claim to be larger than a gigabyte")
        return zstandard.ZstdDecompressor().decompress(packed)
    except zstandard.ZstdError as error:
        raise IntegrityError(f"compressed bytes are broken ({error})") from error


def _checked(digest: str, packed: bytes) -> bytes:
    blob = decompress(packed)
    found = hashlib.sha256(blob).hexdigest()
    if found != digest:
        raise IntegrityError(f"the raw bytes {digest} hash to {found}")
    return blob
