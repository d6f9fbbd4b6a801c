"""The ledger that pages are made from."""

from __future__ import annotations

from tahqiq.errors import UnknownName
from tahqiq.ledger.outlines import measures_of, story_outline
from tahqiq.ledger.search import Search
from tahqiq.ledger.store import Ledger
from tahqiq.model.measure import Story
from tahqiq.model.outline import NumberedMeasure

_INDEXED_AT_ONCE = 200


class Desk:
    """What pages read. Threads may share it; it writes nothing but the search index, where few readings are new."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.search = Search(ledger, _INDEXED_AT_ONCE)

    def is_behind(self) -> bool:
        """Whether anything was read or decided that the stories or the search do not know yet."""
        return not self.ledger.is_reconciled() or self.search.behind() > 0

    def story(self, id: str) -> Story:
        """The story of that id; UnknownName where there is none."""
        return story_outline(self.ledger, id).story

    def measure(self, story: str, id: str) -> NumberedMeasure:
        """The measure of that id in that story; UnknownName where there is no such story or measure."""
        found = measures_of(self.ledger, [id], self.story(story).id)
        if not found:
            raise UnknownName("measure", id)
        return found[0]
