"""Narrow pages: ISO-8859-15 and ISO-8859-2, which have no signs for the bytes 80-9F, and lost those.

Their letters stand at other places than in the Windows pages that have them, too, so that text of theirs
reads as windows-1252 or 1250 would have left it, and wrongly. As the bytes are those of ISO-8859-1, lines
are read as that page has them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from curator.cleaning.damage.channels import decoded
from curator.cleaning.damage.pages import any_of, signs_of
from curator.cleaning.edits import Found
from curator.cleaning.lines import Line

_KIN = {"iso8859-15": ("cp1252", "latin-1"), "iso8859-2": ("cp1250",)}
"""The pages by those that text of theirs is taken for."""
_NAMES = {"iso8859-15": "ISO-8859-15", "iso8859-2": "ISO-8859-2"}
_READ_AS = re.compile(r"ISO-8859-1\b|windows-1252")
"""What lines of ISO-8859-1 are told to be, too, where nothing was lost."""
_LEAST, _FEW = 4, 2
"""So many signs have to stand where only a narrow page has them; fewer are enough where as much was lost."""
_KINDS, _MANY = 6, 12
"""So many unlike ones, or so many in all and as many sequences that were cut, are enough."""
_FOREIGN = 50
"""One in so many signs beyond ASCII may be none of the page."""
_BEYOND = re.compile("[^\x00-\x7f]")
_ODD = re.compile("(?<=a)A|(?<=A)a(?=A)|(?<=AA)a")
"""Matches a capital behind a small letter, and a small letter amid capitals."""
_PLAIN = re.compile("[A-Za-z]")
_CONTROLS = re.compile("[\x80-\x9f]")
_MOST = 20_000
"""Code points in which they are looked for."""


class Transcription(NamedTuple):
    """Parts with the damaged lines as ISO-8859-1 has their bytes, and the page that they come from."""

    parts: list[str]
    page: str
    is_certain: bool
    """Whether so many unlike signs show the page that no more has to speak for it than against it."""

    def renamed(self, found: Found) -> Found | None:
        """What was found in the parts, by its right name; None where another page was found."""
        if not _READ_AS.search(found.channel):
            return None
        name = _NAMES[self.page]
        found.channel = _READ_AS.sub(name, found.channel)
        found.edits = [
            [edit._replace(channel=_READ_AS.sub(name, edit.channel)) for edit in edits]
            for edits in found.edits
        ]
        return found


def transcribed(parts: Sequence[str], suspected: Sequence[Line]) -> Transcription | None:
    """The parts as ISO-8859-1 has them if their suspected lines came through a narrow page; None if not."""
    sample = "\n".join([line.text for line in suspected])[:_MOST]
    shown = {name: _shown(name, sample) for name in _KIN}
    name = max(shown, key=lambda name: shown[name])
    if not shown[name]:
        return None
    told = _signs(name).telling.findall(sample)
    kinds, cuts = len(set(told)), len(_signs(name).cut.findall(sample))
    is_certain = kinds >= _KINDS or (kinds > 1 and min(len(told), cuts) >= _MANY)
    texts = list(parts)
    table = _table(name)
    for line in suspected:
        text = texts[line.part]
        texts[line.part] = text[: line.start] + line.text.translate(table) + text[line.end :]
    return Transcription(texts, name, is_certain)


def _shown(name: str, sample: str) -> int:
    """How many sequences a narrow page explains, if signs stand in some as only that page has them."""
    signs = _signs(name)
    told = len(signs.telling.findall(sample))
    letters = _PLAIN.findall(sample)
    if 2 * sum(map(str.isupper, letters)) > len(letters):
        return 0  # capitals have their signs in few places
    if told < _FEW or signs.opposed.search(sample) or _CONTROLS.search(sample):
        return 0
    if told < _LEAST and len(signs.cut.findall(sample)) < _LEAST:
        return 0
    if len(signs.foreign.findall(sample)) * _FOREIGN > len(_BEYOND.findall(sample)):
        return 0
    return len(signs.whole.findall(sample))


class _Signs(NamedTuple):
    """What matches sequences of a narrow page: such as only it has, that it has not, whole and cut ones."""

    telling: re.Pattern[str]
    opposed: re.Pattern[str]
    whole: re.Pattern[str]
    cut: re.Pattern[str]
    foreign: re.Pattern[str]
    """Matches what it has no sign for."""


@cache
def _signs(name: str) -> _Signs:
    own, lead = signs_of(name, 0xA0, 0xBF), any_of(signs_of(name, 0xC2, 0xF4))
    telling = {sign for sign in own if any(sign not in signs_of(kin, 0xA0, 0xBF) for kin in _KIN[name])}
    opposed = {sign for kin in _KIN[name] for sign in signs_of(kin, 0x80, 0xBF) - own}
    before, tail = f"{lead}{any_of(own)}?", any_of(own)
    patterns = (before + any_of(telling), before + any_of(opposed), lead + tail, f"{lead}(?!{tail})")
    foreign = f"[^\x00-\x7f{any_of(signs_of(name, 0xA0, 0xFF))[1:]}"
    return _Signs(*map(re.compile, (*patterns, foreign)))


@cache
def _table(name: str) -> Mapping[int, int]:
    """The signs of a page as ISO-8859-1 has the same bytes."""
    return {ord(decoded(name, byte)): byte for byte in range(0xA0, 0x100)}


def are_better(one: Found, other: Found, *, certain: bool) -> bool:
    """Whether readings have fewer capitals amid small letters, and small ones amid capitals, than others.

    If they are `certain`, it is enough that they have no more.
    """
    mine, its = _oddness(one), _oddness(other)
    return mine < its or (certain and mine == its)


def _oddness(found: Found) -> int:
    return sum(len(_ODD.findall(_cased(edit.after))) for edits in found.edits for edit in edits)


def _cased(text: str) -> str:
    """Letters by their case: "a" for small ones, "A" for capitals, all other signs " "."""
    return "".join(["a" if sign.islower() else "A" if sign.isupper() else " " for sign in text])
