"""Eojeols: damaged Korean, read by the chunks of its words and what stands before each.

Max-product over states of the chunk before a place and of the stem whose ending that is, as the stem tells
more of the next word than its ending does; a stem keeps the class of what stands before it, which tells of
its ending. Kept are the steps that were taken, so that the way back weighs each chunk by the best path
through it.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from curator.cleaning.damage.channels import Channel
from curator.cleaning.east_asian.characters import CharacterReader
from curator.cleaning.east_asian.choices import Choices
from curator.cleaning.east_asian.chunk_openings import ChunkOpenings
from curator.cleaning.east_asian.graphs import Character, Graph
from curator.cleaning.east_asian.paths import LEAST, Arc, Arcs, Spread, Word
from curator.cleaning.models.chunks import (
    BARE,
    BOUND,
    CLASS_BITS,
    CLOSED,
    PLACE_BITS,
    SIGN,
    TAIL,
    VERB,
    Row,
    chunks,
)
from curator.cleaning.models.grammars import BREAK

_STATES = 20
_LEAST_SURE = 12.0
_BEAM = 7.0
_BEHIND_STEM = 1.2
"""The weight of what the class of a stem says about the chunk behind its ending."""
_UNENDED = -7.0
"""What speaks for a space behind a stem that needs an ending."""
_JOINED = {
    (CLOSED, 0): -4.0, (CLOSED, VERB): -4.0, (CLOSED, BOUND): -3.0,
    (0, 0): -1.0, (0, VERB): -2.5, (0, BOUND): -1.0, (BARE, 0): -4.0, (BARE, VERB): -3.0,
}  # fmt: skip
"""What speaks for no space, by the kinds of the classes of two chunks."""
_PARTED = {TAIL: -7.0}
"""What speaks for a space, by the kind of the chunk behind it."""
_CLASS = (1 << CLASS_BITS) - 1
_HEAD = CLASS_BITS + PLACE_BITS
_OUT = (1 << _HEAD) - 1
_SPACE = 1 << 60
"""Set in a state behind a space; above it is the chunk before.

