"""Taken places: where mentions stand in a text, so that no other may stand there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from curator.domain.spans import Span
from curator.extraction.companies.mentions import Mention


class Places:
    """The places of a text in which mentions stand, and those where none may."""

    def __init__(self, text: str, mentions: Sequence[Mention], hidden: Sequence[Span]) -> None:
        self._taken = _Taken([Span(mention.start, mention.end) for mention in mentions], len(text))
        self._hidden = _Taken(hidden, len(text))

    def kept(self, found: Iterable[Mention]) -> list[Mention]:
        """Those of the mentions that are not hidden, though others may stand there; they take places."""
        kept = [each for each in found if self._hidden.is_free(each)]
        for mention in kept:
            self._taken.take(mention)
        return kept

    def free(self, found: Iterable[Mention]) -> list[Mention]:
        """Those of the mentions for which there is room, which they take."""
        return self._taken.added(mention for mention in found if self._hidden.is_free(mention))


class _Taken:
    """Which places of a text are taken."""

    def __init__(self, spans: Sequence[Span], length: int) -> None:
        self._places = bytearray(length)
        for span in spans:
            self._mark(span.start, span.end)

    def is_free(self, mention: Mention) -> bool:
        """Whether nothing stands where the mention does."""
        return 1 not in self._places[mention.start : mention.end]

    def take(self, mention: Mention) -> None:
        """Let the mention stand there."""
        self._mark(mention.start, mention.end)

    def added(self, found: Iterable[Mention]) -> list[Mention]:
        """Those of the mentions for which there is room, which they take."""
        kept: list[Mention] = []
        for mention in found:
            if self.is_free(mention):
                self.take(mention)
                kept.append(mention)
        return kept

    def _mark(self, start: int, end: int) -> None:
        end = min(end, len(self._places))
        if start < end:
            self._places[start:end] = b"\1" * (end - start)
