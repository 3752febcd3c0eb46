"""All facts of a text, in reading order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from curator.domain.companies import Company
from curator.domain.facts import Fact, FactKind
from curator.domain.spans import Span
from curator.extraction import money, percents, quantities, shares
from curator.extraction.amounts import measured
from curator.extraction.calendar import day_of
from curator.extraction.dates import find_dates
from curator.extraction.masks import masked
from curator.extraction.readings import Reading, read

_FIRST = {FactKind.MONEY: 0, FactKind.PERCENT: 1, FactKind.DATE: 2, FactKind.QUANTITY: 3}
_LAST = 4


def extract(
    text: str,
    language: str | None = None,
    reference_date: date | str | None = None,
    *,
    known: Iterable[Company] = (),
) -> list[Fact]:
    """What `curator.extraction.extract` gives."""
    reference = day_of(reference_date)
    reading = read(masked(text), language)
    facts = _amounts(reading) + find_dates(reading, reference)
    facts = _without_overlaps(facts)
    facts += _companies(text, known, [Span(fact.start, fact.end) for fact in facts])
    facts.sort(key=lambda fact: (fact.start, fact.end))
    return facts


def _amounts(reading: Reading) -> list[Fact]:
    found: list[Fact] = []
    links = frozenset(
        reading.written(item).casefold() for item, letter in enumerate(reading.amounts) if letter == "&"
    )
    for each in measured(reading, "".join(reading.amounts)):
        if each.letter == shares.LETTER:
            fact = shares.share(reading, each)
        elif each.letter in money.LETTERS:
            fact = money.money(reading, each)
        elif each.letter in percents.LETTERS:
            fact = percents.percent(reading, each)
        else:
            fact = quantities.quantity(reading, each)
        if fact is not None:
            found.append(fact)
    return money.joined(found, reading.text, links)


def _without_overlaps(facts: list[Fact]) -> list[Fact]:
    """The facts without those that share words with a stronger kind, or with a longer one of their own."""
    kept: list[Fact] = []
    ends: list[tuple[int, int]] = []
    for fact in sorted(facts, key=lambda fact: (fact.start, fact.start - fact.end)):
        while kept and fact.start < kept[-1].end:
            if _rank(kept[-1]) <= _rank(fact):
                break
            kept.pop()
        else:
            kept.append(fact)
            ends.append((fact.start, fact.end))
    return kept


def _rank(fact: Fact) -> tuple[int, int]:
    first = _LAST if fact.rule == shares.RULE else _FIRST[fact.kind]
    return (first, fact.start - fact.end)


def _companies(text: str, known: Iterable[Company], masks: list[Span]) -> list[Fact]:
    try:
        from curator.extraction.companies import find_companies
    except ImportError:
        return []
    return find_companies(text, known, masks)
