"""Signs: how likely what stands between words is, by how it fits between its neighbours."""

from __future__ import annotations

from collections.abc import Mapping

from curator.cleaning.models.marks import INDIC_MARKS, VOWEL_SIGNS
from curator.cleaning.models.quotes import ALL_QUOTES, LONE_QUOTE, ONLY_OPENING, QUOTES

_ELIDED = {"nl": ("s", "t", "n", "k", "m"), "af": ("n",)}
"""What is left of words behind an apostrophe: "’s avonds", "’n boom"."""
_LONGEST_ARTICLE = 4
"""Letters before the apostrophe in "dell’Acqua", "Mac’Donald"; the longer ones are other words."""
_ENDS = frozenset(".,!?…%):։՝՜՞।॥۔،؛؟")
"""What stands right behind words, also before closing quotes."""
_DIGIT_AT_LETTERS = -12.0
"""What such a digit counts beside a letter, as most are what is left of one."""


class Signs:
    """The signs of one language."""

    def __init__(self, language: str, shares: Mapping[str, float], *, marked: bool) -> None:
        """Take how common each sign is, as a logarithm, and whether the script has marks at its letters."""
        self._language = language
        self._shares = shares
        self._quotes = QUOTES.get(language, QUOTES[""])
        self._inner = frozenset(INDIC_MARKS + VOWEL_SIGNS if marked else ())
        self._ending = self._inner.union(_ENDS)

    def between(self, text: str, start: int, end: int) -> float:
        """The logarithm of how likely the signs from one place of a text up to another are there."""
        return sum(
            self._shares.get(sign, -14.0)
            + (_digit(text, place) if sign.isdecimal() else self._fit(text, place))
            for place, sign in enumerate(text[start:end], start)
            if not sign.isascii()
        )

    def _fit(self, text: str, place: int) -> float:
        """How well a sign fits between its neighbours in the piece."""
        sign = text[place]
        if sign.isspace():
            return 0.0
        before, behind = text[place - 1 : place] if place else "", text[place + 1 : place + 2]
        holding = behind.isalnum() or behind in self._inner
        if (before.isalnum() or before in self._inner) and holding:
            if sign == "’" and before.isdigit() and behind.isdigit():
                return -3.0
            if sign == "’" and behind.isupper() and before.islower() and place > _LONGEST_ARTICLE:
                return -2.0
            return 0.0 if sign in "’‑·–\xa0\u202f−" else -4.0
        if holding:
            if sign == "’" and text[place + 1 :] in _ELIDED.get(self._language, ()):
                return 5.0
            return 0.0 if sign in self._quotes[0] else -5.0
        if before.isalnum() or before in self._ending:
            return 0.0 if sign in self._quotes[1] or sign in _ENDS else -9.0 if sign in ONLY_OPENING else -3.0
        return LONE_QUOTE if sign in ALL_QUOTES and (not behind or behind == " ") else 0.0


def _digit(text: str, place: int) -> float:
    """How well a digit of another script than ASCII's fits between its neighbours in the piece."""
    beside = text[max(0, place - 1) : place] + text[place + 1 : place + 2]
    return _DIGIT_AT_LETTERS if any(map(str.isalpha, beside)) else 0.0
