"""Every error raised on purpose: one base, one class per thing a caller would do differently."""

from __future__ import annotations


class TahqiqError(Exception):
    """Base of all errors that Tahqiq raises on purpose; its text is one sentence for a person."""


class InvalidValue(TahqiqError):
    """A value of the model was asked for that cannot exist (a span outside its text, a reversed quantity)."""


class UnreadableInput(TahqiqError):
    """An input could not be read.

    Attributes: `locator` (file, or file:line), `reason` (one phrase).
    """

    def __init__(self, locator: str, reason: str) -> None:
        super().__init__(f"{locator}: {reason}")
        self.locator = locator
        self.reason = reason


class LedgerError(TahqiqError):
    """The ledger cannot do what was asked (missing, of another version, or in use)."""


class IntegrityError(LedgerError):
    """Stored bytes, claims or audit rows are not what was written."""


class UnknownName(TahqiqError):
    """Something was named that does not exist (a claim, a policy, a source); `known` are all names, `nearest` some."""

    def __init__(self, kind: str, name: str, known: tuple[str, ...] = (), nearest: tuple[str, ...] = ()) -> None:
        listed = f"; known: {', '.join(known)}" if known else ""
        hint = f"; nearest: {', '.join(nearest)}" if nearest else ""
        super().__init__(f"there is no {kind} {name!r}{listed}{hint}")
        self.kind = kind
        self.name = name
        self.known = known
        self.nearest = nearest


class AmbiguousName(TahqiqError):
    """A name or the beginning of an id fits several things; `meant` names them (the first few)."""

    def __init__(self, kind: str, name: str, meant: tuple[str, ...]) -> None:
        super().__init__(f"{name!r} could be more than one {kind}: {', '.join(meant)}")
        self.kind = kind
        self.name = name
        self.meant = meant


class InvalidJudgement(TahqiqError):
    """A judgement that cannot be kept as it is: `field` names the part that is wrong, `reason` is one phrase."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason
