"""Mojibake undone: which channel damaged a document, and what stood there before."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from curator.cleaning.channels import Channel
from curator.cleaning.edits import Edit
from curator.cleaning.evidence import evident_channels, has_evidence, page, read_strictly, suspicious_lines
from curator.cleaning.lossless import lossless_edits
from curator.cleaning.readings import LONGEST, Reader, Reading, reader
from curator.cleaning.words import EAST_ASIAN, words_of
from curator.domain.repairs import Alternative, RepairKind

TEMPERATURE = 1.3
"""What scores are divided by to become probabilities that hold what they say."""

SUREST = 0.999
_CONTEST = 300
_FAR = 5.0
_LEAST_ALTERNATIVE = 0.005
_METADATA = re.compile(r"^(?:lang|language|locale)\s*[:=]\s*['\"]?([a-z]{2})\b", re.MULTILINE)
_PIECE = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[\W_]+")


@dataclass(slots=True)
class Found:
    """The edits of each part, and what the document was taken for."""

    edits: list[list[Edit]]
    language: str = ""
    channel: str = ""
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class _Line:
    part: int
    start: int
    text: str
    damaged: bool = False


@dataclass(slots=True)
class _Fix:
    """What becomes of a damaged piece: edits relative to it."""

    score: float
    edits: list[Edit] = field(default_factory=list[Edit])


def mojibake(parts: Sequence[str], language: str | None = None) -> Found:
    """The edits that undo the mojibake in the parts of one document."""
    found = Found([[] for _ in parts])
    if not any(suspicious_lines(part) for part in parts):
        return found
    lines = list(_lines(parts))
    suspected = [line.text for line in lines if suspicious_lines(line.text)]
    channels = evident_channels(suspected)
    if not channels:
        _repair_lines(found, lines)
        return found
    channel = channels[0]
    strict = page(channel.page)
    for line in lines:
        line.damaged = has_evidence(strict, line.text)
    language = language or _stated_language(parts) or _language(channel, lines)
    _Repairer(_likeliest(channels, language, suspected), language).repair(found, lines)
    return found


def _lines(parts: Sequence[str]) -> Iterator[_Line]:
    for number, part in enumerate(parts):
        start = 0
        for text in part.splitlines(keepends=True):
            if not text.isascii():
                yield _Line(number, start, text)
            start += len(text)


def _repair_lines(found: Found, lines: Sequence[_Line]) -> None:
    """Each line by itself, where the document shows no channel."""
    for line in lines:
        if suspicious_lines(line.text):
            edits = lossless_edits(line.text, line.start)
            found.edits[line.part] += edits
            if edits:
                found.channel = edits[0].channel


def _stated_language(parts: Sequence[str]) -> str:
    match = _METADATA.search(parts[0][:4000]) if parts else None
    return match[1] if match else ""


def _language(channel: Channel, lines: Sequence[_Line]) -> str:
    """The language of what can be read strictly."""
    from curator.cleaning.languages import language_of

    strict = page(channel.page)
    text = "".join(line.text for line in lines if line.damaged)[:20_000]
    for _ in range(channel.times):
        text = read_strictly(strict, text)
    return language_of(text)


def _likeliest(channels: Sequence[Channel], language: str, lines: Sequence[str]) -> Channel:
    """The channel whose readings are likeliest; a later one, which loses more, must be so by far."""
    best = channels[0]
    if len(channels) == 1 or words_of(language) is None or best.loss.undefined is None:
        return best
    damaged = sorted({match[0] for line in lines for match in _pieces(best).finditer(line)})[:_CONTEST]
    for other in channels[1:]:
        gain = 0.0
        for piece in damaged:
            ours, theirs = reader(best, language).readings(piece), reader(other, language).readings(piece)
            if len(theirs) > 1 and (not ours or ours[0].text != theirs[0].text):
                known = reader(best, language).score(ours[0].text) if ours else theirs[0].score - 8.0
                gain += theirs[0].score - known
        if gain > _FAR:
            best = other
    return best


class _Repairer:
    """Repairs the lines of a document whose channel and language are known."""

    def __init__(self, channel: Channel, language: str) -> None:
        self.channel = channel
        self.language = language if words_of(language) is not None else ""
        self.stated = language
        self.reader: Reader = reader(channel, self.language)
        self.pieces = _pieces(channel)
        self.unread = 0
        self._fixes: dict[str, _Fix | None] = {}

    def repair(self, found: Found, lines: Sequence[_Line]) -> None:
        """Add the edits of the lines."""
        damaged = sum(line.damaged for line in lines)
        clean = len(lines) - damaged
        odds = math.log((damaged + 0.5) / (clean + 0.5))
        for line in lines:
            found.edits[line.part] += self._line(line, 9.0 if line.damaged else min(odds, 3.0))
        if any(found.edits):
            found.channel = self.channel.name
            found.language = self.language or self.stated
        if self.unread:
            found.notes = (f"{self.unread} damaged words could not be read and were left as they are.",)

    def _line(self, line: _Line, odds: float) -> Iterator[Edit]:
        for match in self.pieces.finditer(line.text):
            piece = match[0]
            fix = self._fixes.get(piece, False)
            if fix is False:
                fix = self._fixes[piece] = self._fix(piece)
            if fix is None:
                self.unread += line.damaged
                continue
            if not line.damaged and fix.score + odds < self._as_it_stands(piece):
                continue
            place = line.start + match.start()
            for edit in fix.edits:
                yield Edit(
                    place + edit.start, place + edit.end, edit.after, edit.kind, edit.channel,
                    edit.confidence, edit.alternatives,
                )  # fmt: skip

    def _as_it_stands(self, piece: str) -> float:
        if self.reader.words is None:
            return 0.0
        return self.reader.score(piece)

    def _fix(self, piece: str) -> _Fix | None:
        readings = self.reader.readings(piece)
        if not readings:
            return None
        best = readings[0]
        weights = [math.exp((reading.score - best.score) / TEMPERATURE) for reading in readings]
        total = sum(weights)
        shares = [weight / total for weight in weights]
        score = best.score if len(readings) > 1 or self.reader.words is None else self.reader.score(best.text)
        return _Fix(score, list(self._edits(piece, readings, shares)))

    def _edits(self, piece: str, readings: Sequence[Reading], shares: Sequence[float]) -> Iterator[Edit]:
        best = readings[0]
        for start, end in self._spans(readings, shares):
            after = best.text[start:end]
            first, last = best.cuts[start], best.cuts[end]
            if piece[first:last] == after:
                continue
            others: dict[str, float] = {}
            for reading, share in zip(readings, shares, strict=True):
                text = _within(reading, first, last)
                others[text] = others.get(text, 0.0) + share
            sureness = min(others.pop(after), SUREST)
            alternatives = tuple(
                Alternative(text, round(share, 4))
                for text, share in sorted(others.items(), key=lambda item: -item[1])
                if share >= _LEAST_ALTERNATIVE and text
            )
            channel = self.channel.explained(after)
            yield Edit(first, last, after, RepairKind.MOJIBAKE, channel, round(sureness, 4), alternatives)

    def _spans(self, readings: Sequence[Reading], shares: Sequence[float]) -> Iterator[tuple[int, int]]:
        """The words and signs of the best reading, in Chinese and the like cut at doubtful characters."""
        text = readings[0].text
        for match in _PIECE.finditer(text):
            if self.language not in EAST_ASIAN or len(readings) == 1:
                yield match.span()
                continue
            start = match.start()
            for place in range(match.start(), match.end()):
                if self._doubtful(readings, shares, place):
                    if start < place:
                        yield start, place
                    yield place, place + 1
                    start = place + 1
            if start < match.end():
                yield start, match.end()

    def _doubtful(self, readings: Sequence[Reading], shares: Sequence[float], place: int) -> bool:
        best = readings[0]
        first, last = best.cuts[place], best.cuts[place + 1]
        agreed = sum(
            share
            for reading, share in zip(readings, shares, strict=True)
            if _within(reading, first, last) == best.text[place]
        )
        return agreed < 0.99


def _within(reading: Reading, first: int, last: int) -> str:
    """What a reading has for a stretch of the piece; "" where its characters are cut otherwise."""
    try:
        return reading.text[reading.cuts.index(first) : reading.cuts.index(last)]
    except ValueError:
        return ""


def _pieces(channel: Channel) -> re.Pattern[str]:
    """Matches runs of letters, digits and anything beyond ASCII, with at least one of the last.

    Where lost characters became spaces or question marks, these belong to the run.
    """
    known = page(channel.page)
    leads = "".join(re.escape(sign) for sign, byte in sorted(known.values.items()) if 0xC2 <= byte <= 0xF4)
    tails = "".join(re.escape(sign) for sign, byte in sorted(known.values.items()) if 0x80 <= byte <= 0xBF)
    stands = {channel.loss.undefined, channel.loss.no_break_space, channel.loss.soft_hyphen} & {" ", "?"}
    inner = "[A-Za-z0-9'\\u0080-\\U0010ffff]"
    if stands:
        marks = "[" + "".join(stands if " " not in stands else ["?", " "][("?" not in stands) :]) + "]"
        inner = f"(?:[{leads}][{tails}]{{0,2}}{marks}[{tails}]?|{marks}(?=[{tails}])|{inner})"
    return re.compile(f"[A-Za-z0-9']{{0,40}}(?=[^\\x00-\\x7f]){inner}{{1,{LONGEST}}}")
