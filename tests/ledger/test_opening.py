"""A ledger is opened where it lives, made where there is none, and refused where it cannot be one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from tahqiq.errors import LedgerError
from tahqiq.ledger import Ledger, open_ledger
from tahqiq.ledger.database import FILE_NAME
from tahqiq.ledger.migrating import configuration
from tahqiq.ledger.migrations import HEAD
from tahqiq.ledger.tables import metadata
from tests.factories import toll


def test_what_was_kept_is_there_when_the_ledger_is_opened_again(where: str) -> None:
    read, raw = toll("flood", 12)
    with open_ledger(where) as ledger:
        ledger.add([(read, raw)])
    with open_ledger(where, create=False) as ledger:
        assert read == ledger.read_report("flood")


def test_a_ledger_that_does_not_exist_is_not_made_unless_asked(where: str, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    with pytest.raises(LedgerError, match="there is no ledger"):
        open_ledger(where, create=False)
    assert before == sorted(tmp_path.iterdir())


def test_raw_bytes_lie_in_a_directory_by_their_digest(tmp_path: Path) -> None:
    read, raw = toll("flood", 12)
    with open_ledger(tmp_path) as ledger:
        ledger.add([(read, raw)])
    digest = read.report.digest
    files = [path for path in tmp_path.rglob("raw/**/*") if path.is_file()]
    assert [tmp_path / "raw" / digest[:2] / f"{digest[2:]}.zst"] == files


def test_tables_and_migrations_agree(ledger: Ledger) -> None:
    with ledger.engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), metadata)
        head = ScriptDirectory.from_config(configuration(connection)).get_current_head()
    assert [] == [difference for difference in found if "derived_" not in str(difference)]
    assert HEAD == head


def test_a_ledger_of_a_later_version_is_refused(where: str) -> None:
    with open_ledger(where) as ledger, ledger.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(LedgerError, match="later version"):
        open_ledger(where)


@pytest.mark.parametrize("content", [b"not a database, but long enough to be taken for one" * 100, b"\0" * 4096])
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    with pytest.raises(LedgerError):
        open_ledger(tmp_path)


def test_a_directory_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LedgerError):
        open_ledger(tmp_path / "file" / "ledger")


ADDRESSES = ["mysql://u:secret@host/db", "postgresql://u:secret@127.0.0.1:1/nothing", "postgresql://u:secret@:x/y"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_is_no_ledger_is_refused_without_its_password(address: str) -> None:
    with pytest.raises(LedgerError) as refused:
        open_ledger(address)
    assert "secret" not in str(refused.value)


def test_the_database_can_be_read_by_any_sqlite(tmp_path: Path) -> None:
    with open_ledger(tmp_path) as ledger:
        ledger.add([toll("flood", 12)])
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
        query = "SELECT json_extract(body, '$.text'), json_extract(body, '$.low') FROM claims"
        assert [("12", 12)] == connection.execute(query).fetchall()
