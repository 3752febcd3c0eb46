"""Damaged words: repairs of the same damage, to be decided together."""

from __future__ import annotations

from dataclasses import dataclass

from curator.domain.facts import Decision
from curator.domain.repairs import Alternative


@dataclass(frozen=True, slots=True)
class DamagedPlace:
    """One place where a damaged word stands; `field` is "" in the text, else a front-matter key path."""

    repair_id: int
    article_id: int
    title: str
    source: str
    field: str
    prefix: str
    words: str
    suffix: str
    decision: Decision


@dataclass(frozen=True, slots=True)
class DamagedWord:
    """The same damage wherever it stands, with what is proposed for it and how sure that is.

    Where the engine was not equally sure in all places, the least sure one counts.
    """

    before: str
    after: str
    channel: str
    confidence: float
    alternatives: tuple[Alternative, ...]
    places: tuple[DamagedPlace, ...]

    @property
    def decided(self) -> bool:
        """Whether an editor has decided every place."""
        return not any(place.decision.is_open for place in self.places)
