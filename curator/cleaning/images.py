"""Images: for a channel and a language, which characters a piece of damaged text can have come from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from curator.cleaning.damage.channels import Channel, decoded
from curator.cleaning.models.priors import priors
from curator.cleaning.models.words import EAST_ASIAN

Candidates = tuple[tuple[str, float], ...]
"""Characters with the logarithm of how common they are, commonest first."""


class Choice(NamedTuple):
    """What an image can have come from: all, those but capitals, and whether all are small letters."""

    all: Candidates
    small: Candidates
    is_small: bool


_WITHIN = 8.0
_WITHIN_NAMES = 11.0
"""How much rarer than the commonest a letter may be, small or as names begin with it."""
_STRICT = -14.0
_MOST_BEGINNINGS = 10_000
_MOST = 24
_MOST_EAST_ASIAN = 90
_NO_BYTE = 0xFF


def _choice(candidates: Candidates) -> Choice:
    small = tuple(candidate for candidate in candidates if not candidate[0].isupper())
    return Choice(candidates, small or candidates, all(sign.islower() for sign, _ in candidates))


class Images:
    """The candidates for every image of a character in a channel, seen from one language."""

    def __init__(self, channel: Channel, language: str) -> None:
        self.channel = channel
        self.language = language
        self._most = _MOST_EAST_ASIAN if language[:2] in EAST_ASIAN else _MOST
        self._found = _found(channel, language)
        self._choices: dict[str, Choice] = {}
        lengths: dict[str, set[int]] = {}
        for image in self._found:
            lengths.setdefault(image[0], set()).add(len(image))
        self._bytes = _byte_values(channel)
        self.leads = {sign: byte for sign, byte in self._bytes.items() if 0xC2 <= byte <= 0xF4}
        for sign in self.leads:
            lengths.setdefault(sign, set())
        self._lengths = {sign: sorted(known) for sign, known in lengths.items()}
        self._reach = {
            sign: max([*known, _size(self.leads[sign]) if sign in self.leads else 0])
            for sign, known in lengths.items()
        }
        self._beginnings: dict[str, tuple[tuple[int, Choice], ...]] = {}
        self._codes = _Codes(_byte_values(channel if channel.times == 1 else replace(channel, times=1)))

    def can_begin(self, sign: str) -> bool:
        """Whether an image, or anything undamaged, can begin with a character, or a text end ("")."""
        return sign < "\x80" or sign in self._reach

    def beginning(self, piece: str, place: int) -> tuple[tuple[int, Choice], ...]:
        """The images that begin at a place of a piece: how long each is, and what it can have come from."""
        reach = self._reach.get(piece[place])
        if reach is None:
            return ()
        start = piece[place : place + reach]
        known = self._beginnings.get(start)
        if known is None:
            if len(self._beginnings) >= _MOST_BEGINNINGS:
                self._beginnings.clear()
            known = self._beginnings[start] = tuple(self._beginning(start))
        return known

    def _beginning(self, start: str) -> Iterator[tuple[int, Choice]]:
        longest = 0
        for size in self._lengths[start[0]]:
            known = self.choice(start[:size]) if size <= len(start) else None
            if known is not None:
                yield size, known
                longest = size
        if longest < 2:
            strict = self.strict(start)
            if strict is not None and strict[1] > longest:
                yield strict[1], _choice(((strict[0], _STRICT),))

    def choice(self, image: str) -> Choice | None:
        """What an image can have come from, None if nothing has it."""
        known = self._choices.get(image)
        if known is None:
            found = self._found.get(image)
            if found is None:
                return None
            ordered = sorted(found, key=lambda candidate: -candidate[1])[: self._most]
            most = ordered[0][1]
            known = self._choices[image] = _choice(
                tuple(c for c in ordered if c[1] >= most - (_WITHIN_NAMES if c[0].isupper() else _WITHIN))
            )
        return known

    def unlike_choices(
        self, other: Images, signs: AbstractSet[str]
    ) -> dict[str, tuple[Choice | None, Choice | None]]:
        """The images that do not come from the same characters in another channel, with what each does.

        Those that hold some signs are left out.
        """
        mine, its = self._found, other._found
        every = filter(signs.isdisjoint, mine.keys() | its.keys())
        changed = [image for image in every if mine.get(image) != its.get(image)]
        choices = {image: (self.choice(image), other.choice(image)) for image in changed}
        return {image: both for image, both in choices.items() if both[0] != both[1]}

    def unlike_bytes(self, other: Images) -> set[str]:
        """The characters that are not the same byte in another channel."""
        return {sign for sign, _ in self._bytes.items() ^ other._bytes.items()}

    def all_match(self, pattern: re.Pattern[str]) -> bool:
        """Whether all images match a pattern as wholes."""
        return all(map(pattern.fullmatch, self._found))

    def whole(self, piece: str) -> str | None:
        """The piece read back byte by byte, None where that can't be done: something was lost."""
        return self.wholes([piece])[0]

    def wholes(self, pieces: Sequence[str]) -> list[str | None]:
        """Each piece as `whole`; the pieces have no line ends."""
        if self.channel.times != 1 or not pieces:
            return [None] * len(pieces)
        # A line end belongs to no sequence, so what can't be decoded stays within its piece.
        lines = "\n".join(pieces).translate(self._codes).encode("latin-1").decode("utf-8", "replace")
        return [None if "\ufffd" in whole else whole for whole in lines.split("\n")]

    def intact(self, text: str) -> str:
        """The characters whose bytes are all left in a text, in order."""
        for _ in range(self.channel.times):
            text = text.translate(self._codes).encode("latin-1").decode("utf-8", "ignore")
        return text

    def strict(self, start: str) -> tuple[str, int] | None:
        """The character whose undamaged image a text begins with, with the length of the image."""
        lead = self.leads.get(start[0])
        if lead is None or self.channel.times != 1:
            return None
        length = _size(lead)
        values = bytes([self._bytes.get(sign, 0) for sign in start[:length]])
        try:
            return values.decode("utf-8"), length
        except UnicodeDecodeError:
            return None


