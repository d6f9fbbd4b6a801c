"""What a number says, and whether it is a figure."""

from __future__ import annotations

from dataclasses import dataclass

from tahqiq.extract.ar.declined import Declined
from tahqiq.model.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Amount:
    """What a number says. `noun` are the tokens of the counted noun where they lie inside the span, else None."""

    quantity: Quantity
    noun: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """An Amount, and the reason for which it is no figure (None: it is one).

    `is_cents`: it was written in hundredths of its currency.
    """

    amount: Amount
    declined: Declined | None = None
    is_ordinal: bool = False
    is_cents: bool = False
