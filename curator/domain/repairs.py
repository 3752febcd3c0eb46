"""Repairs: what cleaning changed in a text, on record and reversible."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from curator.domain.spans import Span

CERTAIN = 0.95
"""From this confidence on a repair counts as certain; below it is a guess for the editor to see."""


class RepairKind(StrEnum):
    """What was wrong."""

    MOJIBAKE = "mojibake"  # decoded with the wrong code page
    CONTROL = "control"  # NUL, C0 and C1 controls, stray BOM
    ENTITY = "entity"  # &amp; and the like left in plain text
    INVISIBLE = "invisible"  # zero-width characters and soft hyphens inside words
    NORMALIZATION = "normalization"  # decomposed accents composed (NFC)
    LINE_END = "line end"  # CRLF or CR to LF


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another reading of the damaged words, with its probability."""

    text: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Repair:
    """One change made by cleaning.

    `original` and `cleaned` are the places in the text before and after cleaning, in code points;
    `channel` names the damage that was undone ("utf-8 read as windows-1254, bytes lost");
    `confidence` is a probability.
    """

    original: Span
    cleaned: Span
    before: str
    after: str
    kind: RepairKind
    channel: str = ""
    confidence: float = 1.0
    alternatives: tuple[Alternative, ...] = ()

    @property
    def certain(self) -> bool:
        """Whether the repair may stand without an editor's look."""
        return self.confidence >= CERTAIN

    def shifted(self, original: int, cleaned: int) -> Repair:
        """The same repair in texts that begin so much earlier."""
        return replace(self, original=self.original.shifted(original), cleaned=self.cleaned.shifted(cleaned))


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A cleaned text with its repairs, in order and without overlap.

    `language` and `channel` are what the document was taken for ("" where nothing was repaired);
    `notes` say what could not be done.
    """

    text: str
    repairs: tuple[Repair, ...] = ()
    language: str = ""
    channel: str = ""
    notes: tuple[str, ...] = field(default=())

    @property
    def original(self) -> str:
        """The text as it was, by undoing the repairs."""
        return undone(self.text, self.repairs)


@dataclass(frozen=True, slots=True)
class RepairedValue:
    """A value that cleaning has changed: as the file has it, and repaired."""

    original: str
    repaired: str


def applied(original: str, repairs: Iterable[Repair]) -> str:
    """The original with the repairs made."""
    return _spliced(original, [(repair.original, repair.after) for repair in repairs])


def undone(cleaned: str, repairs: Iterable[Repair]) -> str:
    """The cleaned text with the repairs taken back."""
    return _spliced(cleaned, [(repair.cleaned, repair.before) for repair in repairs])


def to_original(offset: int, repairs: Sequence[Repair]) -> int:
    """Where the code point at `offset` of the cleaned text stands in the original.

    `repairs` are in order, as `Cleaned` has them. Exact outside repairs and at their starts; inside one
    it counts on from its start and stays within it, so that the order of places is kept.
    """
    return _moved(offset, repairs, _cleaned_span, _original_span)


def to_cleaned(offset: int, repairs: Sequence[Repair]) -> int:
    """Where the code point at `offset` of the original stands in the cleaned text, as `to_original`."""
    return _moved(offset, repairs, _original_span, _cleaned_span)


def _original_span(repair: Repair) -> Span:
    return repair.original


def _cleaned_span(repair: Repair) -> Span:
    return repair.cleaned


def _moved(
    offset: int, repairs: Sequence[Repair], source: Callable[[Repair], Span], target: Callable[[Repair], Span]
) -> int:
    index = bisect_right(repairs, offset, key=lambda repair: source(repair).start) - 1
    if index < 0:
        return offset
    here, there = source(repairs[index]), target(repairs[index])
    if offset >= here.end:
        return there.end + offset - here.end
    return min(there.start + offset - here.start, there.end)


def _spliced(text: str, pieces: Sequence[tuple[Span, str]]) -> str:
    parts: list[str] = []
    end = 0
    for span, replacement in pieces:
        parts += text[end : span.start], replacement
        end = span.end
    parts.append(text[end:])
    return "".join(parts)
