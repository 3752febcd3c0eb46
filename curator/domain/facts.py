"""Facts: values an article states, each tied to the words that state it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

CONTEXT = 32
"""Code points of context kept on either side of a quote (W3C TextQuoteSelector)."""


class FactKind(StrEnum):
    """What a fact is about."""

    MONEY = "money"
    QUANTITY = "quantity"
    PERCENT = "percent"
    DATE = "date"
    COMPANY = "company"


class Approximation(StrEnum):
    """How the words bound the value."""

    EXACT = "exact"
    ABOUT = "about"
    UP_TO = "up_to"
    AT_LEAST = "at_least"
    OVER = "over"
    UNDER = "under"
    BY = "by"
    BEFORE = "before"
    SINCE = "since"


class Status(StrEnum):
    """What the text itself says of the value."""

    STATED = "stated"
    PLANNED = "planned"
    UNCONFIRMED = "unconfirmed"


class Precision(StrEnum):
    """How finely a date is stated."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    RANGE = "range"


class Decision(StrEnum):
    """What an editor says of a proposed fact or repair."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    EDITED = "edited"
    SKIPPED = "skipped"

    @property
    def is_open(self) -> bool:
        """Whether an editor still has to say: nothing was said, or it was put off."""
        return self in (Decision.PROPOSED, Decision.SKIPPED)

    @property
    def is_accepted(self) -> bool:
        """Whether an editor vouched for it, as it was proposed or with a value of their own."""
        return self in (Decision.ACCEPTED, Decision.EDITED)


class Verdict(StrEnum):
    """What checking says of a fact."""

    UNCHECKED = "unchecked"
    CONFIRMED = "confirmed"
    DOUBTFUL = "doubtful"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Fact:
    """One value stated in a text.

    `start` and `end` are code points of the text and enclose the core words (`quote`), without
    approximators. A single number is in `value`; a range has `low` and `high` and no value. Dates
    are closed intervals of days in `low` and `high`, None for an open end. `unit` is ISO 4217 for
    money, "%" for percentages and the English name for quantities; `name` is the canonical company.
    `rule` names what found it; `confidence` is a probability.
    """

    kind: FactKind
    start: int
    end: int
    quote: str
    value: Decimal | None = None
    low: Decimal | date | None = None
    high: Decimal | date | None = None
    unit: str | None = None
    approximation: Approximation = Approximation.EXACT
    status: Status = Status.STATED
    precision: Precision | None = None
    confidence: float = 1.0
    rule: str = ""
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that state a fact: W3C TextPositionSelector and TextQuoteSelector in one."""

    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Evidence:
        """The evidence for the words of `text` from `start` to `end`."""
        return cls(
            start, end, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
        )
