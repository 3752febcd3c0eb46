"""What the words around a value say of it: approximations ("up to") and status ("reportedly")."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from curator.domain.facts import Approximation, Status
from curator.extraction.readings import Reading
from curator.extraction.tokens import UNSPACED_SIGN

_REACH = 3
_MEASURES = frozenset("PQBCKycU")
"""Before "to", they tell of a change ("by 7 % to 1.2 billion"), not of a bound."""
_MOVES = 8
"""Items before "to" among which a verb of change stands: "wzrosły do", "hasta"."""
_SKIPPED = frozenset("oal-(")
_WHILE = frozenset({"over", "under"})
_TIMES = frozenset({"hour", "day", "week", "month", "year", "decade"})
_WITH_BOUNDS = frozenset({"at_least", "over", "under", "about"})
_CLAUSE_END = frozenset("|")
_BEFORE_SIGN = " \t\n\u00a0(|、（「：:"
_SPACED_MINUS = re.compile(
    r"(?:\(|(?:^|\s)(?:de|à|of|to|di|von|auf|van|om|a|em|en)\s)([-−–][ \u00a0\u202f])\Z"
)
"""A minus sign with a space after it, as French prints it: "(- 11,4 %)", "de – 2,4 %"."""
_LONGEST_MINUS = 8
_BEFORE = 14
_AFTER = 4
_BETWEEN = 4
"""Items behind a value within which a word for "between" stands: after a year and its suffix."""


def approximation(reading: Reading, first: int, last: int) -> Approximation:
    """How the words just before or after the items bound their value."""
    at = first - 1
    for _ in range(_REACH):
        if at < 0:
            break
        said = reading.term(at, "approx")
        if said is not None and (at == first - 1 or said in _WITH_BOUNDS or not _is_small(reading, at + 1)):
            lasts = said in _WHILE and _is_while(reading, at, last)
            plain = lasts or _tells_of_change(reading, at, said)
            return Approximation.EXACT if plain else Approximation(said)
        if (reading.amounts[at] not in _SKIPPED and not _is_small(reading, at)) or reading.amounts[at] == "|":
            break
        at -= 1
    if last + 1 < len(reading.nodes):
        said = reading.term(last + 1, "approx_after")
        if said is not None and not _begins_another(reading, last + 2):
            return Approximation(said)
    return Approximation.EXACT


def _is_while(reading: Reading, item: int, last: int) -> bool:
    """Whether "over" tells how long something took: "fell by a third over 24 weeks", "under 9 månader"."""
    unit = reading.term(last, "unit")
    if reading.term(item, "lasting") is not None and reading.written(item) == "under":
        return unit in _TIMES and unit != "year"  # "barn under 5 år" are younger
    if reading.written(item) != "over" or unit not in _TIMES:
        return False
    return last + 1 >= len(reading.nodes) or not reading.says(last + 1, "aged")


def _is_small(reading: Reading, item: int) -> bool:
    """Whether an item may stand between a bound and its value: "nejméně o 250 Kč", "casi un 4 %"."""
    if reading.term(item, "beside_bound") is not None:
        return True
    determined = reading.amounts[item] == "t" or reading.term(item, "determiner") is not None
    return determined and reading.lexicons[item].language != "en"  # "more than the £20bn planned"


def _tells_of_change(reading: Reading, item: int, said: str) -> bool:
    """Whether the word before a value says what something came to ("wzrosły do", "jukust um"), no bound."""
    if said == "up_to" and (reading.amounts[item] == "r" or reading.says(item, "as_far_as")):
        if item > 0 and reading.amounts[item - 1] in _MEASURES:
            return True
    elif said != "about" or reading.term(item, "by_share") is None:
        return False
    for at in range(item - 1, max(-1, item - 1 - _MOVES), -1):
        if reading.term(at, "moves") is not None:
            return True
        if ends_sentence(reading, at):
            return False
    return False


def _begins_another(reading: Reading, item: int) -> bool:
    """Whether another amount follows: "€32m plus €7m in bonuses"."""
    return item < len(reading.amounts) and reading.amounts[item] in "NnYkK"


def is_between(reading: Reading, last: int) -> bool:
    """Whether a word behind the items says that two values bound a range: "5 és 10 között"."""
    behind = range(last, min(last + _BETWEEN, len(reading.nodes)))
    return any(reading.term(item, "between_after") is not None for item in behind)


def status(reading: Reading, first: int, last: int) -> Status:
    """What the clause says of the value: "unconfirmed" on either side, else planned before it."""
    planned = False
    for hedge in hedges_between(reading, first - _BEFORE, last + _AFTER):
        said = reading.term(hedge, "status")
        if said is None:
            continue
        if hedge < first:
            ends = ends_sentence if said == "unconfirmed" else _ends_statement
            if any(ends(reading, item) for item in range(hedge + 1, first)):
                continue
        elif said == "planned" or any(ends_sentence(reading, item) for item in range(last + 1, hedge)):
            continue
        if said == "unconfirmed":
            return Status.UNCONFIRMED
        planned = True
    return Status.PLANNED if planned else Status.STATED


def hedges_between(reading: Reading, first: int, last: int) -> Iterator[int]:
    """The items from `first` to `last` that tell of plans or doubts."""
    hedges = reading.hedges
    at = bisect_left(hedges, first)
    while at < len(hedges) and hedges[at] <= last:
        yield hedges[at]
        at += 1


def ends_clause(reading: Reading, item: int) -> bool:
    """Whether an item ends a clause: a comma, a dash or the end of a sentence."""
    return reading.text[reading.starts[item]] in ",，、،:–—·" or ends_sentence(reading, item)


def _ends_statement(reading: Reading, item: int) -> bool:
    """Whether what is planned before the item is another thing: after ", which", ", but", ": "."""
    if reading.text[reading.starts[item]] == ":" or reading.term(item, "clause") is not None:
        return True
    return ends_sentence(reading, item)


def ends_sentence(reading: Reading, item: int) -> bool:
    """Whether an item ends a sentence."""
    if reading.dates[item] in _CLAUSE_END:
        return True
    start = reading.starts[item]
    if reading.text[start] in "。！？!?;；؛।։":
        return True
    if reading.text[start] != "." or reading.ends[item] != start + 1:
        return False
    following = reading.text[start + 1 : start + 3]
    return following[:1].isspace() and not following[1:].islower()


def minus_before(reading: Reading, first: int, last: int) -> int:
    """The characters of a minus sign or word before the items of an amount, 0 if there is none."""
    start = reading.starts[first]
    if first > 0 and reading.term(first - 1, "minus") is not None:
        compared = last + 1 < len(reading.nodes) and reading.says(last + 1, "than")
        return 0 if compared else start - reading.starts[first - 1]
    if start == 0:
        return 0
    if reading.text[start - 1] in " \u00a0\u202f":
        spaced = _SPACED_MINUS.search(reading.text[max(0, start - _LONGEST_MINUS) : start])
        return len(spaced[1]) if spaced else 0
    if reading.text[start - 1] not in "-−–▲△":
        return 0
    if reading.text[start - 1] in "▲△" or start == 1:
        return 1
    before = reading.text[start - 2]
    return int(before in _BEFORE_SIGN or UNSPACED_SIGN.match(before) is not None)
