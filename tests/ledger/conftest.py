"""Every ledger test runs on a directory, and on a PostgreSQL server where `TAHQIQ_TEST_POSTGRES` names one."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url, text

from tahqiq.ledger import Ledger, open_ledger

Open = Callable[..., Ledger]

NOON = dt.datetime(2026, 1, 27, 12, 0, tzinfo=dt.UTC)


@pytest.fixture(params=["directory", "server"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A place for a ledger that does not exist yet."""
    if request.param == "directory":
        yield str(tmp_path / "ledger")
        return
    server = os.environ.get("TAHQIQ_TEST_POSTGRES")
    if not server:
        pytest.skip("TAHQIQ_TEST_POSTGRES names no PostgreSQL server")
    url, schema = make_url(server).set(drivername="postgresql+psycopg"), f"test_{uuid4().hex}"
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
        yield url.update_query_dict({"options": f"-csearch_path={schema}"}).render_as_string(hide_password=False)
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    engine.dispose()


@pytest.fixture
def open_here(where: str, tmp_path: Path) -> Iterator[Open]:
    """Opens the ledger of this test, as often as asked, always at noon and with code version "1" unless told."""
    opened: list[Ledger] = []

    def open_one(code_version: str = "1", at: dt.datetime = NOON) -> Ledger:
        ledger = open_ledger(where, clock=lambda: at, code_version=code_version)
        ledger.home = tmp_path / "home"
        opened.append(ledger)
        return ledger

    yield open_one
    for ledger in opened:
        ledger.close()


@pytest.fixture
def ledger(open_here: Open) -> Ledger:
    """An empty ledger."""
    return open_here()
