"""Mojibake undone: which channel damaged a document, and what stood there before."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from curator.cleaning import neighbours
from curator.cleaning.channels import Channel
from curator.cleaning.edits import Edit, Found, edited
from curator.cleaning.evidence import (
    Page,
    evident_channels,
    has_evidence,
    is_quoted,
    is_suspicious,
    leads_left,
    page,
    read_strictly,
)
from curator.cleaning.fixes import Fix, Fixer, fixer
from curator.cleaning.images import Images, images_of
from curator.cleaning.lattices import lattice
from curator.cleaning.lossless import badness, lossless_edits
from curator.cleaning.readings import Reader, Reading, reader
from curator.cleaning.words import EAST_ASIAN, words_of
from curator.domain.repairs import RepairKind

_CONTEST = 200
_FAR = 3.5
_TELLING = 300
_ENOUGH = 2_000
_MOST_ASKED = 200_000
_SHORT = 1_500
_FEW_LINES = 8
_TRIAL = 60
_DOUBT = 7.0
_LAST_WORD = re.compile(r"([^\s(,.;:!?]+)\s$")
_BEGINNING = re.compile(r"(?:^|[.!?…:]\s|[#>*-]\s|\n)[\s\"'„“”«»(\[*_]*$")
_NEXT_WORD = re.compile(r"\s([^\s),.;:!?]{1,60})")
_EFFORT = 1_500_000
_EFFORT_EACH = 50
_CYRILLIC = ("ru", "uk", "bg", "sr")
_LONGEST = 4000
_WORD = re.compile(r"\S+")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_METADATA = re.compile(r"^(?:lang|language|locale)\s*[:=]\s*['\"]?([a-z]{2})\b", re.MULTILINE)


@dataclass(slots=True)
class _Line:
    part: int
    start: int
    text: str
    damaged: bool = False

    @property
    def end(self) -> int:
        """Where the line ends in its part."""
        return self.start + len(self.text)


def mojibake(parts: Sequence[str], language: str | None = None) -> Found:
    """The edits that undo the mojibake in the parts of one document."""
    found = Found([[] for _ in parts])
    if not any(is_suspicious(part) for part in parts):
        return found
    lines = list(_lines(parts))
    suspected = [line.text for line in lines if is_suspicious(line.text)]
    if len(suspected) <= _FEW_LINES and all(map(is_quoted, suspected)):
        return found
    channels = evident_channels(suspected)
    if not channels:
        _repair_lines(found, lines, page("cp1252"))
        return found
    channel = channels[0]
    strict = page(channel.page)
    for line in lines:
        line.damaged = has_evidence(strict, line.text)
    language = language or _stated_language(parts) or _language(channel, lines)
    channel = _likeliest(channels, language, suspected)
    if language in EAST_ASIAN and channel.page == "latin-1" and channel.loss.undefined is not None:
        language = ""  # half of every character is lost: what is whole can be read, no more
    repairer = _Repairer(channel, language)
    repairer.repair(found, lines)
    if found.unread or sum(len(line.text) for line in lines) < _SHORT:
        _repair_lines(found, lines, strict, repairer.fixer.reader)
    return found


def _lines(parts: Sequence[str]) -> Iterator[_Line]:
    for number, part in enumerate(parts):
        start = 0
        for text in _LINE.findall(part):
            if not text.isascii():
                yield _Line(number, start, text)
            start += len(text)


def _repair_lines(found: Found, lines: Sequence[_Line], known: Page, judge: Reader | None = None) -> None:
    """Each line by ftfy where that is better: where damage is left, and in short texts everywhere."""
    left = _MOST_ASKED
    short = sum(len(line.text) for line in lines) < _SHORT
    for line, edits in _with_edits(found, lines):
        ours = edits
        text = edited(line.text, ours)
        if left > 0 and (is_suspicious(text) or (short and ours)):
            left -= len(text)
            theirs = lossless_edits(line.text, 0)
            other = edited(line.text, theirs)
            if theirs and (
                not ours or (other != text and _rank(known, judge, other) <= _rank(known, judge, text))
            ):
                ours = theirs
                found.channel = found.channel or ours[0].channel
        found.edits[line.part] += [_moved(edit, line.start) for edit in ours]


def _rank(known: Page, judge: Reader | None, text: str) -> tuple[int, int, float]:
    """How damaged a text still looks, and how unlikely its words are."""
    unlikely = 0.0
    if judge is not None and judge.words is not None:
        unlikely = -sum(judge.score(word) for word in _WORD.findall(text) if not word.isascii())
    return leads_left(known, text) + text.count("\ufffd"), badness(text), unlikely


def _with_edits(found: Found, lines: Sequence[_Line]) -> Iterator[tuple[_Line, list[Edit]]]:
    """Each line with its edits, relative to it; takes the edits away from what was found."""
    rest = [iter(edits) for edits in found.edits]
    following = [next(edits, None) for edits in rest]
    found.edits = [[] for _ in found.edits]
    for line in lines:
        ours: list[Edit] = []
        while (edit := following[line.part]) is not None and edit.start < line.end:
            ours.append(_moved(edit, -line.start))
            following[line.part] = next(rest[line.part], None)
        yield line, ours


def _moved(edit: Edit, by: int) -> Edit:
    return replace(edit, start=edit.start + by, end=edit.end + by)


def _stated_language(parts: Sequence[str]) -> str:
    match = _METADATA.search(parts[0][:4000]) if parts else None
    return match[1] if match else ""


def _language(channel: Channel, lines: Sequence[_Line]) -> str:
    """The language of what can be read without one; where little can, by what its words are likeliest in."""
    from curator.cleaning.languages import CYRILLIC, language_of

    text = "".join(line.text[:_ENOUGH] for line in lines[:200] if line.damaged)[: _ENOUGH * channel.times]
    if channel.times == 1:
        language = language_of(read_strictly(page(channel.page), text))
    else:
        images = images_of(channel, "")
        language = _language_by_leads(channel, text) or language_of(
            _pieces(channel).sub(lambda match: _roughly(match[0], images), text)
        )
    if language in CYRILLIC and (channel.page == "latin-1" or channel.times == 2):
        pieces = list(dict.fromkeys(_pieces(channel).findall(text)))[:_TRIAL]
        return max(_CYRILLIC, key=lambda tried: _likelihood(reader(channel, tried), pieces))
    return language


def _language_by_leads(channel: Channel, text: str) -> str:
    """A language whose script shows in the lead bytes, "" where these are those of the Latin script."""
    counts = {
        byte: text.count(sign) if len(sign := channel.signs[byte]) > 1 else 0
        for byte in (0xCE, 0xD1, *range(0xE3, 0xEE))
    }
    total = text.count(channel.signs[0xC3][:1]) or 1
    east = sum(counts[byte] for byte in range(0xE3, 0xEE))
    if east * 3 > total:
        kana, hangul = counts[0xE3], sum(counts[byte] for byte in range(0xEA, 0xEE))
        return "ko" if hangul * 2 > east else "ja" if kana * 4 > east else "zh"
    if counts[0xD1] * 8 > total:
        return "ru"
    return "el" if counts[0xCE] * 4 > total else ""


def _roughly(piece: str, images: Images) -> str:
    """A piece read by how common characters are in all languages."""
    edges = lattice(piece, images)
    place = 0
    text = ""
    while edges is not None and place < len(edges):
        place, candidates = edges[place][0]
        text += candidates[0][0]
    return text


def _likelihood(tried: Reader, pieces: Sequence[str]) -> float:
    readings = [tried.readings(piece) for piece in pieces]
    return sum(tried.score(found[0].text) if found else -30.0 for found in readings)


def _likeliest(channels: Sequence[Channel], language: str, lines: Sequence[str]) -> Channel:
    """The channel whose readings are likeliest; a later one, which loses more, must be so by far."""
    best = channels[0]
    for other in channels[1:]:
        if language in EAST_ASIAN:
            # Of the bytes that only the later one loses, thousands of characters would show some.
            if best.page != "latin-1" and sum(map(len, lines)) > _TELLING:
                best = other
        elif words_of(language) is not None and _gain(best, other, language, lines) > _FAR:
            best = other
    return best


def _gain(one: Channel, other: Channel, language: str, lines: Sequence[str]) -> float:
    """By how much damaged words are likelier, in logarithms, as the other channel's doing."""
    pieces = dict.fromkeys(match[0] for line in lines for match in _pieces(one).finditer(line))
    mine, its = reader(one, language), reader(other, language)
    gain = 0.0
    cut = [piece for piece in pieces if not mine.is_whole(piece)]
    for piece in cut[:_CONTEST]:
        ours, theirs = mine.readings(piece), its.readings(piece)
        if theirs and not ours:
            gain += _FAR
        elif theirs and ours[0].text != theirs[0].text:
            gain += mine.score(theirs[0].text) - mine.score(ours[0].text)
    return gain


