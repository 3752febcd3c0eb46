"""Openings: the words that can begin at each place of a damaged line, by what the channel has left of it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence

from curator.cleaning.damage.channels import Channel
from curator.cleaning.east_asian.graphs import Graph
from curator.cleaning.east_asian.numerals import Numerals
from curator.cleaning.east_asian.paths import LEAST, Arcs, Paths, Word, word_of
from curator.cleaning.east_asian.shadows import LONGEST, PER_LEVEL, Shadows, is_shadowy, likeliest
from curator.cleaning.east_asian.tracks import MOST, Tracks
from curator.cleaning.images import Candidates
from curator.cleaning.models.grammars import grammar_of
from curator.cleaning.models.prefixes import prefixes_of
from curator.cleaning.models.words import words_of

WITHIN, WITHIN_WIDE = 6.0, 8.0
"""By how much less likely than others a character may be, alone, and where it is read again."""
STRANGE_QUOTES = frozenset("„‚‹›")
"""Quotes that nobody writes in these languages."""
_MOST_SIGNS = 10_000
_UNKNOWN = -3.5
_STRANGE = 2.0
_NUMBER = -5.0
"""How common numbers are among words, as a logarithm."""


class Openings(ABC):
    """Finds the words of one language that lines of one channel can have; remembers what they are."""

    def __init__(self, shadows: Shadows, tracks: Tracks | None, within: float) -> None:
        """Take what finds words: `tracks`, or None where only shadows are left."""
        self._shadows = shadows
        self._tracks = tracks
        self._within = within
        self._singles: dict[str, list[Word]] = {}
        self._signs: dict[str, list[Word]] = {}

    def arcs(self, line: str, graph: Graph, number: int, limit: int) -> Arcs:
        """The words that can begin at a node, by its number, and end up to a place."""
        arcs: Arcs = []
        place = graph.nodes[number]
        ends = graph.nodes[number + 2 : number + 2 + LONGEST]
        if len(ends) < LONGEST and number + 2 <= len(graph.nodes):
            ends = [*ends, len(line)]
        for end, candidates in graph.edges[place]:
            if end > limit:
                continue
            sign = candidates[0][0]
            if sign[0] < "\x80":
                arcs.append((end, self._sign(sign)))
                continue
            image = line[place:end]
            if image == sign and len(candidates) == 1:
                # What no character has for an image; elsewhere that may be one, so it isn't remembered.
                arcs.append((end, list(self._alone(sign, 0.0))))
                continue
            arcs.append((end, self._single(image, candidates)))
            if self._tracks is not None and len(candidates) <= MOST:
                arcs += self._tracks.beginning(graph.edges, end, candidates, limit)
                continue
            cast = self._shadows.of_first(image, candidates)
            for to in ends:
                if to > limit:
                    break
                if line[place:to] in cast.places:
                    arcs.append((to, self._shadows.words(cast, line[place:to])))
        return arcs

    def plain(self, word: str) -> str:
        """A word as the shipped words have it."""
        return word

    def _sign(self, sign: str) -> list[Word]:
        known = self._signs.get(sign)
        if known is None:
            if len(self._signs) >= _MOST_SIGNS:
                self._signs.clear()
            known = self._signs[sign] = [self._of_sign(sign)]
        return known

    def _single(self, image: str, candidates: Candidates) -> list[Word]:
        """The characters of an image as words of their own."""
        known = self._singles.get(image)
        if known is None:
            words = [word for sign, share in candidates for word in self._alone(sign, share)]
            known = self._singles[image] = self._likeliest(words)
        return known

    def _likeliest(self, words: Sequence[Word]) -> list[Word]:
        """Those of the words of one image that are not by far less likely than others."""
        return likeliest(words, self._within)

    @abstractmethod
    def _of_sign(self, sign: str) -> Word:
        """What stands between damaged pieces, as a word."""

    @abstractmethod
    def _alone(self, sign: str, share: float) -> Iterator[Word]:
        """A character as the words that it can be of its own."""


class WordOpenings(Openings):
    """Finds the words of Chinese and Japanese."""

    def __init__(self, channel: Channel, language: str, paths: Paths, *, wide: bool) -> None:
        """Take what gives signs their states; more words are kept for a second look (`wide`)."""
        known = words_of(language)
        assert known is not None
        self._words = known
        self._grammar = grammar_of(language)
        self._paths = paths
        shadows = self._shadows_of(channel, wide=wide)
        tracks = None if is_shadowy(channel) else self._tracks_of(shadows)
        super().__init__(shadows, tracks, WITHIN_WIDE if wide else WITHIN)
        self._numerals = Numerals(language)

    def arcs(self, line: str, graph: Graph, number: int, limit: int) -> Arcs:
        """The words that can begin at a node, by its number, and end up to a place."""
        arcs = super().arcs(line, graph, number, limit)
        if self._tracks is not None:
            place = graph.nodes[number]
            for end, text, score in self._numerals.beginning(line, graph.edges, place, limit):
                plain = self.plain(text)
                into, out = self._classes_of(plain[0])[0], self._classes_of(plain[-1])[1]
                arcs.append((end, [(text, *word_of(plain, score + _NUMBER, into, out)[1:])]))
        return arcs

    def _classes_of(self, sign: str) -> tuple[int, int]:
        """What a character as a word is mostly to the words before and behind."""
        place = self._words.words.find(sign)
        return (0, 0) if place is None else self._grammar.senses(place)[0][:2]

    def _shadows_of(self, channel: Channel, *, wide: bool) -> Shadows:
        return Shadows(channel, self._words, self._grammar.senses, wide=wide)

    def _tracks_of(self, shadows: Shadows) -> Tracks:
        """What follows words character by character."""
        return Tracks(prefixes_of(self._words.words), shadows.made)

    def _of_sign(self, sign: str) -> Word:
        return self._paths.of_sign(sign)

    def _alone(self, sign: str, share: float) -> Iterator[Word]:
        if not sign.isalpha():
            into, out = self._grammar.of_sign(sign)
            strange = 2 * _STRANGE if sign in STRANGE_QUOTES else 0.0 if out else _STRANGE
            yield word_of(sign, share - strange, into, out)
            return
        rare = self._words.letters.get(sign, -16.0) + _UNKNOWN
        place = self._words.words.find(sign)
        frequency = LEAST if place is None else self._words.levels[place] * PER_LEVEL
        if place is None or frequency <= rare:
            yield word_of(sign, rare, 0, 0)
            return
        for into, out, score in self._grammar.senses(place):
            yield word_of(sign, frequency + score, into, out)
