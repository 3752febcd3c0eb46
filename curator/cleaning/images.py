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


def choice(candidates: Candidates) -> Choice:
    """The candidates as a choice."""
    small = tuple(candidate for candidate in candidates if not candidate[0].isupper())
    return Choice(candidates, small or candidates, all(sign.islower() for sign, _ in candidates))


_WITHIN = 8.0
_MOST = 24
_SHARP_S = -6.0  # the word lists have "ss" for it
_MOST_EAST_ASIAN = 90
_SIGNS = {
    "’": -6.0, "“": -6.0, "”": -6.0, "–": -6.0, "„": -6.5, "—": -6.5, "«": -7.0, "»": -7.0, "…": -7.5,
    "‘": -8.0, "•": -8.0, "€": -7.5, "°": -8.0, "\xa0": -7.0, "§": -9.0, "£": -9.0, "©": -10.0, "®": -10.0,
    "™": -10.0, "·": -9.5, "‚": -10.0, "×": -10.0, "±": -10.5, "½": -10.0, "²": -9.5, "³": -10.0, "µ": -11.0,
    "¿": -9.0, "¡": -9.0, "ª": -10.0, "º": -9.0, "№": -9.0, "‹": -10.5, "›": -10.5, "→": -9.5, "−": -9.5,
    "\u202f": -9.0, "\u2009": -9.5, "‑": -10.5, "†": -11.0, "₽": -10.0, "´": -11.0, "¨": -13.0, "¼": -11.0,
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


class Images:
    """The candidates for every image of a character in a channel, seen from one language."""

    def __init__(self, channel: Channel, language: str) -> None:
        self.channel = channel
        self.language = language
        most = _MOST_EAST_ASIAN if language in EAST_ASIAN else _MOST
        found: dict[str, list[tuple[str, float]]] = {}
        for sign, share in priors(language).items():
            for image in _all_images(channel, sign):
                if not image[1] and not image[0].isascii():
                    found.setdefault(image[0], []).append((sign, share))
                elif not image[0].isascii():
                    found.setdefault(image[0], []).append((sign, share - image[1]))
        self.table: dict[str, Choice] = {}
        self.lengths: dict[str, tuple[int, ...]] = {}
        lengths: dict[str, set[int]] = {}
        for image, candidates in found.items():
            candidates.sort(key=lambda candidate: -candidate[1])
            best = candidates[0][1]
            kept = [candidate for candidate in candidates if candidate[1] >= best - _WITHIN]
            self.table[image] = choice(tuple(kept[:most]))
            lengths.setdefault(image[0], set()).add(len(image))
        self._bytes = _byte_values(channel)
        self.leads = {sign: byte for sign, byte in self._bytes.items() if 0xC2 <= byte <= 0xF4}
        for sign in self.leads:
            lengths.setdefault(sign, set())
        self.lengths = {sign: tuple(sorted(known)) for sign, known in lengths.items()}
        self._codes = {ord(sign): byte for sign, byte in self._bytes.items()}

    def whole(self, piece: str) -> str | None:
        """The piece read back byte by byte, None where that can't be done: something was lost."""
        if self.channel.times != 1:
            return None
        try:
            return piece.translate(self._codes).encode("latin-1").decode("utf-8")
        except UnicodeError:
            return None

    def strict(self, text: str, place: int) -> tuple[str, int] | None:
        """The character whose undamaged image begins there, with the length of the image."""
        lead = self.leads.get(text[place])
        if lead is None or self.channel.times != 1:
            return None
        length = 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4
        values = bytes(self._bytes.get(sign, 0) for sign in text[place : place + length])
        try:
            return values.decode("utf-8"), length
        except UnicodeDecodeError:
            return None


@lru_cache(maxsize=16)
def images_of(channel: Channel, language: str) -> Images:
    """The images of a channel for a language, "" for one without words."""
    return Images(channel, language)


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
    if language == "de":
        shares["ß"] = _SHARP_S
    return {sign: share for sign, share in shares.items() if unicodedata.category(sign) != "Cn"}


def _all_images(channel: Channel, sign: str) -> Iterator[tuple[str, float]]:
    """The image of a character; with spaces collapsed also the image without its space."""
    image = channel.image(sign)
    yield image, 0.0
    if channel.loss.no_break_space == " " and image.endswith(" ") and len(image) > 1:
        yield image[:-1], 3.0


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
