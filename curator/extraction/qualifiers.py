"""What the words around a value say of it: approximations ("up to"), bounds ("by") and status ("reportedly")."""

from __future__ import annotations

from curator.domain.facts import Approximation, Status
from curator.extraction.readings import Reading

_REACH = 3
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
            return Approximation(said)
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
    planned = False
    for at in range(first - 1, max(-1, first - 1 - _BEFORE), -1):
        if _ends_sentence(reading, at):
            break
        said = reading.term(at, "status")
        if said == "unconfirmed":
            return Status.UNCONFIRMED
        planned = planned or said == "planned"
    for at in range(last + 1, min(len(reading.nodes), last + 1 + _AFTER)):
        if _ends_sentence(reading, at):
            break
        if reading.term(at, "status") == "unconfirmed":
            return Status.UNCONFIRMED
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
