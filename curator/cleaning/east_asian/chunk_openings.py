"""Chunk openings: the chunks of Korean words that can begin somewhere, and the names of people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from curator.cleaning.damage.channels import Channel
from curator.cleaning.east_asian.graphs import Graph
from curator.cleaning.east_asian.korean_names import KOREAN
from curator.cleaning.east_asian.listed import Listed
from curator.cleaning.east_asian.names import names
from curator.cleaning.east_asian.openings import STRANGE_QUOTES, WITHIN, Openings
from curator.cleaning.east_asian.paths import Arcs, Word
from curator.cleaning.east_asian.shadows import Shadows, is_shadowy, likeliest
from curator.cleaning.east_asian.tracks import Tracks
from curator.cleaning.models.chunks import CLASS_BITS, PER_LEVEL, TAIL, Chunks
from curator.cleaning.models.news_words import news_words
from curator.cleaning.models.prefixes import prefixes_of

_WITHIN = 9.0
_FREQUENCY = 1.1
"""The weight of the frequencies of chunks where more than shadows is left."""
_UNKNOWN = -7.0
_RARE = -16.0
_BEFORE_NAMES = frozenset(" \n\"'(,·")
_QUOTES = frozenset("\"'”’")
_BEHIND_SAID = frozenset("며고라")
"""What stands behind the quote that ends a whole sentence: "said …", "that …"."""
_A_NAME = "이재용"
"""One of the people of whom the news tells."""
_STRANGE = 5.0
_CLASS = (1 << CLASS_BITS) - 1


class ChunkOpenings(Openings):
    """Finds the chunks that lines of one channel can have."""

    def __init__(self, channel: Channel, known: Chunks) -> None:
        shadowy = is_shadowy(channel)
        self._per_level = PER_LEVEL if shadowy else PER_LEVEL * _FREQUENCY
        shadows = _ChunkShadows(channel, known, self._per_level)
        super().__init__(
            shadows, None if shadowy else Tracks(prefixes_of(known.words.words), shadows.made), WITHIN
        )
        self._chunks = known
        self._named = self._classes_of(_A_NAME)
        self._listed = Listed(
            {
                word: (word, frequency * _FREQUENCY, *self._classes_of(like))
                for word, frequency, like in news_words("ko")
            }
        )

    def _classes_of(self, word: str) -> tuple[int, int]:
        """What an unknown word is to what stands beside, where it is of the classes of a known one."""
        place = self._chunks.words.words.find(word)
        assert place is not None
        into, out, _ = self._chunks.senses(place)[0]
        return self._chunks.unknown | into & _CLASS, self._chunks.unknown | out & _CLASS

    def arcs(self, line: str, graph: Graph, number: int, limit: int) -> Arcs:
        """The chunks that can begin at a node, by its number, and end up to a place."""
        arcs = super().arcs(line, graph, number, limit)
        place = graph.nodes[number]
        if line[place] in _QUOTES and place and line[place - 1] != " ":
            arcs = [(end, self._closing(graph, end, words)) for end, words in arcs]
        if self._tracks is None:
            return arcs
        arcs += [(end, [word]) for end, word in self._listed.beginning(line, graph.edges, place, limit)]
        if not place or line[place - 1] in _BEFORE_NAMES:
            into, out = self._named
            arcs += [
                (end, [(name, score, into, out)])
                for end, name, score in names(KOREAN, graph.edges, place, limit)
            ]
        return arcs

    def _closing(self, graph: Graph, end: int, words: Sequence[Word]) -> Sequence[Word]:
        """A closing quote, as a stop where what is said is a whole sentence."""
        if not any(sign in _BEHIND_SAID for _, signs in graph.edges.get(end, ()) for sign, _ in signs):
            return words
        into, _ = self._chunks.of_sign(".")
        return [(sign, score, into, out) for sign, score, _, out in words]

    def _likeliest(self, words: Sequence[Word]) -> list[Word]:
        if self._tracks is None:
            return likeliest(words, self._within)
        return _likeliest(words, self._chunks.kinds, self._within)

    def _of_sign(self, sign: str) -> Word:
        return (sign, 0.0, *self._chunks.of_sign(sign))

    def _alone(self, sign: str, share: float) -> Iterator[Word]:
        if not sign.isalpha():
            yield (sign, share - (_STRANGE if sign in STRANGE_QUOTES else 0.0), *self._chunks.of_sign(sign))
            return
        words = self._chunks.words
        place = words.words.find(sign)
        if place is not None:
            for into, out, score in self._chunks.senses(place):
                yield sign, score - words.levels[place] * self._per_level, into, out
        yield sign, words.letters.get(sign, _RARE) + _UNKNOWN, self._chunks.unknown, self._chunks.unknown


class _ChunkShadows(Shadows):
    """Chunks, looked up by what a channel leaves of them."""

    def __init__(self, channel: Channel, known: Chunks, per_level: float) -> None:
        super().__init__(channel, known.words, known.senses)
        self._kinds = known.kinds
        self._shadowy = is_shadowy(channel)
        self._per_level = per_level

    def made(self, places: Sequence[int], names: Sequence[str] = ()) -> list[Word]:
        levels, words = self._words.levels, self._words.words
        names = names or list(map(words.at, places))
        made = [
            (name, score - levels[place] * self._per_level, into, out)
            for name, place in zip(names, places, strict=True)
            for into, out, score in self._senses(place)
        ]
        return likeliest(made, _WITHIN) if self._shadowy else _likeliest(made, self._kinds, _WITHIN)


def _likeliest(words: Sequence[Word], kinds: bytes, within: float) -> list[Word]:
    """The likeliest of particles and endings, and of other chunks: seldom both can stand somewhere."""
    tails = [word for word in words if kinds[word[2] & _CLASS] == TAIL]
    if not tails or len(tails) == len(words):
        return likeliest(words, within)
    others = [word for word in words if kinds[word[2] & _CLASS] != TAIL]
    return likeliest(tails, within) + likeliest(others, within)
