"""Places: where the characters of a text stand in the page that shows it, and back.

A page leaves out markup and adds words of its own, and Qt counts UTF-16 units where the text counts
code points. Stretches that are shown verbatim are kept in two sorted lists, and found by bisection.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from curator.domain.spans import Span

_PAIRS = re.compile("[\U00010000-\U0010ffff]+")


class Places:
    """The stretches of a text that a page shows, in reading order.

    Positions are Qt's, offsets are code points of the text.
    """

    def __init__(self, *, pairs: bool = True) -> None:
        """`pairs` says whether the text may hold characters that Qt counts as two."""
        self._pairs = pairs
        self._positions: list[int] = []
        self._offsets: list[int] = []
        self._counts: list[int] = []
        self._units: list[int] = []

    def add(self, position: int, offset: int, words: str) -> int:
        """Note that `words` of the text from `offset` are shown from `position`; gives where they end there.

        What would stand before an earlier stretch is not noted: its characters have no place.
        """
        if self._offsets and offset < self._offsets[-1] + self._counts[-1]:
            return position + len(words) + sum(len(pairs) for pairs in _PAIRS.findall(words))
        if not self._pairs:
            return self._note(position, offset, len(words), 1)
        done = 0
        for pairs in _PAIRS.finditer(words):
            position = self._note(position, offset + done, pairs.start() - done, 1)
            position = self._note(position, offset + pairs.start(), pairs.end() - pairs.start(), 2)
            done = pairs.end()
        return self._note(position, offset + done, len(words) - done, 1)

    def _note(self, position: int, offset: int, count: int, units: int) -> int:
        if count:
            self._positions.append(position)
            self._offsets.append(offset)
            self._counts.append(count)
            self._units.append(units)
        return position + count * units

    def span(self, start: int, end: int) -> Span | None:
        """The text shown from position `start` to `end`, markup between included; None if there is none."""
        first = bisect_right(self._positions, start) - 1
        if first < 0 or start >= self._shown_end(first):
            first += 1
        last = bisect_left(self._positions, end) - 1
        if first > last:
            return None
        begin, finish = self._offset_in(first, start), self._offset_in(last, end, up=True)
        return Span(begin, finish) if begin < finish else None

    def shown(self, start: int, end: int) -> tuple[int, int] | None:
        """The positions that enclose what is visible of the text from `start` to `end`, or None."""
        first = bisect_right(self._offsets, start) - 1
        if first < 0 or start >= self._offsets[first] + self._counts[first]:
            first += 1
        last = bisect_left(self._offsets, end) - 1
        if first > last:
            return None
        begin = max(start, self._offsets[first]) - self._offsets[first]
        finish = min(end - self._offsets[last], self._counts[last])
        return (
            self._positions[first] + begin * self._units[first],
            self._positions[last] + finish * self._units[last],
        )

    def offset(self, position: int) -> int:
        """The place in the text of what stands at `position`, or of the next that the text has."""
        index = max(0, bisect_right(self._positions, position) - 1)
        if not self._positions:
            return 0
        if position >= self._shown_end(index) and index + 1 < len(self._positions):
            return self._offsets[index + 1]
        return self._offset_in(index, position)

    def position(self, offset: int) -> int:
        """Where the character at `offset` is shown, or the next visible one; the end if there is none."""
        if not self._offsets:
            return 0
        index = max(0, bisect_right(self._offsets, offset) - 1)
        within = offset - self._offsets[index]
        if within >= self._counts[index]:
            return self._positions[index + 1] if index + 1 < len(self._positions) else self._shown_end(index)
        return self._positions[index] + max(0, within) * self._units[index]

    def _shown_end(self, index: int) -> int:
        return self._positions[index] + self._counts[index] * self._units[index]

    def _offset_in(self, index: int, position: int, *, up: bool = False) -> int:
        units = self._units[index]
        within = (max(0, position - self._positions[index]) + (units - 1 if up else 0)) // units
        return self._offsets[index] + min(within, self._counts[index])
