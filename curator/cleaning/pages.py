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
    "[\xa0-\u024f\u0386-\u03ce\u0400-\u04ff\u05d0-\u05ea\u0600-\u06ff\u0900-\u097f\u0e01-\u0e5b\u10d0-\u10ff"
    "\u1e00-\u1eff\u2009-\u2014\u2018-\u2022\u2026\u202f\u2030-\u203a\u20a0-\u20bf\u2100-\u2153\u2190-\u22ff"
    "\u2460-\u27bf\u3000-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff01-\uff5e\U0001f100-\U0001faff]"
)
"""Characters that a sequence is likely to stand for."""


RUN = re.compile("[^\x00-\x7f]+")
"""Matches what stands beyond ASCII: sequences lie within."""

_MOST_SIGHTS = 2_000


class Sight(NamedTuple):
    """What a run of characters beyond ASCII shows of a page."""

    text: str
    """The run with whole sequences read and cut ones left out."""
    wholes: int
    strong: int
    """How many whole sequences no prose would have."""
    controls: bool
    """Whether a whole one holds a byte that the page does not define; and so on."""
    hyphens: bool
    spaces: bool
    signs: bool
    """Whether one holds a sign beyond ISO-8859-1."""
    continuing: int
    """How many follow a cut "Ã" and stand for a continuation byte themselves."""
    cuts: int
    """How many sequences lack something."""
    last_cut: int | None
    """Where the last of these begins, if the run ends with it."""
    replaced: bool
    """Whether U+FFFD follows one."""


@dataclass(frozen=True, slots=True)
class Page:
    """How UTF-8 looks when read by one code page."""

    name: str
    unit: re.Pattern[str]
    """Groups: 1 a whole sequence, 2 a lead byte without all of its continuation, 3 anything else."""
    telling: re.Pattern[str]
    """How each whole sequence begins that no prose would have."""
    values: dict[str, int]
    undefined: frozenset[str]
    """The C1 controls that stand for bytes the page does not define."""
    mixed: re.Pattern[str] | None = None
    """Sequences that touch a Latin letter, as no Cyrillic word does; they are strong whatever they are."""
    known: dict[str, str] = field(default_factory=dict[str, str])
    strengths: dict[str, bool] = field(default_factory=dict[str, bool])
    sights: dict[str, Sight] = field(default_factory=dict[str, Sight])

    def read(self, sequence: str) -> str:
        """The character whose sequence it is, "" where it is none."""
        character = self.known.get(sequence)
        if character is None:
            try:
                character = bytes([self.values[sign] for sign in sequence]).decode("utf-8")
            except UnicodeDecodeError:
                character = ""
            self.known[sequence] = character
        return character

    def sight(self, run: str) -> Sight:
        """What a run of characters beyond ASCII shows."""
        found = self.sights.get(run)
        if found is None:
            if len(self.sights) >= _MOST_SIGHTS:
                self.sights.clear()
            found = self.sights[run] = _sight(self, run)
        return found

    def read_strictly(self, text: str) -> str:
        """The text with whole sequences read and cut ones left out, for telling its language."""
        return RUN.sub(lambda match: self.sight(match[0]).text, text)


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
    undefined = frozenset(sign for sign in values if "\x80" <= sign <= "\x9f")
    return Page(name, re.compile(unit), re.compile(_class(name, 0xC2, 0xF4) + tail), values, undefined, mixed)


def _sight(known: Page, run: str) -> Sight:
    read: list[str] = []
    wholes: list[str] = []
    cuts: list[tuple[int, int]] = []
    continuing = 0
    begun = -1
    for match in known.unit.finditer(run):
        sequence = match[0]
        if match.lastindex == 1:
            character = known.read(sequence)
            read.append(character)
            wholes.append(sequence)
            continuing += begun == match.start() and 0x80 <= known.values.get(character, 0) <= 0xBF
        elif match.lastindex == 2:
            cuts.append(match.span())
        else:
            read.append(sequence)
        begun = match.end() if sequence == "Ã" else -1
    signs = frozenset("".join(wholes))
    return Sight(
        text="".join(read),
        wholes=len(wholes),
        strong=sum(is_strong(known, whole) for whole in wholes),
        controls=not signs.isdisjoint(known.undefined),
        hyphens="\xad" in signs,
        spaces="\xa0" in signs,
        signs=max(signs, default="") > "\xff",
        continuing=continuing,
        cuts=len(cuts),
        last_cut=cuts[-1][0] if cuts and cuts[-1][1] == len(run) else None,
        replaced=any(run[end : end + 1] == "\ufffd" for _, end in cuts),
    )


def has_evidence(known: Page, line: str) -> bool:
    """Whether a line shows a whole sequence of a page that no prose would have."""
    if known.mixed is not None and known.mixed.search(line):
        return True
    return any(known.sight(run).strong for run in RUN.findall(line))


def is_strong(known: Page, sequence: str) -> bool:
    """Whether a sequence reads as a likely character and does not look like prose itself."""
    strong = known.strengths.get(sequence)
    if strong is None:
        character = known.read(sequence)
        strong = bool(character and PLAUSIBLE.match(character)) and (
            len(sequence) > 2 or sequence[1] not in WEAK
        )
        known.strengths[sequence] = strong
    return strong


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