class _Codes(dict[int, int]):
    """The byte behind each character, for str.translate; one that no UTF-8 has for all others."""

    def __init__(self, values: dict[str, int]) -> None:
        super().__init__({code: code for code in range(0x80)})
        self.update({ord(sign): byte for sign, byte in values.items()})

    def __missing__(self, code: int) -> int:
        return code if code < 0x80 else _NO_BYTE


@lru_cache(maxsize=16)
def images_of(channel: Channel, language: str) -> Images:
    """The images of a channel for a language, "" for one without words."""
    return Images(channel, language)


def _size(lead: int) -> int:
    """How many bytes a lead byte begins."""
    return 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4


def _found(channel: Channel, language: str) -> dict[str, list[tuple[str, float]]]:
    """The characters that have each image; with spaces collapsed also the image without its space."""
    found: dict[str, list[tuple[str, float]]] = {}
    candidates = list(priors(language).items())
    bytes_as_text = "\n".join(sign for sign, _ in candidates).encode("utf-8").decode("latin-1")
    images = bytes_as_text.translate(dict(enumerate(channel.signs))).split("\n")
    collapsed = channel.loss.no_break_space == " "
    for candidate, image in zip(candidates, images, strict=True):
        if not image.isascii():
            found.setdefault(image, []).append(candidate)
            if collapsed and image[-1] == " " and not image[:-1].isascii():
                found.setdefault(image[:-1], []).append((candidate[0], candidate[1] - 3.0))
    return found


@lru_cache(maxsize=16)
def _byte_values(channel: Channel) -> dict[str, int]:
    """The byte behind each character that a single reading leaves as it is."""
    if channel.times != 1:
        return {}
    signs = channel.signs
    return {
        decoded(channel.page, byte): byte
        for byte in range(0x80, 0x100)
        if signs[byte] == decoded(channel.page, byte)
    }
