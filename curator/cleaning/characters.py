"""Characters: damaged Chinese, Japanese and Korean, read as running words with nothing between them.

A word graph over the lattice: every known word that can stand somewhere in the piece, the joints between
words weighed by how the two characters go together within words. The best path is the reading, and the
best path through each other character tells how likely that one is (max-marginals).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from curator.cleaning.channels import Channel
from curator.cleaning.images import images_of, priors
from curator.cleaning.joints import UNSEEN, joints_of
from curator.cleaning.lattices import Edges, lattice
from curator.cleaning.words import EAST_ASIAN, Words, words_of

LONGEST = 4000
"""Longer pieces, which no sentence is, are not looked at."""

_WITHIN = 8.0
_UNKNOWN = -3.5
_PAIRS = {"」": "「", "』": "『", "】": "【", "”": "“", "）": "（", "》": "《", "’": "‘", "〉": "〈"}
_MARGIN = 4
_LEAST = -1e9
_MOST_CHOICES = 7
_SHORT = 6
_MOST_OPEN = 150
_MOST_BEGINNINGS = 50_000
_PARTICLES = frozenset("とはがのをにでもへや。")

Arc = tuple[int, str, float, tuple[int, ...]]
"""A word in the graph: where it ends, its characters, its score, and where each of them ends."""


@dataclass(frozen=True, slots=True)
class Character:
    """One character read: its place in the damaged piece, what it is, and what else it can be."""

    start: int
    end: int
    text: str
    sureness: float
    others: tuple[tuple[str, float], ...] = ()


class CharacterReader:
    """Reads damaged pieces of one channel in one East Asian language; remembers what it has read."""

    def __init__(self, channel: Channel, language: str) -> None:
        known = words_of(language)
        assert known is not None
        self.channel = channel
        self.words: Words = known
        self._images = images_of(channel, language)
        self._shares = priors(language)
        self._pairs = joints_of(language)
        self._edge = " " if language == "ko" else ""
        self._known: dict[str, tuple[Character, ...]] = {}
        self._singles: dict[str, tuple[bool, float]] = {}
        self._beginnings: dict[str, tuple[bool, float | None]] = {}

    def characters(self, piece: str) -> tuple[Character, ...]:
        """The characters of a piece, in order; none if the channel can't have made it."""
        known = self._known.get(piece)
        if known is None:
            if len(self._known) > 20_000:
                self._known.clear()
            edges = lattice(piece, self._images) if len(piece) <= LONGEST else None
            known = self._known[piece] = tuple(_closed(list(self._read(edges)))) if edges is not None else ()
        return known

    def _read(self, edges: Edges) -> Iterator[Character]:
        """Certain characters as they are; stretches around doubtful ones by their words."""
        if _too_much(edges):
            return
        place = 0
        for start, end in _doubtful(edges):
            yield from _certain(edges, place, start)
            yield from self._solved(edges, start, end)
            place = end
        yield from _certain(edges, place, len(edges))

    def _solved(self, edges: Edges, start: int, end: int) -> Iterator[Character]:
        """The characters of a stretch by the best path through its word graph."""
        arcs = {place: self._arcs(edges, place, end) for place in range(start, end) if edges[place]}
        forward, leading = self._forward(arcs, start, end)
        backward = self._backward(arcs, forward, end, self._edge if end == len(edges) else "")
        best: dict[int, dict[tuple[int, str], float]] = {}
        for place, leads in leading.items():
            for word_end, text, score, ends in arcs.get(place, ()):
                total = leads[text[0]] + score + backward.get((word_end, text[-1]), _LEAST)
                at = place
                for sign, to in zip(text, ends, strict=True):
                    known = best.setdefault(at, {})
                    if known.get((to, sign), _LEAST) < total:
                        known[to, sign] = total
                    at = to
        place = start
        while place < end:
            options = best.get(place)
            if not options:
                return
            (to, sign), top = max(options.items(), key=lambda option: option[1])
            weights = {key: math.exp((score - top) / TEMPERATURE) for key, score in options.items()}
            total = sum(weights.values())
            others = sorted(
                ((key[1], weight / total) for key, weight in weights.items() if key != (to, sign)),
                key=lambda other: -other[1],
            )
            yield Character(place, to, sign, 1 / total, tuple(others[:5]))
            place = to

    def _arcs(self, edges: Edges, start: int, limit: int) -> list[Arc]:
        """The words that can begin at a place."""
        arcs: list[Arc] = []
        open_words: list[tuple[int, str, tuple[int, ...]]] = []
        for end, candidates in edges[start]:
            best = candidates[0][1]
            for sign, share in candidates:
                if share < best - _WITHIN:
                    break
                if not sign.isalpha() or sign.isascii():
                    arcs.append((end, sign, 0.0 if sign.isascii() else share, (end,)))
                    continue
                begins, score = self._alone(sign)
                arcs.append((end, sign, score, (end,)))
                if begins:
                    open_words.append((end, sign, (end,)))
        self._lengthen(edges, open_words, limit, arcs)
        return [arc for arc in arcs if arc[0] <= limit]

    def _alone(self, sign: str) -> tuple[bool, float]:
        """Whether words begin with a character, and its score as a word."""
        known = self._singles.get(sign)
        if known is None:
            begins, frequency = self.words.beginning(sign)
            rare = self.words.letters.get(sign, -16.0) + _UNKNOWN
            known = self._singles[sign] = begins, rare if frequency is None else max(frequency, rare)
        return known

    def _lengthen(
        self, edges: Edges, open_words: list[tuple[int, str, tuple[int, ...]]], limit: int, arcs: list[Arc]
    ) -> None:
        """Add the longer words that the word list has for the beginnings found."""
        pairs, beginnings = self._pairs, self._beginnings
        for place, word, ends in open_words:  # grows while it is walked
            if len(open_words) > _MOST_OPEN:
                break
            if place >= limit:
                continue
            last = word[-1]
            for end, candidates in edges[place]:
                for sign, _ in candidates:
                    if last + sign not in pairs:  # which has all that stand within words
                        continue
                    longer = word + sign
                    known = beginnings.get(longer)
                    if known is None:
                        known = beginnings[longer] = self.words.beginning(longer)
                    begins, score = known
                    if not begins:
                        continue
                    if score is not None:
                        arcs.append((end, longer, score, (*ends, end)))
                    if len(longer) < 8:
                        open_words.append((end, longer, (*ends, end)))
        if len(beginnings) > _MOST_BEGINNINGS:
            beginnings.clear()

    def _forward(
        self, arcs: dict[int, list[Arc]], start: int, end: int
    ) -> tuple[dict[int, dict[str, float]], dict[int, dict[str, float]]]:
        """For each place the best score of what leads there, by the last character and by the next."""
        forward: dict[int, dict[str, float]] = {start: {"" if start else self._edge: 0.0}}
        leading: dict[int, dict[str, float]] = {}
        for place in range(start, end):
            here = forward.get(place)
            if here is None:
                continue
            reached = list(here.items())
            leads = leading[place] = {}
            for to, text, score, _ in arcs.get(place, ()):
                first, last = text[0], text[-1]
                lead = leads.get(first)
                if lead is None:
                    lead = leads[first] = self._best(reached, first)
                total = score + lead
                known = forward.get(to)
                if known is None:
                    forward[to] = {last: total}
                elif known.get(last, _LEAST) < total:
                    known[last] = total
        return forward, leading

    def _best(self, reached: list[tuple[str, float]], first: str) -> float:
        """The best of the scores with the joint to the next character."""
        joints = self._pairs
        return max(score + joints.get(last + first, UNSEEN) if last else score for last, score in reached)

    def _backward(
        self, arcs: dict[int, list[Arc]], forward: dict[int, dict[str, float]], end: int, edge: str
    ) -> dict[tuple[int, str], float]:
        """For each place and last character the best score of what follows."""
        backward = {(end, last): self._joint(last, edge) for last in forward.get(end, {})}
        joints = self._pairs
        for place in sorted(forward, reverse=True):
            if place == end:
                continue
            follow: dict[str, float] = {}
            for to, text, score, _ in arcs.get(place, ()):
                rest = backward.get((to, text[-1]))
                if rest is not None and follow.get(text[0], -math.inf) < score + rest:
                    follow[text[0]] = score + rest
            if follow:
                behind = list(follow.items())
                for last in forward[place]:
                    backward[place, last] = max(
                        joints.get(last + first, UNSEEN) + score if last else score for first, score in behind
                    )
        return backward

    def _joint(self, last: str, first: str) -> float:
        return self._pairs.get(last + first, UNSEEN) if last and first else 0.0


