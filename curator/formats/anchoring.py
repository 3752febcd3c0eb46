"""Anchoring: where the words that a note is about stand in a text, also if the text has changed since."""

from __future__ import annotations

from curator.domain.facts import Evidence
from curator.domain.spans import Span

MOST_PLACES = 1000
"""Places of the same words that are compared."""


def anchored(text: str, evidence: Evidence) -> Span | None:
    """Where the words stand, None where they do not; the method of the W3C's selectors.

    Where they are expected they are taken as they are. Else, of all places with the same words, the one with
    most of the same text around it, and of several such the nearest to where they were expected.
    """
    quote = evidence.quote
    if not quote:
        return None
    expected = Span(evidence.start, evidence.end)
    if expected.of(text) == quote and _agreement(text, expected, evidence) == _whole(evidence):
        return expected
    found: list[Span] = []
    start = text.find(quote)
    while start >= 0 and len(found) < MOST_PLACES:
        found.append(Span(start, start + len(quote)))
        start = text.find(quote, start + 1)
    return max(
        found,
        key=lambda span: (_agreement(text, span, evidence), -abs(span.start - evidence.start)),
        default=None,
    )


def _whole(evidence: Evidence) -> int:
    return len(evidence.prefix) + len(evidence.suffix)


def _agreement(text: str, span: Span, evidence: Evidence) -> int:
    """How many characters before and after a place are those expected, counted from the place."""
    before = text[max(0, span.start - len(evidence.prefix)) : span.start]
    after = text[span.end : span.end + len(evidence.suffix)]
    return _common(before[::-1], evidence.prefix[::-1]) + _common(after, evidence.suffix)


def _common(one: str, other: str) -> int:
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
