"""What is read into a ledger while it is shown joins its stories and the search without a restart."""

from __future__ import annotations

import time
from pathlib import Path

from tahqiq.ledger import open_ledger
from tahqiq.web.desk import Desk
from tahqiq.web.keeping import kept_up_to_date
from tests.factories import amnesty

_LONGEST_SECONDS = 60


def test_reports_join_their_stories_by_themselves(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "kept") as ledger:
        desk = Desk(ledger)
        with kept_up_to_date(desk, str(tmp_path / "kept"), pause=0.05):
            ledger.add([amnesty()])
            until = time.monotonic() + _LONGEST_SECONDS
            while desk.is_behind() and time.monotonic() < until:
                time.sleep(0.05)
        assert [("amnesty",)] == [story.reports for story in ledger.stories()]
        assert 0 == desk.search.behind()