TEMPERATURE = 0.9


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


def _too_much(edges: Edges) -> bool:
    """Whether so much was lost that no reading could be trusted."""
    choices = [sum(len(candidates) for _, candidates in here) for here in edges if here]
    return len(choices) > _SHORT and sum(min(count - 1, 40) for count in choices) > _MOST_CHOICES * len(
        choices
    )


def _doubtful(edges: Edges) -> Iterator[tuple[int, int]]:
    """The stretches to be read by words: doubtful characters, and a few certain ones around."""
    places = [place for place, here in enumerate(edges) if here]
    doubts = [n for n, place in enumerate(places) if len(edges[place]) > 1 or len(edges[place][0][1]) > 1]
    n = 0
    while n < len(doubts):
        first = doubts[n]
        last = first
        while n < len(doubts) and doubts[n] <= last + 2 * _MARGIN:
            last = doubts[n]
            n += 1
        start = max(0, first - _MARGIN)
        end = last + 1 + _MARGIN
        yield places[start], places[end] if end < len(places) else len(edges)


def _certain(edges: Edges, start: int, end: int) -> Iterator[Character]:
    place = start
    while place < end:
        to, candidates = edges[place][0]
        yield Character(place, to, candidates[0][0], 1.0)
        place = to


@lru_cache(maxsize=6)
def character_reader(channel: Channel, language: str) -> CharacterReader:
    """The reader for a channel and one of the East Asian languages, with all it remembers."""
    assert language in EAST_ASIAN
    return CharacterReader(channel, language)
