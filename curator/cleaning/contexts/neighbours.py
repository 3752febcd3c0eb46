"""Neighbours: which readings of the doubtful words of a line go together.

Where pairs of words are known for a language, all doubtful words of a line are settled together, the best
path through their readings (Viterbi's).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from curator.cleaning.alphabetic.readings import Reading
from curator.cleaning.models.marks import LETTERS
from curator.cleaning.models.pairs import BREAK, NUMBER, classes_of, rows_of

WEIGHT = 0.9
"""What pairs of words count beside the words themselves."""

_STRONGEST = 3.5
_MOST = 100_000
_WORD = re.compile(rf"{LETTERS}(?:['’-]{LETTERS})*|\d+|[^\w\s]")

_Gains = list[list[float]]
"""What speaks for each reading of a word (by column) after each of the doubtful word before (by row)."""


class Neighbours:
    """What the words of a language say for each other."""

    def __init__(self, rows: Mapping[str, Mapping[str, float]]) -> None:
        """Take what speaks for each class of words, by that of the word before."""
        self._rows = rows
        classes = {*rows, *(two for row in rows.values() for two in row)}
        self._common = frozenset(word for word in classes if word[:1].isalpha())
        self._gains: dict[tuple[tuple[str, ...], tuple[str, ...]], float] = {}
        self._classes: dict[str, tuple[str, ...]] = {}

    def settled(self, slots: Sequence[Sequence[Reading]], gaps: Sequence[str]) -> list[tuple[Reading, ...]]:
        """The readings of each slot with what the whole line says for them, best first.

        `gaps` are the texts before, between and behind the slots: one more than there are slots.
        """
        words = [[_chain(reading.text) for reading in slot] for slot in slots]
        own = [
            [reading.score + self._along(chain) for reading, chain in zip(slot, chains, strict=True)]
            for slot, chains in zip(slots, words, strict=True)
        ]
        firsts = [[chain[0] if chain else "" for chain in chains] for chains in words]
        lasts = [[chain[-1] if chain else "" for chain in chains] for chains in words]
        steps = [
            self._across(before, _ends(gap), behind)
            for before, gap, behind in zip([[BREAK], *lasts], gaps, [*firsts, [BREAK]], strict=True)
        ]
        return [
            tuple(
                sorted(
                    (
                        Reading(reading.text, one + two, reading.cuts)
                        for reading, one, two in zip(slot, ahead, back, strict=True)
                    ),
                    key=_by_score,
                )
            )
            for slot, ahead, back in zip(slots, _ahead(own, steps), _back(own, steps), strict=True)
        ]

    def _along(self, words: Sequence[str]) -> float:
        return sum([self._gain(one, two) for one, two in pairwise(words)]) if len(words) > 1 else 0.0

    def _across(self, before: Sequence[str], between: tuple[str, str], behind: Sequence[str]) -> _Gains:
        """What the words in the gap, or those beside it where it is empty, say for two words together."""
        first, last = between
        if not first:
            return [[self._gain(one, two) for two in behind] for one in before]
        ones = [self._gain(one, first) for one in before]
        twos = [self._gain(last, two) for two in behind]
        return [[one + two for two in twos] for one in ones]

    def _gain(self, one: str, two: str) -> float:
        classes = self._classes_of(one), self._classes_of(two)
        known = self._gains.get(classes)
        if known is None:
            if len(self._gains) > _MOST:
                self._gains.clear()
            rows = [row for before in classes[0] if (row := self._rows.get(before))]
            gain = sum([row[behind] for row in rows for behind in classes[1] if behind in row])
            known = self._gains[classes] = WEIGHT * max(-_STRONGEST, min(_STRONGEST, gain))
        return known

    def _classes_of(self, word: str) -> tuple[str, ...]:
        known = self._classes.get(word)
        if known is None:
            if len(self._classes) > _MOST:
                self._classes.clear()
            known = self._classes[word] = classes_of(word, self._common) if word else ()
        return known


@lru_cache(maxsize=2)
def neighbours_of(language: str) -> Neighbours | None:
    """What is known of a language's neighbouring words, None where nothing is."""
    rows = rows_of(language)
    return Neighbours(rows) if rows else None


def _chain(text: str) -> list[str]:
    """The words of a text, with NUMBER for numbers, and BREAK for what parts them."""
    text = text.lower()
    return [text] if text.isalpha() else list(map(_named, _WORD.findall(text)))


def _ends(gap: str) -> tuple[str, str]:
    """The first and the last of the words in a text, as `_chain` has them; "" where there is none."""
    gap = gap.lower()
    first = _WORD.search(gap)
    if first is None:
        return "", ""
    # No word goes on behind a space, so all before the last one need not be looked at.
    last = _WORD.findall(gap.rsplit(None, 1)[-1]) or _WORD.findall(gap)
    return _named(first[0]), _named(last[-1])


def _named(word: str) -> str:
    return word if word[0].isalpha() else NUMBER if word[0].isdigit() else BREAK


def _ahead(own: Sequence[Sequence[float]], steps: Sequence[_Gains]) -> list[list[float]]:
    """For each reading the best score of a path up to it, its own included."""
    best = [0.0]
    scores: list[list[float]] = []
    for slot, gains in zip(own, steps[:-1], strict=True):
        best = [
            score + max([known + row[n] for known, row in zip(best, gains, strict=True)])
            for n, score in enumerate(slot)
        ]
        scores.append(best)
    return scores


def _back(own: Sequence[Sequence[float]], steps: Sequence[_Gains]) -> list[list[float]]:
    """For each reading the best score of a path behind it."""
    rest = [0.0]
    scores: list[list[float]] = []
    for slot, gains in zip(reversed(own), reversed(steps), strict=False):
        behind = [max([gain + score for gain, score in zip(row, rest, strict=True)]) for row in gains]
        scores.append(behind)
        rest = [one + two for one, two in zip(slot, behind, strict=True)]
    return scores[::-1]


def _by_score(reading: Reading) -> float:
    return -reading.score
