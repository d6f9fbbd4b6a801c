"""Arguments → files: folders are walked in order, and whatever is no readable kind is rejected with its reason."""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from tahqiq.acquire.naming import shown
from tahqiq.model.report import Rejected

TEXT_ENDINGS = (".txt", ".txt.gz")
HTML_ENDINGS = (".html", ".htm", ".html.gz", ".htm.gz")
ROW_ENDINGS = (".jsonl", ".jsonl.gz")
_READ = TEXT_ENDINGS + HTML_ENDINGS + ROW_ENDINGS
STDIN = Path("-")
"""Stands for standard input; no file that is read can have that name."""

_FEEDS = (".xml", ".rss", ".atom", ".opml")


def find_files(arguments: Iterable[str]) -> Iterator[Path | Rejected]:
    """The files that the arguments name, in their order; folders recursively, sorted by name, hidden ones left out.

    "-" gives `STDIN`, once.

    Rejected: web addresses, feeds, kinds that are not read, what is missing or no regular file, links to folders (they
    may loop), folders that cannot be listed, and a file that was named before.
    """
    seen: set[tuple[int, int] | None] = set()
    for argument in arguments:
        for found in _named(argument):
            yield _first_time(found, seen) if isinstance(found, Path) else found


def _named(argument: str) -> Iterator[Path | Rejected]:
    if argument == str(STDIN):
        yield STDIN
        return
    if "://" in argument:
        yield Rejected(shown(argument), "web addresses are not read yet; save the page and name the file")
        return
    if "\0" in argument:
        yield Rejected(shown(argument), "no file can have that name")
        return
    path = Path(argument)
    yield from _walk(path) if _is_plain_folder(path) else (_check(path),)


def _is_plain_folder(path: Path) -> bool:
    """Whether the path is a folder, and not one that poses as a file ("x.txt")."""
    try:
        return path.is_dir() and not path.name.lower().endswith(_READ)
    except OSError:
        return False


def _walk(top: Path) -> Iterator[Path | Rejected]:
    """Depth first with a stack of its own, since folders may nest deeper than Python recurses."""
    waiting = [top]
    while waiting:
        path = waiting.pop()
        if not _is_plain_folder(path):
            yield _check(path)
        elif path != top and path.is_symlink():
            yield Rejected(shown(str(path)), "a link to a folder is not followed")
        else:
            try:
                inside = sorted(path.iterdir(), reverse=True)
            except OSError as error:
                yield Rejected(shown(str(path)), f"the folder cannot be listed ({_why(error)})")
                continue
            waiting.extend(each for each in inside if not each.name.startswith("."))


def _check(path: Path) -> Path | Rejected:
    """Whether the path is a regular file of a kind that is read; devices and pipes are never opened."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return Rejected(shown(str(path)), _why(error))
    if stat.S_ISDIR(mode):
        return Rejected(shown(str(path)), "a folder with the name of a file")
    if not stat.S_ISREG(mode):
        return Rejected(shown(str(path)), "not a regular file")
    name = path.name.lower()
    if name.endswith(_READ):
        return path
    if name.endswith(_FEEDS):
        return Rejected(shown(str(path)), "feeds are not read yet")
    return Rejected(shown(str(path)), "not a kind that is read (.txt, .html, .htm, .jsonl, each also .gz)")


def _first_time(path: Path, seen: set[tuple[int, int] | None]) -> Path | Rejected:
    try:
        key = None if path == STDIN else _identity(path)
    except OSError as error:
        return Rejected(shown(str(path)), _why(error))
    if key in seen:
        return Rejected(shown(str(path)), "named before in this run")
    seen.add(key)
    return path


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino


def _why(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
