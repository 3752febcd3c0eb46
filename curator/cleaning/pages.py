"""Pages: how UTF-8 looks when it was read by a code page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from curator.cleaning.channels import decoded

WEAK = frozenset("–—“”’…» \xa0ёіїєґЁІЇЄҐўЎјЈѕЅљњќћџЉЊЌЋЏђЂѓЃ№")
"""Continuation characters that prose may well have after a capital, too."""

PLAUSIBLE = re.compile(
    "[\xa0-\u024f\u0386-\u03ce\u0400-\u04ff\u05d0-\u05ea\u0600-\u06ff\u0900-\u097f\u0e01-\u0e5b\u10d0-\u10ff"
    "\u1e00-\u1eff\u2009-\u2014\u2018-\u2022\u2026\u202f\u2030-\u203a\u20a0-\u20bf\u2100-\u2153\u2190-\u22ff"
    "\u2460-\u27bf\u3000-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff01-\uff5e\U0001f100-\U0001faff]"
)
"""Characters that a sequence is likely to stand for."""


@dataclass(frozen=True, slots=True)
class Page:
    """How UTF-8 looks when read by one code page."""

    name: str
    unit: re.Pattern[str]
    """Groups: 1 a whole sequence, 2 a lead byte without all of its continuation, 3 anything else."""
    values: dict[str, int]
    mixed: re.Pattern[str] | None = None
    """Sequences that touch a Latin letter, as no Cyrillic word does; they are strong whatever they are."""
    known: dict[str, str] = field(default_factory=dict[str, str])

    def read(self, sequence: str) -> str:
        """The character whose sequence it is, "" where it is none."""
        character = self.known.get(sequence)
        if character is None:
            try:
                character = bytes(self.values[sign] for sign in sequence).decode("utf-8")
            except UnicodeDecodeError:
                character = ""
            self.known[sequence] = character
        return character


@cache
def page(name: str) -> Page:
    """The look of one code page."""
    values = {decoded(name, byte): byte for byte in range(0x80, 0x100)}
    two, three, four = (_class(name, *span) for span in ((0xC2, 0xDF), (0xE0, 0xEF), (0xF0, 0xF4)))
    tail = _class(name, 0x80, 0xBF)
    whole = f"({two}{tail}|{three}{tail}{{2}}|{four}{tail}{{3}})"
    unit = f"{whole}|({two}|{three}{tail}?|{four}{tail}{{0,2}})|([^\\x00-\\x7f])"
    pair = f"{two}{tail}"
    mixed = re.compile(f"(?<=[A-Za-z]){pair}|{pair}(?=[a-z])") if name == "cp1251" else None
    return Page(name, re.compile(unit), values, mixed)


def has_evidence(known: Page, line: str) -> bool:
    """Whether a line shows a whole sequence of a page that no prose would have."""
    if known.mixed is not None and known.mixed.search(line):
        return True
    return any(match[1] and is_strong(known, match[1]) for match in known.unit.finditer(line))


def is_strong(known: Page, sequence: str) -> bool:
    """Whether a sequence reads as a likely character and does not look like prose itself."""
    character = known.read(sequence)
    if not character or not PLAUSIBLE.match(character):
        return False
    return len(sequence) > 2 or sequence[1] not in WEAK


def leads_left(known: Page, text: str) -> int:
    """How many of the commonest lead characters a text still has."""
    return sum(text.count(decoded(known.name, byte)) for byte in (0xC2, 0xC3, 0xC4, 0xC5, 0xD0, 0xD1))


def read_strictly(known: Page, text: str) -> str:
    """The text with whole sequences read and cut ones left out, for telling its language."""

    def right(match: re.Match[str]) -> str:
        return known.read(match[1]) if match[1] else match[3] or ""

    return known.unit.sub(right, text)


def _class(name: str, first: int, last: int) -> str:
    return any_of(signs_of(name, first, last))


def signs_of(name: str, first: int, last: int) -> set[str]:
    """What a page has for the bytes from the first to the last."""
    return {decoded(name, byte) for byte in range(first, last + 1)}


def any_of(signs: Iterable[str]) -> str:
    """A regular expression's class of characters."""
    return "[" + "".join(re.escape(sign) for sign in sorted(signs)) + "]"
