"""Shadows: Chinese, Japanese and Korean of which half the bytes were lost, read by what could cast them.

Of ISO-8859-1 without its control characters each character keeps the lead byte, and of the two others those
that happen to be A0-BF: one shadow can be cast by a thousand characters, that of a word by a few words.
So words are looked up by their shadows, and the likeliest path through them is the reading.
"""

from __future__ import annotations

import heapq
import math
import re
from collections.abc import Sequence
from functools import lru_cache

from curator.cleaning.channels import Channel
from curator.cleaning.characters import Character
from curator.cleaning.images import priors
from curator.cleaning.joints import UNSEEN, joints_of
from curator.cleaning.words import Words, words_of

TEMPERATURE = 1.2
"""What scores are divided by to become probabilities that hold what they say."""

_MOST_WORDS = 120_000
_PER_SHADOW = 8
_SINGLES = 30
_STATES = 30
_LONGEST_WORD = 8
_UNKNOWN = -3.5
_LEAST = -1e9
_FEW = 3
_WHOLE = re.compile("[\xe3-\xed][\xa0-\xbf]{2}")
_UNIT = re.compile("[\xc2-\xf4][\x80-\xbf]{0,3}|[^\xc2-\xf4]", re.DOTALL)

Arc = tuple[int, str, float]
"""A word that can stand somewhere: the unit behind it, its characters, its score."""
Spread = dict[str, float]
"""Scores by the last character read."""


class ShadowReader:
    """Reads pieces of one channel in one East Asian language; remembers what it has read."""

    def __init__(self, channel: Channel, language: str) -> None:
        words = words_of(language)
        assert words is not None
        self._joints = joints_of(language)
        self._edge = " " if language == "ko" else ""
        self._singles = _singles(channel, language, words)
        self._words = _words(channel, words)
        self._known: dict[str, tuple[Character, ...]] = {}

    def characters(self, piece: str) -> tuple[Character, ...]:
        """The characters of a piece, in order; none if the channel can't have made it."""
        known = self._known.get(piece)
        if known is None:
            if len(self._known) > 20_000:
                self._known.clear()
            known = self._known[piece] = self._read([match.span() for match in _UNIT.finditer(piece)], piece)
        return known

    def _read(self, units: Sequence[tuple[int, int]], piece: str) -> tuple[Character, ...]:
        signs = [piece[start:end] for start, end in units]
        arcs = [self._arcs(signs, place) for place in range(len(signs))]
        if not all(arcs):
            return ()
        ahead = self._ahead(arcs)
        if not ahead[-1]:
            return ()
        best = self._best(arcs, ahead, self._back(arcs, ahead))
        read: list[Character] = []
        for (start, end), options in zip(units, best, strict=True):
            sign, top = max(options.items(), key=lambda option: option[1])
            weights = {other: math.exp((score - top) / TEMPERATURE) for other, score in options.items()}
            total = sum(weights.values())
            others = sorted(
                ((other, weight / total) for other, weight in weights.items() if other != sign),
                key=lambda other: -other[1],
            )
            read.append(Character(start, end, sign, 1 / total, tuple(others[:5])))
        return tuple(read)

    def _arcs(self, signs: Sequence[str], place: int) -> list[Arc]:
        """The words whose shadows begin at a unit."""
        first = signs[place]
        if first.isascii():
            return [(place + 1, first, 0.0)]
        arcs = [(place + 1, sign, score) for sign, score in self._singles.get(first, ())]
        shadow = first
        for end in range(place + 1, min(len(signs), place + _LONGEST_WORD)):
            shadow += signs[end]
            arcs += [(end + 1, word, score) for word, score in self._words.get(shadow, ())]
        return arcs

    def _ahead(self, arcs: Sequence[Sequence[Arc]]) -> list[Spread]:
        """For each unit the best scores of what leads there; only the best are followed."""
        ahead: list[Spread] = [{} for _ in range(len(arcs) + 1)]
        ahead[0][self._edge] = 0.0
        for place, here in enumerate(arcs):
            if len(ahead[place]) > _STATES:
                ahead[place] = dict(sorted(ahead[place].items(), key=lambda state: -state[1])[:_STATES])
            reached = list(ahead[place].items())
            if not reached:
                continue
            for to, word, score in here:
                total = score + max(known + self._joint(last, word[0]) for last, known in reached)
                if ahead[to].get(word[-1], _LEAST) < total:
                    ahead[to][word[-1]] = total
        return ahead

    def _back(self, arcs: Sequence[Sequence[Arc]], ahead: Sequence[Spread]) -> list[Spread]:
        """For each unit and the character before it the best score of what follows."""
        back: list[Spread] = [{} for _ in ahead]
        back[-1] = {last: self._joint(last, self._edge) for last in ahead[-1]}
        for place in range(len(arcs) - 1, -1, -1):
            follow: Spread = {}
            for to, word, score in arcs[place]:
                rest = back[to].get(word[-1])
                if rest is not None and follow.get(word[0], _LEAST) < score + rest:
                    follow[word[0]] = score + rest
            if follow:
                for last in ahead[place]:
                    back[place][last] = max(
                        self._joint(last, first) + score for first, score in follow.items()
                    )
        return back

    def _best(
        self, arcs: Sequence[Sequence[Arc]], ahead: Sequence[Spread], back: Sequence[Spread]
    ) -> list[Spread]:
        """For each unit and character the score of the best whole path through it."""
        best: list[Spread] = [{} for _ in arcs]
        for place, here in enumerate(arcs):
            reached = ahead[place].items()
            for to, word, score in here:
                rest = back[to].get(word[-1])
                if rest is None or not reached:
                    continue
                total = score + rest + max(known + self._joint(last, word[0]) for last, known in reached)
                for at, sign in enumerate(word, place):
                    if best[at].get(sign, _LEAST) < total:
                        best[at][sign] = total
        return best

    def _joint(self, last: str, first: str) -> float:
        return self._joints.get(last + first, UNSEEN) if last and first else 0.0


