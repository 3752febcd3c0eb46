"""Characters: damaged Chinese, Japanese and Korean, read line by line as running words.

A word graph over the lattice of a line: every known word that can stand somewhere, what is between the
damaged pieces, and the joints between words weighed by how their classes, and the two characters that meet,
go together. The best path is the reading, and the best path through each other character tells how likely
that one is (max-marginals).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from curator.cleaning.damage.channels import Channel
from curator.cleaning.east_asian.choices import Choices, Sizes
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
from curator.cleaning.east_asian.openings import Openings, WordOpenings
from curator.cleaning.east_asian.paths import LEAST, Spread, Step, state_of
from curator.cleaning.east_asian.rereadings import Rereader
from curator.cleaning.east_asian.shadows import is_shadowy
from curator.cleaning.east_asian.signs import by_surroundings
from curator.cleaning.east_asian.wide_paths import paths_of
from curator.cleaning.images import images_of
from curator.cleaning.models.followers import followers_of

LONGEST = 4000
"""Longer pieces, which no sentence is, are not looked at."""

_MOST_KEPT = 200_000
"""So many code points of lines that were read are remembered, at some hundred bytes each."""
REREAD = ("zh",)
"""Languages of which every damaged line is read twice."""
REREAD_SHADOWY = ("zh", "ja")
"""Those of which only shadows are."""
_LEAST_SURE = 12.0
TEMPERATURE = 0.75
"""What scores are divided by to become probabilities that hold what they say."""

TEMPERATURES = {"ja": 0.9}
"""The same by language, where it is another."""
SHADOWY_TEMPERATURE = {"zh": 1.4, "ja": 1.65, "ko": 1.65}

REREADING_TEMPERATURES = {("zh", False): 1.0, ("zh", True): 1.2, ("ja", True): 1.42}
"""The same for lines that are read again: where little was lost, and where only shadows are left."""
_LEFT, _LEFT_SHADOWY = 4.0, 6.5
"""By how much worse a word may be than the best one to be looked at again."""


class CharacterReader:
    """Reads damaged lines of one channel in one East Asian language; remembers what it has read."""

    def __init__(self, channel: Channel, language: str) -> None:
        self.channel = channel
        self.language = language
        self._images = images_of(channel, language)
        self._temperature = _temperature(channel, language)
        self._sizes = Sizes(channel)
        self._known: dict[str, list[tuple[Character, ...]]] = {}
        self._kept = 0
        self._prepare(channel)

    def _prepare(self, channel: Channel) -> None:
        """Get ready what is known of the language."""
        shadowy = is_shadowy(channel)
        rereads = self.language in (REREAD_SHADOWY if shadowy else REREAD)
        self._paths = paths_of(self.language, wide=shadowy and rereads)
        self._openings: Openings = self._openings_of(channel, wide=shadowy and rereads)
        self._rereader = self._rereader_of(shadowy=shadowy) if rereads else None
        self._left_within = _LEFT_SHADOWY if shadowy else _LEFT

    def _openings_of(self, channel: Channel, *, wide: bool) -> Openings:
        """What finds the words that can begin somewhere."""
        return WordOpenings(channel, self.language, self._paths, wide=wide)

    def _rereader_of(self, *, shadowy: bool) -> Rereader:
        temperature = REREADING_TEMPERATURES[self.language, shadowy]
        return Rereader(self._paths, followers_of(self.language), temperature, self._openings.plain)

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
        steps = [
            Step(place, self._openings.arcs(line, graph, n, end), {}, {})
            for n, place in enumerate(graph.nodes)
        ]
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
        steps = [Step(nodes[n], self._openings.arcs(line, graph, n, end), {}, {}) for n in range(first, last)]
        begin = self._beginning(graph, first, solved)
        closes = end == len(line)
        choices = Choices(graph, first, last, self._sizes)
        if self._rereader is not None:
            arcs, _ = self._paths.left(steps, begin, end, self._left_within, closes=closes)
            for arc, share in zip(arcs, self._rereader.shares(arcs, begin, end, closes=closes), strict=True):
                choices.add(arc, share)
            choices.settle(end, solved, 1.0)
            return
        within = _LEAST_SURE * self._temperature
        arcs, totals = self._paths.left(steps, begin, end, within, closes=closes)
        for arc, total in zip(arcs, totals, strict=True):
            choices.raise_to(arc, total)
        choices.settle(end, solved, self._temperature)

    def _beginning(self, graph: Graph, first: int, solved: dict[int, Character]) -> int:
        """What stands before a stretch: a character whose word nobody knows, or the line's beginning."""
        if not first:
            return self._paths.begin
        before = graph.nodes[first - 1]
        known = solved.get(before)
        text = graph.edges[before][0][1][0][0] if known is None else known.text
        return state_of(0, self._openings.plain(text)[-1])


def _temperature(channel: Channel, language: str) -> float:
    return SHADOWY_TEMPERATURE[language] if is_shadowy(channel) else TEMPERATURES.get(language, TEMPERATURE)
