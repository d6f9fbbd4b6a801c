"""What is counted: an English label read into a kind of thing, its roles and its further attributes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tahqiq.reconcile.lexicon import ROLES
from tahqiq.reconcile.words import stem, words

PEOPLE_PREDICATES = frozenset(
    "killed wounded missing displaced evacuated returned detained released escaped transferred rescued".split()
)
CUSTODY = frozenset("detained released escaped transferred returned rescued other:recaptured other:kidnapped".split())
UPROOTED = frozenset("displaced evacuated returned other:trapped other:resettled other:repatriated".split())
ABOARD_PREDICATE = "other:aboard"
RESPONDING_PREDICATE = "other:responding"
DETONATED_PREDICATE = "other:detonated"
_UNRANKED = frozenset((RESPONDING_PREDICATE, DETONATED_PREDICATE))
_PEOPLED = PEOPLE_PREDICATES | _UNRANKED | {ABOARD_PREDICATE}
_SPEAKING = _PEOPLED | {"other:controlled"}
_MANIFEST = frozenset(("side:crew", "side:passenger"))
_IMPLIED = {
    "victim": "killed",
    "body": "killed",
    "hurt": "wounded",
    "lost": "missing",
    "moved": "displaced",
    "detainee": "detained",
}
_LINKING = frozenset("of in at by from for and or the a an to with on who among per than".split())
_EMPTY = frozenset(
    "member members element elements affiliate affiliates suicide new still other others more total number".split()
)


@dataclass(frozen=True, slots=True)
class Subject:
    """The thing counted.

    `is_people` tells people from things; `roles` are attributes known to the lexicon ("side:civilian", "age:child"),
    `others` stems of all further words of the label. A Subject of people without roles or others is everyone.
    `is_stated` is False where neither the label nor the predicate says what is counted.
    """

    is_people: bool
    roles: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    is_stated: bool = True

    @property
    def is_everyone(self) -> bool:
        """Whether people are counted without any restriction."""
        return self.is_people and not self.roles and not self.others

    @property
    def attributes(self) -> frozenset[str]:
        """Everything that restricts the count."""
        return self.roles | self.others


@lru_cache(maxsize=16384)
def subject(counted: str, predicate: str) -> Subject:
    """Read the label of a figure with that predicate; roles that the predicate implies restrict nothing.

    A label that is a bare Arabic word is a noun that no list knows: beside a predicate of people it is taken for none.
    """
    found = [word for word in words(counted) if not word.isdigit()]
    if predicate in _SPEAKING:
        found = [word for word in found if word.isascii() or word in ROLES]
    known = [ROLES[word] for word in found if word in ROLES]
    others = frozenset(
        stem(word) for word in found if word not in ROLES and word not in _LINKING | _EMPTY and len(word) > 1
    )
    roles = frozenset(f"{role.group}:{role.key}" for role in known if role.group)
    is_people = bool(known) or bool(_EMPTY.intersection(found)) or (predicate in _PEOPLED and not others)
    return Subject(
        is_people=is_people and not any(role.startswith("collective:") for role in roles),
        roles=roles - _needless(roles, predicate),
        others=others - _echo(predicate),
        is_stated=bool(found) or predicate in _SPEAKING,
    )


def telling_predicate(counted: str, predicate: str) -> str:
    """The predicate, or where it only says that people are there the label's own ("displaced people")."""
    if predicate != "present":
        return predicate
    implied = (_IMPLIED.get(ROLES[word].key) for word in words(counted) if word in ROLES)
    return next(filter(None, implied), predicate)


def _needless(roles: frozenset[str], predicate: str) -> frozenset[str]:
    """Roles that restrict nothing: whoever flees is a civilian, whoever is held, freed or at large was a fighter.

    Of those aboard only crew and passengers are told apart, of rescuers and suicide bombers nobody.
    """
    if predicate == ABOARD_PREDICATE:
        return roles - _MANIFEST
    if predicate in _UNRANKED:
        return roles
    if predicate in UPROOTED:
        return frozenset(("side:civilian", "side:refugee"))
    if predicate not in CUSTODY:
        return frozenset()
    is_fighter = "side:militant" in roles
    return frozenset(("side:detainee", "side:hostage", "side:militant", *(("side:official",) if is_fighter else ())))


def _echo(predicate: str) -> frozenset[str]:
    """Words of a label that only repeat the predicate ("area controlled")."""
    return frozenset(stem(word) for word in words(predicate.removeprefix("other:")))