Above that is, behind an ending, one more than the place of its stem, and behind a stem the class of what
stands before it.
"""

Edge = tuple[int, int, int, float, str]
"""From a state, to a place and a state there, what speaks for that step, and its characters."""
_View = tuple[list[float], Row, float, list[float] | None, Row, list[float] | None, int, int]
"""Behind a state the gains of classes, of chunks, of all other chunks, and of endings; what its stem says for
chunks and for classes; and what is kept of it behind an ending and behind a stem."""
_MOST_VIEWS = 2_000
_NONE: Row = {}
"""Where nothing is known: looked up, never written to."""
_ENDINGS = frozenset((TAIL, SIGN))
_second = itemgetter(1)


class KoreanReader(CharacterReader):
    """Reads damaged lines of one channel in Korean; remembers what it has read."""

    def _prepare(self, channel: Channel) -> None:
        self._chunks = chunks()
        self._openings = ChunkOpenings(channel, self._chunks)
        self._views: dict[int, _View] = {}
        self._columns: tuple[dict[int, list[float]], ...] = {}, {}

    def _solve(self, line: str, graph: Graph, first: int, last: int, solved: dict[int, Character]) -> None:
        nodes = graph.nodes
        end = nodes[last] if last < len(nodes) else len(line)
        ahead, edges = self._steps(line, graph, first, last)
        choices = Choices(graph, first, last, self._sizes)
        least = max(ahead.get(end, {0: 0.0}).values()) - _LEAST_SURE * self._temperature
        back: dict[int, Spread] = {end: dict.fromkeys(ahead.get(end, ()), 0.0)}
        for place in reversed(nodes[first:last]):
            rest, through = _met(edges.get(place, ()), ahead.get(place, {}), back, least)
            back[place] = rest
            for (to, word), total in through.items():
                if choices.concern(place, to):
                    choices.raise_to(Arc(place, to, (word, 0.0, 0, 0)), total)
        choices.settle(end, solved, self._temperature)

    def _ahead(self, line: str, graph: Graph) -> dict[int, Spread]:
        return self._steps(line, graph, 0, len(graph.nodes))[0]

    def _steps(
        self, line: str, graph: Graph, first: int, last: int
    ) -> tuple[dict[int, Spread], dict[int, list[Edge]]]:
        """For each place of a stretch the best scores of what leads there, and the steps on from it."""
        nodes = graph.nodes
        start, end = nodes[first], nodes[last] if last < len(nodes) else len(line)
        ahead: dict[int, Spread] = {start: {self._begin(first): 0.0}}
        edges: dict[int, list[Edge]] = {}
        for number in range(first, last):
            place = nodes[number]
            spread = ahead.get(place)
            if spread:
                states = _pruned(spread)
                if _is_space(graph, place):
                    edges[place] = self._part(place, states, ahead)
                else:
                    edges[place] = self._go(states, self._openings.arcs(line, graph, number, end), ahead)
        return ahead, edges

    def _begin(self, first: int) -> int:
        """What stands before a stretch: a chunk that nobody knows, or the end of another line."""
        return self._chunks.unknown if first else self._chunks.of_sign(BREAK)[1]

    def _part(self, place: int, states: Sequence[tuple[int, float]], ahead: dict[int, Spread]) -> list[Edge]:
        """Go behind a space."""
        kinds = self._chunks.kinds_behind
        behind = ahead.setdefault(place + 1, {})
        found: list[Edge] = []
        for state, score in states:
            step = _UNENDED if kinds[state & _CLASS] == BARE else 0.0
            found.append((state, place + 1, state | _SPACE, step, " "))
            behind[state | _SPACE] = score + step
        return found

    def _go(self, states: Sequence[tuple[int, float]], arcs: Arcs, ahead: dict[int, Spread]) -> list[Edge]:
        """Go on from each of some states, the best first, by the chunks that can begin there."""
        found: list[Edge] = []
        targets = [(to, self._taken_apart(words), ahead.setdefault(to, {})) for to, words in arcs]
        floors = [max(behind.values(), default=LEAST) - _BEAM for _, _, behind in targets]
        for state, score in states:
            column, row, left, ending, across, drawn, at_ending, at_stem = self._view(state)
            for number, (to, words, behind) in enumerate(targets):
                floor = floors[number]
                for word, own, what, what_class, kind, other in words:
                    step = own + column[what_class] + row.get(what, left)
                    if kind == TAIL:
                        if ending is not None:
                            step += ending[what_class]
                    elif drawn is not None:
                        step += _BEHIND_STEM * drawn[what_class]
                        if what in across:
                            step += across[what]
                    total = score + step
                    if total < floor:
                        continue
                    after = other | (at_ending if kind in _ENDINGS else at_stem)
                    found.append((state, to, after, step, word))
                    if behind.get(after, LEAST) < total:
                        behind[after] = total
                        floor = max(floor, total - _BEAM)
                floors[number] = floor
        return found

    def _taken_apart(self, words: Sequence[Word]) -> list[tuple[str, float, int, int, int, int]]:
        """Words with the place, the class and the kind that they are to what stands before."""
        kinds = self._chunks.kinds
        return [
            (word, own, into >> CLASS_BITS, into & _CLASS, kinds[into & _CLASS], out)
            for word, own, into, out in words
        ]

    def _view(self, state: int) -> _View:
        """What tells of the chunks behind a state."""
        view = self._views.get(state)
        if view is not None:
            return view
        known = self._chunks
        out, head = state & _OUT, (state & ~_SPACE) >> _HEAD
        place, behind = out >> CLASS_BITS, out & _CLASS
        across, drawn, ending = _NONE, None, None
        if known.kinds_behind[behind] not in {CLOSED, SIGN}:
            at_ending, at_stem = place + 1 << _HEAD, head << _HEAD
            ending = known.ending(head)
        else:
            at_ending, at_stem = head << _HEAD, behind << _HEAD
            if head:
                across, drawn = known.beyond(head - 1), known.behind_stem(head - 1)
        if len(self._views) >= _MOST_VIEWS:
            self._views.clear()
        column = self._column(behind, is_parted=state >= _SPACE)
        view = column, known.after(place), known.left[place], ending, across, drawn, at_ending, at_stem
        self._views[state] = view
        return view

    def _column(self, behind: int, *, is_parted: bool) -> list[float]:
        """By classes to what stands before the gains behind a class: joined, or with a space between."""
        known = self._columns[is_parted].get(behind)
        if known is None:
            kind = self._chunks.kinds_behind[behind]
            offsets = (
                _PARTED
                if is_parted
                else {one: gain for (other, one), gain in _JOINED.items() if other == kind}
            )
            known = self._columns[is_parted][behind] = self._chunks.column(behind, offsets)
        return known


def _is_space(graph: Graph, place: int) -> bool:
    """Whether there is nothing but a space at a place."""
    edges = graph.edges[place]
    return len(edges) == 1 and edges[0][1][0][0] == " "


def _met(
    edges: Sequence[Edge], spread: Spread, back: dict[int, Spread], least: float
) -> tuple[Spread, dict[tuple[int, str], float]]:
    """From a place the best of what follows each state, and of all paths through each chunk."""
    rest: Spread = {}
    through: dict[tuple[int, str], float] = {}
    for state, to, other, step, word in edges:
        follows = back.get(to, _NONE).get(other)
        if follows is None:
            continue
        follows += step
        if rest.get(state, LEAST) < follows:
            rest[state] = follows
        total = spread[state] + follows
        if total >= least and through.get((to, word), LEAST) < total:
            through[to, word] = total
    return rest, through


def _pruned(spread: Spread) -> list[tuple[int, float]]:
    """The best states, the best first."""
    kept = sorted(spread.items(), key=_second, reverse=True)[:_STATES]
    least = kept[0][1] - _BEAM
    return [item for item in kept if item[1] >= least]
