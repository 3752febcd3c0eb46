"""Trials: the language of a few damaged words, found by reading them in each that could have them.

A title of three words is too little for telling its language by the letters that can be read. But what
each language's letters leave in a channel must match all damaged words, and the words must be known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from curator.cleaning.alphabetic.readings import reader
from curator.cleaning.damage.channels import Channel

LETTERS = {
    "cs": "áčďéěíňóřšťúůýž", "sk": "áäčďéíĺľňóôŕšťúýž", "pl": "ąćęłńóśźż", "hu": "áéíóöőúüű",
    "ro": "ăâîșț", "hr": "čćđšž", "sl": "čšž", "de": "äöüß", "fr": "àâçèéêëîïôœùûü", "it": "àèéìòù",
    "es": "áéíñóúü", "pt": "àáâãçéêíóôõú", "nl": "éëïèüêö", "sv": "åäöé", "nb": "æøåé", "da": "æøåé",
    "fi": "äöå", "et": "äöõüšž", "lv": "āčēģīķļņšūž", "lt": "ąčęėįšųūž", "tr": "çğıİöşüâî",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюя", "sr": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "el": "αάβγδεέζηήθιίϊΐκλμνξοόπρσςτυύϋΰφχψωώ",
}  # fmt: skip
"""Letters beyond ASCII; Vietnamese has too many to be told by them."""

_SIGNS = "–—…’‘“”„«»\xa0"
_MOST = 5
_LONGEST = 40
_PIECES = 12
_KNOWN = -15.5


def language_by_trial(channel: Channel, pieces: Sequence[str]) -> str:
    """The language in which all of the pieces are well-known words and likeliest; "" where there is none."""
    tried = [piece for piece in dict.fromkeys(pieces) if len(piece) <= _LONGEST][:_PIECES]
    best, language = -1e9, ""
    for known in [known for known in LETTERS if all(map(_shadows(channel, known).fullmatch, tried))][:_MOST]:
        likelihood = _likelihood(channel, known, tried)
        if likelihood is not None and likelihood > best:
            best, language = likelihood, known
    return language


def _likelihood(channel: Channel, language: str, pieces: Sequence[str]) -> float | None:
    """How likely the pieces are in a language, None where one is no word of it."""
    read = reader(channel, language)
    total = 0.0
    for piece in pieces:
        found = read.readings(piece)
        score = read.score(found[0].text) if found else -1e9
        if score < _KNOWN:
            return None
        total += score
    return total


@lru_cache(maxsize=64)
def _shadows(channel: Channel, language: str) -> re.Pattern[str]:
    """Matches what the letters of a language, and ASCII, become in a channel."""
    letters = LETTERS[language]
    images = {channel.image(sign) for sign in letters + letters.upper() + _SIGNS} - {""}
    listed = "|".join(sorted(map(re.escape, images), key=len, reverse=True))
    return re.compile(f"(?:[A-Za-z0-9']|{listed})+")
