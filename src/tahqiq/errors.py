"""Every error raised on purpose: one base, one class per thing a caller would do differently."""

from __future__ import annotations

from typing import ClassVar


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


class PersonError(TahqiqError):
    """An account, password or token cannot be as asked; `reason` is one of `SENTENCES`, `name` what stands in it."""

    SENTENCES: ClassVar[dict[str, str]] = {
        "name_form": "{name!r} cannot be a name: letters, digits and single spaces . _ - ' within them, at most 64",
        "name_taken": "there is an account {name!r} already",
        "password_short": "a password has at least {name} characters",
        "password_long": "a password has at most {name} characters",
        "password_easy": "a password holds neither the name {name!r} nor the same few characters alone",
        "password_differs": "the new password was typed in two ways",
        "last_admin": "{name!r} is the last admin; make another one first",
        "token_days": "a token lasts from 1 day to {name} days",
        "token_label": "{name!r} cannot be a label: at most 100 printable characters",
    }

    def __init__(self, reason: str, name: str) -> None:
        super().__init__(self.SENTENCES[reason].format(name=name))
        self.reason = reason
        self.name = name


class MissingPart(TahqiqError):
    """Something that only some commands need is not installed.

    Attributes: `wanted` (what cannot be done), `part` (what is absent), `remedy` (the command that brings it).
    """

    def __init__(self, wanted: str, part: str, remedy: str) -> None:
        super().__init__(f"{wanted} needs {part}, which is not here; {remedy}")
        self.wanted = wanted
        self.part = part
        self.remedy = remedy
