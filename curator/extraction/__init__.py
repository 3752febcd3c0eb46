"""Reading figures, dates and companies out of news text in many languages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from curator.domain.companies import Company
from curator.domain.facts import Fact

VERSION = 16
"""Raised whenever the same text may give other facts."""

__all__ = ["VERSION", "extract"]


def extract(
    text: str,
    language: str | None = None,
    reference_date: date | str | None = None,
    *,
    known: Iterable[Company] = (),
) -> list[Fact]:
    """The amounts, quantities, percentages, dates and companies a text states, in reading order.

    `language` (ISO 639-1) is taken where the words of a line do not show another; English is always read
    along. Relative dates and dates without a year need the `reference_date` (a day, or ISO text); without it
    they give no fact. `known` companies are found besides those of the shipped table.
    """
    from curator.extraction import extractor  # it compiles its grammars

    return extractor.extract(text, language, reference_date, known=known)
