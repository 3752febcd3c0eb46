"""Fixes: what becomes of a damaged piece of text, word by word, with probabilities."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from curator.cleaning.alphabetic.readings import Reader, Reading, reader
from curator.cleaning.contexts import weighings
from curator.cleaning.contexts.neighbours import neighbours_of
from curator.cleaning.damage.channels import Channel
from curator.cleaning.east_asian.characters import Character, CharacterReader
from curator.cleaning.east_asian.graphs import Allowance
from curator.cleaning.east_asian.readers import character_reader
from curator.cleaning.models.words import EAST_ASIAN, has_words
from curator.domain.repairs import Alternative

TEMPERATURE = 1.3
"""What scores are divided by to become probabilities that hold what they say."""

SUREST = 0.999
"""No repair is surer: the channel itself may be another."""

_LEAST_ALTERNATIVE = 0.005
_DOUBT = 7.0
_MOST = 100_000
_SPAN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[\W_]+")
_LONGEST_SPAN = 12


class Part(NamedTuple):
    """A word, or signs between words: its place in the damaged piece and what stood there."""

    start: int
    end: int
    after: str
    confidence: float
    channel: str
    alternatives: tuple[Alternative, ...] = ()


class Fix(NamedTuple):
    """The parts of a piece that change; the whole piece as it should read."""

    parts: tuple[Part, ...]
    text: str
    readings: tuple[Reading, ...] = ()
    """Where what stands beside the piece may still change which is best."""


class Fixer:
    """Fixes damaged pieces of one channel in one language; remembers what it has fixed."""

    def __init__(self, channel: Channel, language: str) -> None:
        self.channel = channel
        self.language = language
        self.reader: Reader = reader(channel, language if has_words(language) else "")
        self.characters: CharacterReader | None = (
            character_reader(channel, language) if language in EAST_ASIAN else None
        )
        self.known: dict[str, Fix | None] = {}
        """What it has fixed."""
        self._weighs = neighbours_of(language) is not None or language in weighings.LANGUAGES

    def fix(self, piece: str) -> Fix | None:
        """The fix of a piece; None where the channel can't have made it or nothing is likely."""
        try:
            return self.known[piece]
        except KeyError:
            if len(self.known) > _MOST:
                self.known = {}  # another thread may still read the old one
            found = self.known[piece] = (
                self.fixes(piece, [(0, len(piece))])[0] if self.characters else self._by_words(piece)
            )
            return found

    def fixes(
        self,
        line: str,
        spans: Sequence[tuple[int, int]],
        leaning: float = 0.0,
        allowance: Allowance | None = None,
    ) -> list[Fix | None]:
        """The fixes of the pieces of a line of Chinese, Japanese or Korean, which are read together.

        `leaning` is what the text around the line says for traditional characters, `allowance` how much
        reading may still cost.
        """
        assert self.characters is not None
        read = self.characters.characters(line, spans, leaning, allowance)
        return [
            self.of_characters(line[start:end], characters)
            for (start, end), characters in zip(spans, read, strict=True)
        ]

    def chosen(self, piece: str, readings: Sequence[Reading]) -> Fix:
        """The fix by readings with other scores."""
        ordered = sorted(readings, key=lambda reading: -reading.score)
        return Fix(tuple(self._parts(piece, ordered)), ordered[0].text)

    def _by_words(self, piece: str) -> Fix | None:
        readings = self.reader.readings(piece)
        if not readings:
            return None
        best = readings[0]
        if not best.cuts:
            return Fix((self._part(0, len(piece), best.text, 1.0, ()),), best.text)
        parts = self._parts(piece, readings)
        return Fix(tuple(parts), best.text, readings if self._is_open(readings) else ())

    def _is_open(self, readings: Sequence[Reading]) -> bool:
        """Whether the words beside a piece may still change which of its readings is best."""
        if len(readings) < 2 or readings[0].score - readings[1].score > _DOUBT:
            return False
        best = readings[0].text
        if self._weighs or weighings.is_sign(best) or (len(best) > 1 and best.isupper()):
            return True
        return best.casefold() == readings[1].text.casefold()

    def _parts(self, piece: str, readings: Sequence[Reading]) -> Iterator[Part]:
        whole, _, cuts = readings[0]
        shares = _shares(readings) if len(readings) > 1 else ()
        spans = [(0, len(whole))] if whole.isalpha() else [match.span() for match in _SPAN.finditer(whole)]
        for start, end in spans:
            after = whole[start:end]
            first, last = cuts[start], cuts[end]
            if piece[first:last] == after:
                continue
            if not shares:
                yield self._part(first, last, after, 1.0, ())
                continue
            others: dict[str, float] = {}
            for reading, share in zip(readings, shares, strict=True):
                same = reading.cuts is cuts
                text = reading.text[start:end] if same else _within(reading, first, last)
                others[text] = others.get(text, 0.0) + share
            sureness = others.pop(after)
            yield self._part(first, last, after, sureness, sorted(others.items(), key=lambda item: -item[1]))

    def of_characters(self, piece: str, read: Sequence[Character]) -> Fix | None:
        """The fix of a piece by its characters; None where there are none."""
        if not read:
            return None
        parts: list[Part] = []
        for group in _grouped(read):
            first, last = group[0].start, group[-1].end
            after = "".join(character.text for character in group)
            if piece[first:last] != after:
                sureness = math.prod(character.sureness for character in group)
                others = group[0].others if len(group) == 1 else ()
                parts.append(self._part(first, last, after, sureness, others))
        return Fix(tuple(parts), "".join(character.text for character in read))

    def _part(
        self, first: int, last: int, after: str, sureness: float, others: Sequence[tuple[str, float]]
    ) -> Part:
        alternatives: tuple[Alternative, ...] = ()
        if others:
            told = [(text, share) for text, share in others if text and share >= _LEAST_ALTERNATIVE]
            alternatives = tuple([Alternative(text, round(share, 4)) for text, share in told])
        sureness = SUREST if sureness > SUREST else round(sureness, 4)
        return Part(first, last, after, sureness, self.channel.explained(after), alternatives)


@lru_cache(maxsize=6)
def fixer(channel: Channel, language: str) -> Fixer:
    """The fixer for a channel and a language, with all it remembers."""
    return Fixer(channel, language)


def _shares(readings: Sequence[Reading]) -> list[float]:
    best = readings[0].score
    weights = [math.exp((reading.score - best) / TEMPERATURE) for reading in readings]
    total = sum(weights)
    return [weight / total for weight in weights]


def _within(reading: Reading, first: int, last: int) -> str:
    """What a reading has for a stretch of the piece; "" where its characters are cut otherwise."""
    try:
        return reading.text[reading.cuts.index(first) : reading.cuts.index(last)]
    except ValueError:
        return ""


def _grouped(read: Sequence[Character]) -> Iterator[list[Character]]:
    """Certain characters by clause, doubtful ones alone."""
    group: list[Character] = []
    for character in read:
        if character.sureness < 0.99:
            if group:
                yield group
            yield [character]
            group = []
            continue
        if group and (len(group) >= _LONGEST_SPAN or character.text.isalnum() != group[-1].text.isalnum()):
            yield group
            group = []
        group.append(character)
    if group:
        yield group