class _Repairer:
    """Repairs the lines of a document whose channel and language are known."""

    def __init__(self, channel: Channel, language: str) -> None:
        self.fixer: Fixer = fixer(channel, language)
        self.pieces = _pieces(channel)
        self.sequences = _sequences(channel)
        self.unread = 0
        self.allowed = 0

    def repair(self, found: Found, lines: Sequence[_Line]) -> None:
        """Add the edits of the lines."""
        damaged = sum(line.damaged for line in lines)
        self.allowed = (
            self.fixer.reader.effort + _EFFORT + _EFFORT_EACH * sum(len(line.text) for line in lines)
        )
        odds = min(3.0, math.log((damaged + 0.5) / (len(lines) - damaged + 0.5)))
        for line in lines:
            found.edits[line.part] += self._line(line, odds)
        if any(found.edits):
            found.channel = self.fixer.channel.name
            found.language = self.fixer.language
        found.unread = self.unread
        if self.unread:
            found.notes = (f"{self.unread} damaged words could not be read and were left as they are.",)

    def _line(self, line: _Line, odds: float) -> Iterator[Edit]:
        weighs = self.fixer.language in neighbours.LANGUAGES
        for match in self.pieces.finditer(line.text):
            piece = match[0]
            fix = self.fixer.fix(piece) if self.fixer.reader.effort < self.allowed else None
            place = line.start + match.start()
            if fix is None:
                if line.damaged:
                    yield from self._by_sequences(piece, place)
            elif line.damaged or self._is_better(fix.text, piece, odds):
                if fix.readings and _is_open(fix.readings, weighs=weighs):
                    fix = self._weighed(line.text, match, fix)
                yield from _edits(fix, place)

    def _weighed(self, line: str, match: re.Match[str], fix: Fix) -> Fix:
        """The fix by what the words beside the piece say."""
        before, behind = (
            _LAST_WORD.search(line, max(0, match.start() - 60), match.start()),
            _NEXT_WORD.match(line, match.end()),
        )
        readings = neighbours.weighed(
            self.fixer.language,
            fix.readings,
            self._plain(before[1] if before else ""),
            self._plain(behind[1] if behind else ""),
        )
        begins = _BEGINNING.search(line, max(0, match.start() - 60), match.start()) is not None
        named = before is not None and before[1][:1].isupper() and not begins
        return self.fixer.chosen(match[0], neighbours.capitals_weighed(readings, begins=begins, named=named))

    def _plain(self, word: str) -> str:
        """A neighbouring word as it most likely reads."""
        fix = self.fixer.fix(word) if word and not word.isascii() else None
        return fix.text if fix is not None else word

    def _by_sequences(self, piece: str, place: int) -> Iterator[Edit]:
        """The edits of a piece in which damaged and undamaged text have run together."""
        known = page(self.fixer.channel.page)
        if self.fixer.characters is not None:
            units = [match.start() for match in known.unit.finditer(piece)]
            yield from self._by_halves(piece, place, units)
            return
        before = False
        for match in self.sequences.finditer(piece):
            fix = self.fixer.fix(match[0]) if has_evidence(known, match[0]) else None
            before = before or fix is not None
            if fix is not None:
                yield from _edits(fix, place + match.start())
        self.unread += not before

    def _by_halves(self, piece: str, place: int, units: Sequence[int]) -> Iterator[Edit]:
        """The edits of East Asian text in which something can't be read: all but that."""
        if len(units) < 2:
            self.unread += 1
            return
        middle = len(units) // 2
        for half in (units[:middle], units[middle:]):
            end = units[middle] if half[0] < units[middle] else len(piece)
            part = piece[half[0] : end]
            fix = self.fixer.fix(part)
            if fix is not None:
                yield from _edits(fix, place + half[0])
            else:
                moved = [unit - half[0] for unit in half]
                yield from self._by_halves(part, place + half[0], moved)

    def _is_better(self, text: str, piece: str, odds: float) -> bool:
        """Whether a fix in a line without evidence is likelier than the piece as it stands."""
        reader = self.fixer.reader
        if reader.words is None or self.fixer.characters is not None:
            return False
        return reader.score(text) + odds > reader.score(piece)


