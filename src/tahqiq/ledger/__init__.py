"""What is known and how it is known: a ledger in a directory or on a server, append-only."""

from tahqiq.ledger.appending import Added
from tahqiq.ledger.audit import AuditHead
from tahqiq.ledger.judged import About
from tahqiq.ledger.opening import open_ledger
from tahqiq.ledger.recall import Filter, Held
from tahqiq.ledger.rejections import Rejection
from tahqiq.ledger.store import Counts, Ledger, Version

__all__ = ["About", "Added", "AuditHead", "Counts", "Filter", "Held", "Ledger", "Rejection", "Version", "open_ledger"]
