"""Corroborations: who else states a fact, in which languages, and who says otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from curator.domain.facts import Fact


@dataclass(frozen=True, slots=True)
class Place:
    """A fact somewhere in the library that states the same as another, or something else of the same thing.

    `language` is that of the words: of the paragraph where an article is in two languages.
    """

    article_id: int
    fact_id: int
    title: str
    language: str
    quote: str
    fact: Fact
    agrees: bool = True


@dataclass(frozen=True, slots=True)
class Corroboration:
    """What the library says of one fact: the places that agree, its own article's first, then those that
    differ, the nearest in time first.

    `lacking` is the language of the half of a bilingual article that does not state it, "" otherwise.
    """

    article_id: int
    fact_id: int
    language: str
    places: tuple[Place, ...] = ()
    lacking: str = ""

    @property
    def agreeing(self) -> tuple[Place, ...]:
        """The places that state the same, without the fact's own."""
        return tuple(place for place in self.places if place.agrees)

    @property
    def differing(self) -> tuple[Place, ...]:
        """The places that state another value of the same thing."""
        return tuple(place for place in self.places if not place.agrees)

    @property
    def articles(self) -> int:
        """How many articles state it, the fact's own included."""
        return len({self.article_id, *(place.article_id for place in self.agreeing)})

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which it is stated, the fact's own first."""
        known = (self.language, *(place.language for place in self.agreeing))
        return tuple(dict.fromkeys(language for language in known if language))

    @property
    def inside(self) -> int:
        """At how many places its own article states it, the fact's own included."""
        return 1 + sum(place.article_id == self.article_id for place in self.agreeing)
