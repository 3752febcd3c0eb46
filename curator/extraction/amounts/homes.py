"""The country that a text was written in, by its dateline, its places and the boards of its country.

A sign that many countries share ("$") stands for the money of that one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

from curator.extraction.readings import Reading

_DATELINE = re.compile(
    r"(?:,[^\n—–(]{1,30}?)?\s*(?:\((?P<agency>[^)\n]{1,30})\)\s*)?(?:[—–:]|--|-\s|\.\s?[-—–]|\s-\s)"
)
"""What makes a dateline of a place at the beginning of a paragraph: "TORONTO, Nov 10 (Reuters) -"."""
_BY_DATELINE, _BY_BOARD, _BY_PLACE = 4, 2, 1
_MOST_BOARDS, _MOST_PLACES = 2, 2
"""How many different ones count: a text of one country names many of another's cities, too."""
_LEAST_CAPITALS = 4


class Home(NamedTuple):
    """A country as ISO 3166-1, "" for none, and how much speaks for it."""

    country: str
    weight: int


def home(reading: Reading, among: frozenset[str]) -> Home:
    """The one of some countries that most speaks for, none of two alike; America for an agency's text."""
    boards: dict[str, set[str]] = defaultdict(set)
    places: dict[str, set[str]] = defaultdict(set)
    weights: dict[str, int] = defaultdict(int)
    for item, node in enumerate(reading.nodes):
        if node is None or not node.terms:
            continue
        country = node.terms.get("home")
        if country is not None:
            boards[country].add(reading.written(item))
            continue
        country = node.terms.get("nation")
        if country is None:
            continue
        places[country].add(reading.written(item).casefold())
        if _begins_paragraph(reading, item) and (said := _dateline(reading, item)) is not None:
            if said == _AGENCY:
                return Home("US", _BY_DATELINE)
            weights[country] = _BY_DATELINE
    for country in among:
        weights[country] += _BY_BOARD * min(_MOST_BOARDS, len(boards[country]))
        weights[country] += _BY_PLACE * min(_MOST_PLACES, len(places[country]))
    ranked = sorted(((weights[country], country) for country in among), reverse=True)
    (weight, country), (next_weight, _) = [*ranked, (0, ""), (0, "")][:2]
    return Home(country, weight) if weight > next_weight else Home("", 0)


_AGENCY, _OWN = "agency", "own"


def _begins_paragraph(reading: Reading, item: int) -> bool:
    return item == 0 or reading.text[: reading.starts[item]].endswith("\n")


def _dateline(reading: Reading, item: int) -> str | None:
    """Whether a place at the beginning of a paragraph is its dateline, and an agency's."""
    text, end = reading.text, reading.ends[item]
    match = _DATELINE.match(text, end)
    if match is None:
        written = reading.written(item)
        capitals = len(written) >= _LEAST_CAPITALS and written.isupper()
        return _OWN if capitals and text.startswith(". ", end) else None
    for other in range(item + 1, len(reading.nodes)):
        if reading.starts[other] >= match.end():
            break
        if reading.term(other, "agency") is not None:
            return _AGENCY
    return _OWN
