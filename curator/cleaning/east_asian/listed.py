"""Listed: some words that can stand in a lattice, found character by character."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from curator.cleaning.east_asian.graphs import Edges
from curator.cleaning.east_asian.paths import Word
from curator.cleaning.images import Candidates

_MOST_KNOWN = 2_000


class Listed:
    """Finds words of a short list in what lines of one channel can have been."""

    def __init__(self, words: Mapping[str, Word]) -> None:
        self._words = words
        self._begun = {word[:size] for word in words for size in range(1, len(word))}
        self._firsts: dict[str, str] = {}

    def beginning(self, line: str, edges: Edges, place: int, limit: int) -> Iterator[tuple[int, Word]]:
        """The words that can begin at a place, each with where it ends, not behind the limit."""
        going = [
            (end, sign)
            for end, candidates in edges.get(place, ())
            if end <= limit
            for sign in self._beginnings(line[place:end], candidates)
        ]
        while going:
            at, begun = going.pop()
            for end, candidates in edges.get(at, ()):
                if end > limit:
                    continue
                for sign, _ in candidates:
                    longer = begun + sign
                    if longer in self._words:
                        yield end, self._words[longer]
                    if longer in self._begun:
                        going.append((end, longer))

    def _beginnings(self, image: str, candidates: Candidates) -> str:
        """Those of the characters of an image with which words begin."""
        if len(candidates) == 1:
            sign = candidates[0][0]
            return sign if sign in self._begun else ""
        known = self._firsts.get(image)
        if known is None:
            if len(self._firsts) >= _MOST_KNOWN:
                self._firsts.clear()
            known = self._firsts[image] = "".join(sign for sign, _ in candidates if sign in self._begun)
        return known
