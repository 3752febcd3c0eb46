"""Shadows: Chinese, Japanese and Korean words, looked up by what a channel leaves of them.

Of ISO-8859-1 without its control characters each character keeps the lead byte, and of the two others those
that happen to be A0-BF: one shadow can be cast by a thousand characters, that of a word by a few words.
"""

from __future__ import annotations

import re
from codecs import charmap_decode
from collections.abc import Callable, Sequence
from heapq import nsmallest
from operator import itemgetter
from typing import NamedTuple

from curator.cleaning.damage.channels import Channel
from curator.cleaning.east_asian.paths import Word, word_of
from curator.cleaning.images import Candidates
from curator.cleaning.models.grammars import Sense
from curator.cleaning.models.words import Words

_score = itemgetter(1)


class _Cast(NamedTuple):
    """The shadows of some words, each with the place of one in the word list."""

    places: dict[str, int]
    others: dict[str, list[int]]
    """The places of more words that have the same shadow."""
    words: dict[str, list[Word]]
    """The likeliest words of the shadows that were asked for."""


LONGEST = 8
_PER_SHADOW = 8
_WITHIN = 5.0
_PER_SHADOW_WIDE = 20
_WITHIN_WIDE = 7.0
_MOST_SHADOWS = 300_000
_LOST = "\ufffe"
"""What a decoding table has for bytes that get lost."""
PER_LEVEL = -0.11512925464970229  # ln(10) / 20
_FEW = 3
_WHOLE = re.compile("[\xe3-\xed][\xa0-\xbf]{2}")


class Shadows:
    """The words of one language as one channel leaves them, by their first characters when asked for."""

    def __init__(
        self, channel: Channel, words: Words, senses: Callable[[int], Sequence[Sense]], *, wide: bool = False
    ) -> None:
        """Take what casts the shadows; more of them are kept for a second look (`wide`)."""
        self._most, self._within = (_PER_SHADOW_WIDE, _WITHIN_WIDE) if wide else (_PER_SHADOW, _WITHIN)
        self._channel = channel
        self._words = words
        self._senses = senses
        self._cast: dict[str, _Cast] = {}
        self._size = 0
        signs = channel.signs
        self._table = "".join([sign or _LOST for sign in signs]) if max(map(len, signs)) == 1 else ""

    def of_first(self, image: str, candidates: Candidates) -> _Cast:
        """The shadows of the words of two and more characters that begin with one of those of an image."""
        known = self._cast.get(image)
        if known is None:
            if self._size > _MOST_SHADOWS:
                self._cast.clear()
                self._size = 0
            known = self._cast[image] = self._found(candidates)
            self._size += len(known.places)
        return known

    def words(self, cast: _Cast, image: str) -> list[Word]:
        """The likeliest words that have an image, which is one of these shadows."""
        known = cast.words.get(image)
        if known is None:
            places = [cast.places[image], *cast.others.get(image, ())]
            known = cast.words[image] = self.made(places)
        return known

    def made(self, places: Sequence[int], names: Sequence[str] = ()) -> list[Word]:
        """The likeliest of the words at some places of the list, by their names if these are known."""
        words, levels = self._words.words, self._words.levels
        named = dict(zip(places, names, strict=False))
        if len(places) > self._most:
            places = nsmallest(self._most, places, key=levels.__getitem__)
        made = [
            word_of(named.get(place) or words.at(place), levels[place] * PER_LEVEL + score, into, out)
            for place in places
            for into, out, score in self._senses(place)
        ]
        return likeliest(made, self._within)

    def _found(self, candidates: Candidates) -> _Cast:
        words, places = self._listed(candidates)
        shadows = self._damaged("\n".join(words)).split("\n") if words else []
        found = dict(zip(shadows, places, strict=True))
        others: dict[str, list[int]] = {}
        if len(found) < len(places):
            for shadow, place in zip(shadows, places, strict=True):
                if found[shadow] != place:
                    others.setdefault(shadow, []).append(place)
        return _Cast(found, others, {})

    def _listed(self, candidates: Candidates) -> tuple[list[str], list[int]]:
        """The words of two and more characters that begin with one of some, and the places of these."""
        places: list[int] = []
        words: list[str] = []
        for sign, _ in candidates:
            place, listed = self._words.words.with_first(sign)
            alone = bool(listed) and listed[0] == sign
            words += listed[1:] if alone else listed
            places += range(place + alone, place + len(listed))
        return words, places

    def _damaged(self, text: str) -> str:
        """What the channel makes of many words: quicker than it does."""
        if not self._table:
            return self._channel.damaged(text)
        # typeshed does not know that the table may be a string, as the codecs of code pages have it.
        return charmap_decode(text.encode(), "ignore", self._table)[0]  # pyright: ignore[reportArgumentType]


def likeliest(words: Sequence[Word], within: float) -> list[Word]:
    """The words that are not by so much less likely than the likeliest."""
    least = max(map(_score, words)) - within
    return [word for word in words if word[1] >= least]


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
