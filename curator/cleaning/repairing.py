"""Repairing the lines of a document whose channel and language are known."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from curator.cleaning import neighbours
from curator.cleaning.channels import Channel
from curator.cleaning.edits import Edit, Found
from curator.cleaning.fixes import Fix, Fixer, fixer
from curator.cleaning.lines import Line
from curator.cleaning.pages import has_evidence, page
from curator.cleaning.pieces import pieces_of, sequences_of
from curator.cleaning.readings import Reading
from curator.domain.repairs import RepairKind

_DOUBT = 7.0
_LAST_WORD = re.compile(r"([^\s(,.;:!?]+)\s$")
_BEGINNING = re.compile(r"(?:^|[.!?…:]\s|[#>*-]\s|\n)[\s\"'„“”«»(\[*_]*$")
_NEXT_WORD = re.compile(r"\s([^\s),.;:!?]{1,60})")
_EFFORT = 1_500_000
_EFFORT_EACH = 50


class Repairer:
    """Repairs the lines of a document whose channel and language are known."""

    def __init__(self, channel: Channel, language: str) -> None:
        self.fixer: Fixer = fixer(channel, language)
        self.pieces = pieces_of(channel)
        self.sequences = sequences_of(channel)
        self.unread = 0
        self.allowed = 0

    def repair(self, found: Found, lines: Sequence[Line]) -> None:
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

    def _line(self, line: Line, odds: float) -> Iterator[Edit]:
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
