"""Every item of the paths is read or rejected with its place and reason."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json
from pathlib import Path

import pytest

from tahqiq.acquire import read_paths
from tahqiq.model.report import MediaType, Received, Rejected


def items(*paths: object, stdin: bytes = b"") -> list[Received | Rejected]:
    return list(read_paths(map(str, paths), io.BytesIO(stdin)))


def write(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    return path


ROW = {"id": "a", "text": "نص", "title": "عنوان", "outlet": "الجسر", "published": "2026-01-22T10:00:00+03:00"}


def line(**fields: object) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode() + b"\n"


@pytest.mark.parametrize("name", ["one.txt", "one.txt.gz", "one.more.txt"])
def test_a_text_file_is_one_item_named_by_its_first_dot(tmp_path: Path, name: str) -> None:
    (found,) = items(write(tmp_path, name, "نص".encode()))
    assert isinstance(found, Received)
    assert ("one", MediaType.TEXT, "نص".encode()) == (found.id, found.media_type, found.raw)


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.jsonl.gz"])
def test_rows_carry_what_is_known_of_them(tmp_path: Path, name: str) -> None:
    (found,) = items(write(tmp_path, name, line(**ROW)))
    assert isinstance(found, Received)
    assert ("a", "نص", "الجسر") == (found.id, found.body, found.metadata.outlet)
    assert dt.datetime.fromisoformat("2026-01-22T10:00:00+03:00") == found.metadata.published


BROKEN_ROWS = [
    b"not json\n",
    b"[1]\n",
    line(id="b"),
    line(id="b", text=5),
    line(text="no id"),
    b'{"id": "b", "text": "\\ud800"}\n',
    b'{"id": "b", "text": "\\u0000"}\n',
    b"\xff\xfe\n",
]


@pytest.mark.parametrize("broken", BROKEN_ROWS)
def test_a_broken_row_is_rejected_with_its_line_and_the_rest_goes_on(tmp_path: Path, broken: bytes) -> None:
    path = write(tmp_path, "rows.jsonl", line(**ROW) + broken + line(id="c", text="نص آخر"))
    found = items(path)
    assert ["a", "c"] == [f.id for f in found if isinstance(f, Received)]
    assert [f"{path}:2"] == [f.locator for f in found if isinstance(f, Rejected)]


def test_a_field_that_cannot_be_used_is_listed_and_the_report_kept(tmp_path: Path) -> None:
    found = items(write(tmp_path, "rows.jsonl", line(id="a", text="نص", published="غدا")))
    assert [Rejected, Received] == [type(f) for f in found]
    assert isinstance(found[1], Received)
    assert found[1].metadata.published is None


@pytest.mark.parametrize(
    "title", ["عنوان ضاع \ufffd حرفه", "قتل 12 شخصا في المدينة".encode().decode("latin-1"), "ع\0نوان"]
)
def test_an_unreadable_title_is_listed_and_the_report_kept(tmp_path: Path, title: str) -> None:
    path = write(tmp_path, "rows.jsonl", line(id="a", text="نص", title=title, outlet="الجسر"))
    aside, found = items(path)
    assert isinstance(aside, Rejected)
    assert isinstance(found, Received)
    assert (f"{path}:1 title", None, "الجسر") == (aside.locator, found.metadata.title, found.metadata.outlet)


def test_blanks_around_a_title_are_no_part_of_it(tmp_path: Path) -> None:
    (found,) = items(write(tmp_path, "rows.jsonl", line(id="a", text=" نص ", title="\xa0 عنوان \n")))
    assert isinstance(found, Received)
    assert ("عنوان", " نص ") == (found.metadata.title, found.body)


@pytest.mark.parametrize("charset", ["utf-16", "utf-16-le", "utf-16-be"])
def test_rows_in_utf16_are_refused_once(tmp_path: Path, charset: str) -> None:
    rows = (line(**ROW) + line(id="b", text="نص آخر")).decode().encode(charset)
    path = write(tmp_path, "rows.jsonl", rows)
    for found in (items(path), items("-", stdin=rows)):
        (refused,) = found
        assert isinstance(refused, Rejected)
        assert "UTF-16" in refused.reason


def test_folders_are_walked_in_order_and_what_is_no_report_is_listed(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", b"b")
    write(tmp_path, "a/c.html", b"<p>c</p>")
    write(tmp_path, "picture.png", b"png")
    write(tmp_path, ".hidden.txt", b"hidden")
    found = items(tmp_path)
    assert {"b", "c"} == {f.id for f in found if isinstance(f, Received)}
    assert [str(tmp_path / "picture.png")] == [f.locator for f in found if isinstance(f, Rejected)]


def test_an_id_used_before_in_the_run_is_rejected(tmp_path: Path) -> None:
    path = write(tmp_path, "rows.jsonl", line(id="a", text="نص") + line(id="a", text="نص آخر"))
    assert [Received, Rejected] == [type(f) for f in items(path)]


@pytest.mark.parametrize(
    ("stdin", "media", "id"),
    [
        (line(id="r", text="نص"), MediaType.ROW, "r"),
        ("قُتل 12".encode(), MediaType.TEXT, "stdin"),
        ("قُتل 12".encode("utf-16"), MediaType.TEXT, "stdin"),
        ("\n<p>قُتل 12</p>".encode(), MediaType.HTML, "stdin"),
        ("<p>قُتل 12</p>".encode("utf-16"), MediaType.HTML, "stdin"),
    ],
)
def test_standard_input_is_rows_a_page_or_a_text(stdin: bytes, media: MediaType, id: str) -> None:
    (found,) = items("-", stdin=stdin)
    assert isinstance(found, Received)
    assert (media, id) == (found.media_type, found.id)


@pytest.mark.parametrize("argument", ["https://example.org/news", "http://example.org/feed.xml", "no-such-file.txt"])
def test_what_cannot_be_opened_is_declined_by_name(argument: str) -> None:
    (found,) = items(argument)
    assert isinstance(found, Rejected)
    assert argument in found.locator


def test_a_cut_gzip_is_rejected_after_what_it_held(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl.gz"
    path.write_bytes(gzip.compress(line(id="a", text="نص") * 1)[:-6])
    assert isinstance(items(path)[-1], Rejected)


def test_a_link_that_turns_back_does_not_loop(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", b"a")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert 1 == sum(isinstance(f, Received) for f in items(tmp_path))
