"""Surroundings: what stands beside the pieces of a line, as it most likely reads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from curator.cleaning.fixes import Fix

_NEAR = 60
"""How many characters beside a piece may tell."""


class Surroundings:
    """A line with its pieces as they most likely read, by the places in the damaged line."""

    def __init__(self, line: str, fixes: Sequence[tuple[re.Match[str], Fix | None]]) -> None:
        self._places: dict[int, int] = {}
        parts: list[str] = []
        end = shift = 0
        for match, fix in fixes:
            start, stop = match.span()
            text = match[0] if fix is None else fix.text
            parts += line[end:start], text
            self._places[start] = start + shift
            shift += len(text) - (stop - start)
            self._places[stop] = stop + shift
            end = stop
        self.text = "".join([*parts, line[end:]])

    def before(self, match: re.Match[str]) -> str:
        """What stands before a piece, not all of it."""
        place = self._places[match.start()]
        return self.text[max(0, place - _NEAR) : place]

    def behind(self, match: re.Match[str]) -> str:
        """What stands behind a piece, not all of it."""
        place = self._places[match.end()]
        return self.text[place : place + _NEAR]

    def gaps(self, matches: Sequence[re.Match[str]]) -> list[str]:
        """What stands before, between and behind pieces."""
        starts = [self._places[match.start()] for match in matches]
        ends = [self._places[match.end()] for match in matches]
        return [self.text[one:two] for one, two in zip([0, *ends], [*starts, len(self.text)], strict=True)]
