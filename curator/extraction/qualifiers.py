"""What the words around a value say of it: approximations ("up to") and status ("reportedly")."""

from __future__ import annotations

from bisect import bisect_left

from curator.domain.facts import Approximation, Status
from curator.extraction.readings import Reading

_REACH = 3
_MEASURES = frozenset("PQBCKyU")
"""Before "to", they tell of a change ("by 7 % to 1.2 billion"), not of a bound."""
_SKIPPED = frozenset("oal-(")
_CLAUSE_END = frozenset("|")
_BEFORE = 14
_AFTER = 4


def approximation(reading: Reading, first: int, last: int) -> Approximation:
    """How the words just before or after the items bound their value."""
    at = first - 1
    for _ in range(_REACH):
        if at < 0:
            break
        said = reading.term(at, "approx")
        if said is not None:
            rises_to = said == "up_to" and at > 0 and reading.amounts[at - 1] in _MEASURES
            return Approximation.EXACT if rises_to and reading.amounts[at] == "r" else Approximation(said)
        if reading.amounts[at] not in _SKIPPED or reading.amounts[at] == "|":
            break
        at -= 1
    if last + 1 < len(reading.nodes):
        said = reading.term(last + 1, "approx_after")
        if said is not None:
            return Approximation(said)
    return Approximation.EXACT


def status(reading: Reading, first: int, last: int) -> Status:
    """What the clause says of the value: "unconfirmed" on either side, else planned before it."""
    hedges = reading.hedges
    at = bisect_left(hedges, first - _BEFORE)
    planned = False
    while at < len(hedges) and hedges[at] <= last + _AFTER:
        hedge = hedges[at]
        at += 1
        said = reading.term(hedge, "status")
        if hedge < first:
            if any(_ends_sentence(reading, item) for item in range(hedge + 1, first)):
                continue
        elif said == "planned" or any(_ends_sentence(reading, item) for item in range(last + 1, hedge)):
            continue
        if said == "unconfirmed":
            return Status.UNCONFIRMED
        planned = True
    return Status.PLANNED if planned else Status.STATED


def _ends_sentence(reading: Reading, item: int) -> bool:
    if reading.dates[item] in _CLAUSE_END:
        return True
    start = reading.starts[item]
    if reading.text[start] in "。！？!?;；":
        return True
    if reading.text[start] != "." or reading.ends[item] != start + 1:
        return False
    following = reading.text[start + 1 : start + 3]
    return following[:1].isspace() and not following[1:].islower()
