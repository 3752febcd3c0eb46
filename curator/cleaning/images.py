"""Images: for a channel and a language, which characters a piece of damaged text can have come from."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from curator.cleaning.channels import Channel, decoded
from curator.cleaning.words import EAST_ASIAN, words_of

Candidates = tuple[tuple[str, float], ...]
"""Characters with the logarithm of how common they are, commonest first."""


class Choice(NamedTuple):
    """What an image can have come from: all, those but capitals, and whether all are small letters."""

    all: Candidates
    small: Candidates
    is_small: bool


_WITHIN = 8.0
_STRICT = -14.0
_MOST_BEGINNINGS = 10_000
_MOST = 24
_SHARP_S = -6.0  # the word lists have "ss" for it
_LONG_DASH = -5.0  # East Slavic prose has it where others have the short one
_MOST_EAST_ASIAN = 90
_SIGNS = {
    "’": -6.0, "“": -6.0, "”": -6.0, "–": -6.0, "„": -6.5, "—": -6.5, "«": -7.0, "»": -7.0, "…": -7.5,
    "‘": -8.0, "•": -8.0, "€": -7.5, "°": -8.0, "\xa0": -7.0, "§": -9.0, "£": -9.0, "©": -10.0, "®": -10.0,
    "™": -10.0, "·": -9.5, "‚": -10.0, "×": -10.0, "±": -10.5, "½": -10.0, "²": -9.5, "³": -10.0, "µ": -11.0,
    "¿": -9.0, "¡": -9.0, "ª": -10.0, "º": -9.0, "№": -9.0, "‹": -10.5, "›": -10.5, "→": -9.5, "−": -9.5,
    "\u202f": -9.0, "\u2009": -9.5, "‑": -10.5, "†": -11.0, "₽": -10.0, "´": -11.0, "¨": -13.0, "¼": -11.0,
    "\ufe0f": -11.0, "\u0301": -9.0, "\u0300": -9.5, "\u0303": -9.5, "\u0308": -9.5, "\u030c": -9.5,
    "\u0302": -10.0, "\u0327": -10.0, "\u0328": -10.5, "\u0304": -10.5, "\u0306": -10.5, "\u030a": -10.0,
    "\u030b": -10.5,
    "、": -3.5, "。": -3.8, "「": -5.0, "」": -5.0, "『": -7.0, "』": -7.0, "，": -3.5, "：": -5.5,
    "；": -6.5,
    "（": -5.5, "）": -5.5, "？": -6.5, "！": -6.5, "《": -6.0, "》": -6.0, "・": -5.5, "～": -7.5,
    "％": -7.0,
    "【": -8.0, "】": -8.0, "\u3000": -6.0, "／": -8.0, "〜": -8.0, "①": -10.0, "〈": -9.5, "〉": -9.5,
}  # fmt: skip
_QUOTES = {
    "cs": "„“", "sk": "„“", "de": "„“", "sl": "„“»«", "bg": "„“", "lt": "„“", "et": "„“”", "pl": "„”",
    "ro": "„”",
    "hu": "„”»«", "hr": "„”“", "sr": "„”“", "fi": "”’", "sv": "”’", "fr": "«»", "ru": "«»", "uk": "«»“”",
    "el": "«»", "da": "»«”“", "nb": "«»", "en": "“”’‘", "es": "«»“”", "pt": "“”", "it": "“”«»", "nl": "“”‘’„",
    "tr": "“”’", "vi": "“”", "zh": "“”‘’", "ja": "「」", "ko": "“”‘’", "lv": "“”„",
}  # fmt: skip
_RANGES = (
    ("latin", 0xC0, 0x24F, -15.0),
    ("latin", 0x1E00, 0x1EFF, -17.0),
    ("greek", 0x386, 0x3CE, -16.0),
    ("cyrillic", 0x401, 0x491, -16.0),
    ("signs", 0xA1, 0xBF, -13.0),
    ("signs", 0x2010, 0x2044, -12.5),
    ("signs", 0x20A0, 0x20BF, -13.0),
    ("signs", 0x2100, 0x2153, -13.5),
    ("signs", 0x2190, 0x22FF, -13.0),
    ("signs", 0x2580, 0x2775, -13.5),
    ("signs", 0x2794, 0x27BF, -13.5),
    ("signs", 0x2022, 0x2022, -9.0),
    ("east", 0x3001, 0x30FF, -13.0),
    ("east", 0xFF01, 0xFF5E, -13.0),
    ("emoji", 0x1F300, 0x1FAFF, -13.0),
)
_COMMON_EMOJI = "📰📈📉💡🚀🔥✅👍🎉💰🌍📊🤖⚡🔍📱💻🏆🎯📌🔗📅🌐⭐👇🙂😀😂❤😊🤔⚠✨📢🧠🔋🏭🛰🇺🇸🇨🇳"


def _choice(candidates: Candidates) -> Choice:
    small = tuple(candidate for candidate in candidates if not candidate[0].isupper())
    return Choice(candidates, small or candidates, all(sign.islower() for sign, _ in candidates))


class Images:
    """The candidates for every image of a character in a channel, seen from one language."""

    def __init__(self, channel: Channel, language: str) -> None:
        self.channel = channel
        self.language = language
        self._most = _MOST_EAST_ASIAN if language in EAST_ASIAN else _MOST
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
        self._codes = {ord(sign): byte for sign, byte in self._bytes.items()}

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
            least = ordered[0][1] - _WITHIN
            known = self._choices[image] = _choice(tuple(c for c in ordered if c[1] >= least))
        return known

    def unlike(self, other: Images) -> frozenset[str]:
        """The images, and characters, of which pieces must have one for the two to read them differently."""
        mine, its = self._found, other._found
        changed = {image for image in mine.keys() | its.keys() if mine.get(image) != its.get(image)}
        images = {image for image in changed if self.choice(image) != other.choice(image)}
        return frozenset(images | {sign for sign, _ in self._bytes.items() ^ other._bytes.items()})

    def whole(self, piece: str) -> str | None:
        """The piece read back byte by byte, None where that can't be done: something was lost."""
        if self.channel.times != 1:
            return None
        try:
            return piece.translate(self._codes).encode("latin-1").decode("utf-8")
        except UnicodeError:
            return None

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


