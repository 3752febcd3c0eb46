"""Passages: what an extractor is given, and what an extractor is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from curator.domain.companies import Company
from curator.domain.facts import Fact


@dataclass(frozen=True, slots=True)
class Passage:
    """A text to find facts in, with all that is known of it."""

    text: str
    language: str | None
    """ISO 639-1, if it is known."""
    reference: date | None
    """The day from which relative dates count."""
    known: tuple[Company, ...] = ()
    found: tuple[Fact, ...] = ()
    """What the extractors before this one found."""


@dataclass(frozen=True, slots=True)
class Extractor:
    """Finds facts of some kind in a text.

    `find` gives facts whose `start` and `end` enclose their `quote` in the text. It is a pure function: it
    may run in another process.
    """

    name: str
    find: Callable[[Passage], Iterable[Fact]]
