"""Repairing the lines of a document whose channel and language are known."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from curator.cleaning.alphabetic.readings import Reading
from curator.cleaning.contexts import weighings
from curator.cleaning.contexts.clauses import by_clause
from curator.cleaning.contexts.memories import Memory
from curator.cleaning.contexts.neighbours import neighbours_of
from curator.cleaning.contexts.surroundings import Surroundings
from curator.cleaning.damage.channels import Channel
from curator.cleaning.damage.evidence import ARTISTIC, is_scattered
from curator.cleaning.damage.lossless import has_lone_capitals, may_be_meant
from curator.cleaning.damage.pages import has_evidence, page
from curator.cleaning.damage.pieces import pieces_of, sequences_of
from curator.cleaning.damage.tallies import CUT_AMID
from curator.cleaning.east_asian.echoes import WEIGHTS, echoed
from curator.cleaning.east_asian.graphs import Allowance, Character
from curator.cleaning.east_asian.shadows import is_shadowy
from curator.cleaning.edits import Edit, Found, edit_of, edited
from curator.cleaning.fixes import Fix, Fixer, fixer
from curator.cleaning.languages import LATIN
from curator.cleaning.lines import Line, moved
from curator.domain.repairs import RepairKind

_LAST_LATIN = "\u024f"
_LAST_WORD = re.compile(r"(?<![^\s(,.;:!?])([^\s(,.;:!?]++)\s$")
_BEGINNING = re.compile(r"(?:^|[.!?…:]\s|[#>*-]\s|\n|[;,|\t](?!\s))[\s\"'„“”«»(\[*_]*$")
_NEXT_WORD = re.compile(r"\s([^\s),.;:!?]{1,60})")
_EFFORT = 1_500_000
_EFFORT_EACH = 50
_APART = 1_000
_APART_EACH = 0.01
"""How many sequences amid undamaged text are read, and how many more for each code point: prose has few."""
_WESTERN = frozenset(("cp1252", "latin-1", "cp1254", "cp1250"))
"""Pages in which capitals of Latin letters begin sequences."""
_AHEAD = 20_000
"""Code points whose pieces are read at a time."""


class Repairer:
    """Repairs the lines of a document whose channel and language are known."""

    def __init__(self, channel: Channel, language: str) -> None:
        self.fixer: Fixer = fixer(channel, language)
        self.pieces = pieces_of(channel)
        self.neighbours = neighbours_of(self.fixer.language)
        self.unread = 0
        self._most_apart = 0
        self._apart: set[str] = set()
        self._memory = Memory(self.fixer.reader, ())
        self.allowed = 0
        self.careful = False
        self._shadowy = is_shadowy(channel)  # there names and other words have too many readings in common
        self.leaning = 0.0
        self._allowance: Allowance | None = None
        self._characters: dict[tuple[int, int], list[tuple[Character, ...]]] = {}

    def repair(self, found: Found, lines: Sequence[Line], damaged: float) -> None:
        """Add the edits of the lines; `damaged` is the share of the document's lines that are."""
        self.allowed = (
            self.fixer.reader.effort + _EFFORT + _EFFORT_EACH * sum(len(line.text) for line in lines)
        )
        self._most_apart = _APART + int(_APART_EACH * sum(len(line.text) for line in lines))
        odds = min(3.0, math.log((damaged + 0.01) / (1.01 - damaged)))
        shown = [line.text for line in lines if line.damaged]
        self.careful = is_scattered(page(self.fixer.channel.page), shown)
        if self.fixer.characters is not None:
            self.leaning = self.fixer.characters.leaning([line.text for line in lines])
            self._allowance = Allowance(sum(len(line.text) for line in lines))
        for group in _together(lines):
            matches = [list(self.pieces.finditer(line.text)) for line in group]
            if self.fixer.characters is None:
                pieces = [match[0] for each in matches for match in each]
                self.fixer.reader.read(pieces)
                self._memory = Memory(self.fixer.reader, pieces, self.allowed)
            else:
                self._read_characters(group, matches)
            for line, each in zip(group, matches, strict=True):
                found.edits[line.part] += self._line(line, each, odds)
        if any(found.edits):
            found.channel = self.fixer.channel.name
            found.language = self.fixer.language
        found.unread = self.unread
        if self.unread:
            found.notes = (f"{self.unread} damaged words could not be read and were left as they are.",)

    def _read_characters(self, lines: Sequence[Line], matches: Sequence[Sequence[re.Match[str]]]) -> None:
        """Read lines of Chinese, Japanese or Korean together."""
        assert self.fixer.characters is not None
        read = self.fixer.characters.characters
        found = [
            read(line.text, [match.span() for match in each], self.leaning, self._allowance)
            for line, each in zip(lines, matches, strict=True)
        ]
        pieces = [
            (match[0], characters)
            for each, one in zip(matches, found, strict=True)
            for match, characters in zip(each, one, strict=True)
        ]
        weight = WEIGHTS.get((self.fixer.language, is_shadowy(self.fixer.channel)))
        heard = iter(echoed(pieces, self.fixer.channel, weight) if weight else [one for _, one in pieces])
        self._characters = {
            line.place: [next(heard) for _ in each] for line, each in zip(lines, matches, strict=True)
        }

    def _line(self, line: Line, matches: Sequence[re.Match[str]], odds: float) -> list[Edit]:
        edits: list[Edit] = []
        certain = line.damaged and not self.careful
        for match, fix in self._fixes(line, matches):
            place = line.start + match.start()
            if fix is None:
                if line.damaged:
                    edits += self._by_sequences(match[0], place)
            elif fix.parts and (certain or self._is_shown(match[0], fix, odds)):
                edits += _edits(fix, place)
        return [] if edits and self._may_be_meant(line, edits) else edits

    def _may_be_meant(self, line: Line, edits: Sequence[Edit]) -> bool:
        """Whether all that would change is capitals with a quote or a dash, in a line of other letters."""
        if self.fixer.language not in LATIN or self.fixer.channel.page not in _WESTERN:
            return False
        first = edits[0]  # tells nearly always, at once
        if not has_lone_capitals(line.text[first.start - line.start : first.end - line.start]):
            return False
        here = [moved(edit, -line.start) for edit in edits]
        return may_be_meant(line.text, edited(line.text, here), here)

    def _fixes(self, line: Line, matches: Sequence[re.Match[str]]) -> list[tuple[re.Match[str], Fix | None]]:
        """The fix of each piece of a line; what is doubtful by what stands beside it."""
        if self.fixer.characters is not None:
            read = self._characters[line.place]
            return [
                (match, self.fixer.of_characters(match[0], one))
                for match, one in zip(matches, read, strict=True)
            ]
        known, fix = self.fixer.known, self._fix
        fixes = [(match, known[text] if (text := match[0]) in known else fix(text)) for match in matches]
        doubtful = [n for n, (_, found) in enumerate(fixes) if found is not None and found.readings]
        if not doubtful:
            return fixes
        read = Surroundings(line.text, fixes)
        slots = [self._weighed(read, fixes[n][0], self._recalled(*fixes[n])) for n in doubtful]
        if self.neighbours is not None:
            slots = self.neighbours.settled(slots, read.gaps([fixes[n][0] for n in doubtful]))
        for n, readings in zip(doubtful, slots, strict=True):
            fixes[n] = (fixes[n][0], self.fixer.chosen(fixes[n][0][0], readings))
        return fixes

    def _fix(self, piece: str) -> Fix | None:
        """The fix of a piece; None where searching has taken all its time already."""
        return self.fixer.fix(piece) if self.fixer.reader.effort < self.allowed else None

    def _recalled(self, match: re.Match[str], fix: Fix | None) -> tuple[Reading, ...]:
        """The readings of a piece, with those that the document remembers."""
        return self._memory.recalled(match[0], fix.readings) if fix is not None else ()

    def _weighed(
        self, read: Surroundings, match: re.Match[str], readings: Sequence[Reading]
    ) -> tuple[Reading, ...]:
        """The readings by what the next words, and the place in the sentence, say."""
        before, behind = read.before(match), read.behind(match)
        last, following = _LAST_WORD.search(before), _NEXT_WORD.match(behind)
        readings = weighings.weighed(
            self.fixer.language, readings, last[1] if last else "", following[1] if following else ""
        )
        readings = by_clause(self.fixer.language, readings, before, behind)
        begins = _BEGINNING.search(before) is not None
        named = last is not None and last[1][:1].isupper() and not begins
        beside = [found[1] for found in (last, following) if found]
        shouted = any(map(_is_shouted, beside)) if beside else None
        called = following is not None and following[1].istitle() and not self._shadowy
        readings = weighings.capitals_weighed(
            readings, self.fixer.reader.kind, begins=begins, named=named, called=called, shouted=shouted
        )
        return weighings.signs_weighed(readings, self.fixer.language, before[-1:], behind[:1])

    def _by_sequences(self, piece: str, place: int) -> Iterator[Edit]:
        """The edits of a piece in which damaged and undamaged text have run together."""
        known = page(self.fixer.channel.page)
        if self.fixer.characters is not None:
            units = [match.start() for match in known.unit.finditer(piece)]
            yield from self._by_halves(piece, place, units)
            return
        before = False
        for match in sequences_of(self.fixer.channel).finditer(piece):
            fix = self._fix_apart(match[0]) if has_evidence(known, match[0]) else None
            before = before or fix is not None
            if fix is not None:
                yield from _edits(fix, place + match.start())
        self.unread += not before

    def _fix_apart(self, sequence: str) -> Fix | None:
        """The fix of a sequence amid undamaged text; None where so many were met that it is no prose."""
        if sequence not in self._apart:
            if len(self._apart) >= self._most_apart:
                self.unread += 1
                return None
            self._apart.add(sequence)
        return self.fixer.fix(sequence)

    def _by_halves(self, piece: str, place: int, units: Sequence[int]) -> Iterator[Edit]:
        """The edits of East Asian text in which something can't be read: all but that."""
        if len(units) < 2:
            self.unread += 1
            return
        middle = len(units) // 2
        for half in (units[:middle], units[middle:]):
            end = units[middle] if half[0] < units[middle] else len(piece)
            part = piece[half[0] : end]
            (fix,) = self.fixer.fixes(part, [(0, len(part))], self.leaning, self._allowance)
            if fix is not None:
                yield from _edits(fix, place + half[0])
            else:
                moved = [unit - half[0] for unit in half]
                yield from self._by_halves(part, place + half[0], moved)

    def _is_shown(self, piece: str, fix: Fix, odds: float) -> bool:
        """Whether a piece that may be undamaged is damaged: by sequences no prose has, or what it reads."""
        name = self.fixer.channel.page
        mostly = odds > 0
        if self.careful or (name in ARTISTIC and not mostly):
            shows = (
                has_evidence(page(name), piece) or CUT_AMID.search(piece) is not None or self._has_lost(piece)
            )
            if shows or name in ARTISTIC:
                return shows and (self.careful or self._is_better(fix.text, piece, odds))
        return self._is_better(fix.text, piece, odds)

    def _has_lost(self, piece: str) -> bool:
        """Whether what replaced a byte stands in a piece; question marks tell only where Latin is rare."""
        lost = self.fixer.channel.loss.undefined
        return bool(lost) and lost in piece and (lost != "?" or self.fixer.characters is not None)

    def _is_better(self, text: str, piece: str, odds: float) -> bool:
        """Whether a fix in a line without evidence is likelier than the piece as it stands."""
        reader = self.fixer.reader
        if reader.words is None or self.fixer.characters is not None:
            return False
        return reader.score(text) + odds > reader.score(piece)


def _together(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines in groups that are large enough for reading their pieces ahead."""
    group: list[Line] = []
    size = 0
    for line in lines:
        group.append(line)
        size += len(line.text)
        if size > _AHEAD:
            yield group
            group, size = [], 0
    if group:
        yield group


def _is_shouted(word: str) -> bool:
    """Whether a word is all in capitals, as in headings, by letters that nothing can have damaged."""
    if len(word) < 2 or not word.isupper() or not word.isalpha():
        return False
    return word[0] > _LAST_LATIN or sum(map(str.isascii, word)) > 1


def _edits(fix: Fix, place: int) -> list[Edit]:
    return [
        edit_of((place + start, place + end, after, RepairKind.MOJIBAKE, channel, confidence, alternatives))
        for start, end, after, confidence, channel, alternatives in fix.parts
    ]
