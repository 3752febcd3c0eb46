"""Shadows: Chinese, Japanese and Korean words, looked up by what a channel leaves of them.

Of ISO-8859-1 without its control characters each character keeps the lead byte, and of the two others those
that happen to be A0-BF: one shadow can be cast by a thousand characters, that of a word by a few words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from curator.cleaning.channels import Channel
from curator.cleaning.grammars import Grammar
from curator.cleaning.images import Candidates
from curator.cleaning.words import Words

Word = tuple[str, float, int]
"""A word, the logarithm of its frequency, and its class."""
Rests = tuple[int, dict[str, list[Word]]]
"""The longer words that begin with one image, by what is left of them behind it; and its longest."""

LONGEST = 8
_PER_SHADOW = 8
_MOST_WORDS = 200_000
_FEW_PAIRS = 100
_PER_LEVEL = -0.11512925464970229  # ln(10) / 20
_FEW = 3
_WHOLE = re.compile("[\xe3-\xed][\xa0-\xbf]{2}")


class Shadows:
    """The words of one language as one channel leaves them, by their first characters when asked for."""

    def __init__(self, channel: Channel, words: Words, grammar: Grammar) -> None:
        self._channel = channel
        self._words = words
        self._classes = grammar.classes or bytes(len(words.words))
        self._known: dict[str, Rests] = {}
        self._size = 0

    def behind(self, image: str, candidates: Candidates, next_image: str, following: Candidates) -> Rests:
        """The words that begin with the images of two characters, which each can be one of some."""
        if len(candidates) * len(following) > _FEW_PAIRS:
            key, prefixes = image, None
        else:
            key, prefixes = (
                f"{image} {next_image}",
                (one + two for one, _ in candidates for two, _ in following),
            )
        known = self._known.get(key)
        if known is None:
            if self._size > _MOST_WORDS:
                self._known.clear()
                self._size = 0
            known = self._known[key] = self._found(prefixes or (sign for sign, _ in candidates))
            self._size += len(known[1])
        return known

    def _found(self, prefixes: Iterable[str]) -> Rests:
        words = self._words.words
        places: list[int] = []
        listed: list[str] = []
        for prefix in prefixes:
            place, word = words.beginning(prefix)
            if place is not None:
                rest = words.starting(place)
                next(rest)
                while word.startswith(prefix):
                    if 1 < len(word) <= LONGEST:
                        places.append(place)
                        listed.append(word)
                    place += 1
                    word = next(rest, "")
        if not listed:
            return 0, {}
        found: dict[str, list[Word]] = {}
        shadows = self._channel.damaged("\n".join([word[1:] for word in listed])).split("\n")
        levels, classes = self._words.levels, self._classes
        for place, word, shadow in zip(places, listed, shadows, strict=True):
            found.setdefault(shadow, []).append((word, levels[place] * _PER_LEVEL, classes[place]))
        for alike in found.values():
            if len(alike) > _PER_SHADOW:
                alike.sort(key=_by_score)
                del alike[_PER_SHADOW:]
        return max(map(len, found)), found


def _by_score(word: Word) -> float:
    return -word[1]


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
