"""Emphasis: matching the runs of `*`, `_` and `~~` that open and close it.

The algorithm of the CommonMark specification (0.31, "phase 2: inline structure"), with its
bookkeeping of where no opener can be, so that it stays linear.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from curator.domain.spans import Span


@dataclass(slots=True)
class Delimiter:
    """A run of equal marks; `start` and `end` shrink as marks are matched."""

    sign: str
    start: int
    end: int
    opens: bool
    closes: bool
    length: int = 0

    def __post_init__(self) -> None:
        self.length = self.end - self.start


def balanced(delimiters: list[Delimiter], hidden: list[Span]) -> Iterator[tuple[Span, str]]:
    """The stretches that matched runs enclose with their style; the marks are added to `hidden`."""
    openers: list[Delimiter] = []
    bottoms: dict[tuple[str, bool, int], int] = {}
    for closer in delimiters:
        while closer.closes and closer.end > closer.start:
            key = (closer.sign, closer.opens, closer.length % 3)
            index = _opener(openers, closer, bottoms.get(key, 0))
            if index is None:
                bottoms[key] = len(openers)
                break
            opener = openers[index]
            count = _used(opener, closer)
            if not count:
                break
            del openers[index + 1 :]
            hidden += (Span(opener.end - count, opener.end), Span(closer.start, closer.start + count))
            yield Span(opener.end, closer.start), _style(closer.sign, count)
            opener.end -= count
            closer.start += count
            if opener.end == opener.start:
                openers.pop()
            bottoms = {each: min(bottom, len(openers)) for each, bottom in bottoms.items()}
        if closer.opens and closer.end > closer.start:
            openers.append(closer)


def _opener(openers: list[Delimiter], closer: Delimiter, bottom: int) -> int | None:
    """The nearest opener a closer fits, above where none is known to be."""
    for index in range(len(openers) - 1, bottom - 1, -1):
        opener = openers[index]
        if opener.sign != closer.sign:
            continue
        both = opener.closes or closer.opens
        if both and (opener.length + closer.length) % 3 == 0 and opener.length % 3:
            continue  # rule 9 and 10 of the specification
        return index
    return None


def _used(opener: Delimiter, closer: Delimiter) -> int:
    pairs = opener.end - opener.start >= 2 and closer.end - closer.start >= 2
    if closer.sign == "~":
        return 2 if pairs else 0
    return 2 if pairs else 1


def _style(sign: str, count: int) -> str:
    if sign == "~":
        return "struck"
    return "strong" if count == 2 else "emphasis"
