"""Pages: how UTF-8 looks when it was read by a code page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from curator.cleaning.channels import decoded

WEAK = frozenset("–—“”’…» \xa0ёіїєґЁІЇЄҐўЎјЈѕЅљњќћџЉЊЌЋЏђЂѓЃ№")
"""Continuation characters that prose may well have after a capital, too."""

PLAUSIBLE = re.compile(
    "[\xa0-\u024f\u0259\u0386-\u03ce\u0400-\u04ff\u0531-\u058a\u05b0-\u05f4\u060c-\u06ff\u0900-\u0dff\u0e01-\u0e5b"
    "\u10d0-\u10ff\u1c90-\u1cbf\u200c-\u200f\u1e00-\u1eff\u2009-\u2014\u2018-\u2022\u2026\u202f\u2030-\u203a\u20a0-\u20bf\u2100-\u2153\u2190-\u22ff"
    "\u2460-\u27bf\u3000-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff01-\uff5e\U0001f100-\U0001faff]"
)
"""Characters that a sequence is likely to stand for."""


RUN = re.compile("[^\x00-\x7f]+")
"""Matches what stands beyond ASCII: sequences lie within."""

_MOST_UNITS = 5_000


class Unit(NamedTuple):
    """What a sequence, a part of one, or anything else beyond ASCII shows of a page."""

    text: str
    """What a whole sequence reads as; nothing for a cut one, the character itself for anything else."""
    is_whole: bool = False
    is_cut: bool = False
    is_good: bool = False
    """Whether it reads as a likely character."""
    is_strong: bool = False
    """Whether no prose would have it."""


class _Units(dict[str, Unit]):
    """The units of a page by what stands there; fills itself."""

    def __init__(self, unit: re.Pattern[str], values: dict[str, int]) -> None:
        super().__init__()
        self._unit = unit
        self._values = values

    def __missing__(self, text: str) -> Unit:
        match = self._unit.match(text)
        found = self._unit_of(text, (match.lastindex or 0) if match is not None else 0)
        if len(self) < _MOST_UNITS:
            self[text] = found
        return found

    def _unit_of(self, text: str, group: int) -> Unit:
        if group != 1:
            return Unit("" if group == 2 else text, is_cut=group == 2)
        try:
            character = bytes([self._values[sign] for sign in text]).decode("utf-8")
        except UnicodeDecodeError:
            character = ""
        good = PLAUSIBLE.match(character or "\x00") is not None
        strong = good and (len(text) > 2 or text[1] not in WEAK) and not _are_letters(text, character)
        return Unit(character, is_whole=True, is_good=good, is_strong=strong)


@dataclass(frozen=True, slots=True)
class Page:
    """How UTF-8 looks when read by one code page."""

    name: str
    unit: re.Pattern[str]
    """Groups: 1 a whole sequence, 2 a lead byte without all of its continuation, 3 anything else."""
    parts: re.Pattern[str]
    """Matches the same without groups, and runs of ASCII."""
    sequences: re.Pattern[str]
    """Matches only what groups 1 and 2 do."""
    before_mark: re.Pattern[str]
    """Matches what group 2 does where a space or a question mark follows."""
    telling: re.Pattern[str]
    """How each whole sequence begins that no prose would have."""
    values: dict[str, int]
    undefined: frozenset[str]
    """The C1 controls that stand for bytes the page does not define."""
    mixed: re.Pattern[str] | None = None
    """Sequences that touch a Latin letter, as no Cyrillic word does; they are strong whatever they are."""
    units: _Units = field(init=False)
    """What each match of `unit` shows."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "units", _Units(self.unit, self.values))

    def read_strictly(self, text: str) -> str:
        """The text with whole sequences read and cut ones left out, for telling its language."""
        units = self.units
        return "".join([part if part < "\x80" else units[part].text for part in self.parts.findall(text)])


@cache
def page(name: str) -> Page:
    """The look of one code page."""
    values = {decoded(name, byte): byte for byte in range(0x80, 0x100)}
    two, three, four = (_class(name, *span) for span in ((0xC2, 0xDF), (0xE0, 0xEF), (0xF0, 0xF4)))
    tail = _class(name, 0x80, 0xBF)
    whole = f"({two}{tail}|{three}{tail}{{2}}|{four}{tail}{{3}})"
    unit = f"{whole}|({two}|{three}{tail}?|{four}{tail}{{0,2}})|([^\\x00-\\x7f])"
    pair, lead = f"{two}{tail}", _class(name, 0xC2, 0xF4)
    mixed = re.compile(f"{pair}(?:(?<=[A-Za-z]{pair})|(?=[a-z]))") if name == "cp1251" else None
    undefined = frozenset(sign for sign in values if "\x80" <= sign <= "\x9f")
    parts = f"{two}{tail}|{three}{tail}{{1,2}}|{four}{tail}{{1,3}}|[^\\x00-\\x7f]|[\\x00-\\x7f]+"
    # These begin with a class of characters, for which regular expressions look ahead quickly.
    sequences = f"{lead}(?:(?<={two}){tail}?|(?<={three}){tail}{{0,2}}|(?<={four}){tail}{{0,3}})"
    before_mark = f"{lead}(?:(?<={two})|(?<={three}){tail}?|(?<={four}){tail}{{0,2}})(?=[ ?])"
    return Page(
        name,
        re.compile(unit),
        re.compile(parts),
        re.compile(sequences),
        re.compile(before_mark),
        re.compile(lead + tail),
        values,
        undefined,
        mixed,
    )


def has_evidence(known: Page, line: str) -> bool:
    """Whether a line shows a whole sequence of a page that no prose would have."""
    if known.mixed is not None and known.mixed.search(line):
        return True
    units = known.units
    # One at a time, as in damaged text the first is likely to be one.
    return any(units[match[0]].is_strong for match in known.sequences.finditer(line))


def strong_in(known: Page, text: str) -> int:
    """How many whole sequences of a page a text shows that no prose would have, letters beside them apart."""
    units = known.units
    return sum([units[part].is_strong for part in known.sequences.findall(text)])


def _are_letters(text: str, character: str) -> bool:
    """Whether a sequence may well be two Latin letters, as it reads to one of another script ("Úž", "Îş")."""
    return len(text) == 2 and "\u0100" <= text[1] <= "\u024f" and text[0] <= "\u024f" and character > "\u024f"


def leads_left(known: Page, text: str) -> int:
    """How many of the commonest lead characters a text still has."""
    return sum(text.count(decoded(known.name, byte)) for byte in (0xC2, 0xC3, 0xC4, 0xC5, 0xD0, 0xD1))


def _class(name: str, first: int, last: int) -> str:
    return any_of(signs_of(name, first, last))


def signs_of(name: str, first: int, last: int) -> set[str]:
    """What a page has for the bytes from the first to the last."""
    return {decoded(name, byte) for byte in range(first, last + 1)}


def any_of(signs: Iterable[str]) -> str:
    """A regular expression's class of characters."""
    return "[" + "".join(re.escape(sign) for sign in sorted(signs)) + "]"
