"""Characters: damaged Chinese, Japanese and Korean, read line by line as running words.

A word graph over the lattice of a line: every known word that can stand somewhere, what is between the
damaged pieces, and the joints between words weighed by how their classes, and the two characters that meet,
go together. The best path is the reading, and the best path through each other character tells how likely
that one is (max-marginals).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from curator.cleaning.damage.channels import Channel
from curator.cleaning.east_asian.graphs import (
    Allowance,
    Character,
    Edges,
    Graph,
    along,
    graph_of,
    lattice_of,
    stretches,
    verbatim,
)
from curator.cleaning.east_asian.paths import LEAST, Arc, Arcs, Spread, Step, Word, state_of, word_of
from curator.cleaning.east_asian.rereadings import Rereader
from curator.cleaning.east_asian.shadows import LONGEST as LONGEST_WORD
from curator.cleaning.east_asian.shadows import PER_LEVEL, Shadows, is_shadowy, likeliest
from curator.cleaning.east_asian.signs import by_surroundings
from curator.cleaning.east_asian.tracks import MOST, Tracks
from curator.cleaning.east_asian.wide_paths import paths_of
from curator.cleaning.images import Candidates, images_of
from curator.cleaning.models.followers import followers_of
from curator.cleaning.models.grammars import grammar_of
from curator.cleaning.models.prefixes import prefixes_of
from curator.cleaning.models.word_lists import WordList
from curator.cleaning.models.words import Words, words_of

LONGEST = 4000
"""Longer pieces, which no sentence is, are not looked at."""

_MOST_KEPT = 200_000
"""So many code points of lines that were read are remembered, at some hundred bytes each."""
_MOST_SIGNS = 10_000
_WITHIN = 6.0
_WITHIN_REREAD = 8.0
_UNKNOWN = -3.5
_STRANGE = 2.0
REREAD = ("zh",)
"""Languages of which every damaged line is read twice."""
REREAD_SHADOWY = ("zh", "ja")
"""Those of which only shadows are."""
STRANGE_QUOTES = frozenset("„‚‹›")
"""Quotes that nobody writes in these languages."""
_LEAST_SURE = 12.0

Options = dict[int, dict[tuple[int, str], float]]
"""For each place what may stand there, by its end and character, with the score of the best path."""


class CharacterReader:
    """Reads damaged lines of one channel in one East Asian language; remembers what it has read."""

    def __init__(self, channel: Channel, language: str) -> None:
        self.channel = channel
        self.language = language
        self._images = images_of(channel, language)
        self._temperature = _temperature(channel, language)
        self._within = _WITHIN
        self._known: dict[str, list[tuple[Character, ...]]] = {}
        self._kept = 0
        self._singles: dict[str, list[Word]] = {}
        self._signs: dict[str, list[Word]] = {}
        self._sizes: dict[str, int] = {}
        self._tracks: Tracks | None = None
        self._prepare(channel)

    def _prepare(self, channel: Channel) -> None:
        """Get ready what is known of the language."""
        known = words_of(self.language)
        assert known is not None
        self.words: Words = known
        self._grammar = grammar_of(self.language)
        shadowy = is_shadowy(channel)
        rereads = self.language in (REREAD_SHADOWY if shadowy else REREAD)
        self._paths = paths_of(self.language, wide=shadowy and rereads)
        self._rereader = (
            Rereader(self._paths, followers_of(self.language), REREADING_TEMPERATURES[self.language, shadowy])
            if rereads
            else None
        )
        self._left_within = _LEFT_SHADOWY if shadowy else _LEFT
        self._within = _WITHIN_REREAD if shadowy and rereads else _WITHIN
        self._shadows = Shadows(channel, known, self._grammar.senses, wide=shadowy and rereads)
        self._tracks = self._tracks_of(known.words)

    def _tracks_of(self, words: WordList) -> Tracks | None:
        """What follows words character by character, None in channels that leave only shadows."""
        if is_shadowy(self.channel):
            return None
        return Tracks(prefixes_of(words), self._shadows.made)

    def leaning(self, lines: Iterable[str]) -> float:
        """What the lines of a text say for traditional characters (above nought) in each of them."""
        del lines
        return 0.0

    def characters(
        self,
        line: str,
        spans: Sequence[tuple[int, int]],
        leaning: float = 0.0,
        allowance: Allowance | None = None,
    ) -> list[tuple[Character, ...]]:
        """For each piece of a line its characters, in order; none if the channel can't have made it.

        `leaning` is what the text around the line says for traditional characters, `allowance` how much
        reading may still cost; what would cost more has none either.
        """
        del leaning
        allowance = allowance or Allowance(len(line))
        known = self._known.get(line)
        if known is None:
            refused = allowance.refused
            known = self._read(line, spans, allowance)
            if allowance.refused > refused:
                return known
            self._kept += len(line)
            if self._kept > _MOST_KEPT:
                self._known.clear()
                self._kept = len(line)
            self._known[line] = known
        return known

    def score(self, line: str, spans: Sequence[tuple[int, int]], leaning: float = 0.0) -> float:
        """How likely the best reading of a whole line is, in logarithms; of one that is not too long.

        `leaning` is as for `characters`.
        """
        del leaning
        edges = [lattice_of(line, start, end, self._images) for start, end in spans]
        graph = graph_of(line, spans, edges)
        ahead = self._ahead(line, graph)
        return max(ahead.get(len(line), {0: LEAST}).values())

    def _ahead(self, line: str, graph: Graph) -> dict[int, Spread]:
        """For each place of a line the best scores of what leads there."""
        end = len(line)
        steps = [Step(place, self._arcs(line, graph, n, end), {}, {}) for n, place in enumerate(graph.nodes)]
        return self._paths.ahead(steps, self._paths.begin)

    def _read(
        self, line: str, spans: Sequence[tuple[int, int]], allowance: Allowance
    ) -> list[tuple[Character, ...]]:
        lattices = [self._lattice(line, start, end) for start, end in spans]
        graph = (
            graph_of(line, spans, lattices) if any(isinstance(found, dict) for found in lattices) else None
        )
        solved: dict[int, Character] = {}
        if graph is not None:
            for first, last in stretches(graph):
                if allowance.grants(graph, first, last):
                    self._solve(line, graph, first, last, solved)
        pieces: list[tuple[Character, ...]] = []
        for (start, end), found in zip(spans, lattices, strict=True):
            if isinstance(found, str):
                pieces.append(verbatim(found))
            elif found is None or graph is None:
                pieces.append(())
            else:
                pieces.append(along(graph.edges, start, end, solved))
        return by_surroundings(line, spans, pieces, self.language) if solved else pieces

    def _lattice(self, line: str, start: int, end: int) -> Edges | str | None:
        """All that a piece can have been, its only original where nothing was lost, None if there is none."""
        whole = self._images.whole(line[start:end])
        if whole is not None:
            return whole
        return lattice_of(line, start, end, self._images) if end - start <= LONGEST else None

    def _solve(self, line: str, graph: Graph, first: int, last: int, solved: dict[int, Character]) -> None:
        """Settle the characters of a stretch, from one node to another, by the paths through its graph."""
        nodes = graph.nodes
        end = nodes[last] if last < len(nodes) else len(line)
        steps = [Step(nodes[n], self._arcs(line, graph, n, end), {}, {}) for n in range(first, last)]
        begin = self._beginning(graph, first, solved)
        closes = end == len(line)
        doubts = {nodes[n] for n in graph.doubts if first <= n < last}
        best: Options = {place: {} for place in doubts}
        if self._rereader is not None:
            arcs, _ = self._paths.left(steps, begin, end, self._left_within, closes=closes)
            shares = self._rereader.shares(arcs, begin, end, closes=closes)
            for arc, share in zip(arcs, shares, strict=True):
                self._add(best, graph, arc, share)
            self._choose(graph, best, nodes[first], end, solved, 1.0)
            return
        within = _LEAST_SURE * self._temperature
        arcs, totals = self._paths.left(steps, begin, end, within, closes=closes)
        for arc, total in zip(arcs, totals, strict=True):
            self._raise(best, graph, arc, total)
        self._choose(graph, best, nodes[first], end, solved, self._temperature)

    def _raise(self, best: Options, graph: Graph, arc: Arc, total: float) -> None:
        """Note the score of the best path through a word at each doubtful character of it."""
        place = arc.start
        for sign, after in self._ends(graph, arc):
            options = best.get(place)
            if options is not None and options.get((after, sign), LEAST) < total:
                options[after, sign] = total
            place = after

    def _add(self, best: Options, graph: Graph, arc: Arc, share: float) -> None:
        """Add the share of readings that go through a word to each doubtful character of it."""
        place = arc.start
        for sign, after in self._ends(graph, arc):
            options = best.get(place)
            if options is not None:
                known = options.get((after, sign))
                options[after, sign] = share if known is None else _added(known, share)
            place = after

    def _ends(self, graph: Graph, arc: Arc) -> Sequence[tuple[str, int]]:
        """The characters of a word that can stand somewhere, each with where its image ends."""
        place, to, (word, *_) = arc
        if len(word) == 1 or word[0] < "\x80":
            return ((word, to),)
        ends: list[tuple[str, int]] = []
        for sign in word:
            place += self._size(sign)
            ends.append((sign, place))
        return ends if place == to else self._shorter_ends(graph, arc)

    def _shorter_ends(self, graph: Graph, arc: Arc) -> Sequence[tuple[str, int]]:
        """The same where an image has lost the space at its end."""
        ways: list[tuple[int, list[tuple[str, int]]]] = [(arc.start, [])]
        for sign in arc.word[0]:
            ways = [
                (end, [*ends, (sign, end)])
                for place, ends in ways
                for end, candidates in graph.edges.get(place, ())
                if end <= arc.end and any(other == sign for other, _ in candidates)
            ]
        return next((ends for place, ends in ways if place == arc.end), ())

    def _beginning(self, graph: Graph, first: int, solved: dict[int, Character]) -> int:
        """What stands before a stretch: a character whose word nobody knows, or the line's beginning."""
        if not first:
            return self._paths.begin
        before = graph.nodes[first - 1]
        known = solved.get(before)
        text = graph.edges[before][0][1][0][0] if known is None else known.text
        return state_of(0, self._plain(text)[-1])

    def _plain(self, word: str) -> str:
        """A word as the shipped words have it."""
        return word

    def _choose(
        self,
        graph: Graph,
        best: Options,
        start: int,
        end: int,
        solved: dict[int, Character],
        temperature: float,
    ) -> None:
        """Take the best character at each doubtful place of a stretch, and weigh what else it can be."""
        place = start
        while place < end:
            options = best.get(place)
            if options is None:
                place = graph.edges[place][0][0]
                continue
            if not options:
                return
            if len(options) == 1:
                ((to, sign),) = options
                solved[place] = Character(place, to, sign, 1.0)
                place = to
                continue
            (to, sign), top = max(options.items(), key=_second)
            weights = {key: math.exp((score - top) / temperature) for key, score in options.items()}
            total = sum(weights.values())
            others = [(key[1], weight / total) for key, weight in weights.items() if key != (to, sign)]
            others.sort(key=_second, reverse=True)
            solved[place] = Character(place, to, sign, 1 / total, tuple(others[:5]))
            place = to

    def _arcs(self, line: str, graph: Graph, number: int, limit: int) -> Arcs:
        """The words that can begin at a node."""
        arcs: Arcs = []
        place = graph.nodes[number]
        ends = graph.nodes[number + 2 : number + 2 + LONGEST_WORD]
        if len(ends) < LONGEST_WORD and number + 2 <= len(graph.nodes):
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

    def _sign(self, sign: str) -> list[Word]:
        known = self._signs.get(sign)
        if known is None:
            if len(self._signs) >= _MOST_SIGNS:
                self._signs.clear()
            known = self._signs[sign] = [self._of_sign(sign)]
        return known

    def _of_sign(self, sign: str) -> Word:
        """What stands between damaged pieces, as a word."""
        return self._paths.of_sign(sign)

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

    def _alone(self, sign: str, share: float) -> Iterator[Word]:
        """A character as the words that it can be of its own."""
        if not sign.isalpha():
            into, out = self._grammar.of_sign(sign)
            strange = 2 * _STRANGE if sign in STRANGE_QUOTES else 0.0 if out else _STRANGE
            yield word_of(sign, share - strange, into, out)
            return
        rare = self.words.letters.get(sign, -16.0) + _UNKNOWN
        place = self.words.words.find(sign)
        frequency = LEAST if place is None else self.words.levels[place] * PER_LEVEL
        if place is None or frequency <= rare:
            yield word_of(sign, rare, 0, 0)
            return
        for into, out, score in self._grammar.senses(place):
            yield word_of(sign, frequency + score, into, out)

    def _size(self, sign: str) -> int:
        size = self._sizes.get(sign)
        if size is None:
            size = self._sizes[sign] = len(self.channel.image(sign))
        return size


TEMPERATURE = 0.75
"""What scores are divided by to become probabilities that hold what they say."""

TEMPERATURES = {"ja": 0.9}
"""The same by language, where it is another."""
SHADOWY_TEMPERATURE = {"zh": 1.4, "ja": 1.65, "ko": 1.65}

REREADING_TEMPERATURES = {("zh", False): 1.0, ("zh", True): 1.2, ("ja", True): 1.42}
"""The same for lines that are read again: where little was lost, and where only shadows are left."""
_LEFT, _LEFT_SHADOWY = 4.0, 6.5
"""By how much worse a word may be than the best one to be looked at again."""


def _temperature(channel: Channel, language: str) -> float:
    return SHADOWY_TEMPERATURE[language] if is_shadowy(channel) else TEMPERATURES.get(language, TEMPERATURE)


def _added(one: float, two: float) -> float:
    """The logarithm of the sum of two numbers, by theirs."""
    return max(one, two) + math.log1p(math.exp(-abs(one - two)))


def _second(item: tuple[object, float]) -> float:
    return item[1]
