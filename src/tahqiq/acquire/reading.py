"""Files, folders and standard input as a stream of items."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, cast

from tahqiq.acquire.finding import HTML_ENDINGS, ROW_ENDINGS, STDIN, find_files
from tahqiq.acquire.naming import file_ids, shown
from tahqiq.acquire.opening import is_gzip, lines, opened, reading, unzipped, whole
from tahqiq.acquire.row import read_row
from tahqiq.errors import UnreadableInput
from tahqiq.model.report import MediaType, Received, Rejected

_STDIN_NAME = "stdin"
_MAX_BROKEN = 1000
_PEEK = 1 << 12
_BOM = b"\xef\xbb\xbf"
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")
_MARKS = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"  # bytes of order marks, of UTF-16 and of blanks


def read_paths(paths: Iterable[str], stdin: BinaryIO) -> Iterator[Received | Rejected]:
    """Every item that the paths hold, in their order, each read or rejected with a reason; no input raises.

    Paths are files (.txt, .html, .htm, .jsonl, each also .gz), folders, and "-" for `stdin` (rows if it begins with a
    brace, a page if it begins with "<", else one text; gzip is undone). Rows stream; a text or page is read whole. An
    id that came before in the same run is rejected, as is a field of a row that cannot be used (its locator then ends
    in the field's name, and the report itself follows without it).
    """
    seen: set[str] = set()
    for item in _items(tuple(find_files(paths)), stdin):
        if isinstance(item, Rejected):
            yield item
        elif item.id in seen:
            yield Rejected(item.locator, f"the id {item.id!r} was used before in this run")
        else:
            seen.add(item.id)
            yield item


def _items(found: tuple[Path | Rejected, ...], stdin: BinaryIO) -> Iterator[Received | Rejected]:
    ids = file_ids(path for path in found if isinstance(path, Path) and path != STDIN and not _is_rows(path))
    for item in found:
        if isinstance(item, Rejected):
            yield item
            continue
        try:
            yield from _read_stdin(stdin) if item == STDIN else _read_file(item, ids)
        except UnreadableInput as error:
            yield Rejected(error.locator, error.reason)


def _is_rows(path: Path) -> bool:
    return path.name.lower().endswith(ROW_ENDINGS)


def _read_file(path: Path, ids: Mapping[Path, str]) -> Iterator[Received | Rejected]:
    """Raises UnreadableInput where the file cannot be read on."""
    locator = shown(str(path))
    with opened(path) as file:
        if _is_rows(path):
            yield from _read_rows(file, locator)
            return
        kind = MediaType.HTML if path.name.lower().endswith(HTML_ENDINGS) else MediaType.TEXT
        yield Received(ids[path], locator, kind, whole(file, locator))


def _read_stdin(stdin: BinaryIO) -> Iterator[Received | Rejected]:
    """Raises UnreadableInput where the stream cannot be read on."""
    with reading(_STDIN_NAME):
        first, stream = _peek(stdin)
        if is_gzip(first):
            first, stream = _peek(unzipped(stream))
        start = first.lstrip(_MARKS)
        if start.startswith(b"{"):
            yield from _read_rows(stream, _STDIN_NAME)
            return
        kind = MediaType.HTML if start.startswith(b"<") else MediaType.TEXT
        yield Received(_STDIN_NAME, _STDIN_NAME, kind, whole(stream, _STDIN_NAME))


def _read_rows(stream: BinaryIO, locator: str) -> Iterator[Received | Rejected]:
    """Rows with the line's number in their locator.

    Raises UnreadableInput where they are in UTF-16, whose line ends lie across bytes, and after too many broken rows.
    """
    broken = 0
    for number, line in enumerate(lines(stream), 1):
        place = f"{locator}:{number}"
        if number == 1 and line is not None:
            if _is_wide(line):
                raise UnreadableInput(locator, "rows must be UTF-8, and these are UTF-16")
            line = line.removeprefix(_BOM)
        try:
            if line is None:
                raise UnreadableInput(place, "the row is too long")
            if line.strip():
                yield from read_row(line, place)
                broken = 0
        except UnreadableInput as error:
            yield Rejected(error.locator, error.reason)
            broken += 1
        if broken >= _MAX_BROKEN:
            raise UnreadableInput(locator, f"{broken} broken rows one after another; what follows was not read")


def _is_wide(start: bytes) -> bool:
    """Whether what opens with `start` are rows in UTF-16, by their byte-order mark or the zero byte of their brace."""
    return start.startswith((*_WIDE_BOMS, b"{\0", b"\0{"))


class _Resumed(io.RawIOBase):
    """A stream whose first bytes were read already and come again."""

    def __init__(self, start: bytes, rest: BinaryIO) -> None:
        super().__init__()
        self._start = start
        self._rest = rest

    def readable(self) -> bool:
        """A stream to read from."""
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        """Fill `buffer` from the first bytes, then from the rest; 0 at the end."""
        taken = self._start[: len(buffer)] or self._rest.read(len(buffer))
        self._start = self._start[len(taken) :]
        buffer[: len(taken)] = taken
        return len(taken)


def _peek(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """The stream's first line that is not blank, with those before it, and the stream as if nothing had been read."""
    start = stream.readline(_PEEK)
    while len(start) < _PEEK and not start.strip(_MARKS) and (line := stream.readline(_PEEK)):
        start += line
    return start, cast(BinaryIO, io.BufferedReader(cast(io.FileIO, _Resumed(start, stream))))
