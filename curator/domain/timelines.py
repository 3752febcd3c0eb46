"""Marks on the timeline: publication dates and dated facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from curator.domain.facts import Approximation, Decision, FactKind, Precision, Verdict


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that happened, or is promised, at a stated time.

    `fact_id` is None for the publication of the article itself. `low` and `high` enclose the days
    meant, None for an open end. `kind` is the kind of the fact the date goes with ("up to $100 bn by
    2030" is money), or date where it stands alone. `published` is where an arrow to a promise begins.
    """

    article_id: int
    fact_id: int | None
    kind: FactKind
    low: date | None
    high: date | None
    precision: Precision
    approximation: Approximation
    label: str
    title: str
    companies: tuple[str, ...]
    source: str
    importance: int | None
    published: date | None
    decision: Decision
    verdict: Verdict

    def overdue(self, today: date) -> bool:
        """Whether it was promised for a time that is past, and nothing confirms it."""
        return (
            self.fact_id is not None
            and self.high is not None
            and self.high < today
            and (self.published is None or self.high > self.published)
            and self.decision is not Decision.REJECTED
            and self.verdict is not Verdict.CONFIRMED
        )
