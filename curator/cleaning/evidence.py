"""Evidence: whether a document is damaged, and by which channel.

UTF-8 read by a code page leaves pairs that prose hardly ever has: a character of a lead byte followed by
those of its continuation bytes. What the document shows most of, and explains best, is its channel.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from curator.cleaning.channels import PAGES, Channel, Loss, decoded
from curator.cleaning.lossless import lossless_edits

SAMPLE = 2_000
"""Code points of damaged lines that are looked at."""

_MOST_UNITS = 4_000
_FIRST_LINES = 20
_FEW_SEQUENCES = 2
_CODE = re.compile(r"`[^`\n]{1,200}`|[a-z]+://\S+")
_ENOUGH = 12
_WEAK = frozenset("–—“”’…» \xa0ёіїєґЁІЇЄҐўЎјЈѕЅљњќћџЉЊЌЋЏђЂѓЃ№")
"""Continuation characters that prose may well have after a capital, too."""

_PLAUSIBLE = re.compile(
    "[\xa0-\u024f\u0386-\u03ce\u0400-\u04ff\u05d0-\u05ea\u0600-\u06ff\u0900-\u097f\u0e01-\u0e5b\u10d0-\u10ff"
    "\u1e00-\u1eff\u2009-\u2014\u2018-\u2022\u2026\u202f\u2030-\u203a\u20a0-\u20bf\u2100-\u2153\u2190-\u22ff"
    "\u2460-\u27bf\u3000-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff01-\uff5e\U0001f100-\U0001faff]"
)


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


@dataclass(slots=True)
class Tally:
    """What was counted of one page in the lines that show it."""

    whole: int = 0
    strong: int = 0
    cut: int = 0
    other: int = 0

    @property
    def score(self) -> float:
        """How well the page explains what is seen."""
        return self.whole + 0.3 * self.cut - 1.5 * self.other


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


@cache
def _suspicious() -> re.Pattern[str]:
    """Matches where any page may have left a sequence; quick, as all text goes through it."""
    families = [("cp1252", "cp1254", "cp1250", "latin-1"), ("cp1251",), ("mac-roman",), ("cp437",)]
    tails = {decoded("cp1252", byte) for byte in range(0x80, 0xC0)} | {"\ufffd", "?"}
    branches = [
        f"(?<=[ÂÃĂ]){_any(tails)}",
        "(?<=í)[\xa0-\xbf][\x80-\xbf]",
        "(?<=в)Ђ[^а-яА-Я]",
        "(?<=[a-z ]Ã) ",
    ]
    leads, tails_1251 = _span("cp1251", 0xC2, 0xF4), _span("cp1251", 0x80, 0xBF)
    branches.append(
        f"(?<=[A-Za-z]{_any(leads)}){_any(tails_1251)}|(?<={_any(leads)}){_any(tails_1251)}(?=[a-z])"
    )
    everything: set[str] = set()
    followers = tails | tails_1251 | set(" Ђ") | {chr(code) for code in range(0xA0, 0xC0)}
    for family in families:
        leads = {decoded(name, byte) for name in family for byte in range(0xC2, 0xF5)}
        tails = {decoded(name, byte) for name in family for byte in range(0x80, 0xC0)} - _WEAK
        everything |= leads
        followers |= tails
        branches.append(f"(?<={_any(leads)}){_any(tails)}")
    # The look ahead is for speed: in clean text it fails nearly everywhere.
    return re.compile(f"{_any(everything)}(?={_any(followers)})(?:{'|'.join(branches)})")


def is_suspicious(text: str) -> bool:
    """Whether a text may hold mojibake at all."""
    return not text.isascii() and _suspicious().search(text) is not None


def is_quoted(line: str) -> bool:
    """Whether what is suspicious stands only in code or addresses, or alone among undamaged words."""
    prose = _CODE.sub(" ", line)
    if not is_suspicious(prose):
        return True
    sequences = len(_suspicious().findall(prose))
    letters = sum(1 for sign in prose if sign > "\x7f" and sign.isalpha())
    return letters - 3 * sequences >= 4 * sequences and sequences <= _FEW_SEQUENCES


def evident_channels(lines: Sequence[str]) -> list[Channel]:
    """The channels that explain the damaged lines of a document best; none where too little shows.

    Several where what they lose tells them apart, but not what can be seen.
    """
    tallies = {name: _tally(page(name), lines) for name in PAGES}
    lines = _sample(lines)
    scores = {name: tally.score for name, tally in tallies.items() if tally.strong and tally.score > 0}
    if not scores:
        return []
    best = max(scores.values())
    strongest = max(tally.strong for name, tally in tallies.items() if scores.get(name) == best)
    if strongest < _ENOUGH and not _agreed(lines):
        return []
    names = [name for name, score in scores.items() if score > best - 1e-9]
    channels: list[Channel] = []
    for name in names:
        if name == "cp1252" and _is_latin_1(lines):
            channels.append(Channel("latin-1", loss_of(page("latin-1"), lines)))
        elif name != "latin-1" or len(names) == 1:
            known = page(name)
            if _times(known, lines) == 2:
                return [Channel(name, _loss_of_both(known, lines), 2)]
            channels.append(Channel(name, loss_of(known, lines)))
    return channels


def _loss_of_both(known: Page, lines: Sequence[str]) -> Loss:
    """The loss of two readings, taken to be the same in both."""
    outer, inner = loss_of(known, lines), loss_of(known, [read_strictly(known, line) for line in lines])
    if outer.undefined is None and any(match[2] for line in lines for match in known.unit.finditer(line)):
        return outer
    undefined = inner.undefined if outer.undefined is None else outer.undefined
    kept = outer.soft_hyphen and inner.soft_hyphen
    seen = any("\xa0" in line for line in lines)
    spaces = "\xa0" if seen else min(outer.no_break_space, inner.no_break_space, key=len)
    return Loss(undefined, kept, spaces)


def _sample(lines: Sequence[str]) -> list[str]:
    """So many of the lines as are looked at closely."""
    chosen: list[str] = []
    size = 0
    for line in lines:
        chosen.append(line[: 3 * SAMPLE])
        size += len(line)
        if size > 3 * SAMPLE:
            break
    return chosen


def _agreed(lines: Sequence[str]) -> bool:
    """Whether ftfy, too, takes one of the first lines for damaged."""
    return any(lossless_edits(line, 0) for line in lines[:_FIRST_LINES])


def has_evidence(known: Page, line: str) -> bool:
    """Whether a line shows a whole sequence of a page that no prose would have."""
    if known.mixed is not None and known.mixed.search(line):
        return True
    return any(match[1] and is_strong(known, match[1]) for match in known.unit.finditer(line))


def is_strong(known: Page, sequence: str) -> bool:
    """Whether a sequence reads as a likely character and does not look like prose itself."""
    character = known.read(sequence)
    if not character or not _PLAUSIBLE.match(character):
        return False
    return len(sequence) > 2 or sequence[1] not in _WEAK


def leads_left(known: Page, text: str) -> int:
    """How many of the commonest lead characters a text still has."""
    return sum(text.count(decoded(known.name, byte)) for byte in (0xC2, 0xC3, 0xC4, 0xC5, 0xD0, 0xD1))


def read_strictly(known: Page, text: str) -> str:
    """The text with whole sequences read and cut ones left out, for telling its language."""

    def right(match: re.Match[str]) -> str:
        return known.read(match[1]) if match[1] else match[3] or ""

    return known.unit.sub(right, text)


def loss_of(known: Page, lines: Iterable[str]) -> Loss:
    """What the channel did to undefined bytes, soft hyphens and no-break spaces, by what is seen."""
    undefined = {chr(byte) for byte in range(0x80, 0xA0) if "\x80" <= decoded(known.name, byte) <= "\x9f"}
    controls = hyphens = spaces = replaced = asked = cut = parted = seen = 0
    soft, fixed = known.values.get("\xad"), known.values.get("\xa0")
    for line in lines:
        for match in known.unit.finditer(line):
            if match[1]:
                controls += not undefined.isdisjoint(match[1])
                hyphens += "\xad" in match[1]
                spaces += "\xa0" in match[1]
            elif match[2]:
                cut += 1
                behind = line[match.end() : match.end() + 2]
                replaced += behind[:1] == "\ufffd"
                asked += behind[:1] == "?"
                parted += _is_parted(known, line, match, behind)
            seen += 1
        if seen > _MOST_UNITS:
            break
    if controls:
        lost = None
    elif replaced:
        lost = "\ufffd"
    elif asked >= 2 and asked * 2 > cut - parted:
        lost = "?"
    else:
        lost = "" if cut else None
    return Loss(
        undefined=lost if undefined else None,
        soft_hyphen="\xad" if soft is None or hyphens or not cut else "",
        no_break_space="\xa0" if fixed is None or spaces or not cut else " " if parted else "",
    )


def _is_parted(known: Page, line: str, match: re.Match[str], behind: str) -> bool:
    """Whether the space after a cut sequence must be its no-break space."""
    if behind[:1] != " ":
        return False
    follower = behind[1:]
    if follower in {"", " ", ",", ".", ";", ":", ")", "!", "?", "\n"}:
        return True
    tail = known.values.get(follower, 0)
    if 0x80 <= tail <= 0xBF:
        return True
    alone = match.start() == 0 or not (line[match.start() - 1].isalnum() or line[match.start() - 1] > "\x7f")
    return alone and known.values[match[2]] in {0xC3, 0xC5, 0xD0} if len(match[2]) == 1 else False


def _tally(known: Page, lines: Sequence[str]) -> Tally:
    tally = Tally()
    seen = looked = 0
    for line in lines:
        looked += len(line)
        if looked > 10 * SAMPLE:
            break
        counts = Counter(known.unit.findall(line, 0, SAMPLE))
        strong = sum(count for (whole, _, _), count in counts.items() if whole and is_strong(known, whole))
        if known.mixed is not None:
            strong = max(strong, len(known.mixed.findall(line, 0, SAMPLE)))
        if not strong:
            continue
        tally.strong += strong
        for (whole, cut, other), count in counts.items():
            if whole:
                good = _PLAUSIBLE.match(known.read(whole) or "\x00")
                tally.whole += count * len(whole) if good else 0
                tally.other += 0 if good else count * len(whole)
            elif cut:
                tally.cut += count * len(cut)
            elif other != "\ufffd":
                tally.other += count
        seen += len(line)
        if seen > SAMPLE:
            break
    return tally


def _is_latin_1(lines: Sequence[str]) -> bool:
    """Whether bytes 80-9F never show as the signs that windows-1252 has for them, but get lost."""
    known = page("cp1252")
    signs = cut = 0
    for line in lines:
        for match in known.unit.finditer(line):
            if match[1]:
                signs += any(0x80 <= known.values[sign] < 0xA0 for sign in match[1])
            elif match[2]:
                cut += 1
    return not signs and cut > 0


def _times(known: Page, lines: Sequence[str]) -> int:
    """Two where the lines, once read rightly, are still full of sequences."""
    if known.name != "cp1252":
        return 1
    outer = inner = 0
    for line in lines:
        begun = -1
        for match in known.unit.finditer(line):
            if match[1]:
                outer += 1
                # A lead that got lost the second time, and a continuation byte of the first.
                inner += begun == match.start() and 0x80 <= known.values.get(known.read(match[1]), 0) <= 0xBF
            begun = match.end() if match[2] == "Ã" else -1
        inner += sum(
            1
            for match in known.unit.finditer(read_strictly(known, line))
            if match[1] and is_strong(known, match[1])
        )
    return 2 if inner >= 2 and inner * 6 >= outer else 1


def _class(name: str, first: int, last: int) -> str:
    return _any(_span(name, first, last))


def _span(name: str, first: int, last: int) -> set[str]:
    return {decoded(name, byte) for byte in range(first, last + 1)}


def _any(signs: Iterable[str]) -> str:
    return "[" + "".join(re.escape(sign) for sign in sorted(signs)) + "]"