def _is_open(readings: Sequence[Reading], *, weighs: bool) -> bool:
    """Whether the words beside it may still change which reading is best."""
    if readings[0].score - readings[1].score > _DOUBT:
        return False
    return weighs or readings[0].text.casefold() == readings[1].text.casefold()


def _edits(fix: Fix, place: int) -> Iterator[Edit]:
    for part in fix.parts:
        yield Edit(
            place + part.start, place + part.end, part.after, RepairKind.MOJIBAKE,
            part.channel, part.confidence, part.alternatives,
        )  # fmt: skip


def _sequences(channel: Channel) -> re.Pattern[str]:
    """Matches letters and digits in ASCII with sequences of lead and continuation characters."""
    known = page(channel.page)
    return re.compile(f"(?:[A-Za-z0-9']{{1,40}}|{known.unit.pattern.split('|([^')[0]})+")


@cache
def _pieces(channel: Channel) -> re.Pattern[str]:
    """Matches runs of letters, digits and anything beyond ASCII, with at least one of the last.

    Where lost characters became spaces or question marks, these belong to the run.
    """
    known = page(channel.page)
    leads = "".join(re.escape(sign) for sign, byte in sorted(known.values.items()) if 0xC2 <= byte <= 0xF4)
    tails = "".join(re.escape(sign) for sign, byte in sorted(known.values.items()) if 0x80 <= byte <= 0xBF)
    losses = (channel.loss.undefined, channel.loss.no_break_space, channel.loss.soft_hyphen)
    marks = "".join(sign for sign in "? " if sign in losses)
    inner = "[A-Za-z0-9'\\u0080-\\U0010ffff]"
    if marks:
        cut = f"[{leads}][{tails}]{{0,2}}[{marks}]{{1,2}}[{tails}]?"
        inner = f"(?:{cut}|[{marks}](?=[{tails}])|{inner})"
    return re.compile(f"[A-Za-z0-9']{{0,40}}(?=[^\\x00-\\x7f]){inner}{{1,{_LONGEST}}}")