def _singles(channel: Channel, language: str, words: Words) -> dict[str, list[tuple[str, float]]]:
    """For each shadow the commonest characters that cast it."""
    found: dict[str, list[tuple[str, float]]] = {}
    for sign, share in priors(language).items():
        score = share
        if sign.isalpha():
            alone = words.log_frequency(sign)
            rare = words.letters.get(sign, -16.0) + _UNKNOWN
            score = rare if alone is None else max(alone, rare)
        found.setdefault(channel.image(sign), []).append((sign, score))
    for candidates in found.values():
        candidates.sort(key=lambda candidate: -candidate[1])
        del candidates[_SINGLES:]
    return found


def _words(channel: Channel, words: Words) -> dict[str, list[tuple[str, float]]]:
    """For each shadow the commonest longer words that cast it."""
    known = heapq.nsmallest(_MOST_WORDS, zip(words.levels, words.words, strict=True))
    chosen = [word for _, word in known if 1 < len(word) <= _LONGEST_WORD and not word.isascii()]
    found: dict[str, list[tuple[str, float]]] = {}
    for word, shadow in zip(chosen, channel.damaged("\n".join(chosen)).split("\n"), strict=True):
        alike = found.setdefault(shadow, [])
        if len(alike) < _PER_SHADOW:
            score = words.log_frequency(word)
            assert score is not None
            alike.append((word, score))
    return found


@lru_cache(maxsize=2)
def shadow_reader(channel: Channel, language: str) -> ShadowReader:
    """The reader for a channel and one of the East Asian languages, with all it remembers."""
    return ShadowReader(channel, language)


def is_shadowy(channel: Channel) -> bool:
    """Whether a channel loses so much of each character that only shadows are left."""
    return channel.page == "latin-1" and channel.times == 1 and channel.loss.undefined == ""


def script_of(text: str) -> str:
    """The East Asian language whose lead bytes a text read as ISO-8859-1 shows; "" where it is another."""
    counts = {code: text.count(chr(code)) for code in range(0xC2, 0xF0)}
    east = sum(counts[code] for code in range(0xE3, 0xEE))
    # These letters are also those of undamaged French or Portuguese, but not so many, nor with tails.
    whole = len(_WHOLE.findall(text))
    if east * 5 < sum(counts.values()) * 4 or whole < _FEW or whole * 100 < east:
        return ""
    if sum(counts[code] for code in range(0xEA, 0xEE)) * 2 > east:
        return "ko"
    return "ja" if counts[0xE3] * 4 > east else "zh"
