"""Chinese: damaged lines read in simplified or in traditional characters, by what line and text show."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from curator.cleaning.damage.channels import Channel
from curator.cleaning.east_asian.characters import CharacterReader
from curator.cleaning.east_asian.chinese_openings import ChineseOpenings, TraditionalOpenings
from curator.cleaning.east_asian.graphs import Allowance, Character
from curator.cleaning.images import images_of
from curator.cleaning.models.traditional import TRADITIONAL, forms

_PER_SIGN = 3.0
_PER_TEXT = 1.5
_SEEN = (0.3, 0.6)
"""Traditional and simplified characters that are taken to be in a text before it is looked at."""


class ChineseReader(CharacterReader):
    """Reads damaged lines of one channel in Chinese of either script; remembers what it has read."""

    def _prepare(self, channel: Channel) -> None:
        super()._prepare(channel)
        self._traditional: TraditionalReader | None = None

    def _openings_of(self, channel: Channel, *, wide: bool) -> ChineseOpenings:
        return ChineseOpenings(channel, self._paths, wide=wide)

    def characters(
        self,
        line: str,
        spans: Sequence[tuple[int, int]],
        leaning: float = 0.0,
        allowance: Allowance | None = None,
    ) -> list[tuple[Character, ...]]:
        """For each piece of a line its characters, in order; none if the channel can't have made it.

        In the characters that the line shows, or that the text around it does (`leaning`).
        """
        reader = self._reader_of(line, leaning)
        if reader is None:
            return super().characters(line, spans, allowance=allowance)
        return reader.characters(line, spans, allowance=allowance)

    def score(self, line: str, spans: Sequence[tuple[int, int]], leaning: float = 0.0) -> float:
        """How likely the best reading of a whole line is, in the characters that `characters` reads."""
        reader = self._reader_of(line, leaning)
        return super().score(line, spans) if reader is None else reader.score(line, spans)

    def _reader_of(self, line: str, leaning: float) -> TraditionalReader | None:
        """Who reads a line in traditional characters, None if it is in simplified ones."""
        traditional, simplified = self._seen(line)
        if _PER_SIGN * (traditional - simplified) + (leaning or _leaning(0, 0)) <= 0:
            return None
        if self._traditional is None:
            self._traditional = TraditionalReader(self.channel)
        return self._traditional

    def leaning(self, lines: Iterable[str]) -> float:
        """What the lines of a text together say for traditional characters (above nought) in each."""
        seen = [self._seen(line) for line in lines]
        return _leaning(sum(one for one, _ in seen), sum(two for _, two in seen))

    def _seen(self, line: str) -> tuple[int, int]:
        """How many characters that only traditional, and that only simplified texts have a line shows."""
        telling = forms().telling
        told = [telling.get(sign, 0) for sign in line + self._images.intact(line)]
        return told.count(1), told.count(-1)


class TraditionalReader(CharacterReader):
    """Reads damaged lines of one channel in traditional Chinese; remembers what it has read."""

    def __init__(self, channel: Channel) -> None:
        super().__init__(channel, "zh")
        self._images = images_of(channel, TRADITIONAL)

    def _openings_of(self, channel: Channel, *, wide: bool) -> TraditionalOpenings:
        return TraditionalOpenings(channel, self._paths, wide=wide)


def _leaning(traditional: int, simplified: int) -> float:
    return _PER_TEXT * math.log((traditional + _SEEN[0]) / (simplified + _SEEN[1]))
