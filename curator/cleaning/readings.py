"""Readings: what damaged pieces of text can have been, the likeliest first.

The noisy channel run backwards (Shannon's, as in Kernighan, Church and Gale 1990 for spelling): a chain or
a lattice over the piece holds every original the channel could have made it from; the language's words, and
its spelling where a word is not known, tell how likely each is.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from curator.cleaning.chains import chains_of
from curator.cleaning.channels import Channel
from curator.cleaning.images import images_of
from curator.cleaning.lattices import Lattice
from curator.cleaning.scores import scores_of
from curator.cleaning.searches import Searcher

LONGEST = 400
"""Longer pieces are not looked at: no word of any language is as long."""

_FEW = 60
_SEARCHED = 120
_WELL_KNOWN = -16.5
_KEPT = 6
_MOST = 50_000


class Reading(NamedTuple):
    """A possible original of a piece, with the logarithm of how likely it is, unscaled.

    `cuts` are the places in the damaged piece where each character's image begins, and its end; none
    for a single word read without loss.
    """

    text: str
    score: float
    cuts: tuple[int, ...]


class Reader:
    """Reads damaged pieces of one channel in one language; remembers what it has read."""

    def __init__(self, channel: Channel, language: str) -> None:
        self.channel = channel
        self.language = language
        self._scores = scores_of(language)
        self.words = self._scores.words
        self.score = self._scores.of
        """The logarithm of how likely a text is in the language."""
        self._images = images_of(channel, language)
        self._chains = chains_of(channel, language)
        self._searcher = Searcher(self._scores)
        self._known: dict[str, tuple[Reading, ...]] = {}

    @property
    def effort(self) -> int:
        """How many steps searches have taken so far."""
        return self._searcher.effort

    def readings(self, piece: str) -> tuple[Reading, ...]:
        """The likeliest originals of a piece, best first; none if the channel can't have made it."""
        known = self._known.get(piece)
        if known is None:
            if len(self._known) > _MOST:
                self._known.clear()
            known = self._known[piece] = self._read(piece)
        return known

    def is_whole(self, piece: str) -> bool:
        """Whether nothing was lost from a piece."""
        return self._images.whole(piece) is not None

    def _read(self, piece: str) -> tuple[Reading, ...]:
        whole = self._images.whole(piece)
        if whole is not None and whole.isalnum():
            return (Reading(whole, 0.0, ()),)
        if len(piece) > LONGEST:
            return ()
        laid = Lattice(piece, self._images) if self._chains is None else self._chains.chain(piece)
        count = laid.paths
        if not count:
            return ()
        if count == 1:
            ((text, cuts),) = laid.originals()
            return (Reading(text, 0.0, cuts),)
        if self.words is None or (count > _FEW and len(piece) > _SEARCHED):
            return ()
        return self._ranked(laid.originals() if count <= _FEW else self._searcher.originals(laid.edges()))

    def _ranked(self, found: Sequence[tuple[str, tuple[int, ...]]]) -> tuple[Reading, ...]:
        """The originals by likelihood; those with unknown words only where no other is well known."""
        scores = self._scores.known_among([text for text, _ in found])
        readings = [
            Reading(text, score, cuts)
            for (text, cuts), score in zip(found, scores, strict=True)
            if score is not None
        ]
        if not readings or max(reading.score for reading in readings) < _WELL_KNOWN:
            readings = [Reading(text, self.score(text), cuts) for text, cuts in found]
        if len(readings) > 1:
            readings.sort(key=_by_score)
        return tuple(readings[:_KEPT])


@lru_cache(maxsize=6)
def reader(channel: Channel, language: str) -> Reader:
    """The reader for a channel and a language, with all it remembers."""
    return Reader(channel, language)


def _by_score(reading: Reading) -> float:
    return -reading.score
