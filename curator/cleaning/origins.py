"""Origins: which language a damaged document is written in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from curator.cleaning.alphabetic.readings import Reader, reader
from curator.cleaning.damage.channels import Channel
from curator.cleaning.damage.pages import page
from curator.cleaning.damage.pieces import pieces_of
from curator.cleaning.east_asian.shadows import is_shadowy, script_of
from curator.cleaning.images import images_of
from curator.cleaning.lines import Line
from curator.cleaning.models.priors import priors
from curator.cleaning.models.traditional import TRADITIONAL
from curator.cleaning.trials import language_by_trial

_ENOUGH = 1_200
"""Code points that tell the language."""
_ENOUGH_CUT = 2_000
"""The same where every second byte is lost."""
_LITTLE = 200
_TRIAL = 60
_FAMILIAR, _UNFAMILIAR = -16.5, -20.0
"""How well known a word is at least, and what a piece counts that is none: less than the rarest of these."""
_CLOSE = 12.0
"""By how much less than the best one a language may know of the pieces; the likeliest is closer."""
_LOST = 40.0
"""The same after one in three pieces: those by more are not asked for the others (Wald 1945)."""
_LEADS = {"": "ÃÄÅ", "el": "ÎÏ", "ru": "ÐÑ"}
"""What stands for the lead bytes of scripts."""
_KANA = 14
"""Of so many characters one is kana, even in Japanese headlines."""
_RARE = -16.0
_SHORT = ("latin-1", "cp1250")
"""Pages without some bytes of frequent Cyrillic letters, so that what is read at sight says little."""
_CYRILLIC: Sequence[str] = ("ru", "uk", "bg", "sr", "mk", "be", "kk")
_METADATA = re.compile(r"^(?:lang|language|locale)\s*[:=]\s*['\"]?([a-z]{2})\b", re.MULTILINE)


def stated_language(parts: Sequence[str]) -> str:
    """The language that the beginning of the first part names, as front matter does; "" if none."""
    match = _METADATA.search(parts[0][:4000]) if parts else None
    return match[1] if match else ""


def language_of_lines(channel: Channel, lines: Sequence[Line], parts: Sequence[str]) -> str:
    """The language of what can be read without one; where little can, by what its words are likeliest in.

    Where the damaged lines don't tell (names in transliteration), that of the parts they stand in.
    """
    from curator.cleaning.languages import CYRILLIC, language_of

    shown = [line for line in lines[:200] if line.damaged] or lines[:200]
    enough = _ENOUGH_CUT if is_shadowy(channel) else _ENOUGH
    text = "".join(line.text[:enough] for line in shown)[: enough * channel.times]
    if is_shadowy(channel) and (language := script_of(text)):
        return language
    if channel.times == 1:
        strict = page(channel.page).read_strictly(text)
        language = language_of(strict)
        if language == "zh" and (len(text) < _LITTLE or _has_kana(channel, text)) and _is_japanese(strict):
            language = "ja"
        if not language and len(text) < _LITTLE:
            language = language_by_trial(channel, pieces_of(channel).findall(text))
    else:
        language = language_of(images_of(channel, "").intact(text))
    if not language:
        language = language_of("\n".join(part[:enough] for part in parts))
    if not language and channel.page == "latin-1":
        language = _language_of_script(text)
    if language in CYRILLIC and (channel.page in _SHORT or channel.times == 2):
        pieces = list(dict.fromkeys(pieces_of(channel).findall(text)))[:_TRIAL]
        return likeliest_cyrillic(channel, pieces)
    return language


def _has_kana(channel: Channel, text: str) -> bool:
    """Whether a text of Chinese characters has as much kana as Japanese, by its lead bytes."""
    lead, sign = channel.signs[0xE3], channel.signs[0x80]
    if not sign or not lead:
        return False
    kana = text.count(lead) - text.count(lead + sign)
    return kana * _KANA > kana + sum(text.count(channel.signs[byte]) for byte in range(0xE4, 0xEA))


def _is_japanese(text: str) -> bool:
    """Whether the Chinese characters of a text are likelier in Japanese than in Chinese."""
    signs = [sign for sign in text if "\u4e00" <= sign < "\ua000"]

    def likelihood(language: str) -> float:
        known = priors(language)
        return sum(known.get(sign, _RARE) for sign in signs)

    return likelihood("ja") > max(likelihood("zh"), likelihood(TRADITIONAL))


def _language_of_script(text: str) -> str:
    """A language whose script most lead bytes are of, as ISO-8859-1 leaves them; "" for the Latin script."""
    counts = {language: sum(map(text.count, leads)) for language, leads in _LEADS.items()}
    return max(counts, key=lambda language: counts[language])


def likeliest_cyrillic(channel: Channel, pieces: Sequence[str]) -> str:
    """The language in which the pieces are likeliest, of those that know the most of them as words.

    Only these, if they are several, have to learn how their words are spelled, which takes most of the time.
    """
    known = dict.fromkeys(_CYRILLIC, 0.0)
    rest = [piece for number, piece in enumerate(pieces) if number % 3]
    for asked, enough in ((pieces[::3], _LOST), (rest, _CLOSE)):
        known = {tried: known[tried] + _familiarity(reader(channel, tried), asked) for tried in known}
        least = max(known.values()) - enough
        known = {tried: familiar for tried, familiar in known.items() if familiar >= least}
    if len(known) == 1:
        return next(iter(known))
    return max(known, key=lambda tried: _likelihood(reader(channel, tried), pieces))


def _familiarity(tried: Reader, pieces: Sequence[str]) -> float:
    """How likely the well-known words among the pieces are, each other piece as unlikely as a rare one."""
    tried.read(pieces, spelled=False)
    found = [readings[0] for piece in pieces if (readings := tried.known(piece))]
    # A reader also knows what it had to spell for other documents: no more than the rest.
    known = [reading.text for reading in found if reading.score >= _FAMILIAR]
    scores = [_UNFAMILIAR if score is None else score for score in tried.known_scores(known)]
    return sum(scores) + _UNFAMILIAR * (len(pieces) - len(known))


def _likelihood(tried: Reader, pieces: Sequence[str]) -> float:
    readings = [tried.readings(piece) for piece in pieces]
    return sum(tried.score(found[0].text) if found else -30.0 for found in readings)
