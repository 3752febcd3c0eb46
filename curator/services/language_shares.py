"""Language shares: how much of a text is in which language."""

from __future__ import annotations

from collections.abc import Iterable

from curator.domain.spans import Span

EAST_ASIAN_WEIGHT = 2.5
"""Letters of an alphabet that say about as much as one Chinese, Japanese or Korean character."""


def weights(paragraphs: Iterable[tuple[Span, str]]) -> dict[str, float]:
    """How much each language has of these paragraphs, in letters of an alphabet."""
    found: dict[str, float] = {}
    for span, language in paragraphs:
        weight = EAST_ASIAN_WEIGHT if language in {"zh", "ja", "ko"} else 1.0
        found[language] = found.get(language, 0) + weight * (span.end - span.start)
    return found