@lru_cache(maxsize=16)
def images_of(channel: Channel, language: str) -> Images:
    """The images of a channel for a language, "" for one without words."""
    return Images(channel, language)


class Unlike:
    """Tells the pieces that two channels may have made of different originals."""

    def __init__(self, one: Images, other: Images) -> None:
        self._images = one.unlike(other)
        self._sizes: dict[str, set[int]] = {}
        for image in self._images:
            self._sizes.setdefault(image[0], set()).add(len(image))

    def tells(self, piece: str) -> bool:
        """Whether the channels may read a piece differently; where not, their readings are the same."""
        return any(
            piece[place : place + size] in self._images
            for place, sign in enumerate(piece)
            for size in self._sizes.get(sign, ())
        )


@lru_cache(maxsize=16)
def unlike(one: Channel, other: Channel, language: str) -> Unlike:
    """What tells two channels apart in a language."""
    return Unlike(images_of(one, language), images_of(other, language))


@lru_cache(maxsize=4)
def priors(language: str) -> dict[str, float]:
    """Every character worth thinking of, with the logarithm of how common it is in the language."""
    words = words_of(language) if language else None
    shares = {chr(code): share for _, first, last, share in _RANGES for code in range(first, last + 1)}
    shares.update(dict.fromkeys(_COMMON_EMOJI, -10.0))
    east = language in EAST_ASIAN
    for sign, share in _SIGNS.items():
        shares[sign] = share - (6.0 if ord(sign) >= 0x3000 and not east else 0.0)
    for rank, sign in enumerate(_QUOTES.get(language, "")):
        shares[sign] = max(shares[sign], -5.0 - rank * 0.1)
    if words is not None:
        for sign, share in words.letters.items():
            shares[sign] = max(share, -15.0)
            if sign.upper() != sign and len(sign.upper()) == 1:
                shares[sign.upper()] = max(share - 3.0, -15.0)
    if language in {"ru", "uk"}:
        shares["—"] = _LONG_DASH
    if language == "de":
        shares["ß"] = _SHARP_S
    return {sign: share for sign, share in shares.items() if unicodedata.category(sign) != "Cn"}


def _size(lead: int) -> int:
    """How many bytes a lead byte begins."""
    return 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4


def _found(channel: Channel, language: str) -> dict[str, list[tuple[str, float]]]:
    """The characters that have each image; with spaces collapsed also the image without its space."""
    found: dict[str, list[tuple[str, float]]] = {}
    candidates = _candidates(language)
    bytes_as_text = "\n".join(sign for sign, _ in candidates).encode("utf-8").decode("latin-1")
    images = bytes_as_text.translate(dict(enumerate(channel.signs))).split("\n")
    collapsed = channel.loss.no_break_space == " "
    for candidate, image in zip(candidates, images, strict=True):
        if not image.isascii():
            found.setdefault(image, []).append(candidate)
            if collapsed and image[-1] == " " and not image[:-1].isascii():
                found.setdefault(image[:-1], []).append((candidate[0], candidate[1] - 3.0))
    return found


@lru_cache(maxsize=4)
def _candidates(language: str) -> list[tuple[str, float]]:
    return list(priors(language).items())


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
