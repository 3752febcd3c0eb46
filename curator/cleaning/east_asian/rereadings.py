"""Rereadings: the words that a line may have, weighed once more by which words follow which.

Of the words that a first look has left, each gets its share of all readings (sum-product over a graph of
words, the forward-backward algorithm of Baum et al. 1970).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from operator import mul
from typing import NamedTuple

from curator.cleaning.east_asian.paths import LEAST, Arc, Paths, Word
from curator.cleaning.east_asian.wide_paths import WidePaths
from curator.cleaning.models.followers import Followers

_LINK = 0.4
"""The weight of classes and characters that meet, beside that of the words that do."""
_MOST = 4_000
_MANY = 40
"""From so many weights on they are made at once."""
_STOP = "。"
_TINIEST = 1e-300


class _Known(NamedTuple):
    """What is known of a word that was met: its number among the followers, and the weights behind it."""

    number: int
    out: int
    weights: dict[tuple[str, int], float]


class Rereader:
    """Weighs the words of stretches of lines in one language; remembers what follows what."""

    def __init__(
        self,
        paths: Paths,
        followers: Followers | None,
        temperature: float,
        plain: Callable[[str], str],
    ) -> None:
        """Take what is known; `plain` gives the words as the followers have them."""
        self._paths = paths
        self._followers = followers
        self._link = 1.0 if followers is None else _LINK
        self._temperature = temperature
        self._plain = plain
        self._known: dict[tuple[str, int], _Known] = {}

    def shares(self, arcs: Sequence[Arc], begin: int, end: int, *, closes: bool) -> list[float]:
        """For each arc the logarithm of its share of all readings up to a place, where the line may end.

        The arcs are in order of their starts; the first is where a stretch begins, after a state of `Paths`.
        """
        found = [0.0] * len(arcs)
        before = self._met(_STOP if begin == self._paths.begin else "", begin)
        for first, last in _doubtful(arcs):
            if first:
                word = arcs[first - 1].word
                before = self._met(word[0], word[3])
            # The one sure word behind tells, too.
            behind = min(last + 1, len(arcs))
            to = max(arc.end for arc in arcs[first:behind])
            found[first:behind] = self._both_ways(arcs[first:behind], before, to, closes=closes and to == end)
        return found

    def _both_ways(self, arcs: Sequence[Arc], first: _Known, end: int, *, closes: bool) -> list[float]:
        """The same for arcs behind a word that is known."""
        start = arcs[0].start
        met = [self._met(word[0], word[3]) for _, _, word in arcs]
        scores = [word[1] / self._temperature for _, _, word in arcs]
        coming: dict[int, list[int]] = {}
        tops: dict[int, tuple[float, list[float]]] = {}
        leads: list[float] = []
        rows: list[list[float]] = []
        for number, ((place, to, _), score) in enumerate(zip(arcs, scores, strict=True)):
            before = coming.get(place, [])
            known = tops.get(place)
            if known is None:
                known = tops[place] = (0.0, [1.0]) if place == start else _scaled([leads[n] for n in before])
                last = number
                while last < len(arcs) and arcs[last].start == place:
                    last += 1
                words = [first] if place == start else [met[n] for n in before]
                rows += self._rows(words, [arc.word for arc in arcs[number:last]], met[number:last])
            row = rows[number]
            leads.append(known[0] + score + math.log(sum(map(mul, known[1], row)) or _TINIEST))
            coming.setdefault(to, []).append(len(leads) - 1)
        behind = [LEAST] * len(arcs)
        for number in coming.get(end, []):
            closing = self._paths.closing(met[number].out) if closes else 0.0
            behind[number] = self._link * closing / self._temperature
        total = _sum([leads[number] + behind[number] for number in coming.get(end, [])])
        last = len(arcs)
        while last:
            place = arcs[last - 1].start
            begins = last
            while begins and arcs[begins - 1].start == place:
                begins -= 1
            before = coming.get(place, []) if place != start else []
            if before:
                top, follow = _scaled([scores[n] + behind[n] for n in range(begins, last)])
                for column, number in enumerate(before):
                    here = sum(map(mul, follow, [rows[n][column] for n in range(begins, last)]))
                    behind[number] = top + math.log(here or _TINIEST)
            last = begins
        return [lead + rest - total for lead, rest in zip(leads, behind, strict=True)]

    def _met(self, word: str, out: int) -> _Known:
        known = self._known.get((word, out))
        if known is None:
            if len(self._known) >= _MOST:
                self._known.clear()
            number = self._followers.number(self._plain(word)) if self._followers is not None and word else -1
            known = self._known[word, out] = _Known(number, out, {})
        return known

    def _rows(
        self, befores: Sequence[_Known], words: Sequence[Word], met: Sequence[_Known]
    ) -> list[list[float]]:
        """For each word, and what is known of it, how likely it is behind each of some, by itself one."""
        if len(befores) * len(words) < _MANY or not isinstance(self._paths, WidePaths):
            return [
                [self._weight(one, word, known.number) for one in befores]
                for word, known in zip(words, met, strict=True)
            ]
        import numpy as np

        intos = np.array([word[2] for word in words])
        links = self._link * self._paths.links([one.out for one in befores], intos, self._paths.firsts(words))
        if self._followers is not None:
            numbers = np.array([known.number for known in met])
            links += self._followers.gains([one.number for one in befores], numbers).T
        return np.exp(links / self._temperature).tolist()

    def _weight(self, before: _Known, word: Word, number: int) -> float:
        """How likely a word, with its number among the followers, is behind another, by itself one."""
        weight = before.weights.get((word[0], word[2]))
        if weight is None:
            link = self._link * self._paths.link(before.out, word[2])
            if self._followers is not None and before.number >= 0:
                link += self._followers.gain(before.number, number)
            weight = before.weights[word[0], word[2]] = math.exp(link / self._temperature)
        return weight


def _doubtful(arcs: Sequence[Arc]) -> Iterator[tuple[int, int]]:
    """Where there is a choice of words: the first arc, and that behind the last, of each such place."""
    first, reach, sure = 0, 0, True
    for number, (start, end, _) in enumerate(arcs):
        if start >= reach:
            alone = number + 1 == len(arcs) or arcs[number + 1].start >= end
            if alone and not sure:
                yield first, number
            elif not alone and sure:
                first = number
            sure = alone
        reach = max(reach, end)
    if not sure:
        yield first, len(arcs)


def _scaled(logarithms: Sequence[float]) -> tuple[float, list[float]]:
    """The greatest of some logarithms, and what each is of it."""
    top = max(logarithms, default=LEAST)
    return top, [math.exp(one - top) for one in logarithms]


def _sum(logarithms: Sequence[float]) -> float:
    top, parts = _scaled(logarithms)
    return top + math.log(sum(parts) or 1.0)
