"""Characters: damaged Chinese, Japanese and Korean, read line by line as running words.

A word graph over the lattice of a line: every known word that can stand somewhere, what is between the
damaged pieces, and the joints between words weighed by how their classes, and the two characters that meet,
go together. The best path is the reading, and the best path through each other character tells how likely
that one is (max-marginals).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import add
from typing import NamedTuple

from curator.cleaning.channels import Channel
from curator.cleaning.grammars import BREAK, grammar_of
from curator.cleaning.graphs import Character, Graph, along, graph_of, stretches, verbatim
from curator.cleaning.images import Candidates, images_of
from curator.cleaning.joints import UNSEEN, joints_of
from curator.cleaning.lattices import Edges, lattice
from curator.cleaning.shadows import LONGEST as LONGEST_WORD
from curator.cleaning.shadows import Rests, Shadows, is_shadowy
from curator.cleaning.words import EAST_ASIAN, Words, words_of

LONGEST = 4000
"""Longer pieces, which no sentence is, are not looked at."""

_WITHIN = 8.0
_UNKNOWN = -3.5
_STRANGE = 2.0
_GRAMMAR = 0.7
_JOINT = 0.5
_JOINT_KOREAN = 0.8
_SPACE = -4.0
_SPACE_KOREAN = -1.5
_STATES = 30
_BEAM = 12.0
_LEAST = -1e9
_PARTICLES = frozenset("とはがのをにでもへや。")
_LEAST_SURE = 30.0
_PARTING = -1

State = tuple[int, str]
"""The class of the word before a place, and its last character."""
Arc = tuple[int, str, float, int]
"""A word that can stand somewhere: where it ends, its characters, its score, its class."""
Spread = dict[State, float]
Options = dict[int, dict[tuple[int, str], float]]
"""For each place what may stand there, by its end and character, with the score of the best path."""


class Step(NamedTuple):
    """A place of a stretch, what may begin there, and how that is linked to what leads there."""

    place: int
    arcs: list[Arc]
    links: dict[State, list[float]]
    """By the class and first character of a word what speaks for it after each state, in their order."""
    leads: dict[State, float]
    """By the same the best score with what leads there."""


class CharacterReader:
    """Reads damaged lines of one channel in one East Asian language; remembers what it has read."""

    def __init__(self, channel: Channel, language: str) -> None:
        known = words_of(language)
        assert known is not None
        self.channel = channel
        self.language = language
        self.words: Words = known
        self._images = images_of(channel, language)
        self._joints = joints_of(language)
        self._grammar = grammar_of(language)
        parted = self._grammar.parted or [()] * len(self._grammar.gains)
        self._classes = len(parted) if parted[0] else 0
        """From where on a class is that of a word with a space behind it; nought where spaces part none."""
        self._gains = [
            [_GRAMMAR * gain for gain in (*one, *two)]
            for one, two in zip(self._grammar.gains, parted, strict=True)
        ]
        self._shadows = Shadows(channel, known, self._grammar)
        self._joint = _JOINT_KOREAN if language == "ko" and not is_shadowy(channel) else _JOINT
        self._space = _SPACE_KOREAN if language == "ko" else _SPACE
        self._temperature = SHADOWY_TEMPERATURE if is_shadowy(channel) else TEMPERATURE
        self._known: dict[str, list[tuple[Character, ...]]] = {}
        self._singles: dict[str, tuple[float, int]] = {}
        self._sizes: dict[str, int] = {}

    def characters(self, line: str, spans: Sequence[tuple[int, int]]) -> list[tuple[Character, ...]]:
        """For each piece of a line its characters, in order; none if the channel can't have made it."""
        known = self._known.get(line)
        if known is None:
            if len(self._known) > 5_000:
                self._known.clear()
            known = self._known[line] = list(self._read(line, spans))
        return known

    def _read(self, line: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[Character, ...]]:
        lattices = [self._lattice(line[start:end]) for start, end in spans]
        graph = (
            graph_of(line, spans, lattices) if any(isinstance(found, list) for found in lattices) else None
        )
        solved: dict[int, Character] = {}
        if graph is not None:
            for first, last in stretches(graph):
                self._solve(line, graph, first, last, solved)
        for (start, end), found in zip(spans, lattices, strict=True):
            if isinstance(found, str):
                yield verbatim(found)
            elif found is None or graph is None:
                yield ()
            else:
                characters = along(graph.edges, start, end, solved)
                yield tuple(_closed(list(characters))) if self.language == "ja" else characters

    def _lattice(self, piece: str) -> Edges | str | None:
        """All that a piece can have been, its only original where nothing was lost, None if there is none."""
        whole = self._images.whole(piece)
        if whole is not None:
            return whole
        return lattice(piece, self._images) if len(piece) <= LONGEST else None

    def _solve(self, line: str, graph: Graph, first: int, last: int, solved: dict[int, Character]) -> None:
        """Settle the characters of a stretch, from one node to another, by the paths through its graph."""
        nodes = graph.nodes
        end = nodes[last] if last < len(nodes) else len(line)
        steps = [
            Step(nodes[number], self._arcs(line, graph, number, end), {}, {}) for number in range(first, last)
        ]
        ahead = self._ahead(steps, self._beginning(graph, first, solved))
        back = self._back(steps, ahead, end, closes=end == len(line))
        best: Options = {}
        for step in steps:
            if not step.links and not _parts(step):
                continue
            place = step.place
            if _parts(step):
                _raise(best, place, place + 1, " ", 0.0)
                continue
            for to, word, score, kind in step.arcs:
                behind = back.get(to)
                rest = behind.get((kind, word[-1])) if behind is not None else None
                if rest is None:
                    continue
                total = step.leads[kind, word[0]] + score + rest
                if len(word) == 1 or word[0] < "\x80":
                    _raise(best, place, to, word, total)
                    continue
                at = place
                for sign in word:
                    after = at + self._size(sign)
                    _raise(best, at, after, sign, total)
                    at = after
        self._choose(best, nodes[first], end, solved)

    def _beginning(self, graph: Graph, first: int, solved: dict[int, Character]) -> State:
        """What stands before a stretch: a character whose word nobody knows, or the line's beginning."""
        if not first:
            return self._grammar.places.get(BREAK, 0), ""
        before = graph.nodes[first - 1]
        known = solved.get(before)
        return 0, (graph.edges[before][0][1][0][0] if known is None else known.text)[-1]

    def _choose(self, best: Options, start: int, end: int, solved: dict[int, Character]) -> None:
        """Take the best character at each place of a stretch, and weigh what else it can be."""
        place = start
        while place < end:
            options = best.get(place)
            if not options:
                return
            (to, sign), top = max(options.items(), key=_second)
            least = top - _LEAST_SURE
            weights = {
                key: math.exp((score - top) / self._temperature)
                for key, score in options.items()
                if score > least
            }
            total = sum(weights.values())
            others = [(key[1], weight / total) for key, weight in weights.items() if key != (to, sign)]
            others.sort(key=_second, reverse=True)
            solved[place] = Character(place, to, sign, 1 / total, tuple(others[:5]))
            place = to

    def _arcs(self, line: str, graph: Graph, number: int, limit: int) -> list[Arc]:
        """The words that can begin at a node."""
        arcs: list[Arc] = []
        place = graph.nodes[number]
        reached = graph.nodes[number + 1 : number + 2 + LONGEST_WORD]
        for end, candidates in graph.edges[place]:
            if end > limit:
                continue
            sign = candidates[0][0]
            if sign[0] < "\x80":
                parts = sign == " " and self._classes
                score = self._space if sign == " " else 0.0
                arcs.append((end, sign, score, _PARTING if parts else self._grammar.of_sign(sign)))
                continue
            self._add_singles(arcs, end, candidates)
            if end >= limit:
                continue
            image = line[place:end]
            for after, following in graph.edges[end]:
                if following[0][0] >= "\x80":
                    rests = self._shadows.behind(image, candidates, line[end:after], following)
                    if rests[0]:
                        ends = [to for to in [*reached, len(line)] if after <= to <= limit]
                        _add_words(arcs, line, end, ends, rests)
        return arcs

    def _add_singles(self, arcs: list[Arc], end: int, candidates: Candidates) -> None:
        least = candidates[0][1] - _WITHIN
        for sign, share in candidates:
            if share < least:
                break
            known = self._singles.get(sign)
            if known is None:
                known = self._singles[sign] = self._alone(sign, share)
            arcs.append((end, sign, *known))

    def _alone(self, sign: str, share: float) -> tuple[float, int]:
        """The score of a character as a word of its own, and its class."""
        if not sign.isalpha():
            kind = self._grammar.of_sign(sign)
            return share - (0.0 if kind else _STRANGE), kind
        rare = self.words.letters.get(sign, -16.0) + _UNKNOWN
        place = self.words.words.find(sign)
        if place is None:
            return rare, 0
        frequency = self.words.log_frequency(sign)
        assert frequency is not None
        kind = self._grammar.classes[place] if self._grammar.classes else 0
        return (frequency, kind) if frequency > rare else (rare, 0)

    def _ahead(self, steps: Sequence[Step], begin: State) -> dict[int, Spread]:
        """For each place the best scores of what leads there; only the best are followed."""
        gains, joints, joint_weight = self._gains, self._joints, self._joint
        ahead: dict[int, Spread] = {steps[0].place: {begin: 0.0}}
        for step in steps:
            place, arcs, links, leads = step
            spread = ahead.get(place)
            if spread is None:
                continue
            if _parts(step):
                behind = ahead.setdefault(place + 1, {})
                for state, score in spread.items():
                    total, parted = score + self._ended(state), self._parted(state)
                    if behind.get(parted, _LEAST) < total:
                        behind[parted] = total
                continue
            if len(spread) > 1:
                spread = ahead[place] = _pruned(spread)
            scores = list(spread.values())
            met: dict[str, list[float]] = {}
            for to, word, score, kind in arcs:
                first = word[0]
                key = (kind, first)
                lead = leads.get(key)
                if lead is None:
                    joined = met.get(first)
                    if joined is None:
                        joined = met[first] = [
                            joint_weight * joints.get(last + first, UNSEEN) if last else 0.0
                            for _, last in spread
                        ]
                    row = gains[kind]
                    link = links[key] = [
                        row[before] + joint for (before, _), joint in zip(spread, joined, strict=True)
                    ]
                    lead = leads[key] = max(map(add, scores, link))
                total = score + lead
                behind = ahead.get(to)
                if behind is None:
                    behind = ahead[to] = {}
                state = (kind, word[-1])
                if behind.get(state, _LEAST) < total:
                    behind[state] = total
        return ahead

    def _back(
        self, steps: Sequence[Step], ahead: dict[int, Spread], end: int, *, closes: bool
    ) -> dict[int, Spread]:
        """For each place and state the best score of what follows."""
        row = self._gains[self._grammar.places.get(BREAK, 0)]
        back: dict[int, Spread] = {
            end: {state: row[state[0]] if closes else 0.0 for state in ahead.get(end, {})}
        }
        for step in reversed(steps):
            place, arcs, links, _ = step
            if _parts(step):
                behind = back.get(place + 1, {})
                back[place] = {
                    state: behind[parted] + self._ended(state)
                    for state in ahead.get(place, {})
                    if (parted := self._parted(state)) in behind
                }
                continue
            if not links:
                continue
            follow: dict[State, float] = {}
            for to, word, score, kind in arcs:
                behind = back.get(to)
                rest = behind.get((kind, word[-1])) if behind is not None else None
                if rest is not None:
                    key = (kind, word[0])
                    if follow.get(key, _LEAST) < score + rest:
                        follow[key] = score + rest
            if not follow:
                continue
            totals = [[score + link for link in links[key]] for key, score in follow.items()]
            best = totals[0] if len(totals) == 1 else map(max, *totals)
            back[place] = dict(zip(ahead[place], best, strict=True))
        return back

    def _parted(self, state: State) -> State:
        """The state behind a space: the word before it still tells."""
        before, _ = state
        return before + self._classes if before < self._classes else before, " "

    def _ended(self, state: State) -> float:
        """What speaks for a word ending with the last character of a state."""
        joint = self._joint * self._joints.get(state[1] + " ", UNSEEN) if state[1] else 0.0
        return joint + self._space

    def _size(self, sign: str) -> int:
        size = self._sizes.get(sign)
        if size is None:
            size = self._sizes[sign] = len(self.channel.image(sign))
        return size


