"""All facts of a text, in reading order."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import chain

from curator import extensions
from curator.domain.companies import Company
from curator.domain.facts import Fact, FactKind
from curator.domain.spans import Span
from curator.extraction.amounts import money, percents, quantities, shares
from curator.extraction.amounts.comparisons import bracketed, compared
from curator.extraction.amounts.dollars import of_the_text
from curator.extraction.amounts.lists import listed
from curator.extraction.amounts.measured_numbers import measured
from curator.extraction.confidences import calibrated
from curator.extraction.dates.calendar import day_of
from curator.extraction.dates.found_dates import find_dates
from curator.extraction.lines import read
from curator.extraction.masks import REWRITTEN, masked
from curator.extraction.passages import Extractor, Passage
from curator.extraction.readings import Reading
from curator.extraction.rewriting.settling import settle

BUILT_IN = {
    "figures": "curator.extraction.extractor:FIGURES",
    "companies": "curator.extraction.extractor:COMPANIES",
}
"""Where each extractor is; companies are looked for where no figure stands."""

_log = logging.getLogger(__name__)

_FIRST = {FactKind.MONEY: 0, FactKind.PERCENT: 1, FactKind.DATE: 2, FactKind.QUANTITY: 3}
_LAST = 4
_LINK = re.compile("&")


def extract(
    text: str,
    language: str | None = None,
    reference_date: date | str | None = None,
    *,
    known: Iterable[Company] = (),
) -> list[Fact]:
    """What `curator.extraction.extract` gives."""
    passage = Passage(text, language, day_of(reference_date), tuple(known))
    for name, each in extractors().items():
        found = each.find(passage) if name in BUILT_IN else _of_others(each, passage)
        passage = replace(passage, found=(*passage.found, *found))
    return sorted(passage.found, key=lambda fact: (fact.start, fact.end))


def extractors() -> dict[str, Extractor]:
    """All extractors by name, in the order in which they are asked."""
    return extensions.every(extensions.EXTRACTORS, BUILT_IN, Extractor)


def _of_others(extractor: Extractor, passage: Passage) -> list[Fact]:
    """What another package's extractor finds, if its evidence is true and no fact has these words yet."""
    try:
        found = list(extractor.find(passage))
    except Exception:  # noqa: BLE001 - a border: another package's fault costs its own facts only
        _log.exception("The extractor %s failed.", extractor.name)
        return []
    text, taken = passage.text, [(fact.kind, fact.start, fact.end) for fact in passage.found]
    return [
        fact
        for fact in found
        if 0 <= fact.start < fact.end
        and text[fact.start : fact.end] == fact.quote
        and not any(kind is fact.kind and start < fact.end and fact.start < end for kind, start, end in taken)
    ]


def _figures(passage: Passage) -> list[Fact]:
    """Amounts, quantities, percentages and dates; of those that share words the stronger one."""
    reading = read(masked(passage.text), passage.language)
    settle(reading)
    found = _without_overlaps(_amounts(reading) + find_dates(reading, passage.reference))
    found = calibrated(found, reading, passage.reference, guessed=not passage.language)
    if any(sign in passage.text for sign in REWRITTEN):
        return [_as_written(fact, passage.text) for fact in found]
    return found


def _as_written(fact: Fact, text: str) -> Fact:
    """The fact with its words as they stand in the text; brackets for "below zero" belong to it."""
    quote = text[fact.start : fact.end]
    if quote == fact.quote:
        return fact
    closed = quote.count("(") > quote.count(")") and text[fact.end : fact.end + 1] == ")"
    end = fact.end + closed
    return replace(fact, end=end, quote=text[fact.start : end])


def _amounts(reading: Reading) -> list[Fact]:
    found: list[Fact] = []
    letters = "".join(reading.amounts)
    found_so = compared(reading, listed(reading, measured(reading, letters)))
    for each in chain(found_so, bracketed(reading, letters) if "(" in letters else ()):
        if each.letter == shares.LETTER:
            fact = shares.share(reading, each)
        elif each.letter in money.LETTERS and not quantities.is_weight(reading, each):
            fact = shares.of_money(reading, each) or money.money(reading, each)
        elif each.letter in percents.LETTERS:
            fact = percents.percent(reading, each)
        else:
            fact = quantities.quantity(reading, each)
        if fact is not None:
            found.append(fact)
    found = of_the_text(found, reading)
    if not any(fact.rule == money.SUBUNIT for fact in found):
        return found
    links = frozenset(reading.written(match.start()).casefold() for match in _LINK.finditer(letters))
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
    first = _LAST if fact.rule == shares.RULE.name else _FIRST[fact.kind]
    return (first, fact.start - fact.end)


def _companies(passage: Passage) -> list[Fact]:
    from curator.extraction.companies.found_companies import find_companies

    masks = [Span(fact.start, fact.end) for fact in passage.found]
    return find_companies(passage.text, passage.known, masks)


FIGURES = Extractor("figures", _figures)
COMPANIES = Extractor("companies", _companies)