TEMPERATURE = 0.75
"""What scores are divided by to become probabilities that hold what they say."""

SHADOWY_TEMPERATURE = 1.1


def _parts(step: Step) -> bool:
    """Whether nothing but a space is there, which parts words."""
    return step.arcs[0][3] == _PARTING if step.arcs else False


def _second(item: tuple[object, float]) -> float:
    return item[1]


def _add_words(arcs: list[Arc], line: str, start: int, ends: Sequence[int], rests: Rests) -> None:
    """Add the words of which the first character ends here, by where they may end."""
    longest, words = rests
    for to in ends:
        if to > start + longest:
            break
        for word, score, kind in words.get(line[start:to], ()):
            arcs.append((to, word, score, kind))


def _pruned(spread: Spread) -> Spread:
    """The best states, in whatever order."""
    least = max(spread.values()) - _BEAM
    kept = {state: score for state, score in spread.items() if score >= least}
    if len(kept) > _STATES:
        kept = dict(sorted(kept.items(), key=_second, reverse=True)[:_STATES])
    return kept


def _raise(best: Options, place: int, to: int, sign: str, total: float) -> None:
    known = best.setdefault(place, {})
    if known.get((to, sign), _LEAST) < total:
        known[to, sign] = total


def _closed(read: list[Character]) -> list[Character]:
    """Japanese quotations closed: the closing bracket is damaged into what the comma is, too.

    After an opening one the first doubtful comma that a particle follows closes it, else the last.
    """
    opened = -1
    commas: list[int] = []
    for place, character in enumerate([*read, Character(0, 0, "「", 1.0)]):
        if character.text == "」":
            opened = -1
        elif character.text == "「":
            if opened >= 0 and commas:
                chosen = next(
                    (at for at in commas if read[at + 1 : at + 2] and read[at + 1].text in _PARTICLES),
                    commas[-1],
                )
                old = read[chosen]
                read[chosen] = Character(old.start, old.end, "」", 0.85, ((old.text, 0.15),))
            opened, commas = place, []
        elif opened >= 0 and character.text == "、" and any(other == "」" for other, _ in character.others):
            commas.append(place)
    return read


@lru_cache(maxsize=6)
def character_reader(channel: Channel, language: str) -> CharacterReader:
    """The reader for a channel and one of the East Asian languages, with all it remembers."""
    assert language in EAST_ASIAN
    return CharacterReader(channel, language)
